"""Where a listing goes on, out of its pager's links.

Forward is what calls itself so (``rel=next``, "Trang sau", ``>``), else the number after
the present one. Links of scripts (``javascript:void(0)``) lead nowhere; where a neighbour
in the same pager, or the present page, shows how its number stands in the address, theirs
is told from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from lxml import etree
from parsel import Selector
from w3lib.url import add_or_replace_parameter

from crawler.portals import addresses
from crawler.portals.text import text_of

PAGERS = (
    ".pagination a, .pager a, .paging a, .phantrang a, .phan-trang a, .boxpage a, .wp-pagenavi a, "
    ".page-numbers, .nav-links a, .paginate a, [class*=pagination] a, [id*=pagination] a"
)
"""Links of what looks like a pager by its names, on any page."""

_NEXT = re.compile(
    r"(?:trang |bài )?(?:sau|tiếp|tiếp theo|kế tiếp|kế)(?: trang)?(?: ?[»>›→])?|"
    r"next(?: page)?(?: ?[»>›→])?|[>›→]"
)
_BACK = re.compile(
    r"[←«‹<]+|(?:[←«‹<]+ ?)?"
    r"(?:(?:trang |bài )?(?:trước|đầu|đầu tiên)|(?:prev|previous|first)(?: page)?)"
)
_FORWARD = re.compile(rf"{_NEXT.pattern}|»|>>|xem thêm")
_NUMBER = re.compile(r"\[?(?:trang |page )?(\d{1,5})\]?", re.ASCII)
_NAME = re.compile(r"pag(?:ing|ination|er|enav)|phan[-_]?trang", re.IGNORECASE)
_CELLS = frozenset({"li", "span", "td", "b", "strong"})
_MAX_NUMBERS = 20
_IN_ADDRESS = re.compile(
    r"(?i)(?:[?&](?:page|trang|p|pageindex|pagenumber|paged|pg|currentpage|_\w+_cur)=|"
    r"/(?:page|trang|p)[-/]?|[-/](?:page|trang)-?)(\d{1,5})(?=[/.&#]|$)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class _Step:
    """One link of a pager: where it leads (empty: nowhere), what it says, its page's number."""

    url: str
    words: str
    number: int | None


def number_in(url: str) -> int | None:
    """The number of the page in the address of a listing, or None."""
    found = _IN_ADDRESS.search(url)
    return int(found[1]) if found else None


def counted(url: str, parameter: str) -> str:
    """The address of the next page where pages are counted in a parameter of the query.

    The first page is 1 and needs no parameter. Its letter case stays as it is.

    >>> counted("https://a.vn/portal/Pages/Tin.aspx?pageindex=4", "PageIndex")
    'https://a.vn/portal/Pages/Tin.aspx?pageindex=5'
    """
    number = 1
    for name, value in parse_qsl(urlsplit(url).query):
        if name.lower() == parameter.lower() and value.isascii() and value.isdigit():
            parameter, number = name, int(value)
    return str(add_or_replace_parameter(url, parameter, str(number + 1)))


def by_offset(anchors: Sequence[Selector], url: str, base: str, parameter: str) -> str:
    """The address of the next page where lists count articles (``?start=20``), or empty.

    It is the link of the same list with the least offset beyond that of the present page,
    whatever the pager looks like. No offset is the offset 0.
    """
    offset = re.compile(rf"(?i)[?&]{parameter}=(\d+)(?=&|$)")

    def place(address: str) -> tuple[str, int]:
        found = offset.search(address)
        return urlsplit(address).path.partition("&")[0], int(found[1]) if found else 0

    path, present = place(url)
    places = {link: place(link) for link in (addresses.href(one, base) for one in anchors) if link}
    beyond = [link for link, (where, at) in places.items() if where == path and at > present]
    return min(beyond, key=lambda link: places[link][1], default="")


def says_next(anchor: Selector) -> bool:
    """Whether a link calls itself the one to the next page."""
    return _NEXT.fullmatch(_words(anchor)) is not None


def of_page(page: Selector, selectors: str, base: str) -> list[Selector]:
    """The links of a listing's pager: those that match, else those that read like one.

    A pager without a name is a row of links whose numbers stand in their addresses. A
    calendar is such a row, too, but a longer one.
    """
    if matched := page.css(selectors or PAGERS):
        return list(matched)
    for named in page.xpath("//*[@class or @id][descendant::a]"):
        if _NAME.search(f"{named.attrib.get('class', '')} {named.attrib.get('id', '')}"):
            return list(named.css("a, span, b, strong"))
    rows: dict[etree._Element, list[_Step]] = {}
    for anchor in page.css("a[href]"):
        step = _step(anchor, base)
        if step.number is not None and step.url:
            rows.setdefault(_row(anchor.root), []).append(step)
    for row, steps in rows.items():
        told = [step for step in steps if step.number and step.number > 1 and _with(step, 1)]
        if told and len(steps) <= _MAX_NUMBERS:
            return list(Selector(root=row, type="html").css("a, span, b, strong"))
    return []


def _row(anchor: etree._Element) -> etree._Element:
    """The element that holds the links of a pager, each perhaps in a cell of its own."""
    row = anchor.getparent()
    while row is not None and row.tag in _CELLS and row.getparent() is not None:
        row = row.getparent()
    return anchor if row is None else row


def after(anchors: Sequence[Selector], url: str, base: str) -> str:
    """The address of the page after ``url``, or empty at the end.

    Args:
        anchors: Links (and marks of the present page) of the pager.
        url: The address of the present page.
        base: What links are relative to.
    """
    steps = [_step(anchor, base) for anchor in anchors]
    ahead = [step for step in steps if _leads_on(step, url)]
    numbers = any(step.number for step in steps)
    # "»" beside numbers is mostly the last page.
    forward = _NEXT if numbers else _FORWARD
    for step in ahead:
        if forward.fullmatch(step.words):
            return step.url
    if numbers:
        here = _present(anchors, url)
        return _numbered([*steps, _Step(url, "", here)], url, here + 1)
    return ahead[0].url if len({step.url for step in steps if step.url}) == 1 and ahead else ""


def _words(anchor: Selector) -> str:
    """What a link says: its words, else its title; "next" when it is marked so."""
    words = " ".join(text_of(anchor).casefold().split())
    marks = anchor.attrib
    if "next" in (marks.get("rel", "") + " " + marks.get("class", "")).split():
        words = "next"
    elif not words or not re.search(r"[\w>»›→]", words):
        words = (marks.get("title") or marks.get("aria-label") or words).casefold().strip()
    return words


def _step(anchor: Selector, base: str) -> _Step:
    words = _words(anchor)
    number = _NUMBER.fullmatch(words)
    return _Step(addresses.href(anchor, base), words, int(number[1]) if number else None)


def _present(anchors: Sequence[Selector], url: str) -> int:
    """The number of the present page: marked in the pager, else told by the address, else 1."""
    for anchor in anchors:
        marks = f"{anchor.attrib.get('class', '')} {anchor.xpath('../@class').get('')}".split()
        number = _NUMBER.fullmatch(text_of(anchor).casefold())
        marked = {"active", "current", "selected"} & set(marks) or _is_current(anchor)
        if number and (marked or not anchor.css("a")):
            return int(number[1])  # a number without a link is that of the present page
    told = number_in(url)
    return 1 if told is None else told


def _is_current(anchor: Selector) -> bool:
    return anchor.attrib.get("aria-current", "false") != "false"


def _leads_on(step: _Step, url: str) -> bool:
    """Whether a link leads to another page than this one, and not back."""
    if (
        not step.url
        or _BACK.fullmatch(step.words)
        or addresses.cleaned(step.url) == addresses.cleaned(url)
    ):
        return False
    here, there = number_in(url), number_in(step.url)
    return here is None or there is None or there > here


def _numbered(steps: Sequence[_Step], url: str, number: int) -> str:
    """The address of the page with a number, also told from its neighbours'."""
    wanted = [step for step in steps if step.number == number]
    for step in wanted:
        if step.url and addresses.cleaned(step.url) != addresses.cleaned(url):
            return step.url
    if not wanted:
        return ""
    for step in steps:
        if step.url and step.number and step.number > 1 and (made := _with(step, number)):
            return made
    return ""


def _with(step: _Step, number: int) -> str:
    """The address of a neighbour with another page's number, when its own stands there once."""
    split = urlsplit(step.url)
    tail = step.url[len(f"{split.scheme}://{split.netloc}") :]
    runs = list(re.finditer(rf"(?<!\d){step.number}(?!\d)", tail))
    if len(runs) != 1:
        return ""
    start, end = runs[0].span()
    return step.url[: len(step.url) - len(tail)] + tail[:start] + str(number) + tail[end:]
