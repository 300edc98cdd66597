"""Pasted texts: blocks, titles, dates, furniture, publishers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.documents.plain import from_text
from extract.model import Block, BlockKind, Document, FoundBy, SourceInfo
from extract.text.normalise import normalise

ARTICLE = """\
Thứ Sáu, 12/09/2025 | 08:41 (GMT+7)   RSS | Sơ đồ cổng | Liên hệ
Trang chủ | Giới thiệu | Tin tức | Văn bản
Huyện Sông Mây có thêm 12 sản phẩm OCOP
Cập nhật: Thứ hai, 20/11/2023 | 4:09:09 PM
Ngày 17/11, UBND huyện Sông Mây công nhận 12 sản phẩm OCOP hạng 3 sao của 9 chủ thể.
Đến nay toàn huyện có 40 sản phẩm, trong đó 6 sản phẩm 4 sao.
Tin liên quan
» Tỉnh bạn công nhận 99 sản phẩm OCOP
» Giá lúa tăng
Năm 2024, huyện phấn đấu có thêm 5 sản phẩm đạt từ 3 sao trở lên.
Ảnh: Gian hàng OCOP tại hội chợ
Các tin khác
Tập huấn cho 35 học viên
Khai mạc hội chợ với 200 gian hàng
Ý kiến của bạn (3)
Lượt xem: 1129
Địa chỉ: số 1 đường Trần Phú. Điện thoại: 0226.385.000
"""


def read(raw: str, **known: str) -> Document:
    return from_text(raw, document_id="d", **known)  # type: ignore[arg-type]


def block_with(document: Document, words: str) -> Block:
    at = document.text.index(words)
    return next(b for b in document.blocks if b.start <= at < b.end)


def kind_of(document: Document, words: str) -> BlockKind:
    return block_with(document, words).kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Huyện Sông Mây có thêm", BlockKind.TITLE),
        ("Cập nhật", BlockKind.DATELINE),
        ("công nhận 12", BlockKind.LEAD),
        ("40 sản phẩm", BlockKind.PARAGRAPH),
        ("thêm 5 sản phẩm", BlockKind.PARAGRAPH),
        ("Gian hàng", BlockKind.CAPTION),
    ],
)
def test_content_has_its_kind(words: str, kind: BlockKind) -> None:
    assert kind_of(read(ARTICLE), words) is kind


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("12/09/2025", "clock"),
        ("Trang chủ", "menu"),
        ("99 sản phẩm", "related"),
        ("35 học viên", "related"),
        ("200 gian hàng", "related"),
        ("Ý kiến", "comments"),
        ("1129", "counter"),
        ("Địa chỉ", "footer"),
    ],
)
def test_furniture_has_its_role(words: str, role: str) -> None:
    block = block_with(read(ARTICLE), words)
    assert (block.kind, block.role) == (BlockKind.FURNITURE, role)


def test_date_beside_title_and_not_the_clock() -> None:
    published = read(ARTICLE).published
    assert published is not None
    assert (published.date, published.found_by) == ("2023-11-20", FoundBy.TEXT)


def test_given_date_and_title_win() -> None:
    document = read(ARTICLE, published="2023-11", title="Huyện Sông Mây có thêm 12 sản phẩm OCOP")
    assert document.published is not None
    assert document.published.found_by is FoundBy.GIVEN
    assert document.title == "Huyện Sông Mây có thêm 12 sản phẩm OCOP"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Cập nhật: 16/06/2023", "2023-06-16"),
        ("29/01/2021 06:36 GMT+7", "2021-01-29"),
        ("(Cập nhật: 17/02/2021)", "2021-02-17"),
        ("Đăng ngày 13 - 01 - 2023", "2023-01-13"),
        ("Ngày xuất bản: 12/03/2025 9:27:50 SA", "2025-03-12"),
        ("03:06 PM 13/12/2020", "2020-12-13"),
        ("Thứ Ba 04/02/2020 , 14:37 (GMT+7)", "2020-02-04"),
        ("Thứ hai, 07 Tháng 9 2020 09:15", "2020-09-07"),
        ("Thứ 6, 24.06.2022 | 14:37:09", "2022-06-24"),
        ("08:09' - 22/09/2020", "2020-09-22"),
        ("3-2-2021, 11:1 GMT+7", "2021-02-03"),
        ("Tin đăng lúc : 01-03-2023", "2023-03-01"),
        ("NAM PHƯƠNG 22/12/2023 14:29", "2023-12-22"),
        ("Thứ Hai, 09:58 ngày 27/11/2023", "2023-11-27"),
        ("11 Tháng Năm, 2023 - by admin", "2023-05-11"),
        ("Cập nhật lúc19:29, Thứ Tư, 01/04/2020 (GMT+7)", "2020-04-01"),
        ("17/11/2023 | 20:26 | 214 lượt xem", "2023-11-17"),
    ],
)
def test_date_lines(line: str, day: str) -> None:
    document = read(f"Xã Mây Trắng nhận ba giấy chứng nhận\n{line}\n" + "Bà con vui mừng. " * 6)
    assert document.published is not None
    assert document.published.date == day


@pytest.mark.parametrize(
    "text",
    [
        "Hôm nay: Thứ tư, 01/03/2023\nHội nghị của xã Mây Trắng về nông sản\n" + "Bà con vui. " * 9,
        "Hội nghị của xã Mây Trắng\nĐến ngày 30/6/2024 có 3 sản phẩm\n" + "Bà con vui. " * 9,
        "Hội nghị của xã Mây Trắng\n31/02/2023\n" + "Bà con vui. " * 9,
        "Tiến độ của xã Mây Trắng\nSố liệu 7 tháng năm 2025\n" + "Bà con vui. " * 9,
        "Thứ sáu, 30/05/2025 | 15:15 GMT +7\nHội nghị của xã Mây Trắng về nông sản\n"
        + "Ngày 12/01/2024, xã tổ chức hội nghị. " * 4,
        "QUYẾT ĐỊNH\nVề việc công nhận sản phẩm của xã Mây Trắng\n"
        "- Nghị định 15/2017/NĐ-CP ngày 17/02/2017;\n148/QĐ-TTg (24/02/2023)\nĐiều 1. Công nhận.",
        "Hội nghị của xã Mây Trắng\nBà con theo Quyết định của Thủ tướng (ngày 24/02/2023) mà làm.",
        "Sản phẩm hết hạn ở xã Mây\nTT | Tên | Ngày\n1 | Mật | 30/12/2023\n2 | Chè | 30/12/2023",
        "Mời dự chợ phiên của xã Mây Trắng\nBà con vui mừng.\nHạn đăng ký: 18/10/2023",
    ],
    ids=[
        "clock",
        "as-of line",
        "no such day",
        "seven months",
        "clock over an old text",
        "laws",
        "law in brackets",
        "days in a table",
        "day to register by",
    ],
)
def test_no_date_is_better_than_a_wrong_one(text: str) -> None:
    assert read(text).published is None


def test_decision_is_dated_by_its_letterhead() -> None:
    text = (
        "UBND TỈNH SÔNG MÂY\nSố: 12/QĐ-UBND\nSông Mây, ngày 01 tháng 11 năm 2018\nQUYẾT ĐỊNH\n"
        "Về việc công nhận sản phẩm OCOP\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\n"
        "Điều 1. Công nhận 05 sản phẩm đạt hạng 3 sao.\n"
    )
    document = read(text)
    assert document.published is not None
    assert document.published.date == "2018-11-01"
    assert document.title == "QUYẾT ĐỊNH Về việc công nhận sản phẩm OCOP"
    assert kind_of(document, "Số: 12") is not BlockKind.FURNITURE


def test_letterhead_beats_the_laws_and_the_annex_below() -> None:
    text = (
        "UBND TỈNH SÔNG MÂY\nSố: 12/QĐ-UBND\nSông Mây, ngày 18 tháng 12 năm 2025\nQUYẾT ĐỊNH\n"
        "Về việc công nhận sản phẩm OCOP\n"
        "Thực hiện Quyết định 148/QĐ-TTg (ngày 24/02/2023);\n"
        "Điều 1. Công nhận 05 sản phẩm đạt hạng 3 sao.\nĐiều 2. Giao Sở cấp giấy.\n"
        "Điều 3. Tổ chức thực hiện.\nNơi nhận: như trên\nPHỤ LỤC\nDanh sách lập 10/12/2025\n"
    )
    published = read(text).published
    assert published is not None
    assert published.date == "2025-12-18"


def test_day_of_posting_beats_the_date_of_the_paper() -> None:
    text = (
        "Số: 12/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc công nhận sản phẩm OCOP\n"
        "Sông Mây, ngày 26 tháng 11 năm 2024\nĐiều 1. Công nhận 16 sản phẩm.\n"
        "Đăng tải: 29/11/2024\n"
    )
    published = read(text).published
    assert published is not None
    assert published.date == "2024-11-29"


def test_wrapped_line_is_joined() -> None:
    text = (
        "I. ĐÁNH GIÁ\nHết năm 2023, huyện có 31 sản phẩm OCOP còn hiệu lực (12 sản phẩm 4 sao,\n"
        "19 sản phẩm 3 sao), phân bố tại các xã, thị trấn trên địa\nbàn huyện.\nII. MỤC TIÊU\n"
    )
    document = read(text)
    block = block_with(document, "31 sản phẩm")
    assert document.text[block.start : block.end].endswith("bàn huyện.")
    assert kind_of(document, "II. MỤC TIÊU") is BlockKind.HEADING


def test_rows_with_bars_have_cells() -> None:
    document = read("TT | Tên sản phẩm | Điểm\n1 | Bột rau má | 65,8\n2 | Yến sào | 69,5\n")
    rows = [b for b in document.blocks if b.kind is BlockKind.TABLE_ROW]
    assert [[c.text for c in row.cells] for row in rows] == [
        ["TT", "Tên sản phẩm", "Điểm"],
        ["1", "Bột rau má", "65,8"],
        ["2", "Yến sào", "69,5"],
    ]


def test_rows_with_tabs_have_cells() -> None:
    document = read("TT\tTên\tĐiểm\n1\tBột rau má\t65,8\n")
    assert [[c.text for c in b.cells] for b in document.blocks] == [
        ["TT", "Tên", "Điểm"],
        ["1", "Bột rau má", "65,8"],
    ]


def test_table_pasted_cell_by_cell() -> None:
    document = read("TT\nSản phẩm\nĐiểm\n1\nBột rau má\n96\n2\nYến sào\n90\nCả hai đều ngon.\n")
    rows = [[c.text for c in b.cells] for b in document.blocks if b.kind is BlockKind.TABLE_ROW]
    assert rows == [["TT", "Sản phẩm", "Điểm"], ["1", "Bột rau má", "96"], ["2", "Yến sào", "90"]]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("(QNO) - Chiều nay, huyện có thêm hai sản phẩm.", ("Báo Quảng Nam", "Quảng Nam")),
        ("LSO - Chiều nay, huyện có thêm hai sản phẩm.", ("Báo Lạng Sơn", "Lạng Sơn")),
        ("(Báo Nghệ An) - Huyện có thêm hai sản phẩm.", ("Báo Nghệ An", "Nghệ An")),
        ("(Baonghean) - Huyện có thêm hai sản phẩm.", ("Báo Nghệ An", "Nghệ An")),
        ("(vhds.baothanhhoa.vn) - Huyện có hai sản phẩm.", ("vhds.baothanhhoa.vn", "Thanh Hóa")),
        ("SỞ NÔNG NGHIỆP VÀ PTNT HÀ NAM\nTin", ("SỞ NÔNG NGHIỆP VÀ PTNT HÀ NAM", "Hà Nam")),
        ("(TTXVN) - Huyện có thêm hai sản phẩm.", ("TTXVN", None)),
        ("UBND HUYỆN HÒA BÌNH\nTin", ("unknown", None)),
        ("Cà phê - đặc sản của vùng cao nguyên.", ("unknown", None)),
    ],
)
def test_publisher(text: str, source: tuple[str, str | None]) -> None:
    found = read(text).source
    assert (found.name, found.province) == source


def test_given_source_is_kept() -> None:
    given_source = SourceInfo("Báo Xa", "newspaper", None)
    assert from_text("(QNO) - Tin.", document_id="d", source=given_source).source == given_source


def test_empty_text_is_an_issue() -> None:
    assert [issue.code for issue in read(" \n\t ").issues] == ["empty_document"]


@given(st.lists(st.sampled_from([*ARTICLE.splitlines(), "", "\t|", "TT", "1", "- "]), max_size=30))
def test_blocks_cover_the_text_in_order(lines: list[str]) -> None:
    raw = "\n".join(lines)
    document = read(raw)
    assert document.text == normalise(raw).text
    position = 0
    for block in document.blocks:
        assert not document.text[position : block.start].strip()
        assert block.start >= position
        position = block.end
        for cell in block.cells:
            assert document.text[cell.start : cell.end] == cell.text
    assert not document.text[position:].strip()
