from __future__ import annotations

import pandas as pd
import pytest

from extract.model import Comparator, Kind
from national.latest import latest
from national.table import provinces_table


def _row(desk, name: str, regime: int = 63) -> pd.Series:
    table = provinces_table(desk.choose().cells, regime)
    return table.set_index("name").loc[name]


@pytest.mark.parametrize("regime", [63, 34])
def test_one_row_for_each_province_even_if_nothing_is_known(desk, regime) -> None:
    desk.add(10322, desk.place("Nghệ An"), as_of="2023-12-06")
    table = provinces_table(desk.choose().cells, regime)
    assert len(table) == regime
    assert table["code"].is_unique
    huế = table.set_index("name").loc["Huế"]
    assert huế["cumulative_3plus_status"] == "missing"
    assert pd.isna(huế["cumulative_3plus"])


def test_the_latest_of_each_class(desk) -> None:
    desk.add(403, as_of="2022-12-31")
    desk.add(648, as_of="2024-06-30")
    desk.add(500, as_of="2024")
    desk.add(30, stars=(4,), as_of="2023-05")
    desk.add(1, stars=(5,), as_of="2021")
    desk.add(2, stars=(5,), potential5=True, as_of="2021")
    row = _row(desk, "Nghệ An")
    assert (row["cumulative_3plus"], row["cumulative_3plus_as_of"]) == (500, "2024")
    assert (row["cumulative_4"], row["cumulative_4_as_of"]) == (30, "2023-05")
    assert (row["cumulative_5"], row["cumulative_potential5"]) == (1, 2)
    assert row["cumulative_3_status"] == "missing"
    assert row["cumulative_3plus_cell"] == "63.40.cumulative.2024.3up"


def test_a_finer_time_that_ends_with_the_coarse_one_is_later(desk) -> None:
    desk.add(400, as_of="2022")
    desk.add(403, as_of="2022-12-31")
    assert _row(desk, "Nghệ An")["cumulative_3plus"] == 403


def test_a_doubtful_number_stands_only_alone(desk) -> None:
    desk.add(403, as_of="2022")
    desk.add(999, as_of="2024", confidence=0.2)
    desk.add(77, "Huế", as_of="2024", confidence=0.2)
    assert _row(desk, "Nghệ An")["cumulative_3plus"] == 403
    huế = _row(desk, "Huế")
    assert (huế["cumulative_3plus"], huế["cumulative_3plus_status"]) == (77, "doubtful")


def test_series_are_not_mixed(desk) -> None:
    desk.add(305, kind=Kind.IN_FORCE, as_of="2024-02")
    desk.add(139, kind=Kind.NEW, period="2025")
    desk.add(700, kind=Kind.FORECAST, as_of="2026")
    row = _row(desk, "Nghệ An")
    assert row["cumulative_3plus_status"] == "missing"
    assert (row["in_force_3plus"], row["new_3plus"]) == (305, 139)


def test_new_is_of_the_latest_year_and_never_a_sum(desk) -> None:
    desk.add(48, kind=Kind.NEW, period="2019")
    desk.add(11, kind=Kind.NEW, period="2020", round=1)
    desk.add(8, kind=Kind.NEW, period="2020", round=2)
    row = _row(desk, "Nghệ An")
    assert (row["new_3plus"], row["new_3plus_as_of"], row["new_3plus_round"]) == (8, "2020", 2)
    desk.add(25, kind=Kind.NEW, period="2020")
    row = _row(desk, "Nghệ An")
    assert row["new_3plus"] == 25
    assert pd.isna(row["new_3plus_round"])


def test_the_next_target_is_the_first_after_the_latest_result(desk) -> None:
    for count, year in ((300, "2020"), (650, "2025"), (900, "2030")):
        desk.add(count, kind=Kind.TARGET, as_of=year, comparator=Comparator.AT_LEAST)
    desk.add(403, as_of="2022-12-31")
    row = _row(desk, "Nghệ An")
    assert (row["target_3plus"], row["target_3plus_as_of"]) == (650, "2025")
    assert row["target_3plus_comparator"] == "at_least"


@pytest.mark.parametrize("as_of", ["2031-01-01", None])
def test_without_a_target_ahead_the_last_one_stands(desk, as_of) -> None:
    for count, year in ((300, "2020"), (650, "2025")):
        desk.add(count, kind=Kind.TARGET, as_of=year)
    desk.add(403, as_of=as_of)
    assert _row(desk, "Nghệ An")["target_3plus"] == 650


def test_decision_and_claims_of_what_is_shown(desk) -> None:
    old = desk.add(48, kind=Kind.NEW, period="2019", decision="303/QĐ-UBND")
    new = desk.add(139, kind=Kind.NEW, period="2021", decision="279/QĐ-UBND")
    total = desk.add(405, as_of="2023-01-17")
    aim = desk.add(650, kind=Kind.TARGET, as_of="2025", decision="9/QĐ-UBND")
    row = _row(desk, "Nghệ An")
    assert row["decision"] == "279/QĐ-UBND"
    assert set(row["claims"].split()) == {c.claim_id for c in (new, total, aim)}
    assert old.claim_id not in row["claims"]


def test_a_new_province_uses_only_claims_of_the_34(desk) -> None:
    desk.add(489, "Nam Định", as_of="2025-05")
    desk.add(209, "Ninh Bình", as_of="2025-04-30")
    row = _row(desk, "Ninh Bình", 34)
    assert row["cumulative_3plus_status"] == "missing"
    assert row["inferred_cumulative_3plus_status"] == "missing"
    assert row["inferred_cumulative_3plus_lacking"] == "Hà Nam"
    assert pd.isna(row["inferred_cumulative_3plus"])


def test_the_sum_of_predecessors_is_inferred_and_stands_apart(desk) -> None:
    desk.add(489, "Nam Định", as_of="2025-05")
    desk.add(209, "Ninh Bình", as_of="2025-04-30")
    desk.add(157, "Hà Nam", as_of="2024")
    desk.add(980, "Ninh Bình", as_of="2025-10", regime=34)
    row = _row(desk, "Ninh Bình", 34)
    assert row["cumulative_3plus"] == 980
    assert row["inferred_cumulative_3plus"] == 489 + 209 + 157
    assert row["inferred_cumulative_3plus_as_of"] == "2024/2025-05"
    assert row["inferred_cumulative_3plus_status"] == "inferred"
    assert row["inferred_cumulative_3plus_comparator"] == "exact"
    assert row["inferred_cumulative_3plus_cells"].split() == [
        "63.35.cumulative.2024.3up",
        "63.36.cumulative.2025-05.3up",
        "63.37.cumulative.2025-04-30.3up",
    ]
    assert row["inferred_in_force_3plus_status"] == "missing"


def test_a_rounded_part_makes_a_rounded_sum_and_a_doubtful_one_none(desk) -> None:
    desk.add(270, "Hà Giang")
    desk.add(200, "Tuyên Quang", comparator=Comparator.MORE_THAN)
    assert _row(desk, "Tuyên Quang", 34)["inferred_cumulative_3plus_comparator"] == "about"
    desk.add(90, "Cà Mau")
    desk.add(160, "Bạc Liêu", confidence=0.2)
    assert _row(desk, "Cà Mau", 34)["inferred_cumulative_3plus_lacking"] == "Bạc Liêu"


def test_kin(desk) -> None:
    assert _row(desk, "Hà Giang")["successor"] == "Tuyên Quang"
    assert _row(desk, "Ninh Bình", 34)["predecessors"] == "Hà Nam; Nam Định; Ninh Bình"


def test_latest_until_a_day(desk) -> None:
    for count, day in ((1, "2021-06-30"), (2, "2022"), (3, "2023-01-01")):
        desk.add(count, as_of=day)
    cells = desk.choose().cells
    assert latest(cells, until=20221231)["value"].tolist() == [2]
    assert latest(cells, until=20221230)["value"].tolist() == [1]
    assert latest(cells, until=20200101).empty
