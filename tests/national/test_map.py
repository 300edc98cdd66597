from __future__ import annotations

from xml.etree import ElementTree

import pytest

from extract.places.gazetteer import gazetteer
from national.map import BREAKS, draw
from national.table import provinces_table
from national.tiles import tiles

SVG = "{http://www.w3.org/2000/svg}"


def _tiles(desk, regime: int) -> dict[str, ElementTree.Element]:
    svg = ElementTree.fromstring(draw(provinces_table(desk.choose().cells, regime), regime))
    groups = svg.findall(f"{SVG}g")
    return {str(g.findtext(f"{SVG}title")).split(":")[0]: g for g in groups}


def _fill(tile: ElementTree.Element) -> str:
    rect = tile.find(f"{SVG}rect")
    assert rect is not None
    return rect.attrib["fill"]


@pytest.mark.parametrize("regime", [63, 34])
def test_every_province_has_one_tile_of_its_own(regime) -> None:
    squares = tiles(regime)
    codes = sorted(tile.code for tile in squares if tile.code)
    assert codes == [unit.code for unit in gazetteer().provinces(regime)]
    assert len({(tile.column, tile.row) for tile in squares}) == regime + 2
    assert len(BREAKS[regime]) == 5


@pytest.mark.parametrize("regime", [63, 34])
def test_the_archipelagos_are_there_and_belong_to_their_provinces(desk, regime) -> None:
    desk.add(350, "Đà Nẵng", regime=regime)
    drawn = _tiles(desk, regime)
    assert _fill(drawn["Hoàng Sa (Đà Nẵng)"]) == _fill(drawn["Đà Nẵng"]) != "url(#hatch)"
    assert _fill(drawn["Trường Sa (Khánh Hòa)"]) == "url(#hatch)"


def test_colour_follows_the_number_and_silence_is_hatched(desk) -> None:
    desk.add(99, "Huế")
    desk.add(100, "Hà Nam")
    desk.add(2167, "Hà Nội")
    drawn = _tiles(desk, 63)
    assert len({_fill(drawn[name]) for name in ("Huế", "Hà Nam", "Hà Nội", "Cà Mau")}) == 4
    assert _fill(drawn["Cà Mau"]) == "url(#hatch)"
    assert "2.167" in ElementTree.tostring(drawn["Hà Nội"], encoding="unicode")


def test_disputed_and_doubtful_are_marked(desk) -> None:
    desk.add(403)
    desk.add(405)
    desk.add(77, "Huế", confidence=0.2)
    drawn = _tiles(desk, 63)
    assert drawn["Nghệ An"].find(f"{SVG}path") is not None
    assert drawn["Huế"].find(f"{SVG}path") is None
    rect = drawn["Huế"].find(f"{SVG}rect")
    assert rect is not None
    assert "stroke-dasharray" in rect.attrib


def test_a_sum_of_predecessors_stands_in_brackets_on_a_hatched_tile(desk) -> None:
    desk.add(270, "Hà Giang")
    desk.add(230, "Tuyên Quang")
    tile = _tiles(desk, 34)["Tuyên Quang"]
    assert _fill(tile) == "url(#hatch)"
    assert "(500)" in ElementTree.tostring(tile, encoding="unicode")


def test_words_of_the_table_cannot_break_the_drawing(desk) -> None:
    table = provinces_table(desk.choose().cells, 63)
    table.loc[table["name"] == "Cà Mau", "name"] = "<script>&"
    ElementTree.fromstring(draw(table, 63))
