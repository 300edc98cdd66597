"""Names, aliases and codes to units; old map to new map."""

import unicodedata
from collections import Counter

import pytest

from extract.model import Level
from extract.places.gazetteer import Gazetteer, gazetteer


@pytest.fixture(scope="module")
def units() -> Gazetteer:
    return gazetteer()


def test_there_are_63_and_34_provinces_696_districts_and_3321_communes(units: Gazetteer) -> None:
    assert [len(units.provinces(regime)) for regime in (63, 34)] == [63, 34]
    districts = [d for p in units.provinces(63) for d in units.districts_of(p.code)]
    assert sum(d.valid_to == "2025-06-30" for d in districts) == 696
    communes = [c for p in units.provinces(34) for c in units.communes_of(p.code)]
    assert Counter(c.kind for c in communes) == {"xã": 2611, "phường": 697, "đặc khu": 13}


def test_codes_and_iso_codes_are_unique_in_a_map(units: Gazetteer) -> None:
    for regime in (63, 34):
        provinces = units.provinces(regime)
        assert len({p.code for p in provinces}) == len({p.iso for p in provinces}) == regime


def test_every_old_province_goes_into_one_new_one_and_back(units: Gazetteer) -> None:
    seen = [old.code for new in units.provinces(34) for old in units.predecessors(new.code)]
    assert sorted(seen) == sorted(p.code for p in units.provinces(63))
    for new in units.provinces(34):
        assert new.name in {old.name for old in units.predecessors(new.code)}


@pytest.mark.parametrize(
    ("old", "new"),
    [("Hà Giang", "Tuyên Quang"), ("Bắc Giang", "Bắc Ninh"), ("Bình Định", "Gia Lai")],
)
def test_successors(units: Gazetteer, old: str, new: str) -> None:
    before = units.province(old, 63)
    assert before is not None
    assert units.successor(before.code).name == new
    assert units.province(old, 34) is None


def test_the_same_code_means_another_province_in_the_other_map(units: Gazetteer) -> None:
    old, new = units.province("24", 63), units.province("24", 34)
    assert old is not None
    assert new is not None
    assert (old.name, new.name) == ("Bắc Giang", "Bắc Ninh")


def test_an_unknown_old_code_has_no_successor(units: Gazetteer) -> None:
    with pytest.raises(KeyError):
        units.successor("03")


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("dong thap", "Đồng Tháp"),
        ("ĐỒNG THÁP", "Đồng Tháp"),
        (unicodedata.normalize("NFD", "Đồng Tháp"), "Đồng Tháp"),
        ("tỉnh Ðiện Biên", "Điện Biên"),
        ("Hoà Bình", "Hòa Bình"),
        ("Thừa Thiên – Huế", "Huế"),
        ("tỉnh Thừa Thiên Huế", "Huế"),
        ("BR–VT", "Bà Rịa - Vũng Tàu"),
        ("bà rịa vũng tàu", "Bà Rịa - Vũng Tàu"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("tp ho chi minh", "Hồ Chí Minh"),
        ("Đắc Lắc", "Đắk Lắk"),
        ("xứ Lạng", "Lạng Sơn"),
        ("VN-54", "Bắc Giang"),
        ("24", "Bắc Giang"),
    ],
)
def test_lookup_finds_old_provinces_however_they_are_typed(
    units: Gazetteer, query: str, name: str
) -> None:
    found = units.lookup(query, regime=63, level=Level.PROVINCE)
    assert [unit.name for unit in found] == [name]


def test_lookup_gives_the_province_before_its_town_and_the_new_map_first(units: Gazetteer) -> None:
    found = [(u.level.value, u.regime, u.code) for u in units.lookup("Bac Ninh")]
    assert found == [("province", 34, "24"), ("province", 63, "27"), ("district", 63, "256")]


def test_a_level_word_narrows_the_lookup(units: Gazetteer) -> None:
    assert [u.code for u in units.lookup("huyện Điện Biên")] == ["100"]
    assert [u.code for u in units.lookup("tp bac giang")] == ["213"]
    assert {u.province for u in units.lookup("huyen chau thanh")} >= {"Tiền Giang", "An Giang"}


def test_diacritics_in_the_query_shut_out_other_names(units: Gazetteer) -> None:
    assert {u.name for u in units.lookup("quang binh")} == {"Quảng Bình", "Quang Bình"}
    assert {u.name for u in units.lookup("Quang Bình")} == {"Quang Bình"}


@pytest.mark.parametrize("query", ["", "   ", "Atlantis", "tỉnh", "'; DROP TABLE", "999999", "("])
def test_what_is_no_name_finds_nothing(units: Gazetteer, query: str) -> None:
    assert units.lookup(query) == ()


def test_dissolved_districts_are_known(units: Gazetteer) -> None:
    (hoanh_bo,) = units.lookup("Hoành Bồ", level=Level.DISTRICT)
    assert (hoanh_bo.code, hoanh_bo.valid_to, hoanh_bo.successor) == ("204", "2019-12-31", "193")


def test_it_is_loaded_once() -> None:
    assert gazetteer() is gazetteer()
