"""Lists that name the producer before its products."""

import pytest

from products.annexes import TITLE, listed

RICE, BUN, TEA = "Gạo nếp Khe Sim", "Bún Khe Sim", "Chè Đồi Sim"
COOP, FIRM = "HTX Khe Sim", "Công ty TNHH Đồi Sim"
ARTICLE = "Điều 1. Công nhận 03 sản phẩm OCOP đạt 4 sao:"


def told(*lines):
    return [(p.name, p.producer, p.stars) for p in listed((TITLE, *lines)).products]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"1. {COOP}: {RICE}, 4 sao;", f"2. {FIRM}: {TEA}, 3 sao."),
        (f"- {COOP}: sản phẩm {RICE} đạt 4 sao", f"- {FIRM}: sản phẩm {TEA} đạt 3 sao"),
        (f"a) {COOP} với sản phẩm {RICE}, xếp hạng 4 sao", f"b) {FIRM} với sản phẩm {TEA} (3 sao)"),
        (f"1. {COOP} - sản phẩm {RICE} - 4 sao", f"2. {FIRM} – sản phẩm {TEA} – 3 sao"),
        (f"+ {COOP} có sản phẩm “{RICE}” đạt 4 sao", f"+ {FIRM} có sản phẩm “{TEA}” đạt 3 sao"),
        (f"1. {COOP} có 01 sản phẩm đạt 4 sao: {RICE}", f"2. {FIRM} có 01 sản phẩm 3 sao là {TEA}"),
        (f"1. {COOP}: 01 sản phẩm 4 sao ({RICE})", f"2. {FIRM}: 01 sản phẩm 3 sao ({TEA})"),
        (f"{COOP}: {RICE}, đạt 4 sao", f"{FIRM}: {TEA}, đạt 3 sao"),
    ],
)
def test_one_line_for_a_producer_and_its_product(first, second):
    assert told(first, second) == [(RICE, COOP, 4), (TEA, FIRM, 3)]


def test_several_products_of_one_line_have_results_of_their_own():
    first = f"1. {COOP} (địa chỉ: xã Nghi Văn; ĐT: 0912): {RICE} (4 sao, 86,5 điểm), {BUN} (3 sao)"
    found = listed((TITLE, first, f"2. {FIRM}: {TEA}, 62 điểm, 3 sao")).products
    assert [(p.name, p.stars, p.score) for p in found] == [
        (RICE, 4, 86.5),
        (BUN, 3, None),
        (TEA, 3, 62),
    ]
    assert [p.address for p in found] == ["xã Nghi Văn", "xã Nghi Văn", ""]


def test_products_in_lines_below_their_producer():
    first = (f"1. {COOP}", f"- {RICE}: 4 sao", f"- {BUN}: 3 sao")
    second = (f"2. {FIRM}, xã Nghi Lâm:", f"- {TEA}, đạt 62 điểm, hạng 3 sao;")
    assert told(*first, *second) == [(RICE, COOP, 4), (BUN, COOP, 3), (TEA, FIRM, 3)]


def test_a_printed_number_of_products_is_held_to_the_lines_below():
    lines = (f"1. {COOP} có 03 sản phẩm đạt 4 sao:", f"a) {RICE}", f"b) {BUN}")
    found = listed((TITLE, *lines)).products
    assert [(p.name, p.stars) for p in found] == [(RICE, 4), (BUN, 4)]
    assert all("rows_against_head" in p.reasons for p in found)
    found = listed((TITLE, lines[0].replace("03", "02"), *lines[1:])).products
    assert all(p.reasons == () for p in found)


def test_the_article_above_gives_the_class():
    lines = (f"- {COOP} (xã Nghi Văn): {RICE} và {BUN};", f"- {FIRM}: {TEA}.")
    assert [(p.name, p.stars) for p in listed((ARTICLE, *lines)).products] == [
        (RICE, 4),
        (BUN, 4),
        (TEA, 4),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (f"1. {COOP}: Tiếp tục duy trì sản phẩm đã đạt 3 sao;", f"2. {FIRM}: Hoàn thiện bao bì;"),
        (f"1. {COOP} có trách nhiệm duy trì sản phẩm.", f"2. {FIRM} có 02 sản phẩm đạt 4 sao."),
        (f"1. {COOP}", f"2. {FIRM}", "3. Hộ kinh doanh Lê Thị Na"),
        (f"1. {COOP}: thưởng 10 triệu đồng", f"2. {FIRM}: thưởng 5 triệu đồng"),
        (f"- {COOP};", "- Lưu: VT, NN."),
    ],
)
def test_what_is_said_of_producers_is_no_product(lines):
    assert told(*lines) == []


def test_a_product_that_failed_is_told_as_such():
    found = listed((TITLE, f"1. {COOP}: {RICE}, 4 sao", f"2. {FIRM}: {TEA}, không đạt 3 sao"))
    assert [("not_recognised" in p.reasons, p.stars) for p in found.products] == [
        (False, 4),
        (True, None),
    ]


def test_the_class_stands_behind_an_address():
    lines = [f"{n}. {name} của {COOP}, xã Nghi Văn: 4 sao" for n, name in enumerate((RICE, BUN), 1)]
    found = listed((TITLE, *lines)).products
    assert [(p.name, p.address, p.stars) for p in found] == [
        (RICE, "xã Nghi Văn", 4),
        (BUN, "xã Nghi Văn", 4),
    ]


def test_a_name_may_hold_stars_of_its_own():
    lines = [f"1. {COOP}: Rượu Ba Sao, 4 sao", f"2. {FIRM}: {TEA}, 3 sao"]
    assert told(*lines)[0] == ("Rượu Ba Sao", COOP, 4)
