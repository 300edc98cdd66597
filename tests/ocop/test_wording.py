"""Claims in words: expectations are what a person would say."""

from __future__ import annotations

import dataclasses

import pytest

from extract.claims.confidence import DOUBTS
from extract.model import Claim, Comparator, Kind, Level, Place
from ocop.phrases import LANGUAGES, Lang
from ocop.wording import (
    claim_in_words,
    number_in_words,
    place_in_words,
    reasons_in_words,
    time_in_words,
)

NGHE_AN = Place(Level.PROVINCE, "Nghệ An", code="40", province="Nghệ An", province_code="40")
UNNAMED = Place(Level.PROVINCE, None)


def claim(**changes: object) -> Claim:
    plain = Claim("d", NGHE_AN, 48, (3, 4, 5), Kind.NEW)
    return dataclasses.replace(plain, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "changes"),
    [
        ("48 products of 3 stars or more, newly recognised, Nghệ An", {}),
        (
            "At least 100 products of 3–4 stars, target for the end of 2020, province not named",
            {
                "place": UNNAMED,
                "count": 100,
                "stars": (3, 4),
                "kind": Kind.TARGET,
                "comparator": Comparator.AT_LEAST,
                "as_of": "2020-12-31",
            },
        ),
        (
            "2,167 products of 3 stars or more, recognised in all up to August 2022, Nghệ An",
            {"count": 2167, "kind": Kind.CUMULATIVE, "as_of": "2022-08"},
        ),
        (
            "1 product of potential 5 stars, put forward for recognition in 2021, round 2, Nghệ An",
            {
                "count": 1,
                "stars": (5,),
                "potential5": True,
                "kind": Kind.PROPOSED,
                "as_of": "2021",
                "round": 2,
            },
        ),
        (
            "No product of 5 stars, recognised in all, Nghệ An",
            {"count": 0, "stars": (5,), "kind": Kind.CUMULATIVE},
        ),
        (
            "20–30 products of 4 stars, expected by 2019–2020, Quỳ Hợp (district level), Nghệ An",
            {
                "count": 20,
                "count_high": 30,
                "stars": (4,),
                "kind": Kind.FORECAST,
                "period": "2019/2020",
                "place": Place(Level.DISTRICT, "Quỳ Hợp", province="Nghệ An"),
            },
        ),
        (
            "48 products of 3 stars or more, newly recognised on 16 June 2020, Nghệ An, "
            "decision 279/QĐ-UBND",
            {"as_of": "2020-06-16", "decision": "279/QĐ-UBND"},
        ),
    ],
)
def test_english(said: str, changes: dict[str, object]) -> None:
    assert claim_in_words(claim(**changes)) == said


def test_vietnamese() -> None:
    target = claim(
        count=1100,
        comparator=Comparator.AT_LEAST,
        kind=Kind.TARGET,
        as_of="2020-12-31",
        stars=(3, 4),
        place=UNNAMED,
    )
    assert claim_in_words(target, Lang.VI) == (
        "Ít nhất 1.100 sản phẩm 3–4 sao, mục tiêu đến hết năm 2020, không nêu tên tỉnh"
    )


@pytest.mark.parametrize("lang", list(Lang))
def test_every_value_of_the_vocabulary_has_words(lang: Lang) -> None:
    words = LANGUAGES[lang]
    assert set(words.comparators) == set(Comparator)
    assert set(words.kinds) == set(Kind)
    assert set(words.levels) == set(words.unnamed) == set(Level)
    assert len(words.month_names) == 12


@pytest.mark.parametrize("lang", list(Lang))
def test_every_doubt_of_the_reader_has_words(lang: Lang) -> None:
    assert set(LANGUAGES[lang].reasons) >= set(DOUBTS)
    assert reasons_in_words(["a_new_doubt"], lang) == "a new doubt"


@pytest.mark.parametrize(
    ("edtf", "english", "vietnamese"),
    [
        ("2020", "2020", "năm 2020"),
        ("2020-06", "June 2020", "tháng 6/2020"),
        ("2020-06-05", "5 June 2020", "ngày 5/6/2020"),
        ("2018/2020", "2018–2020", "giai đoạn 2018–2020"),
        ("2020-06/2020-09", "June 2020 to September 2020", "tháng 6/2020 đến tháng 9/2020"),
        ("2020-34", "2020-34", "2020-34"),
        ("2020-06~", "2020-06~", "2020-06~"),
    ],
)
def test_times(edtf: str, english: str, vietnamese: str) -> None:
    assert time_in_words(edtf) == english
    assert time_in_words(edtf, Lang.VI) == vietnamese


def test_a_deadline_inside_a_month_is_said_as_the_day_it_is() -> None:
    assert time_in_words("2022-08-31", deadline=True) == "the end of August 2022"
    assert time_in_words("2022-08-30", deadline=True) == "30 August 2022"
    assert time_in_words("2020-12-31") == "31 December 2020"


def test_places_and_numbers() -> None:
    assert place_in_words(Place(Level.NATION, "Việt Nam")) == "Việt Nam"
    assert place_in_words(Place(Level.COMMUNE, None, province="Huế")) == "commune not named, Huế"
    assert number_in_words(10300) == "10,300"
    assert number_in_words(10300, Lang.VI) == "10.300"
