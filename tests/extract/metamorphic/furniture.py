"""What stands around an article: none of it belongs to the article, so no claim changes."""

from __future__ import annotations

from dataclasses import replace

from metamorphic.variant import Variant
from ocop.evaluate.gold import GoldDocument
from ocop.evaluate.predict import unlabelled

RELATED = """

Tin liên quan
Quảng Ninh có thêm 46 sản phẩm OCOP đạt từ 3 sao trở lên
Lào Cai: 27 sản phẩm được công nhận OCOP 4 sao năm 2023
Cả nước có hơn 12.300 sản phẩm OCOP"""

COMMENTS = """

Bình luận (2)
Trần Văn Nam
Quê tôi có 57 sản phẩm OCOP 4 sao mà bài viết chưa nhắc tới.
Trả lời
Nguyễn Thị Hoa
Chúc mừng 18 sản phẩm mới được công nhận 5 sao!
Trả lời
Gửi bình luận"""

CLOCK = "Hôm nay: Thứ Sáu, ngày 20/11/2026 08:15:32\n"


def with_related(document: GoldDocument) -> Variant:
    """A box of other articles below the text."""
    return _with(document, document.text + RELATED)


def with_comments(document: GoldDocument) -> Variant:
    """Readers' comments below the text."""
    return _with(document, document.text + COMMENTS)


def with_clock(document: GoldDocument) -> Variant:
    """The clock of the site above the text."""
    return _with(document, CLOCK + document.text)


def _with(document: GoldDocument, text: str) -> Variant:
    return Variant(replace(unlabelled(document), text=text))
