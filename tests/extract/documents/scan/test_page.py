"""A decision is drawn, scanned badly, and read back."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import cache

import pytest
from drawn.paper import A4, Drawn, has_fonts
from drawn.scanner import scan, speckles
from PIL import Image
from rapidfuzz.distance.Levenshtein import normalized_similarity as ratio

from extract.documents.means import Means
from extract.documents.paper import Paragraph, Row
from extract.documents.scan.page import ScannedPage, read_page_image

pytestmark = pytest.mark.skipif(
    shutil.which("tesseract") is None or not has_fonts(),
    reason="needs tesseract and the DejaVu fonts",
)

LEFT = ["ỦY BAN NHÂN DÂN", "TỈNH NGHỆ AN", "Số: 303/QĐ-UBND"]
RIGHT = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Nghệ An, ngày 04 tháng 02 năm 2020",
]
ARTICLE = (
    "Điều 1. Công nhận 48 sản phẩm đạt hạng sao Chương trình mỗi xã một sản phẩm tỉnh Nghệ An "
    "năm 2019, gồm 05 sản phẩm đạt 4 sao và 43 sản phẩm đạt 3 sao (có danh sách kèm theo)."
)
WIDTHS = [30, 120, 130, 110, 50, 50]
ROWS: list[list[str | None]] = [
    ["STT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Điểm", "Hạng sao"],
    ["A", "Huyện Nam Đàn", "<", "<", "<", "<"],
    ["1", "Tương Sa Nam", "HTX chế biến tương Sa Nam", "xã Vân Diên", "85,50", "4"],
    ["2", "Mật ong rừng", "Hộ kinh doanh Nguyễn Văn Tám", "thị trấn Nam Đàn", "67,25", "3"],
    ["3", "Bột sắn dây", "Công ty TNHH Nông sản Kim Liên", "xã Kim Liên", "91", "5"],
    ["4", "Trà gừng túi lọc", None, None, "55,0", "3"],
]


@cache
def decision(dpi: int) -> Image.Image:
    page = Drawn(dpi)
    page.letterhead(LEFT, RIGHT)
    page.title("QUYẾT ĐỊNH")
    page.paragraph(ARTICLE)
    page.table(WIDTHS, ROWS)
    page.text(330, page.y + 10, "TM. ỦY BAN NHÂN DÂN", 13, "bold")
    page.text(330, page.y + 110, "Nguyễn Hoàng Anh", 13, "bold")
    page.signature(350, page.y + 60)
    page.stamp(330, page.y + 60)
    page.text(270, A4[1] - 30, "Trang 2/5", 12)
    return page.image


@cache
def bad_scan(dpi: int) -> ScannedPage:
    image = scan(decision(dpi), turn=-1.4, blur=dpi / 250, noise=6, shade=0.15, quality=70)
    return read_page_image(image, page=3, width=A4[0], height=A4[1], means=Means())


def texts(page: ScannedPage) -> list[str]:
    return [
        " ".join(run.text for run in part.runs)
        for part in page.parts
        if isinstance(part, Paragraph) and not part.role
    ]


def rows(page: ScannedPage) -> list[list[str]]:
    return [
        [" ".join(run.text for run in cell.runs) for cell in part.cells]
        for part in page.parts
        if isinstance(part, Row)
    ]


def alike(found: Sequence[str], truth: Sequence[str]) -> bool:
    """Whether the texts are the same but for a letter of a word here and there."""
    return len(found) == len(truth) and all(
        ratio(one, other) > 0.89 for one, other in zip(found, truth, strict=True)
    )


def expected() -> list[list[str]]:
    filled: list[list[str]] = []
    for row in ROWS:
        line: list[str] = []
        for column, text in enumerate(row):
            above = filled[-1][column] if filled else ""
            line.append(above if text is None else line[-1] if text == "<" else text)
        filled.append(line)
    return filled


@pytest.mark.parametrize("dpi", [200, 300])
def test_rows_and_merged_cells(dpi: int) -> None:
    page = bad_scan(dpi)
    found, truth = rows(page), expected()
    assert len(found) == len(truth)
    for row, right in zip(found, truth, strict=True):
        assert alike(row, right), (row, right)
        assert [row[c] for c in (0, 4, 5)] == [right[c] for c in (0, 4, 5)] or row == found[0]
    table = [part for part in page.parts if isinstance(part, Row)]
    assert len({id(cell) for cell in table[1].cells}) == 2
    assert table[4].cells[2] is table[5].cells[2]
    assert table[4].cells[0] is not table[5].cells[0]


@pytest.mark.parametrize("dpi", [200, 300])
def test_letterhead_article_and_signer(dpi: int) -> None:
    found = texts(bad_scan(dpi))
    signed = ["TM. ỦY BAN NHÂN DÂN", "Nguyễn Hoàng Anh"]
    assert alike(found, [*LEFT, *RIGHT, "QUYẾT ĐỊNH", ARTICLE, *signed])
    assert found[2] == "Số: 303/QĐ-UBND"


def test_page_number_is_furniture() -> None:
    roles = [part.role for part in bad_scan(300).parts if isinstance(part, Paragraph)]
    assert roles[-1] == "page_number"
    assert set(roles[:-1]) == {""}


def test_table_stands_between_the_paragraphs_around_it() -> None:
    kinds = [isinstance(part, Row) for part in bad_scan(200).parts]
    first, last = kinds.index(True), len(kinds) - kinds[::-1].index(True)
    assert all(kinds[first:last])
    assert (first, last - first) == (8, len(ROWS))


def test_places_are_points_of_the_page_as_it_lay() -> None:
    clean = read_page_image(decision(200), page=3, width=A4[0], height=A4[1], means=Means())
    askew = bad_scan(200)
    for page in (clean, askew):
        origins = [
            run.origin for part in page.parts if isinstance(part, Paragraph) for run in part.runs
        ]
        assert {origin.page for origin in origins} == {3}
        assert all(0 <= (-1 if origin.ocr is None else origin.ocr) <= 1 for origin in origins)
    number = (
        next(
            p for p in clean.parts if isinstance(p, Paragraph) and p.runs[0].text.startswith("Số:")
        )
        .runs[0]
        .origin.box
    )
    assert number is not None
    # Drawn centred on x = 160, in the third line of the letterhead: 50 + 2 × 16 points.
    assert (number[0] + number[2]) / 2 == pytest.approx(160, abs=2)
    assert number[1] == pytest.approx(84, abs=3)
    assert number[3] - number[1] == pytest.approx(10, abs=4)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_wrong_is_turned(turn: int) -> None:
    page = Drawn(200, (420.0, 300.0))
    page.text(50, 50, "Phụ lục danh sách sản phẩm được công nhận", 13)
    page.y = 90
    page.table(
        [30, 150, 60, 60],
        [
            ["STT", "Tên sản phẩm", "Điểm", "Sao"],
            ["1", "Mật ong hoa nhãn", "72,5", "4"],
            ["2", "Chè xanh Tây Bắc", "61,0", "3"],
            ["3", "Gạo nếp Tú Lệ", "58,3", "3"],
        ],
    )
    lying = page.image.rotate(turn, expand=True)
    width, height = (420.0, 300.0) if turn == 180 else (300.0, 420.0)
    found = read_page_image(lying, page=1, width=width, height=height, means=Means())
    assert texts(found) == ["Phụ lục danh sách sản phẩm được công nhận"]
    assert alike(rows(found)[1], ["1", "Mật ong hoa nhãn", "72,5", "4"])
    paragraph = found.parts[0]
    assert isinstance(paragraph, Paragraph)
    box = paragraph.runs[0].origin.box
    assert box is not None
    # The line stands 50 points from the left and the top of the page as it was drawn.
    left_top = {90: (52, 420 - 50), 180: (420 - 50, 300 - 52), 270: (300 - 52, 50)}[turn]
    assert min(abs(box[0] - left_top[0]), abs(box[2] - left_top[0])) < 5
    assert min(abs(box[1] - left_top[1]), abs(box[3] - left_top[1])) < 5


def test_a_blank_page_has_no_parts() -> None:
    blank = scan(Drawn(200, (200.0, 200.0)).image, noise=5)
    page = read_page_image(blank, page=1, width=200, height=200, means=Means())
    assert page == ScannedPage((), ())


def test_printed_stars_are_counted() -> None:
    page = Drawn(200, (300.0, 200.0))
    lines = [[f"Sản phẩm {n}", "*" * n] for n in (3, 4, 5, 3)]
    page.table([120, 60], [["Tên", "Hạng"], *lines])
    found = rows(read_page_image(page.image, page=1, width=300, height=200, means=Means()))
    assert [row[1] for row in found[1:]] == ["***", "****", "*****", "***"]


def test_an_unsure_row_is_told_with_page_and_row() -> None:
    page = Drawn(200, (320.0, 200.0))
    page.table(
        [30, 150, 60],
        [
            ["STT", "Tên sản phẩm", "Sao"],
            ["1", "Mật ong hoa nhãn", "4"],
            ["2", "Chè xanh Tây Bắc", "3"],
        ],
    )
    page.image.paste(speckles((150, 14)), (240, 240))
    found = read_page_image(page.image, page=7, width=320, height=200, means=Means())
    told = [issue for issue in found.issues if issue.code == "ocr_unsure"]
    assert [issue.where for issue in told] == ["page 7, row 3"]
    assert told[0].advice


def test_a_class_that_lists_hardly_have_is_told() -> None:
    page = Drawn(200, (320.0, 200.0))
    lines = [["1", "Mật ong hoa nhãn", "4 sao"], ["2", "Chè xanh Tây Bắc", "1 sao"]]
    page.table([30, 150, 60], [["STT", "Tên sản phẩm", "Hạng"], *lines])
    found = read_page_image(page.image, page=1, width=320, height=200, means=Means())
    assert [row[2] for row in rows(found)[1:]] == ["4 sao", "1 sao"]
    assert "page 1, row 3" in [issue.where for issue in found.issues]
