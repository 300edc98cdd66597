from __future__ import annotations

import pytest

from ocop.fragments import places_in_words
from ocop.phrases import Lang


def item(role: str, *values: str) -> dict[str, object]:
    quote = {"type": "TextQuoteSelector", "exact": "25"}
    return {
        "role": role,
        "selector": [quote, *({"type": "FragmentSelector", "value": v} for v in values)],
    }


@pytest.mark.parametrize(
    ("evidence", "lang", "words"),
    [
        ([item("number", "page=3&viewrect=1,2,3,4")], Lang.EN, "page 3"),
        ([item("number", "page=3&viewrect=1,2,3,4")], Lang.VI, "trang 3"),
        ([item("number", "member=phu+luc.xlsx&sheet=DS&cell=B12")], Lang.EN,
         "file phu luc.xlsx, sheet DS, cell B12"),
        ([item("place", "page=1"), item("row", "page=2"), item("row", "page=2")], Lang.EN,
         "page 2"),
        ([item("row", *(f"page={n}" for n in range(1, 6)))], Lang.EN, "page 1; page 2; page 3; …"),
        ([item("number")], Lang.EN, ""),
        ([], Lang.EN, ""),
    ],
)  # fmt: skip
def test_places(evidence: list[dict[str, object]], lang: Lang, words: str) -> None:
    assert places_in_words(evidence, lang) == words
