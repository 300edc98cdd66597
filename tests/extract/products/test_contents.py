"""Columns under titles that nobody knows, told by what their cells hold."""

from products.annexes import TITLE, decision, listed, row

ROWS = (
    ("1", "Gạo nếp Khe Sim", "HTX Khe Sim", "xã Nghi Văn", "86,5", "4 sao"),
    ("2", "Chè Đồi Sim", "Công ty TNHH Đồi Sim", "xã Nghi Lâm", "62", "3 sao"),
    ("3", "Mắm Cửa Sót", "Hộ kinh doanh Lê Thị Na", "xã Nghi Hải", "61", "3 sao"),
)


def read(*titles):
    return listed((TITLE, row(*titles), *(row(*cells) for cells in ROWS)), decision()).products


def test_legal_forms_tell_producers_and_classes_stars():
    found = read("TT", "Tên sản phẩm", "Bên trình bày", "Địa chỉ", "Điểm", "Mức ghi nhận")
    assert [(p.producer, p.stars) for p in found] == [
        ("HTX Khe Sim", 4),
        ("Công ty TNHH Đồi Sim", 3),
        ("Hộ kinh doanh Lê Thị Na", 3),
    ]


def test_a_known_title_is_believed_before_cells():
    found = read("TT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Điểm", "Đã công nhận")
    assert [p.stars for p in found] == [None, None, None]


def test_no_score_is_told_by_figures_alone():
    found = read("TT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Chỉ tiêu phụ", "Hạng sao")
    assert [p.score for p in found] == [None, None, None]


def test_titles_in_two_rows_that_a_sheet_does_not_merge():
    first = row("TT", "Mặt hàng được xếp hạng", "Nơi làm ra", "", "", "Hội đồng chấm", "", "")
    second = row("", "", "Người đứng ra làm", "Thôn", "Xã, phường", "Số điểm", "Bậc sao", "")
    rice = row("1", "Gạo Khe Sim", "THT Khe Sim", "Khe Sim", "Nghi Văn", "58,5", "3 sao", "")
    tea = row("2", "Chè Đồi Sim", "nt", "nt", "nt", "54", "nt", "Gói 500 g")
    found = listed((TITLE, first, second, rice, tea), decision()).products
    assert [(p.producer, p.commune, p.score, p.stars) for p in found] == [
        ("THT Khe Sim", "Nghi Văn", 58.5, 3),
        ("THT Khe Sim", "Nghi Văn", 54, 3),
    ]


def test_the_conclusion_of_a_council_is_a_class():
    titles = row("STT", "Tên sản phẩm", "Tên chủ thể", "Điểm", "Kết luận của Hội đồng")
    rows = (
        row("1", "Gạo Khe Sim", "HTX Khe Sim", "60,5", "Đạt 3 sao"),
        row("2", "Chè Đồi Sim", "HTX Đồi Sim", "41", "Không đạt"),
    )
    found = listed((TITLE, titles, *rows), decision()).products
    assert [(p.stars, "not_recognised" in p.reasons) for p in found] == [(3, False), (None, True)]
