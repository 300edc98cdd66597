from __future__ import annotations

import pandas as pd
import pytest

from national.schema import (
    CELLS,
    CLAIMS,
    DOCUMENTS,
    ISSUES,
    LEFT_OUT,
    Table,
    UnfitTableError,
    star_sets,
)
from national.table import table_of

TABLES = (CLAIMS, DOCUMENTS, ISSUES, CELLS, LEFT_OUT, table_of(34), table_of(63))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_accepts_itself_when_empty(table: Table) -> None:
    assert list(table.validate(table.frame([])).columns) == table.names


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_names_are_unique_and_told(table: Table) -> None:
    assert len(set(table.names)) == len(table.names)
    assert all(column.about for column in table.columns)
    assert set(table.key) <= set(table.names)


@pytest.fixture
def claims(desk) -> pd.DataFrame:
    desk.add(48)
    desk.add(139)
    return desk.claims


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda f: f.assign(hue="blue"), "hue"),
        (lambda f: f.drop(columns="stars"), "stars"),
        (lambda f: f.assign(kind="sold"), "kind"),
        (lambda f: f.assign(comparator="roughly"), "comparator"),
        (lambda f: f.assign(stars="3,6"), "stars"),
        (lambda f: f.assign(place_regime=61), "place_regime"),
        (lambda f: f.assign(count=f["count"].astype("float64")), "count"),
        (lambda f: f.assign(claim_id=None), "claim_id"),
    ],
)
def test_what_does_not_fit_is_an_error_that_names_the_column(claims, change, said) -> None:
    with pytest.raises(UnfitTableError, match=said):
        CLAIMS.validate(change(claims))


def test_a_key_stands_once(claims) -> None:
    with pytest.raises(UnfitTableError, match="more than once"):
        CLAIMS.validate(pd.concat([claims, claims], ignore_index=True))


def test_text_is_the_text_dtype(claims) -> None:
    assert claims["quote"].dtype == "str"
    assert claims["period"].dtype == "str"


def test_there_are_31_star_sets() -> None:
    assert len(set(star_sets())) == 2**5 - 1
