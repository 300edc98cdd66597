"""Liferay: asset publishers, noise in queries, documents under group, folder and UUID."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator

from town.portals.base import Portal
from town.portals.front import Make
from town.portals.shelves import End, Sheet, Shelf
from town.portals.writing import e, each
from town.story import Paper, Story
from town.wire import Answer, Request

GROUP = 20181
PUBLISHER = "Enp27vtshTez"
_PORTLET = "101_INSTANCE_M2yHWmd0Dtpz"


class Liferay(Portal):
    """The family of bacgiang.gov.vn, moh.gov.vn: links carry where the reader came from."""

    family = "liferay"
    kind = "portal"
    end = End.REPEATS
    shelves = (
        (
            "section",
            re.compile(
                rf"/web/guest/(?P<slug>[a-z-]+)(?:\?p_p_id={_PORTLET}&.*_cur=(?P<page>\d+))?"
            ),
        ),
    )
    article_pattern = r"/-/asset_publisher/[^/]+/content/"
    rules = ("User-agent: *", "Disallow: /c/", "Disallow: /group/")

    def address(self, story: Story) -> str:
        """The slug is the identity; the group stands behind it."""
        return (
            f"/chi-tiet-tin-tuc/-/asset_publisher/{PUBLISHER}/content/"
            f"{story.slug}-{story.number}/{GROUP}"
        )

    def link(self, story: Story, number: int) -> str:
        """As an asset publisher links: with a way back."""
        back = f"{self.base}/web/guest/{story.section.slug}".replace(":", "%3A").replace("/", "%2F")
        noise = f"?redirect={back}&inheritRedirect=true" if number % 2 else ""
        return e(self.address(story) + noise)

    def other(self, request: Request) -> Answer | None:
        """An article with any noise behind it."""
        bare, _, query = request.target.partition("?")
        if "redirect=" not in query and "inheritRedirect=" not in query:
            return None
        found = (one for one in self.stories if self.address(one) == bare)
        return next((self.article_page(one) for one in found), None)

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """A portlet turns its own page."""
        path = f"/web/guest/{shelf.slug}"
        if number == 1:
            return path
        return (
            f"{path}?p_p_id={_PORTLET}&p_p_lifecycle=0&p_p_state=normal&p_p_mode=view"
            f"&p_p_col_id=column-2&p_p_col_count=1&_{_PORTLET}_delta={self.page_size}"
            f"&_{_PORTLET}_cur={number}"
        )

    def file_address(self, story: Story, paper: Paper) -> str:
        """In the document library, with the time of upload as a query."""
        name = uuid.uuid5(uuid.NAMESPACE_URL, f"{story.key}/{paper.name}")
        when = int(story.published.timestamp() * 1000)
        return f"/documents/{GROUP}/{story.id}/{paper.name}/{name}?t={when}"

    def article(self, story: Story) -> str:
        """``journal-content-article`` between portlets."""
        body = (
            f"{self.furniture.clock()}"
            '<div class="portlet-asset-publisher"><div class="asset-full-content">'
            f'<h1 class="header-title">{e(story.title)}</h1>'
            f'<div class="meta-data-date">{story.published:%H:%M %d-%m-%Y}</div>'
            '<div class="journal-content-article">'
            f'<p class="sapo"><strong>{e(story.summary)}</strong></p>{self.text_of(story)}</div>'
            f"</div>{self.furniture.related(self.related(story), 'other-news')}</div>"
        )
        return self.furniture.document(story.title, body)

    def listing(self, sheet: Sheet) -> str:
        """Abstracts and a pager of buttons."""
        items = each(
            lambda one, place: (
                '<div class="asset-abstract"><h3 class="asset-title">'
                f'<a href="{self.link(one, place)}">{e(one.title)}</a></h3>'
                f'<div class="asset-summary">{e(one.summary)} <a href="{self.link(one, place)}">'
                "Xem tiếp</a></div></div>\n"
            ),
            sheet.stories,
        )
        following = e(self.shelf_address(sheet.shelf, sheet.number + 1))
        forward = (
            f'<li><a href="{following}">Tiếp theo →</a></li>'
            if sheet.has_next
            else '<li class="disabled"><a href="javascript:;">Tiếp theo →</a></li>'
        )
        body = (
            f'<div class="portlet-body">{items}<div class="taglib-page-iterator">'
            f"<small>Hiển thị {len(sheet.stories)} kết quả</small>"
            f'<ul class="pager lfr-pagination-buttons">{forward}</ul></div></div>'
        )
        return self.furniture.document(sheet.shelf.name, body)

    def extras(self) -> Iterator[tuple[str, Make]]:
        """The short way that the menu of old pages uses."""
        yield "/trang-chu", self.home
