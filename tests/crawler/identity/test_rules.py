"""Every rule is proved by its own pages, and no page makes an article anything else."""

from __future__ import annotations

import pytest

from crawler.identity import MEANINGS, RULES, Code
from crawler.identity.face import Face
from crawler.identity.rule import Rule, Shown

# A real item is longer than a notice; these are of the length of a short one.
PARAGRAPHS = (
    "Sáng 12/11, tại trung tâm xã, hội đồng đánh giá cấp tỉnh đã họp để chấm điểm các sản phẩm "
    "tham gia Chương trình mỗi xã một sản phẩm của bốn mươi hai chủ thể trong toàn tỉnh.",
    "Theo tổ giúp việc, hồ sơ năm nay được chuẩn bị kỹ hơn năm trước: nhãn hàng ghi rõ nơi làm, "
    "giấy kiểm nghiệm còn hạn, câu chuyện sản phẩm nói được cái riêng của vùng đất và người làm.",
    "Bà con hợp tác xã cho biết, từ khi chè được gắn sao, giá bán tăng gần một phần ba, khách đặt "
    "qua điện thoại nhiều hơn, và lớp trẻ trong bản đã trở về làm cùng cha mẹ.",
    "Kết quả, hội đồng thống nhất trình Ủy ban nhân dân tỉnh công nhận mười tám sản phẩm đạt bốn "
    "sao và hai mươi mốt sản phẩm đạt ba sao; ba sản phẩm phải bổ sung minh chứng và chấm lại.",
)


def article(insert: str = "", title: str = "Hội đồng chấm điểm sản phẩm OCOP đợt hai") -> str:
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    return (
        f"<html><head><title>{title} - Báo A</title></head><body><ul><li><a href='/'>Trang chủ</a>"
        f"</li></ul><h1>{title}</h1><div class='body'>{body}{insert}</div></body></html>"
    )


def face(page: str | Shown) -> Face:
    shown = Shown(page) if isinstance(page, str) else page
    return Face(shown.html, shown.url, shown.asked or shown.url, shown.status, shown.headers)


def recognised(page: Face) -> Code:
    return next((rule.code for rule in RULES if rule.seen(page)), Code.NONE)


def cases(which: str) -> list[object]:
    return [
        pytest.param(rule, page, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, page in enumerate(getattr(rule, which))
    ]


@pytest.mark.parametrize(("rule", "page"), cases("examples"))
def test_an_example_is_recognised(rule: Rule, page: str | Shown) -> None:
    assert rule.seen(face(page))
    assert recognised(face(page)) is rule.code


@pytest.mark.parametrize(("rule", "page"), cases("counter_examples"))
def test_a_counter_example_is_not(rule: Rule, page: str | Shown) -> None:
    assert rule.seen(face(page)) == ""


@pytest.mark.parametrize(("rule", "page"), cases("examples"))
def test_an_article_that_shows_the_page_stays_an_article(rule: Rule, page: str | Shown) -> None:
    shown = page if isinstance(page, str) else page.html
    for opening in ("<html>", "</html>", "<head>", "</head>", "<body>", "</body>"):
        shown = shown.replace(opening, "")
    quoted = shown.replace("<title>", "<h3>").replace("</title>", "</h3>")
    inserted = face(Shown(article(f"<div>{quoted}</div>")))
    assert recognised(inserted) in (Code.NONE, Code.PLACEHOLDERS), rule.id


@pytest.mark.parametrize(
    "title",
    [
        "Không tìm thấy trang web: vì sao cổng thông tin xã hay lỗi 404",
        "Trang không tồn tại: chuyện những địa chỉ mất của cổng thông tin",
        "Cổng thông tin đang bảo trì, người dân chờ kết quả",
        "Website bị tạm ngưng: hợp tác xã mất khách",
        "Truy cập bị từ chối: khi tường lửa chặn nhầm người dân",
        "Tên miền hết hạn bị nhà cái chiếm: bài học cho các báo",
        "Vui lòng bật cookie: điều gì xảy ra khi bạn đồng ý",
        "Access denied: cảnh báo mới cho cổng thông tin",
    ],
)
def test_a_long_article_on_such_pages_stays_an_article(title: str) -> None:
    assert recognised(face(article(title=title))) is Code.NONE


RAID = (
    "<p>Theo cơ quan điều tra, nhóm này dựng trang cá cược, mở sòng tài xỉu, xóc đĩa và nổ hũ, "
    "mời người chơi đăng ký tài khoản, nạp tiền qua ví, hứa thưởng cho hội viên mới. Công an tỉnh "
    "đã khởi tố chín bị can, xét xử lưu động để cảnh báo người dân về tệ nạn đánh bạc.</p>"
)
RESORT = (
    "<p>Khu nghỉ dưỡng có casino dành cho khách nước ngoài; chủ đầu tư uy tín, đã đăng ký mở thêm "
    "gian hàng đặc sản và có khuyến mãi cho đoàn khách đông.</p>"
)


@pytest.mark.parametrize(
    ("title", "insert"),
    [
        ("Nhà cái núp bóng quán nước bị phá", RAID),
        ("Tài xỉu, nổ hũ vào tận bản làng", RAID),
        ("Casino mở cửa, đặc sản có thêm chỗ bán", RESORT),
        ("Nông dân không mê 88bet, chỉ mê chè", RESORT),
    ],
)
def test_stories_on_games_stay_articles(title: str, insert: str) -> None:
    assert recognised(face(article(insert, title))) is Code.NONE
    alone = f"<title>{title} - Báo A</title><h1>{title}</h1>{insert}"
    assert recognised(face(alone)) is Code.NONE


def test_rules_have_names_of_their_own_and_meanings() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert set(MEANINGS) == set(Code) - {Code.NONE}
    for rule in RULES:
        assert rule.examples or rule.code is Code.PLACEHOLDERS, rule.id


def test_places_beside_an_article_are_an_oddity_and_no_fault() -> None:
    page = face(article("<span>{title} {publish} {head}</span>"))
    assert recognised(page) is Code.PLACEHOLDERS
    assert MEANINGS[Code.PLACEHOLDERS].verdict is None
