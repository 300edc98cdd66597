"""Postbacks of ASP.NET WebForms: links that send the form of their page back to it.

``javascript:__doPostBack('ctl00$Main$Pager','3')`` fills two hidden fields of the page's
form and submits it with all the others (``__VIEWSTATE`` holds the state of the page, and
``__EVENTVALIDATION`` the list of events that it may raise), so a request can be made from
the page itself without a browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl

from form2request import form2request
from lxml import etree
from parsel import Selector
from scrapy.http import TextResponse

from crawler.portals import pager
from crawler.portals.model import NextPage
from crawler.portals.text import text_of

_CALL = re.compile(r"__doPostBack\(\s*(['\"])(?P<target>.*?)\1\s*,\s*(['\"])(?P<argument>.*?)\3")
_OPTIONS = re.compile(
    r"WebForm_PostBackOptions\(\s*(['\"])(?P<target>.*?)\1\s*,\s*(['\"])(?P<argument>.*?)\3"
)
_OFF = re.compile(r"(?i)\b(?:disabled|aspNetDisabled)\b")
_MONTH = re.compile(r"V\d+")
_CALLS = "descendant::a[contains(@href, 'ostBack') or contains(@onclick, 'ostBack')]"
_ITEMS = "descendant::*[self::a or self::span or self::strong or self::b or self::li]"


@dataclass(frozen=True, slots=True)
class Postback:
    """The event that a link raises: unique id of a control, and what it is told."""

    target: str
    argument: str = ""


def called(anchor: Selector) -> Postback | None:
    """The postback that an anchor raises in its ``href`` or ``onclick``; None if none."""
    for script in (anchor.attrib.get("href", ""), anchor.attrib.get("onclick", "")):
        if match := _CALL.search(script) or _OPTIONS.search(script):
            return Postback(_unescaped(match["target"]), _unescaped(match["argument"]))
    return None


def following(page: Selector) -> Postback | None:
    """The postback of a page that leads to the next page of its list; None on the last one.

    It is the one that says so, or the one of the number after that which is no link. Ten
    numbers are often followed by ``...``: what it is told names its page (``Page$11``).
    Days of a calendar are numbers, too, but what they are told is not their number; its
    months (``V9465``) have no end.
    """
    for box in _pagers(page):
        calls = [(a, call) for a in box.xpath(_CALLS) if (call := _live(a))]
        shown = next(_shown(box), None)
        for anchor, call in calls:
            turns = shown is not None and _page_of(anchor, call) == shown + 1
            if turns or _says_next(anchor, call):
                return call
    return None


def next_page(response: TextResponse, event: Postback) -> NextPage | None:
    """The form of a page, filled as ``__doPostBack`` fills it; None if the page has none.

    No button is pressed (its name would tell the server of another event), and fields are
    sent url-encoded even where the form offers to upload files. What the server answers
    is a whole page: the partial answers of an UpdatePanel are only given to those who ask
    for them (``__ASYNCPOST``).
    """
    for form in response.xpath("//form[.//input[@name='__VIEWSTATE']]"):
        request = form2request(
            form,
            {"__EVENTTARGET": event.target, "__EVENTARGUMENT": event.argument},
            click=False,
            method="POST",
            enctype="application/x-www-form-urlencoded",
        )
        return NextPage(request.url, dict(parse_qsl(request.body.decode(), keep_blank_values=True)))
    return None


def _pagers(page: Selector) -> Iterator[Selector]:
    """Elements around postbacks that turn pages, each once, in the order of the page."""
    met: set[etree._Element] = set()
    for anchor in page.xpath(_CALLS):
        call = called(anchor)
        if call is None or not (_page_of(anchor, call) or _says_next(anchor, call)):
            continue
        for box in _boxes(anchor):
            if box.root not in met:
                met.add(box.root)
                yield box


def _boxes(anchor: Selector) -> Iterator[Selector]:
    """The elements around a link, from its own up to the first that holds a number unlinked."""
    for box in anchor.xpath("ancestor::*")[::-1][:4]:
        yield box
        if next(_shown(box), None) is not None:
            return


def _live(anchor: Selector) -> Postback | None:
    greyed = " ".join(anchor.xpath("@class | @disabled | parent::li/@class").getall())
    return None if _OFF.search(greyed) else called(anchor)


def _shown(box: Selector) -> Iterator[int]:
    """Numbers that no postback stands behind: that of the page which is shown."""
    for item in box.xpath(_ITEMS):
        text = text_of(item)
        if text.isascii() and text.isdigit():
            links = item.xpath("descendant-or-self::a | ancestor::a")
            if not any(_live(link) for link in links):
                yield int(text)


def _says_next(anchor: Selector, call: Postback) -> bool:
    return pager.says_next(anchor) and _MONTH.fullmatch(call.argument) is None


def _page_of(anchor: Selector, call: Postback) -> int | None:
    """The page that a postback turns to: what it is told, if that is what it shows."""
    told = call.argument.rpartition("$")[2]
    shows = text_of(anchor).strip(" .…")
    fits = shows in ("", told) if told else shows
    number = told or shows
    return int(number) if fits and number.isascii() and number.isdigit() else None


def _unescaped(text: str) -> str:
    r"""A string of JavaScript: ``\'`` and ``\x27`` as the characters that they stand for."""
    text = re.sub(r"\\x([0-9a-fA-F]{2})", lambda code: chr(int(code[1], 16)), text)
    return re.sub(r"\\(.)", r"\1", text)
