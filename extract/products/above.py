"""The lines above a list: where its annex begins, and what they say it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Act, Decision
from extract.products.addresses import Home
from extract.products.heads import Head, read_head
from extract.products.sheet import Line
from extract.text.normalise import fold

_ANNEX = re.compile(
    r"(?:phụ lục|danh sách|danh mục|biểu(?: số| mẫu)?(?= ?\d)|bảng tổng hợp|biểu tổng hợp|"
    r"kết quả (?:đánh giá|phân hạng|xếp hạng|chấm)|"
    r"(?:các )?sản phẩm (?:ocop|được|đạt|đề nghị|đăng ký|tham gia|bị|thu hồi))"
)
_REFERS = re.compile(r"danh sách (?:chi tiết )?(?:kèm theo|đính kèm|cụ thể)|phụ lục (?:kèm|đính)")
LEFT_OUT = re.compile(
    r"[\s(\[|\d]*(?:…|\.{3,}|v\.v|còn nữa|còn tiếp)[^|]{0,40}(?:\|[\s.…|]*)?$", re.I
)
CITED = re.compile(r"\((?:trích|trích lược|lược trích)\)")
REACH, LONGEST_HEAD = 14, 320
OTHER_SCHEME = re.compile(
    r"công nghiệp nông thôn tiêu biểu|cnnt tiêu biểu|an toàn thực phẩm|vietgap|hàng việt|"
    r"sản phẩm chủ lực|nghệ nhân|làng nghề"
)


def class_of_paper(paper: Decision | None, home: Home) -> Head | None:
    """The class that the title of a paper gives all its rows, or the article that recognises."""
    if paper is None:
        return None
    articles = [article.span for article in paper.articles if article.act is Act.RECOGNISES]
    spans = [*([paper.title] if paper.title else []), *(articles if len(articles) == 1 else [])]
    for span in spans:
        head = read_head(span, home)
        if head.stars and head.stars_before is None:
            return Head(span, stars=head.stars, potential5=head.potential5)
    return None


def begins_annex(line: Line) -> bool:
    """Whether a line begins the title of an annex, and does not merely refer to one."""
    text = line.span.text.strip()
    folded = fold(text)
    if _REFERS.match(folded) or len(text) > LONGEST_HEAD or (line.cells and len(line.texts()) > 1):
        return False
    return bool(_ANNEX.match(folded)) and (text[:1].isupper() or text.isupper())


def first_of_block(starts: Sequence[int]) -> int:
    """Where the last title begins: "PHỤ LỤC", and below it "DANH SÁCH …"."""
    first = starts[-1]
    for index in reversed(starts[:-1]):
        if first - index > 2:
            break
        first = index
    return first
