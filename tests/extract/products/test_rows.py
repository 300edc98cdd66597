"""Rows of annexes in many shapes: what each cell gives."""

import pytest

from extract.model import Act, Group, Kind, Level, Maker, Place
from products.annexes import (
    FISH,
    NGHE_AN,
    PLAIN,
    RICE,
    TEA,
    TITLE,
    cell,
    decision,
    listed,
    row,
    wide,
)


def test_a_plain_row():
    (rice, tea, fish) = listed([TITLE, PLAIN, RICE, TEA, FISH]).products
    assert (rice.name, rice.producer, rice.maker) == (
        "Gạo nếp Khe Sim", "HTX Khe Sim", Maker.COOPERATIVE,
    )  # fmt: skip
    assert (rice.number, rice.score, rice.stars, rice.standing) == ("1", 86.5, 4, Kind.NEW)
    assert (rice.commune, rice.district, rice.province63, rice.province34) == (
        "Nghi Văn", "Nghi Lộc", "Nghệ An", "Nghệ An",
    )  # fmt: skip
    assert (rice.decision, rice.decision_date) == ("87/QĐ-UBND", "2022-01-11")
    assert rice.reasons == ()
    assert tea.maker is Maker.COMPANY
    assert (fish.maker, fish.district, fish.stars) == (Maker.HOUSEHOLD, "Cửa Lò", 4)


def test_every_part_has_its_evidence():
    found = listed([TITLE, PLAIN, RICE])
    spans = {e.role: e.span.text for e in found.products[0].evidence}
    assert spans["name"] == "Gạo nếp Khe Sim"
    assert spans["stars"] == "4 sao"
    assert spans["score"] == "86,5"
    assert spans["row"].startswith("1 | Gạo nếp")


@pytest.mark.parametrize(
    ("printed", "stars"),
    [("4 sao", 4), ("4*", 4), ("****", 4), ("★★★★", 4), ("Bốn sao", 4), ("04 sao", 4),
     ("Hạng 4", 4), ("4", 4), ("OCOP 4 sao", 4), ("bốn (04) sao", 4), ("4 sao (nâng hạng)", 4),
     ("★★★★☆", 4)],
)  # fmt: skip
def test_stars_in_every_form(printed, stars):
    line = row("1", "Gạo Khe Sim", "HTX Khe Sim", "xã Nghi Văn", "86", printed)
    assert listed([TITLE, PLAIN, line]).products[0].stars == stars


@pytest.mark.parametrize(
    ("printed", "score"),
    [("86,5", 86.5), ("86.50", 86.5), ("86,5/100", 86.5), ("86,5 điểm", 86.5), ("86", 86.0)],
)
def test_scores_in_every_form(printed, score):
    line = row("1", "Gạo Khe Sim", "HTX Khe Sim", "xã Nghi Văn", printed, "4 sao")
    assert listed([TITLE, PLAIN, line]).products[0].score == score


def test_titles_over_two_rows_and_numbers_of_columns():
    number, name, maker, result = map(cell, ("STT", "Sản phẩm", "Chủ thể", "Kết quả"))
    found = listed(
        [
            TITLE,
            row(number, name, maker, result, result),
            row(number, name, maker, "Điểm", "Sao"),
            row("(1)", "(2)", "(3)", "(4)", "(5)"),
            row("1", "Gạo Khe Sim", "HTX Khe Sim", "86", "4"),
        ]
    )
    (product,) = found.products
    assert (product.name, product.score, product.stars) == ("Gạo Khe Sim", 86.0, 4)


def test_marks_in_columns_of_classes():
    result, number = cell("Phân hạng"), cell("TT")
    name, maker = cell("Tên sản phẩm"), cell("Cơ sở sản xuất")
    found = listed(
        [
            TITLE,
            row(number, name, maker, result, result, result),
            row(number, name, maker, "3 sao", "4 sao", "5 sao"),
            row("1", "Gạo Khe Sim", "HTX Khe Sim", "", "x", ""),
            row("2", "Chè Đồi Sim", "HTX Đồi Sim", "x", "", ""),
            row("3", "Mắm Cửa Sót", "HKD Cửa Sót", "x", "x", ""),
        ]
    )
    assert [p.stars for p in found.products] == [4, 3, None]
    assert "several_marks" in found.products[2].reasons


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Tên sản phẩm – chủ thể", "Gạo Khe Sim (HTX nông nghiệp Khe Sim)"),
        ("Tên sản phẩm/Chủ thể", "Gạo Khe Sim - HTX nông nghiệp Khe Sim"),
        ("Sản phẩm, chủ thể", "Gạo Khe Sim HTX nông nghiệp Khe Sim"),
        ("Chủ thể/Sản phẩm", "HTX nông nghiệp Khe Sim: Gạo Khe Sim"),
    ],
)
def test_product_and_producer_in_one_cell(title, text):
    found = listed([TITLE, row("TT", title, "Điểm", "Hạng"), row("1", text, "86", "4 sao")])
    (product,) = found.products
    assert (product.name, product.producer) == ("Gạo Khe Sim", "HTX nông nghiệp Khe Sim")


def test_producer_and_address_in_one_cell():
    titles = row("TT", "Tên sản phẩm", "Tên, địa chỉ cơ sở sản xuất", "Hạng sao")
    text = "HTX Khe Sim, thôn 2, xã Nghi Văn, huyện Nghi Lộc"
    (product,) = listed([TITLE, titles, row("1", "Gạo Khe Sim", text, "4 sao")]).products
    assert product.producer == "HTX Khe Sim"
    assert product.address == "thôn 2, xã Nghi Văn, huyện Nghi Lộc"
    assert (product.commune, product.district) == ("Nghi Văn", "Nghi Lộc")


def test_a_producer_merged_over_rows_has_several_products():
    maker, place = cell("HTX Khe Sim"), cell("xã Nghi Văn, huyện Nghi Lộc")
    found = listed(
        [
            TITLE,
            row("TT", "Chủ thể", "Địa chỉ", "Tên sản phẩm", "Hạng"),
            row("1", maker, place, "Gạo nếp Khe Sim", "4 sao"),
            row("2", maker, place, "Gạo tẻ Khe Sim", "3 sao"),
        ]
    )
    assert [p.producer for p in found.products] == ["HTX Khe Sim"] * 2
    assert [p.district for p in found.products] == ["Nghi Lộc"] * 2
    assert len({p.product_id for p in found.products}) == 2


def test_names_of_one_cell_are_parted_by_their_numbers_and_doubted():
    line = row("1", "1. Gạo nếp; 2. Gạo tẻ", "HTX Khe Sim", "xã Nghi Văn", "86", "4 sao")
    found = listed([TITLE, PLAIN, line]).products
    assert [p.name for p in found] == ["Gạo nếp", "Gạo tẻ"]
    assert all("row_split" in p.reasons for p in found)


def test_names_that_a_semicolon_parts_stay_one_with_a_doubt():
    line = row("1", "Gạo nếp; Gạo tẻ", "HTX Khe Sim", "xã Nghi Văn", "86", "4 sao")
    (product,) = listed([TITLE, PLAIN, line]).products
    assert "several_products" in product.reasons


@pytest.mark.parametrize(
    "name", ["“Gạo Khe Sim”", '"Gạo Khe Sim"', "Gạo Khe Sim;", "- Gạo Khe Sim"]
)
def test_names_lose_quotes_and_marks(name):
    line = row("1", name, "HTX Khe Sim", "xã Nghi Văn", "86", "4 sao")
    assert listed([TITLE, PLAIN, line]).products[0].name == "Gạo Khe Sim"


@pytest.mark.parametrize(
    "name", ["Mật ong 4 mùa", "Rượu 39 độ", "Gạo 888", "Trà 20 gói 5 sao vàng"]
)
def test_names_keep_their_numbers(name):
    line = row("1", name, "HTX Khe Sim", "xã Nghi Văn", "86", "4 sao")
    assert listed([TITLE, PLAIN, line]).products[0].name == name


@pytest.mark.parametrize(
    ("text", "group"),
    [("Thực phẩm", Group.FOOD), ("Nhóm đồ uống", Group.DRINK), ("Thảo dược", Group.HERBAL),
     ("Dược liệu và sản phẩm từ dược liệu", Group.HERBAL), ("Vải và may mặc", Group.CRAFT),
     ("Thủ công mỹ nghệ", Group.CRAFT), ("Sinh vật cảnh", Group.ORNAMENTAL),
     ("Dịch vụ du lịch nông thôn, bán hàng", Group.TOURISM)],
)  # fmt: skip
def test_groups_of_both_laws(text, group):
    titles = row("TT", "Tên sản phẩm", "Chủ thể", "Ngành hàng")
    line = row("1", "Gạo Khe Sim", "HTX Khe Sim", text)
    assert listed([TITLE, titles, line]).products[0].group is group


@pytest.mark.parametrize(
    ("note", "standing", "before"),
    [("Công nhận lại", Kind.RE_RECOGNISED, None), ("Nâng hạng từ 3 sao", Kind.UPGRADED, None),
     ("Đánh giá mới", Kind.NEW, None), ("36 tháng", Kind.NEW, None)],
)  # fmt: skip
def test_standing_from_a_note(note, standing, before):
    titles = row("TT", "Tên sản phẩm", "Chủ thể", "Hạng sao", "Ghi chú")
    line = row("1", "Gạo Khe Sim", "HTX Khe Sim", "4 sao", note)
    (product,) = listed([TITLE, titles, line]).products
    assert (product.standing, product.stars_before) == (standing, before)


def test_a_column_of_the_class_before_tells_upgrades():
    titles = row("TT", "Tên sản phẩm", "Chủ thể", "Hạng đã công nhận", "Hạng đề nghị")
    found = listed(
        [
            TITLE,
            titles,
            row("1", "Gạo Khe Sim", "HTX Khe Sim", "3 sao", "4 sao"),
            row("2", "Chè Đồi Sim", "HTX Đồi Sim", "3 sao", "3 sao"),
        ]
    )
    assert [(p.standing, p.stars_before, p.stars) for p in found.products] == [
        (Kind.UPGRADED, 3, 4),
        (Kind.RE_RECOGNISED, None, 3),
    ]


@pytest.mark.parametrize(
    ("act", "standing"),
    [(Act.LISTS, Kind.REGISTERED), (Act.REVOKES, Kind.WITHDRAWN), (Act.FORWARDS, Kind.PROPOSED)],
)
def test_the_act_of_the_paper_gives_the_standing(act, standing):
    found = listed(["DANH SÁCH SẢN PHẨM OCOP", PLAIN, RICE, TEA], decision(act))
    assert {p.standing for p in found.products} == {standing}


def test_an_amendment_gives_no_new_products():
    found = listed(["DANH SÁCH SẢN PHẨM OCOP", PLAIN, RICE, TEA], decision(Act.AMENDS))
    assert not {p.standing for p in found.products} & {Kind.NEW, Kind.UPGRADED}


@pytest.mark.parametrize(
    ("date", "place", "potential"),
    [
        ("2022-01-11", NGHE_AN, True),
        ("2018-12-20", NGHE_AN, False),
        ("2022-01-11", Place(Level.NATION, "Việt Nam"), False),
    ],
)
def test_five_stars_of_a_province_are_potential_since_the_law_of_2019(date, place, potential):
    line = row("1", "Gạo Khe Sim", "HTX Khe Sim", "xã Nghi Văn", "92", "5 sao")
    found = listed([TITLE, PLAIN, line], decision(place=place, date=date))
    assert found.products[0].potential5 is potential


def test_the_new_map_knows_the_old_province_of_a_commune():
    phu_tho = Place(Level.PROVINCE, "Phú Thọ", 34, "25", "Phú Thọ", "25")
    titles = row("STT", "Tên sản phẩm", "Chủ thể", "Xã/phường", "Hạng sao")
    line = row("1", "Cam Cao Phong", "HTX Cao Phong", "xã Cao Phong", "4 sao")
    (product,) = listed([TITLE, titles, line], decision(place=phu_tho, date="2025-12-01")).products
    assert (product.province34, product.province63) == ("Phú Thọ", "Hòa Bình")
    assert product.place is not None
    assert (product.place.level, product.place.regime) == (Level.COMMUNE, 34)


def test_a_ministry_lists_products_of_many_provinces():
    nation = Place(Level.NATION, "Việt Nam")
    titles = row("STT", "Tên sản phẩm", "Chủ thể", "Tỉnh, thành phố", "Điểm")
    lines = [
        wide("Sản phẩm đạt hạng 5 sao", 5, "I"),
        row("1", "Gạo A Sim", "Công ty A Sim", "Nghệ An", "92"),
        row("2", "Chè B Sim", "HTX B Sim", "TP. Hà Nội", "95"),
    ]
    found = listed([TITLE, titles, *lines], decision(place=nation, date="2021-06-30"))
    assert [p.province63 for p in found.products] == ["Nghệ An", "Hà Nội"]
    assert [(p.stars, p.potential5) for p in found.products] == [(5, False)] * 2


def test_ids_hang_on_meaning_and_not_on_place_in_the_text():
    one = listed([TITLE, PLAIN, RICE]).products[0]
    two = listed(["Một dòng khác.", TITLE, PLAIN, TEA, RICE]).products[1]
    assert one.product_id == two.product_id
    assert one.product_id != listed([TITLE, PLAIN, TEA]).products[0].product_id


def test_numbered_sentences_of_a_paper_are_rows():
    found = listed(
        [
            "Điều 1. Công nhận 02 sản phẩm OCOP năm 2021, gồm:",
            "1. Gạo Khe Sim của HTX Khe Sim, xã Nghi Văn, đạt 86 điểm, xếp hạng 4 sao;",
            "2. Chè Đồi Sim của Hộ kinh doanh Lê Thị Na, xã Nghi Lâm, đạt 62 điểm, hạng 3 sao.",
        ]
    )
    assert [(p.name, p.producer, p.stars, p.score) for p in found.products] == [
        ("Gạo Khe Sim", "HTX Khe Sim", 4, 86.0),
        ("Chè Đồi Sim", "Hộ kinh doanh Lê Thị Na", 3, 62.0),
    ]
    assert [p.commune for p in found.products] == ["Nghi Văn", "Nghi Lâm"]


def test_the_sign_of_a_note_is_no_part_of_a_name():
    titles = row("TT", "Tên sản phẩm", "Chủ thể", "Hạng sao")
    rows = [
        row(str(n), name, "HTX Khe Sim", "03 (ba) sao")
        for n, name in enumerate(("Chè Sim (1)", "Gạo Sim*", "Bún Sim 2", "Rượu Sim (500 ml)"), 1)
    ]
    found = listed([TITLE, titles, *rows]).products
    assert [p.name for p in found] == ["Chè Sim", "Gạo Sim", "Bún Sim 2", "Rượu Sim (500 ml)"]
    assert {p.stars for p in found} == {3}
