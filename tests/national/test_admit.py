from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from extract.model import Kind, Level, Place
from national.admit import admit


def _reasons(claims: pd.DataFrame) -> dict[int, str]:
    left_out = admit(claims).left_out
    return dict(zip(left_out["count"], left_out["reason"], strict=True))


@pytest.mark.parametrize(
    ("place", "reason", "for_review"),
    [
        (Place(Level.DISTRICT, "Diễn Châu", province="Nghệ An"), "below_province", False),
        (Place(Level.COMMUNE, "Thiên Cầm", 34, province="Hà Tĩnh"), "below_province", False),
        (Place(Level.REGION, "Tây Nguyên"), "region", False),
        (Place(Level.PROVINCE, None), "unknown_place", True),
        (Place(Level.PROVINCE, "Quảng Đông"), "unknown_place", True),
        # Merged on 2025-07-01: no province of the 34 is called so.
        (Place(Level.PROVINCE, "Hà Giang", 34), "unknown_place", True),
    ],
)
def test_only_the_nation_and_known_provinces_enter(desk, place, reason, for_review) -> None:
    desk.add(48, place)
    admission = admit(desk.claims)
    assert admission.entering.empty
    assert admission.left_out["reason"].tolist() == [reason]
    assert admission.left_out["for_review"].tolist() == [for_review]


def test_a_city_is_not_the_province_of_its_name(desk) -> None:
    desk.add(37, Place(Level.DISTRICT, "Thái Nguyên", province="Thái Nguyên", province_code="19"))
    assert _reasons(desk.claims) == {37: "below_province"}


def test_the_name_decides_where_a_code_means_another_province(desk) -> None:
    # 24 was Bắc Giang in the map of 63 and is Bắc Ninh in the map of 34.
    desk.add(93, Place(Level.PROVINCE, "Bắc Ninh", 63, code="24", province_code="24"))
    desk.add(94, Place(Level.PROVINCE, "Bắc Ninh", 34))
    entering = admit(desk.claims).entering.set_index("count")
    assert entering.loc[93, "province_code"] == "27"
    assert entering.loc[94, "province_code"] == "24"


def test_a_code_alone_is_enough(desk) -> None:
    desk.add(93, Place(Level.PROVINCE, None, 63, code="40"))
    desk.add(94, Place(Level.PROVINCE, None, 63, code="99"))
    admission = admit(desk.claims)
    assert admission.entering["province_code"].tolist() == ["40"]
    assert admission.left_out["count"].tolist() == [94]


def test_the_nation_enters_without_a_code(desk) -> None:
    desk.add(8867, Place(Level.NATION, "Việt Nam"))
    assert admit(desk.claims).entering["province_code"].tolist() == ["VN"]


@pytest.mark.parametrize(
    ("kind", "period", "as_of", "time"),
    [
        (Kind.NEW, "2021", "2022-01-27", "2021"),
        (Kind.NEW, None, "2022-01-27", "2022-01-27"),
        (Kind.CUMULATIVE, "2021", "2022-01-27", "2022-01-27"),
        (Kind.CUMULATIVE, "2018/2020", None, "2018/2020"),
        (Kind.TARGET, "2021/2025", "2025-12-31", "2025-12-31"),
    ],
)
def test_flows_are_told_by_period_and_stocks_by_day(desk, kind, period, as_of, time) -> None:
    desk.add(48, kind=kind, period=period, as_of=as_of)
    assert admit(desk.claims).entering["time"].tolist() == [time]


def test_the_round_is_a_matter_of_flows(desk) -> None:
    desk.add(48, kind=Kind.NEW, period="2021", round=2)
    desk.add(405, round=2)
    entering = admit(desk.claims).entering.set_index("count")
    assert entering.loc[48, "round"] == 2
    assert pd.isna(entering.loc[405, "round"])


def test_no_time_and_no_readable_time_are_for_review(desk) -> None:
    desk.add(1, as_of=None)
    desk.add(2, as_of="31/12/2022")
    assert _reasons(desk.claims) == {1: "unknown_time", 2: "unreadable_time"}
    assert admit(desk.claims).left_out["for_review"].all()


def test_a_part_with_the_key_of_its_total_is_no_rival(desk) -> None:
    batch = desk.add(103, kind=Kind.NEW, period="2025")
    desk.add(87, kind=Kind.NEW, period="2025", part_of=batch.claim_id)
    desk.add(16, kind=Kind.RE_RECOGNISED, period="2025", part_of=batch.claim_id)
    desk.add(70, kind=Kind.NEW, period="2025", stars=(3,), part_of=batch.claim_id)
    assert _reasons(desk.claims) == {87: "part_of_its_total"}
    cells = desk.cells()
    assert sorted(cells["value"]) == [16, 70, 103]
    assert set(cells["status"]) == {"automatic"}


def test_a_part_of_a_total_that_nobody_has_read_enters(desk) -> None:
    desk.add(87, kind=Kind.NEW, period="2025", part_of="0123456789abcdef")
    assert admit(desk.claims).left_out.empty


def test_nothing_is_lost(crowd) -> None:
    desk = crowd(300, 5)
    desk.add(7, replace(desk.place("Huế"), level=Level.REGION))
    admission = admit(desk.claims)
    assert len(admission.entering) + len(admission.left_out) == len(desk.claims)
    inside = set(admission.entering["claim_id"])
    assert inside | set(admission.left_out["claim_id"]) == set(desk.claims["claim_id"])
