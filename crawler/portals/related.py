"""Boxes of other articles inside the text of one: they repeat other counts and dates.

A box is known by its heading ("Bài liên quan", "Bài đọc tiếp", "Cùng chuyên mục") and by
what follows it: nothing but links to pages. Links to files stay, whatever stands above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement
from parsel import Selector

from crawler.portals import addresses
from crawler.portals.dates import is_date_line
from crawler.portals.text import glimpse, lines_of, tidy

_HEADING = re.compile(
    r"(?:(?:các|những) )?(?:tin,? bài|tin|bài viết|bài|nội dung) (?:viết )?(?:có )?"
    r"(?:liên quan|khác|cùng (?:chuyên mục|chủ đề)|đọc tiếp|đọc nhiều|mới(?: hơn| nhất)?|cũ hơn"
    r"|đã đăng|nổi bật)|cùng (?:chuyên mục|chủ đề|tác giả)|(?:xem|đọc) (?:thêm|tiếp)|liên quan"
    r"|có thể bạn quan tâm",
    re.IGNORECASE,
)
_BLOCKS = (
    "p",
    "div",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "strong",
    "b",
    "span",
    "header",
    "legend",
    "td",
)
_MAX_HEADING = 40


def cut(body: Selector) -> None:
    """Take boxes of other articles out of a body."""
    for heading in body.css(", ".join(_BLOCKS)):
        if heading.root is body.root or heading.root.getparent() is None:
            continue
        if _is_heading(heading):
            _cut_box(heading, body.root)


def _is_heading(element: Selector) -> bool:
    words = glimpse(element, _MAX_HEADING).strip(" :.-–>»*")
    return bool(words) and _HEADING.fullmatch(words) is not None


def _cut_box(heading: Selector, body: HtmlElement) -> None:
    """Cut a heading and the links after it; of nested headings the outermost."""
    outer: HtmlElement = heading.root
    while (parent := outer.getparent()) is not None and parent is not body:
        if _text(parent) != _text(outer):
            break
        outer = parent
    listed = list(_links_after(outer))
    if any(map(_text, listed)):
        for one in (outer, *listed):
            one.drop_tree()


def _links_after(heading: HtmlElement) -> Iterator[HtmlElement]:
    """Elements after a heading that hold nothing, or links to pages."""
    for sibling in heading.itersiblings(tag=etree.Element):
        if _text(sibling) and not _is_of_links(sibling):
            return
        yield sibling
        if (sibling.tail or "").strip():
            return


def _is_of_links(element: HtmlElement) -> bool:
    """Whether an element says nothing but the words of links to pages, and their dates."""
    anchors = [element] if element.tag == "a" else list(element.iter("a"))
    if not anchors or any(addresses.is_file(one.get("href") or "") for one in anchors):
        return False
    linked = [words for words in map(_text, anchors) if words]
    return all(
        any(line in words or words in line for words in linked) or is_date_line(line)
        for line in lines_of(Selector(root=element, type="html")).splitlines()
    )


def _text(element: HtmlElement) -> str:
    return tidy(str(element.text_content()))
