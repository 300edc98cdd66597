"""A decision and the news about it are one event."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from extract.model import Act, Kind, Level, Place, Product
from national.choose import choose
from national.decision_keys import key_of
from national.decisions import periods, tie
from national.explain import explain
from national.validity import valid_until


def rows(*stars: int, standing: Kind = Kind.NEW) -> tuple[Product, ...]:
    return tuple(
        Product("", 0, f"Gạo thơm số {i}", stars=s, standing=standing, province34="Nghệ An")
        for i, s in enumerate(stars, 1)
    )


def only(decisions: pd.DataFrame) -> dict[str, Any]:
    assert len(decisions) == 1, decisions["decision_id"].tolist()
    return {str(name): value for name, value in decisions.iloc[0].items()}


def test_a_paper_and_the_news_about_it_are_one_decision(desk) -> None:
    paper = desk.paper(rows=rows(4, 4, 3))
    news = desk.add(
        3, kind=Kind.NEW, as_of="2022-05-20", decision="1234/QĐ-UBND", decision_date="2022-05-20"
    )
    found = only(desk.decisions)
    assert found["decision_id"] == "63.40.2022.1234-UBND"
    assert (found["n_papers"], found["n_news"], found["n_products"]) == (1, 1, 3)
    assert found["document_ids"].split() == [paper, news.document_id]
    assert found["agreement"] == "agree"
    assert json.loads(found["counts"])["3+"] == {"news": [3], "rows": [3]}


def test_rows_of_two_stars_are_no_ocop_products(desk) -> None:
    """A decision on "02 sản phẩm 4 sao, 01 sản phẩm 2 sao": news tell of two."""
    desk.paper(rows=rows(4, 4, 2))
    desk.add(2, kind=Kind.NEW, decision="1234/QĐ-UBND", decision_date="2022-05-20")
    found = only(desk.decisions)
    assert found["agreement"] == "agree"
    assert json.loads(found["counts"])["3+"] == {"news": [2], "rows": [2]}
    assert json.loads(found["counts"])["2"] == {"rows": [1]}


def test_a_difference_is_shown_and_not_averaged(desk) -> None:
    desk.paper(rows=rows(4, 4, 3))
    desk.add(5, kind=Kind.NEW, decision="1234/QĐ-UBND", decision_date="2022-05-20")
    found = only(desk.decisions)
    assert found["agreement"] == "disagree"
    assert json.loads(found["counts"])["3+"] == {"news": [5], "rows": [3]}


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("1234/QĐ-UBND", "2022-05-20"),
        ("1234/QĐ-UBND", None),
        ("1234", "2022-05-20"),
        ("1234", None),
        ("1234/QĐ-UBND-HC", "2022-05-21"),
    ],
)
def test_noise_in_news_is_no_other_decision(desk, printed: str, date: str | None) -> None:
    desk.paper(rows=rows(4))
    desk.add(1, kind=Kind.NEW, decision=printed, decision_date=date)
    assert only(desk.decisions)["n_news"] == 1


@pytest.mark.parametrize(
    ("printed", "date", "place"),
    [
        ("1234/QĐ-UBND", "2021-05-20", "Nghệ An"),  # another year
        ("1235/QĐ-UBND", "2022-05-20", "Nghệ An"),  # another number
        ("1234/QĐ-UBND", "2022-05-20", "Hà Tĩnh"),  # another province
        ("1234/NQ-HĐND", "2022-05-20", "Nghệ An"),  # another body
    ],
)
def test_another_decision_stays_another(desk, printed: str, date: str, place: str) -> None:
    desk.paper(rows=rows(4))
    desk.add(1, place, kind=Kind.NEW, decision=printed, decision_date=date)
    assert sorted(desk.decisions["agreement"]) == ["only_news", "only_paper"]


def test_a_number_that_two_papers_bear_is_not_guessed(desk) -> None:
    desk.paper(date="2021-05-20")
    desk.paper(date="2022-05-20")
    desk.add(1, kind=Kind.NEW, decision="1234", decision_date=None)
    assert desk.decisions["n_news"].tolist().count(1) == 1
    assert len(desk.decisions) == 3


def test_district_and_province_may_bear_one_number(desk) -> None:
    district = Place(Level.DISTRICT, "Yên Mô", 63, "377", "Ninh Bình", "37")
    desk.paper("5445/QĐ-UBND", "2023-09-01", district)
    desk.paper("5445/QĐ-UBND", "2023-09-02", "Ninh Bình")
    desk.add(7, "Ninh Bình", kind=Kind.NEW, decision="5445/QĐ-UBND", decision_date="2023-09-02")
    found = desk.decisions.set_index("decision_id")
    assert found.loc["63.d377.2023.5445-UBND", "n_news"] == 0
    assert found.loc["63.37.2023.5445-UBND", "n_news"] == 1


def test_a_part_of_the_province_under_its_decision_is_no_rival(desk) -> None:
    desk.paper(rows=rows(4, 4, 3))
    district = Place(Level.DISTRICT, "Nghi Lộc", 63, "429", "Nghệ An", "40")
    desk.add(1, district, kind=Kind.NEW, decision="1234/QĐ-UBND", decision_date="2022-05-20")
    found = only(desk.decisions)
    assert (found["n_news"], found["agreement"]) == (1, "agree")


def test_news_on_the_new_map_tell_of_a_decision_on_the_old_one(desk) -> None:
    desk.paper(rows=rows(4), place="Hà Giang")
    desk.add(
        1,
        "Tuyên Quang",
        kind=Kind.NEW,
        regime=34,
        decision="1234/QĐ-UBND",
        decision_date="2022-05-20",
    )
    assert only(desk.decisions)["n_news"] == 1


def test_count_of_an_annex_and_of_the_news_meet_in_one_cell(desk) -> None:
    document = desk.paper(rows=rows(4, 4, 3), period="2021", turn=2)
    annex = desk.add(
        3, kind=Kind.NEW, as_of="2022-05-20", decision="1234/QĐ-UBND", decision_date="2022-05-20"
    )
    news = desk.add(3, kind=Kind.NEW, as_of="2022-05-24", decision="1234/QĐ-UBND")
    other = desk.add(9, kind=Kind.NEW, as_of="2022-05-24", period="2022")
    claims = desk.claims.assign(**periods(desk.claims, desk.papers, tie(desk.claims, desk.papers)))
    cells = choose(claims, desk.documents).cells
    cell = cells[cells["value"] == 3].iloc[0]
    assert cell["cell_id"] == "63.40.new.2021.r2.3up"
    assert set(cell["claim_ids"].split()) == {annex.claim_id, news.claim_id}
    assert (cell["n_sources"], cell["status"]) == (2, "automatic")
    assert other.claim_id not in cell["claim_ids"]
    assert document in desk.decisions["document_ids"].iloc[0]


def test_without_a_period_the_day_of_the_decision_is_the_time(desk) -> None:
    desk.paper(rows=rows(4))
    desk.add(1, kind=Kind.NEW, as_of="2022-06-01", decision="1234/QĐ-UBND")
    desk.add(500, kind=Kind.CUMULATIVE, as_of="2022-06-01", decision="1234/QĐ-UBND")
    told = periods(desk.claims, desk.papers, tie(desk.claims, desk.papers))
    assert sorted(told["period"].dropna()) == ["2022-05-20"]


def test_a_claim_without_a_decision_is_tied_to_none(desk) -> None:
    desk.paper()
    desk.add(4)
    assert tie(desk.claims, desk.papers).isna().all()


def test_a_list_of_participants_is_a_paper_and_its_act_is_told(desk) -> None:
    desk.paper(act=Act.LISTS, rows=rows(4, standing=Kind.REGISTERED))
    assert only(desk.decisions)["act"] == "lists"


def test_evidence_says_page_and_box(desk) -> None:
    from dataclasses import replace

    from extract.model import Evidence, Span

    desk.paper(rows=rows(4))
    reading = desk.readings[-1]
    text = reading.document.text
    start = text.index("Gạo thơm số 1")
    named = Evidence("name", Span.of(text, start, start + 13))
    product = replace(reading.products[0], evidence=(named,))
    desk.readings[-1] = replace(reading, products=(product,))
    (told,) = json.loads(desk.rows["evidence"].iloc[0])
    assert told["role"] == "name"
    assert told["selector"][-1] == {
        "type": "FragmentSelector",
        "value": "page=2&viewrect=72,100,200,14",
    }


@pytest.mark.parametrize(
    ("printed", "date", "key"),
    [
        ("0279/QĐ-UBND", "2022-01-27", "63.40.2022.279-UBND"),
        ("1580/QĐ-UBND-HC", "2021-01-27", "63.40.2021.1580-UBND"),
        ("2361/QĐ-BNNMT", "2025-06-26", "63.40.2025.2361-BNN"),
        ("2890/QĐ-BNN-VPĐP", "2021", "63.40.2021.2890-BNN"),
        ("377", None, "63.40._.377-_"),
        ("07/2021/NQ-HĐND", None, "63.40.2021.7-HĐND"),
    ],
)
def test_keys(printed: str, date: str | None, key: str) -> None:
    assert str(key_of(printed, date, "63.40")) == key


@pytest.mark.parametrize(
    ("decided", "until"),
    [
        ("2020-02-04", "2023-02-03"),
        ("2020-03-01", "2023-02-28"),
        ("2021-01-01", "2023-12-31"),
        ("2024-02-29", "2027-02-28"),
        ("2021-05", "2024-05"),
        ("2021", None),
        ("2019-08-20", None),  # before Quyết định 1048
        ("2019-08-21", "2022-08-20"),
    ],
)
def test_validity(decided: str, until: str | None) -> None:
    assert valid_until(decided) == until


def test_the_paper_itself_stands_before_the_news_about_it(desk) -> None:
    paper = desk.paper(rows=rows(4, 4, 3), period="2022")
    own = desk.add(3, kind=Kind.NEW, confidence=0.8, document=paper, decision="1234/QĐ-UBND")
    news = desk.add(5, kind=Kind.NEW, confidence=0.95, decision="1234/QĐ-UBND")
    documents = desk.documents.drop_duplicates("document_id")
    claims = desk.claims.assign(**periods(desk.claims, desk.papers, tie(desk.claims, desk.papers)))
    cells = choose(claims, documents, desk.papers).cells
    cell = cells[cells["value"].notna()].iloc[0]
    assert (cell["value"], cell["claim_id"], cell["status"]) == (3, own.claim_id, "disputed")
    assert cell["rival_claim_ids"] == news.claim_id
    (told,) = explain(cell["cell_id"], cells, claims, documents, desk.papers)
    assert "official paper itself" in told.why


def test_a_paper_that_names_another_is_no_copy_of_it(desk) -> None:
    paper = desk.paper("90/QĐ-UBND", "2024-12-20", act=Act.REVOKES)
    desk.add(2, kind=Kind.WITHDRAWN, document=paper, decision="15/QĐ-UBND",
             decision_date="2021-10-15")  # fmt: skip
    found = desk.decisions.set_index("number")
    assert found.loc["15/QĐ-UBND", "agreement"] == "only_news"
    assert found.loc["15/QĐ-UBND", "n_news"] == 1


def test_what_districts_got_belongs_to_the_decision_of_their_province(desk) -> None:
    district = Place(Level.DISTRICT, "Nghi Lộc", 63, "429", "Nghệ An", "40")
    other = Place(Level.DISTRICT, "Đô Lương", 63, "427", "Nghệ An", "40")
    signed = {"decision": "512/QĐ-UBND", "decision_date": "2022-05-20", "kind": Kind.NEW}
    desk.add(9, district, **signed)
    desk.add(30, "Nghệ An", **signed)
    desk.add(4, other, decision="77/QĐ-UBND", decision_date="2022-05-21", kind=Kind.NEW)
    assert sorted(desk.decisions["decision_id"]) == ["63.40.2022.512-UBND", "63.d427.2022.77-UBND"]
