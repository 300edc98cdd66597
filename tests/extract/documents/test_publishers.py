"""Which line of a text is a masthead, and which only begins like one."""

from __future__ import annotations

import pytest

from extract.documents.plain import from_text


def source_of(line: str) -> tuple[str, str | None]:
    text = f"Sản phẩm OCOP năm 2022\n{line}\nCác chủ thể được hỗ trợ tem nhãn và bao bì."
    source = from_text(text, document_id="t").source
    return source.name, source.province


@pytest.mark.parametrize(
    "line",
    [
        "SỞ NÔNG NGHIỆP VÀ PTNT TỈNH HÀ NAM",
        "UBND TỈNH HÀ NAM",
        "Văn phòng Điều phối Chương trình Mỗi xã một sản phẩm tỉnh Hà Nam",
    ],
)
def test_an_office_is_a_masthead(line: str) -> None:
    assert source_of(line) == (line, "Hà Nam")


@pytest.mark.parametrize(
    "line",
    [
        "Tỉnh Hà Nam công nhận 48 sản phẩm OCOP đạt 3 sao",
        "UBND tỉnh Hà Nam vừa trao giấy chứng nhận cho các chủ thể.",
        "Phòng Nông nghiệp huyện Bình Lục, tỉnh Hà Nam",
    ],
)
def test_a_sentence_or_a_lower_office_is_no_masthead_of_a_province(line: str) -> None:
    assert source_of(line)[0] != line
