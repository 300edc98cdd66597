"""What stands around an article is not heard by any rule that reads the article."""

from extract.claims.scene import build
from extract.documents.plain import from_text
from extract.model import SourceInfo
from extract.places.units import OLD_MAP
from extract.reading import read

BOARD = SourceInfo("Hội đồng OCOP tỉnh Hà Nam", "department", "Hà Nam")
BOX = "\nTin liên quan\nLục Yên có thêm sản phẩm OCOP 4 sao\nBài khác về hồ sơ công nghiệp"
CLOCK = "Hôm nay: Thứ Sáu, ngày 20/11/2026 08:15:32\n"
MINUTES = (
    "Kết quả chấm tại phiên họp của Hội đồng OCOP tỉnh Hà Nam\n"
    "Hội đồng chấm 20 sản phẩm OCOP: 14 sản phẩm từ 50 đến 69 điểm, "
    "6 sản phẩm từ 70 đến 89 điểm."
)


def scene_of(text, **given):
    return build(from_text(text, document_id="t", source=BOARD, **given))


def told(text, **given):
    claims = read(from_text(text, document_id="t", source=BOARD, **given)).claims
    return [(c.count, c.stars, c.kind, c.place.name, c.as_of) for c in claims]


def test_furniture_is_blank_and_moves_nothing() -> None:
    scene = scene_of(MINUTES + BOX, published="2024-05-06")
    assert len(scene.folded) == len(scene.document.text)
    assert "lục yên" not in scene.folded
    assert "hội đồng chấm 20" in scene.folded


def test_points_are_classes_without_a_star_anywhere() -> None:
    alone = told(MINUTES, published="2024-05-06")
    assert [(count, stars) for count, stars, *_ in alone][1:] == [(14, (3,)), (6, (4,))]
    assert told(MINUTES + BOX, published="2024-05-06") == alone


def test_clock_of_the_site_tells_neither_map_nor_day() -> None:
    text = "Tỉnh Hà Nam có 85 sản phẩm OCOP đạt từ 3 sao trở lên."
    assert scene_of(CLOCK + text).regime == OLD_MAP
    assert told(CLOCK + text) == told(text)


def test_opening_counts_the_characters_of_the_article() -> None:
    text = "Quyết định về việc công nhận sản phẩm OCOP\n" + "Nội dung khác của bài viết này. " * 9
    alone, below = scene_of(text), scene_of(CLOCK + text)
    assert below.opening(100) == alone.opening(100) + len(CLOCK)
    assert alone.opening(10_000) == len(text.rstrip())


def test_paper_of_an_attachment_is_told_but_ties_nothing() -> None:
    text = (
        "Tệp đính kèm: Quyết định số 77/QĐ-UBND ngày 3/2/2024\n"
        "Hà Nam có thêm sản phẩm đạt chuẩn\n"
        "Ngày 5/5/2024, UBND tỉnh Hà Nam công nhận 12 sản phẩm OCOP đạt hạng 3 sao."
    )
    reading = read(from_text(text, document_id="t", source=BOARD, published="2024-05-06"))
    assert [paper.number for paper in reading.decisions] == ["77/QĐ-UBND"]
    assert [(c.as_of, c.decision) for c in reading.claims] == [("2024-05-05", None)]


def test_day_of_a_headline_below_a_clock_is_a_day_of_the_text() -> None:
    text = "Từ 05/8/2023, huyện cấp giấy cho sản phẩm OCOP hạng 3 sao\nBà con vui mừng."
    alone, below = ([m.value for m in scene_of(t).mentions] for t in (text, CLOCK + text))
    assert alone == below


def test_lead_that_names_the_province_ends_later_below_furniture() -> None:
    nobody = SourceInfo("Tạp chí Nông thôn", "national_news", None)
    text = (
        "Chuyện làng nghề\n" + "Bà con làm sản phẩm OCOP từ sớm. " * 17 + "UBND tỉnh Hà Nam khen. "
    )
    text += "UBND tỉnh Nam Định cũng vậy. " + "UBND tỉnh Hà Nam nói thêm. " * 2
    homes = [build(from_text(t, document_id="t", source=nobody)).home for t in (text, CLOCK + text)]
    assert homes[0] is not None
    assert homes[0] == homes[1]
