"""Sites whose pages a browser has to build: what can be had of them without one.

Sections of Điện Biên's paper, the OCOP sites of Lạng Sơn and the national extension centre
send a frame without text. No browser is run here, so only what the servers write
themselves is read: links of the home page, feeds, sitemaps, files at known addresses. A
frame is called one, and never taken for a page on which there is nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from parsel import Selector
from scrapy.http import TextResponse

from crawler.portals.base import Article, Link, Listing
from crawler.portals.generic import Generic
from crawler.portals.text import lines_of

_ADVICE = (
    "the page is built in a browser and holds no text: name a feed, a sitemap or the addresses "
    "of files in the row of the source; nothing else can be had of it"
)
_FRAME = 200
"""Letters outside of links that every page with a text exceeds, and menus do not."""


class JavaScript(Generic):
    """Files lie behind the interface of the site (``/api/user-blob/<id>``)."""

    name: ClassVar[str] = "javascript"
    lists_files: ClassVar[bool] = True
    file_path: ClassVar[re.Pattern[str] | None] = re.compile(r"/api/user-blob/[^/?]+")

    def listing(self, response: TextResponse) -> Listing:
        """Links that the server wrote, or the word that there are none to be had."""
        found = super().listing(response)
        if found.links or found.feeds:
            return found
        return replace(found, unreadable=f"{response.url}: {_ADVICE}")

    def article(
        self, response: TextResponse, met: Link | None = None, asked: datetime | None = None
    ) -> Article:
        """The article, or the word that its text cannot be had."""
        found = super().article(response, met, asked)
        if found.body or found.attachments or _text_length(self.parsed(response)) > _FRAME:
            return found
        return replace(found, unreadable=f"{response.url}: {_ADVICE}")


def _text_length(page: Selector) -> int:
    """Letters of a page outside of links and of the furniture around an article."""
    for element in page.css("a, nav, header, footer, title"):
        if element.root.getparent() is not None:
            element.drop()
    bodies = page.css("body")
    return len(lines_of(bodies[0])) if bodies else 0
