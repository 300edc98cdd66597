from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from extract.model import Kind, Level, Place
from national.query import QueryAnswer, UnansweredError, query


def _ask(desk, place: str, **how: object) -> QueryAnswer:
    return query(desk.choose().cells, desk.claims, place=place, **how)  # type: ignore[arg-type]


def _values(answer: QueryAnswer) -> dict[str, int | None]:
    return {cell.cell_id: cell.value for cell in answer.cells}


@pytest.mark.parametrize("place", ["Nghệ An", "nghe an", "NGHỆ AN", "tỉnh Nghệ An", "40"])
def test_a_province_by_name_with_or_without_accents_or_by_code(desk, place) -> None:
    desk.add(403, sentence="Nghệ An có 403 sản phẩm OCOP.")
    answer = _ask(desk, place, star="3+", series="cumulative", regime=63)
    assert answer.places == ("63.40 Nghệ An",)
    (cell,) = answer.cells
    assert (cell.value, cell.quote) == (403, "403")
    assert cell.sentence == "Nghệ An có 403 sản phẩm OCOP."


@pytest.mark.parametrize("place", ["cả nước", "Việt Nam", "toan quoc", "VN"])
def test_the_nation(desk, place) -> None:
    desk.add(8867, Place(Level.NATION, "Việt Nam"))
    assert _values(_ask(desk, place)) == {"63.VN.cumulative.2022-12-31.3up": 8867}


def test_as_of_takes_the_latest_at_or_before(desk) -> None:
    for count, day in ((48, "2020-02-04"), (403, "2022-12-31"), (648, "2024-06")):
        desk.add(count, as_of=day)

    def at(day: str) -> list[int | None]:
        return [
            c.value for c in _ask(desk, "Nghệ An", series="cumulative", regime=63, as_of=day).cells
        ]

    assert at("2022-12-31") == at("2022") == at("2024-06-29") == [403]
    assert at("2022-12-30") == [48]
    assert at("2024-06") == [648]


def test_before_the_first_number_the_answer_says_so(desk) -> None:
    desk.add(403)
    answer = _ask(desk, "Nghệ An", star="3+", series="cumulative", as_of="2019", regime=63)
    assert [cell.value for cell in answer.cells] == []
    assert any("2022-12-31" in note for note in answer.notes)


def test_silence_is_an_answer(desk) -> None:
    answer = _ask(desk, "Huế", regime=63)
    assert {cell.status for cell in answer.cells} == {"missing"}
    assert any("No claim" in note for note in answer.notes)


def test_a_name_of_both_maps_is_answered_for_both_with_a_note(desk) -> None:
    desk.add(209, "Ninh Bình", as_of="2024-12")
    desk.add(980, "Ninh Bình", as_of="2025-10", regime=34)
    answer = _ask(desk, "ninh binh", series="cumulative", star="3+")
    assert _values(answer) == {
        "34.37.cumulative.2025-10.3up": 980,
        "63.37.cumulative.2024-12.3up": 209,
    }
    assert any("Nam Định" in note for note in answer.notes)


def test_a_code_that_means_two_provinces_is_answered_for_both(desk) -> None:
    answer = _ask(desk, "15")
    assert set(answer.places) == {"63.15 Yên Bái", "34.15 Lào Cai"}


def test_an_old_province_leads_to_its_heir_and_is_not_it(desk) -> None:
    desk.add(642, "Quảng Ngãi", regime=34)
    answer = _ask(desk, "Kon Tum")
    assert answer.places == ("63.62 Kon Tum",)
    assert 642 not in _values(answer).values()
    assert any("Quảng Ngãi" in note for note in answer.notes)


def test_only_results_unless_asked(desk) -> None:
    desk.add(403)
    desk.add(650, kind=Kind.TARGET, as_of="2025")
    assert 650 not in _values(_ask(desk, "Nghệ An")).values()
    assert 650 in _values(_ask(desk, "Nghệ An", series="target")).values()


@pytest.mark.parametrize("star", ["5", 5, "potential5"])
def test_star_classes(desk, star) -> None:
    desk.add(4, stars=(5,))
    desk.add(13, stars=(5,), potential5=True)
    answer = _ask(desk, "Nghệ An", star=star, regime=63)
    assert list(_values(answer).values()) == [13 if star == "potential5" else 4]


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"place": "Quảng Đông"}, "Quảng Đông"),
        ({"place": "Lục Ngạn"}, "Bắc Giang"),
        ({"place": "Hà Giang", "regime": 34}, "63"),
        ({"place": "Huế", "regime": 61}, "61"),
        ({"place": "Huế", "star": "9"}, r"3\+"),
        ({"place": "Huế", "series": "sold"}, "cumulative"),
        ({"place": "Huế", "as_of": "31/12/2022"}, "31/12/2022"),
        ({"place": ""}, "No province"),
        ({"place": "' OR 1=1 --"}, "No province"),
        ({"place": "x" * 100_000}, "No province"),
    ],
)
def test_what_cannot_be_answered_is_said(desk, how, said) -> None:
    with pytest.raises(UnansweredError, match=said):
        _ask(desk, **how)


def test_answers_are_json(desk) -> None:
    desk.add(403)
    answer = _ask(desk, "Nghệ An")
    again = json.loads(json.dumps(asdict(answer), allow_nan=False))
    assert again["cells"][0]["value"] in (403, None)
