"""Any portal: what pages say of themselves, and the main content of the rest.

It serves sources without a family of their own. Articles are told by the pattern of the
row; where there is none, by links that look like headlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from parsel import Selector
from scrapy.http import TextResponse

from crawler.portals import addresses, listings, structured
from crawler.portals.base import Link, Portal, Selectors
from crawler.portals.publication import Told
from crawler.portals.text import is_filled, text_of

_HEADLINE_WORDS = 5
_NO_ARTICLE = re.compile(
    r"(?i)/(?:tags?|tu-khoa|chuyen-muc|category|danh-muc|author|tac-gia|search|tim-kiem|rss|feed|"
    r"login|dang-nhap|lien-he|gioi-thieu|sitemap|so-do|page)(?:[/.?-]|$)|-(?:tag|ptag|event)\d*\.\w+$"
)
_NAMED = re.compile(r"\d{3}|(?:[^\W_]+-){3}|[?&](?:\w*id|p)=\d", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?i)(?:(?:xem )?chi tiết(?: tin| bài viết| tin tức)?|tin tức(?: sự kiện)?|trang chủ|home"
    r"|default|untitled|view_?detail|cổng (?:thông tin|ttđt)[^|]*|trang thông tin[^|]*)?$"
)


class Generic(Portal):
    """Pages without a family: JSON-LD, OpenGraph, microdata, feed entry, main content."""

    name = "generic"
    family = Selectors(
        summary=".article__sapo, .detail-sapo, .news-sapo, .sapo, .chapeau",
        body="[itemprop=articleBody]",
        date=(
            "[itemprop=datePublished], .publish-date, .published-date, .post-date, .article-date, "
            ".entry-date, .detail-time, .article-time, .pubdate, .ngay-dang, .ngaydang, .date-time"
        ),
        noise=(
            "#header, .header-top, .top-header, .topbar, .top-bar, .site-header, #footer, .footer, "
            "footer, .related, .tin-lien-quan, .lien-quan, .tin-khac, #comments, .comments"
        ),
    )

    def links(self, page: Selector, response: TextResponse) -> Iterator[Link]:
        """Links to articles; without a pattern those whose words read like headlines."""
        if self.article_pattern or self.article_path or self.selectors.links:
            yield from super().links(page, response)
            return
        here = addresses.cleaned(response.url)

        def wanted(url: str) -> bool:
            return addresses.cleaned(url) != here and looks_like_article(url)

        headlines = [one for one in page.css("a[href]") if _is_headline(one)]
        yield from listings.links(page, headlines, addresses.base_of(response), wanted)

    def sure_dates(
        self, page: Selector, body: Selector | None, said: structured.Said
    ) -> Iterator[Told]:
        """What the page marks up first: selectors are guesses here, if the row has none."""
        printed_here = tuple(super().sure_dates(page, body, said))
        yield from printed_here if "date" in self.own_selectors else (*said.dates, *printed_here)

    def title(self, page: Selector, said: structured.Said) -> str:
        """The headline; the page's only ``h1`` where ``<title>`` adds the site's name to it.

        Many portals call every page by the name of the site or of its template
        ("Chi tiết tin"), which tells less than the ``h1``.
        """
        title = super().title(page, said)
        heads = [head for head in map(text_of, page.css("h1")) if is_filled(head)]
        if len(heads) != 1 or self.text(page, self.selectors.title):
            return title
        return heads[0] if heads[0] in title or _SAYS_NOTHING.match(title) else title

    def drift(self, page: Selector) -> tuple[str, ...]:
        """Only of the row's own selectors: the others are guesses at many layouts."""
        return tuple(name for name in super().drift(page) if name in self.own_selectors)


def looks_like_article(url: str) -> bool:
    """Whether an address may name one article: an id, or a slug of several words."""
    split = urlsplit(url)
    if _NO_ARTICLE.search(unquote(split.path)) or addresses.is_file(url):
        return False
    last = split.path.rstrip("/").rpartition("/")[2]
    return _NAMED.search(f"{unquote(last)}?{split.query}") is not None


def _is_headline(anchor: Selector) -> bool:
    words = max(text_of(anchor), anchor.attrib.get("title", ""), key=len)
    return len(words.split()) >= _HEADLINE_WORDS
