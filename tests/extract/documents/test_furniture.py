"""Lines of furniture by their words, and content that only resembles them."""

import pytest

from extract.documents.furniture import label_furniture, line_role, opens_box
from extract.documents.lines import split_lines
from extract.documents.plain import from_text


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Trang chủ | Giới thiệu | Tin tức | Văn bản", "menu"),
        ("[Trang chủ] [Lịch công tác] [Góp ý]", "menu"),
        ("≡ Trang chủ ≡ Đảng bộ ≡ HĐND", "menu"),
        ("Skip to main content", "menu"),
        ("Trang chủ » Tin tức » Nông thôn mới", "breadcrumb"),
        ("sonmay.gov.vn › Kinh tế › Nông nghiệp", "breadcrumb"),
        ("Bạn đang ở: Trang chủ > OCOP", "breadcrumb"),
        ("Hôm nay: Thứ tư, 01/03/2023", "clock"),
        ("---- In lúc 10:02:51 ngày 21/11/2024 ----", "clock"),
        ("28°C TP Hồ Chí Minh 21°C Hà Nội", "weather"),
        ("Lượt xem: 1129", "counter"),
        ("Truy cập tổng 4.312.006 - Truy cập hiện tại 118", "counter"),
        ("2.104 lượt xem | 17 bình luận", "counter"),
        ("Ý kiến bạn đọc (0)", "comments"),
        ("Họ tên * Email * Nội dung *", "comments"),
        ("Chia sẻ: Facebook | Zalo", "share"),
        ("[In trang]", "tools"),
        ("Quay lại ↩", "tools"),
        ("Từ khóa: OCOP, 5 sao", "tags"),
        ("#OCOP #HaNoi", "tags"),
        ("Tệp đính kèm: 546-QD.pdf (1,2 MB)", "attachment"),
        ("Bản quyền thuộc UBND huyện", "footer"),
        ("Địa chỉ: 38 đường Lớn", "footer"),
        ("» Huyện bạn có 37 sản phẩm OCOP", "related"),
        ("{name} - {time}", "template"),
    ],
)
def test_role_of_a_line(line: str, role: str) -> None:
    assert line_role(line) == role


@pytest.mark.parametrize(
    "line",
    [
        "Đến nay, toàn huyện có 40 sản phẩm OCOP.",
        "17/11/2023 | 20:26 | 214 lượt xem",
        "Thứ Bảy, 20/06/2020 15:34 | Print",
        "5 sao: 1 | tiềm năng 5 sao: 2 | 4 sao: 43 | 3 sao: 263",
        "1 | Bột rau má | HTX Vân Trà | 65,8",
        "- Tham gia 04 hội chợ; quảng cáo 12 sản phẩm OCOP;",
        "Bảo quản 20 sản phẩm đông lạnh ở 18°C",
        "Đóng góp của 12 sản phẩm OCOP vào thu nhập của bà con",
        "Danh mục: 109 sản phẩm còn hiệu lực",
        "Chia sẻ tại hội nghị, lãnh đạo huyện cho biết có 12 sản phẩm được công nhận.",
        "Trang chủ của huyện giới thiệu 12 sản phẩm OCOP đạt 3 sao trở lên trong năm nay.",
        "Bình chọn 12 sản phẩm tiêu biểu",
    ],
)
def test_content_is_not_furniture(line: str) -> None:
    assert line_role(line) == ""


@pytest.mark.parametrize(
    "line",
    [
        "Tin liên quan",
        "TIN LIÊN QUAN:",
        "Các tin khác",
        "Những tin mới hơn",
        "Tin cùng chuyên mục: Phường 4 ra quân",
        "► Đọc nhiều: 5 loại trái cây",
        "Xem thêm: Giá mận 120.000 đồng/kg",
        "Có thể bạn quan tâm",
    ],
)
def test_boxes_open(line: str) -> None:
    assert opens_box(line)


@pytest.mark.parametrize(
    "line",
    [
        "Tin liên quan đến 12 sản phẩm OCOP được huyện thông báo.",
        "Bài học mới từ 12 sản phẩm",
        "Các sản phẩm khác",
        "Đọc nhiều sách về OCOP",
    ],
)
def test_other_lines_open_no_box(line: str) -> None:
    assert not opens_box(line)


def roles(text: str) -> list[str]:
    return label_furniture(list(split_lines(text)), frozenset())


def test_box_without_bullets_ends_at_prose() -> None:
    text = "Tin liên quan\nHuyện bạn có 9 sản phẩm\nGiá lúa tăng\n"
    text += "Đến nay, toàn huyện có 40 sản phẩm OCOP đạt từ 3 sao trở lên.\nNguyễn An"
    assert roles(text) == ["related", "related", "related", "", ""]


def test_box_with_bullets_ends_where_they_end() -> None:
    text = "Các tin khác\n• Huyện bạn có 9 sản phẩm\n• Giá lúa tăng\nMục tiêu 30 sản phẩm"
    assert roles(text) == ["related", "related", "related", ""]


def test_box_on_one_line_ends_there() -> None:
    assert roles("Xem thêm: Huyện bạn có 9 sản phẩm\nMục tiêu 30 sản phẩm") == ["related", ""]


def test_comments_reach_to_the_end() -> None:
    text = "Đến nay, toàn huyện có 40 sản phẩm OCOP đạt từ 3 sao trở lên, theo huyện.\n"
    text += "Bình luận (2)\nQuê tôi có 66 sản phẩm rồi.\nHay quá"
    assert roles(text) == ["", "comments", "comments", "comments"]


def test_comments_above_the_article_do_not_swallow_it() -> None:
    text = "Bình luận (2)\nĐến nay, toàn huyện có 40 sản phẩm OCOP đạt từ 3 sao trở lên."
    assert roles(text)[1] == ""


def test_headline_of_a_box_below_the_text_is_not_its_title() -> None:
    text = (
        "(12/4/2022) Hội đồng tỉnh vừa chấm xong đợt một, đề nghị công nhận 9 sản phẩm OCOP "
        "hạng 3 sao và 2 sản phẩm OCOP hạng 4 sao.\n\nTin liên quan\n"
        "Tỉnh bạn công nhận 30 sản phẩm OCOP hạng 4 sao"
    )
    document = from_text(text, document_id="t", title="Kết quả chấm sản phẩm của tỉnh")
    assert [block.kind.value for block in document.blocks][1:] == ["furniture", "furniture"]


def test_menu_above_the_text_does_not_hide_the_title() -> None:
    text = (
        "Tin mới\n- Giá lúa hôm nay\nHuyện Ba Tri có 12 sản phẩm OCOP hạng 3 sao\n04/05/2022\n"
        "UBND huyện Ba Tri vừa công nhận 12 sản phẩm OCOP hạng 3 sao của năm nay.\n"
    )
    document = from_text(text, document_id="t")
    assert document.title == "Huyện Ba Tri có 12 sản phẩm OCOP hạng 3 sao"


def test_comments_may_be_longer_than_a_short_article() -> None:
    article = "Huyện có 12 sản phẩm OCOP.\n"
    comments = "Bình luận (1)\nLan\n" + "Quê tôi cũng có nhiều sản phẩm ngon. " * 9 + "\nTrả lời"
    document = from_text(article + comments, document_id="t")
    assert {block.role for block in document.blocks[1:]} == {"comments"}
    report = article + "Ý kiến\n" + "Các sở đề nghị tiếp tục hỗ trợ các chủ thể của huyện. " * 9
    assert not any(block.role for block in from_text(report, document_id="t").blocks)


def test_date_line_that_closes_an_article_is_found_above_furniture() -> None:
    text = (
        "Huyện Mỏ Cày có thêm 6 sản phẩm OCOP\n"
        "UBND huyện Mỏ Cày công nhận 6 sản phẩm OCOP hạng 3 sao của các hợp tác xã trong huyện.\n"
        "Thu Hà - 09/03/2023\n"
        "Chia sẻ\nTin liên quan\nXã An Định trồng dừa\nChợ quê ngày Tết\nMùa cá đồng về\n"
        "Con đường hoa của xã\nHội thi gói bánh"
    )
    document = from_text(text, document_id="t")
    assert document.published is not None
    assert document.published.date == "2023-03-09"
