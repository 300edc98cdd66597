"""Tesseract is asked once for each picture."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field

import numpy as np
import pytest
from drawn.paper import Drawn, has_fonts

from extract.documents import means as means_module
from extract.documents.means import Means, UnreadableError
from extract.documents.scan import recognise as recognise_module
from extract.documents.scan.page import read_page_image
from extract.documents.scan.recognise import recognise

needs_ocr = pytest.mark.skipif(
    shutil.which("tesseract") is None or not has_fonts(),
    reason="needs tesseract and the DejaVu fonts",
)


@dataclass
class Shelf:
    """A memory that counts what it is told."""

    kept: dict[str, bytes] = field(default_factory=dict)
    puts: int = 0

    def get(self, key: str) -> bytes | None:
        return self.kept.get(key)

    def put(self, key: str, value: bytes) -> None:
        self.puts += 1
        self.kept[key] = value


@needs_ocr
def test_nothing_is_recognised_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Drawn(200, (300, 160))
    page.text(20, 20, "Công nhận 48 sản phẩm")
    page.y = 60
    page.table([40, 100], [["STT", "Tên"], ["1", "Mật ong"]])
    shelf = Shelf()
    means = Means(memo=shelf)
    first = read_page_image(page.image, page=1, width=300, height=160, means=means)
    puts = shelf.puts

    def refuse(*_: object, **__: object) -> bytes:
        raise AssertionError("recognised again")

    monkeypatch.setattr(recognise_module, "run", refuse)
    second = read_page_image(page.image, page=1, width=300, height=160, means=means)
    texts = [
        [[run.text for run in cell.runs] for cell in row.cells]
        if hasattr(row, "cells")
        else [run.text for run in row.runs]
        for row in first.parts
    ]
    assert texts
    assert repr(second.issues) == repr(first.issues)
    assert [
        [[run.text for run in cell.runs] for cell in row.cells]
        if hasattr(row, "cells")
        else [run.text for run in row.runs]
        for row in second.parts
    ] == texts
    assert (puts > 0, shelf.puts) == (True, puts)


@needs_ocr
def test_other_settings_are_another_question() -> None:
    page = Drawn(200, (100, 40))
    page.text(20, 10, "48")
    picture = np.asarray(page.image.convert("L"))
    shelf = Shelf()
    recognise([picture], Means(memo=shelf), mode=6, dpi=200)
    recognise([picture], Means(memo=shelf), mode=7, dpi=200)
    recognise([picture], Means(memo=shelf), mode=7, dpi=200, only="0123456789")
    assert len(shelf.kept) == 3


def test_without_tesseract_the_page_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(means_module.shutil, "which", lambda name: None)
    with pytest.raises(UnreadableError) as told:
        recognise([np.zeros((9, 9), np.uint8)], Means(), mode=6, dpi=200)
    assert told.value.code == "needs_program"
    assert "apt-get install" in told.value.advice
