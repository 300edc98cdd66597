"""Places told together, on either map and without a name: the candidates of a count."""

import pytest

from extract.claims.choice import ByWeights
from extract.claims.counts import find_counts
from extract.claims.place_eras import of_former_before, other_map, speaks_of_merger
from extract.claims.place_meaning import meanings, section_subject
from extract.claims.places import choose_places
from extract.claims.scene import build
from extract.claims.several import in_turn, runs_of
from extract.claims.weights import HAND
from extract.documents.plain import from_text
from extract.model import SourceInfo


def scene_of(text, province=None, published="2023-06-15"):
    source = SourceInfo("Cổng thông tin", "portal", province)
    return build(from_text(text, document_id="t", published=published, source=source))


def counts_of(scene):
    return find_counts(scene, ByWeights(HAND))


def names(run):
    return [mention.value.place.name for mention in run.mentions]


def runs(text, province):
    scene = scene_of(text, province)
    counts = counts_of(scene)
    return [(names(run), run.features) for run in runs_of(scene, counts, counts[-1])]


def test_units_that_have_so_many_each_are_a_run():
    (found,) = runs("Diễn Châu và Yên Thành mỗi huyện có 9 sản phẩm OCOP.", "Nghệ An")
    assert found[0] == ["Diễn Châu", "Yên Thành"]
    assert "run.each" in found[1]


def test_units_behind_the_number_are_a_run_too():
    text = "Mỗi huyện có 5 sản phẩm OCOP 3 sao (Diễn Châu, Yên Thành, Nam Đàn)."
    found = runs(text, "Nghệ An")
    assert found[-1][0] == ["Diễn Châu", "Yên Thành", "Nam Đàn"]
    assert "run.after.each" in found[-1][1]


def test_one_unit_is_no_run():
    assert runs("Diễn Châu có 9 sản phẩm OCOP.", "Nghệ An") == []


def test_numbers_in_turn_meet_their_units():
    scene = scene_of("Diễn Châu, Yên Thành dẫn đầu, lần lượt có 12 và 9 sản phẩm OCOP.", "Nghệ An")
    counts = counts_of(scene)
    told = [in_turn(scene, counts, count).value.place.name for count in counts]
    assert told == ["Diễn Châu", "Yên Thành"]


def test_rows_of_unequal_length_do_not_meet():
    scene = scene_of("Diễn Châu, Yên Thành lần lượt có 12, 9 và 3 sản phẩm OCOP.", "Nghệ An")
    counts = counts_of(scene)
    assert [in_turn(scene, counts, count) for count in counts] == [None] * len(counts)


def test_a_province_of_both_maps_has_a_twin():
    scene = scene_of("Lâm Đồng có 5 sản phẩm OCOP.", "Lâm Đồng", "2025-10-01")
    twin = other_map(scene.home.place())
    assert (twin.name, twin.regime) == ("Lâm Đồng", 63)


def test_a_province_that_is_no_more_has_none():
    scene = scene_of("Đắk Nông có 5 sản phẩm OCOP.", "Đắk Nông", "2023-10-01")
    assert other_map(scene.home.place()) is None


@pytest.mark.parametrize(
    ("text", "speaks"),
    [("Sau sáp nhập, tỉnh có 5 sản phẩm OCOP.", True), ("Tỉnh có 5 sản phẩm OCOP.", False)],
)
def test_only_a_text_about_the_merger_needs_two_maps(text, speaks):
    assert speaks_of_merger(scene_of(text)) is speaks


def meant(scene):
    count = counts_of(scene)[-1]
    mention = count.sentence.units[-1]
    return {place.name for place, _ in meanings(scene, mention, count, None)}


def test_the_city_without_a_name_is_the_only_one_of_the_province():
    assert "Lai Châu" in meant(scene_of("Thành phố có 4 sản phẩm OCOP.", "Lai Châu"))


def test_the_whole_district_is_one_told_before():
    scene = scene_of("Huyện Nam Đàn họp sơ kết.\n\nToàn huyện có 4 sản phẩm OCOP.", "Nghệ An")
    assert meant(scene) == {"Nam Đàn"}


def test_a_part_between_blank_lines_has_the_unit_that_it_opens_with():
    scene = scene_of("■ Nghệ An\n- Tổng: 12 sản phẩm OCOP\n\n■ Hà Tĩnh\n- Tổng: 8 sản phẩm OCOP")
    count = counts_of(scene)[-1]
    assert section_subject(scene, count).name == "Hà Tĩnh"


@pytest.mark.parametrize(
    ("text", "regime"),
    [
        ("Cà Mau, ngày 15/01/2026\nCăn cứ Quyết định ngày 02/12/2025: 5 sản phẩm OCOP.", 34),
        ("Phấn đấu đến 31/12/2025 có 5 sản phẩm OCOP.", 63),
        ("Thứ hai, 16/01/2026\nNgày 18/11/2020, UBND tỉnh công nhận 5 sản phẩm OCOP.", 63),
    ],
)
def test_a_text_without_a_day_is_of_the_map_that_its_days_tell(text, regime):
    document = from_text(text, document_id="t", source=SourceInfo("x", "portal", "Cà Mau"))
    assert build(document).regime == regime


def test_each_may_stand_before_the_units():
    text = "Mỗi huyện Diễn Châu, Yên Thành có tối thiểu 2 sản phẩm OCOP 4 sao."
    (found,) = runs(text, "Nghệ An")
    assert "run.each" in found[1]


def test_a_number_of_each_commune_is_not_the_name_of_the_programme():
    scene = scene_of("Diễn Lạc, Yên Hậu mỗi xã 1 sản phẩm OCOP 3 sao.", "Nghệ An")
    assert [count.number.value for count in counts_of(scene)] == [1]
    scene = scene_of("Chương trình mỗi xã 1 sản phẩm (OCOP) ở Nghệ An.", "Nghệ An")
    assert counts_of(scene) == []


def after_former(text):
    scene = scene_of(text, "Bắc Ninh", "2025-10-01")
    counts = counts_of(scene)
    chosen = choose_places(scene, counts, {}, ByWeights(HAND))
    return set(of_former_before(scene, counts, len(counts) - 1, chosen))


def test_the_sum_of_former_provinces_is_known():
    told = after_former(
        "Tỉnh Bắc Giang cũ có 389 sản phẩm OCOP, tỉnh Bắc Ninh cũ có 141 sản phẩm OCOP. "
        "Gộp lại 530 sản phẩm OCOP."
    )
    assert {"former_before", "former_before.sums_up", "former_before.their_sum"} <= told


def test_a_number_after_one_former_province_is_no_sum():
    told = after_former("Tỉnh Bắc Giang cũ có 389 sản phẩm OCOP, có 12 sản phẩm OCOP 4 sao.")
    assert told == {"former_before"}
