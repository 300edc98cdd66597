from __future__ import annotations

import pandas as pd
import pytest

from national.export import National, export
from national.query import query
from national.schema import UnfitTableError
from national.store import NoOutputsError, load


def _export(desk, folder) -> National:
    national = desk.national()
    export(national, folder)
    return national


def test_outputs_read_back_as_they_were_written(crowd, tmp_path) -> None:
    written = _export(crowd(200, 6), tmp_path)
    read = load(tmp_path)
    pd.testing.assert_frame_equal(read.cells, written.choice.cells)
    pd.testing.assert_frame_equal(read.claims, written.claims)
    pd.testing.assert_frame_equal(read.documents, written.documents)


def test_questions_can_be_asked_of_what_was_read_back(desk, tmp_path) -> None:
    desk.add(403)
    _export(desk, tmp_path)
    read = load(tmp_path)
    answer = query(read.cells, read.claims, place="nghe an", series="cumulative", regime=63)
    assert [cell.value for cell in answer.cells] == [403]


def test_an_empty_folder_is_an_error_that_says_what_to_do(tmp_path) -> None:
    with pytest.raises(NoOutputsError, match="ocop run"):
        load(tmp_path)


def test_files_of_another_shape_are_an_error(desk, tmp_path) -> None:
    desk.add(403)
    written = _export(desk, tmp_path)
    written.choice.cells.drop(columns="value").to_parquet(tmp_path / "cells.parquet")
    with pytest.raises(UnfitTableError, match="value"):
        load(tmp_path)
