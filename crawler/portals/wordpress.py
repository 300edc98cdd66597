"""WordPress: Lạng Sơn's paper, Vĩnh Long's broadcaster, brands of Quảng Ninh, rural tourism."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from parsel import Selector
from scrapy.http import TextResponse

from crawler.portals import pager
from crawler.portals.base import Link, Listing, NextPage, Portal, Selectors, Twin
from crawler.portals.dates import in_vietnam
from crawler.portals.text import text_of

_VIEW = re.compile(
    r"^(?:replytocom|share|nb|noamp|like_comment|preview|relatedposts|doing_wp_cron)(?:=|$)"
)
_API = "/wp-json/"


class WordPress(Portal):
    """Addresses are set by each site, so only what is no article is known by its address.

    ``?p=4128`` is the address of a post before its slug; both answer, and the canonical
    link of the page decides. The REST interface searches better than the pages of
    ``?s=``, where some themes print their menu only; its answers (JSON) are listings too.
    """

    name: ClassVar[str] = "wordpress"
    family: ClassVar[Selectors] = Selectors(
        title="h1.entry-title, h1.post-title, h1.tdb-title-text, .entry-title, article h1",
        body=".entry-content, .td-post-content, .post-content, .single-content",
        date="time.entry-date.published, .entry-date, time.published, .posted-on, .post-date",
        author=".author.vcard a, .byline .author, .author-name, .post-author a",
        noise=(
            ".related-posts, .jp-relatedposts, .yarpp-related, .sharedaddy, .comments-area,"
            " #comments, .nav-links .meta-nav, .widget-area, .widget_calendar"
        ),
        next=(
            "a.next.page-numbers, .nav-previous a, .page-nav a, .wp-pagenavi a,"
            " .wp-pagenavi span, .page-numbers, .pagination a"
        ),
    )
    article_path: ClassVar[re.Pattern[str] | None] = re.compile(
        r"^/\?(?:.*&)?p=\d+"
        r"|^(?!/(?:[a-z]{2}/)?(?:category|chuyen-muc|tag|author|page|feed|comments|search|wp-[a-z]+)"
        r"(?:/|$|\?|\.))"
        r"(?!(?:.*/)?page/\d+/?(?:$|\?))(?!(?:.*/)?feed/?(?:$|\?))"
        r"(?!/\d{4}(?:/\d{1,2}){0,2}/?(?:$|\?))"
        r"(?!.*[?&](?:s|m|cat|paged|page_id|attachment_id|feed)=)"
        r"/[^?]*[^/?.][^?]*"
    )
    twins: ClassVar[tuple[Twin, ...]] = (
        Twin(re.compile(r"(https?://[^/?]+/[^?]+?)/(?:amp|print)/?"), r"\1/"),
        Twin(re.compile(r"(https?://[^/?]+/[^?]+?)/comment-page-\d+/?"), r"\1/"),
    )
    feeds: ClassVar[tuple[str, ...]] = ("/feed/",)
    sitemaps: ClassVar[tuple[str, ...]] = ("/wp-sitemap.xml", "/sitemap_index.xml", "/sitemap.xml")
    search: ClassVar[str] = "/wp-json/wp/v2/posts?search={words}&page={page}"

    def canonical(self, url: str) -> str:
        """Without what buttons and comments add."""
        split = urlsplit(super().canonical(url))
        kept = [part for part in split.query.split("&") if part and not _VIEW.match(part)]
        return urlunsplit(split._replace(query="&".join(kept)))

    def listing(self, response: TextResponse) -> Listing:
        """A page of links, or an answer of the REST interface.

        Raises:
            ValueError: The interface answered with something that is no JSON.
        """
        if _API not in urlsplit(response.url).path:
            return super().listing(response)
        try:
            posts = response.json()
        except ValueError as error:
            kind = (response.headers.get("Content-Type") or b"nothing").decode("latin-1")
            raise ValueError(
                f"{response.url} answered with {kind}, no JSON: its REST interface is off; name "
                "/?s={words}&paged={page} as the search of the row"
            ) from error
        if not isinstance(posts, list):  # past the end: {"code": "rest_post_invalid_page_number"}
            return Listing(())
        return Listing(tuple(_posts(posts)), _following(response, posts))


def _posts(posts: list[Any]) -> Iterator[Link]:
    for post in posts:
        if isinstance(post, dict) and isinstance(post.get("link"), str):
            words = (_text(post.get("title")), _text(post.get("excerpt")))
            yield Link(post["link"], " ".join(filter(None, words)), _time(post.get("date_gmt")))


def _text(field: object) -> str:
    """Text of a field that the interface renders as HTML."""
    rendered = field.get("rendered") if isinstance(field, dict) else None
    return text_of(Selector(text=rendered)) if isinstance(rendered, str) and rendered else ""


def _time(gmt: object) -> str:
    """Vietnam's time of a moment in GMT: the field ``date`` is in the site's own zone."""
    try:
        return in_vietnam(datetime.fromisoformat(str(gmt)).replace(tzinfo=UTC))
    except ValueError:
        return ""


def _following(response: TextResponse, posts: list[Any]) -> NextPage | None:
    """The next page, until the number of pages that the answer's head tells."""
    total = (response.headers.get("X-WP-TotalPages") or b"").decode("ascii", "replace")
    page = int(dict(parse_qsl(urlsplit(response.url).query)).get("page", "1"))
    if not posts or (total.isdigit() and page >= int(total)):
        return None
    return NextPage(pager.counted(response.url, "page"))
