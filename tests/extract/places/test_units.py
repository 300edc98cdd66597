"""The tables of units and the calendar of the two maps."""

import pytest

from extract.model import Level
from extract.places.units import load_provinces, regime_on, rows


@pytest.mark.parametrize(
    ("date", "regime"),
    [
        ("2025-06-30", 63),
        ("2025-07-01", 34),
        ("2025-07", 34),
        ("2025-06", 63),
        ("2025", 63),
        ("2026", 34),
        ("2018/2020", 63),
        ("2021/2026", 34),
        ("2026-02-25T08:00", 34),
    ],
)
def test_the_new_map_holds_from_july_2025(date: str, regime: int) -> None:
    assert regime_on(date) == regime


@pytest.mark.parametrize("date", ["", "hôm qua", "25-07-01", "/"])
def test_a_date_without_year_is_refused(date: str) -> None:
    with pytest.raises(ValueError, match="EDTF"):
        regime_on(date)


def test_a_table_with_other_columns_is_refused() -> None:
    with pytest.raises(ValueError, match=r"regions\.csv: columns are"):
        list(rows("regions.csv", ("alias", "name", "surprise")))


def test_centrally_run_cities_and_when_they_became_so() -> None:
    since = {(u.regime, u.name): u.city_since for u in load_provinces() if u.city_since}
    assert since[63, "Huế"] == "2025-01-01"
    assert since[34, "Đồng Nai"] == "2026-04-30"
    assert sum(regime == 63 for regime, _ in since) == 6
    assert sum(regime == 34 for regime, _ in since) == 7


def test_a_unit_becomes_a_place_in_its_own_map() -> None:
    bac_ninh = next(u for u in load_provinces() if (u.regime, u.code) == (34, "24"))
    place = bac_ninh.place("tỉnh Bắc Ninh")
    assert (place.level, place.name, place.regime) == (Level.PROVINCE, "Bắc Ninh", 34)
    assert (place.code, place.province, place.printed) == ("24", "Bắc Ninh", "tỉnh Bắc Ninh")
    assert bac_ninh.place().printed == "Bắc Ninh"
