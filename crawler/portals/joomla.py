"""Joomla, with and without K2: Hà Nội's department of agriculture, Lạng Sơn's NTM office."""

from __future__ import annotations

import re
from typing import ClassVar
from urllib.parse import urlsplit, urlunsplit

from parsel import Selector
from scrapy.http import TextResponse

from crawler.portals import addresses, pager
from crawler.portals.base import NextPage, Portal, Selectors

# How a page is shown: print and mail views, the menu that the reader came by, first pages.
_VIEW = re.compile(
    r"^(?:tmpl|print|layout|showall|highlight|fontstyle|device|templateStyle|Itemid|catid)(?:=|$)"
    r"|^(?:start|limitstart)=0?$"
)


class Joomla(Portal):
    """``/<id>-<slug>`` below a menu, ``/item/<id>-<slug>`` of K2; offsets (``?start=20``) page.

    ``start=0`` and no query are one page. Files of K2 have addresses without their names
    (``/item/download/12_<hash>``).
    """

    name: ClassVar[str] = "joomla"
    family: ClassVar[Selectors] = Selectors(
        title=(
            ".itemTitle, .item-page h1, .item-page h2, .item-page .page-header, .article-title,"
            " h1.contentheading, h2.contentheading"
        ),
        summary=".itemIntroText",
        body=".itemFullText, [itemprop=articleBody], .item-page .article-content, .item-page",
        date=(
            ".itemDateCreated, dd.published, dd.create, .published time, .createdate,"
            " .article-info time"
        ),
        author=".itemAuthor a, .createdby [itemprop=name], dd.createdby",
        noise=(
            ".itemRelated, .itemAuthorLatest, .itemNavigation, .itemComments, .itemToolbar,"
            " .itemSocialSharing, .relateditems, .item-page .pager, .icons, .itemHits, dd.hits"
        ),
    )
    article_path: ClassVar[re.Pattern[str] | None] = re.compile(
        r"/item/\d+(?:-[^/?]*)?(?:$|\?)"
        r"|^(?!.*/(?:category|itemlist|tags?|component/users|download)\b)[^?]*/\d+-[^/?]+(?:$|\?)"
        r"|[?&]view=(?:article|item)(?:&|$)"
    )
    file_path: ClassVar[re.Pattern[str] | None] = re.compile(
        r"/item/download/\d+|[?&]task=(?:download|document\.download)\b"
    )
    lists_files: ClassVar[bool] = True
    feeds: ClassVar[tuple[str, ...]] = ("/index.php?format=feed&type=rss",)

    def next_page(self, page: Selector, response: TextResponse) -> NextPage | None:
        """The page of the next offset."""
        anchors = page.css(self.selectors.next or "a[href*='start=']")
        url = pager.by_offset(anchors, response.url, addresses.base_of(response), "(?:limit)?start")
        return NextPage(url) if url else None

    def canonical(self, url: str) -> str:
        """Without what only says how the page is shown."""
        split = urlsplit(super().canonical(url))
        kept = [part for part in split.query.split("&") if part and not _VIEW.match(part)]
        return urlunsplit(split._replace(query="&".join(kept)))
