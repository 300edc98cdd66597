"""Who wrote an article, where no element says it: the last line of its text.

Papers sign at the end, bold or right-aligned: "Hà Phương", "Kim Thoa - Thế Văn", "Tin, ảnh:
Sỹ Quyết", "Thu Phượng (Trung tâm TT&VH huyện Trấn Yên)", "Theo Cổng TTĐT tỉnh".
"""

from __future__ import annotations

import re

from lxml import etree
from parsel import Selector

from crawler.portals.text import glimpse, text_of

_LINES = "p, div, h4, h5, h6, td, li"
_LAST = 4
_REACH = 30
_MAX_WORDS = 14
_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:author|tacgia|tac-gia|byline|but-danh|butdanh)\b", re.IGNORECASE)
_NO_NAME = re.compile(
    r"[.!?;…]$|\d{3}|\b(?:xem thêm|liên quan|đọc tiếp|ocop|sản phẩm)\b", re.IGNORECASE
)
_ALIKE = re.compile(r"[^\W\d_][\w.'’]*")
_SMALL = frozenset(
    [
        "và", "ảnh", "tin", "bài", "theo", "thực", "hiện", "tổng", "hợp", "nguồn", "biên", "tập",
        "dịch", "lược", "ghi", "clip", "video", "huyện", "tỉnh", "xã", "thị", "phường", "trung",
        "tâm", "hội", "sở", "báo", "cổng", "phòng", "ban", "cục", "cộng", "tác", "viên", "của",
    ]
)  # fmt: skip


_LABEL = re.compile(
    r"^(?:(?:tác giả|người (?:viết|đăng|gửi)|biên tập|thực hiện|bài(?: viết)?|written by|posted by"
    r"|author)(?: bài viết| tin)?)\s*:\s*",
    re.IGNORECASE,
)


def unlabelled(words: str) -> str:
    """A byline without what it is called ("Tác giả: Lê Minh")."""
    return _LABEL.sub("", words)


def byline(body: Selector | None) -> str:
    """The byline at the end of a body as printed, or empty."""
    if body is None:
        return ""
    met = 0
    for line in reversed(body.css(_LINES)[-_REACH:]):
        words = "" if line.css(_LINES)[1:2] else glimpse(line)
        if words and _is_marked(line) and _is_name(words):
            return words
        met += bool(words)
        if met == _LAST:
            break
    return ""


def _is_marked(line: Selector) -> bool:
    """Whether a line is set apart: right-aligned, called so, or bold as a whole."""
    marks = line.attrib
    if _RIGHT.search(marks.get("style", "")) or marks.get("align", "").lower() == "right":
        return True
    if _CALLED.search(marks.get("class", "")):
        return True
    bold = "".join(text_of(one) for one in line.css("b, strong") if not _in_bold(one.root))
    return "".join(bold.split()) == "".join(text_of(line).split())


def _in_bold(element: etree._Element) -> bool:
    return any(one.tag in ("b", "strong") for one in element.iterancestors())


def _is_name(words: str) -> bool:
    """Whether words can be names: few, mostly capitalised, no sentence."""
    named = _ALIKE.findall(words)
    if not 1 <= len(named) <= _MAX_WORDS or _NO_NAME.search(words):
        return False
    return all(word[0].isupper() or word.lower() in _SMALL for word in named)
