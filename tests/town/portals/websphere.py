"""IBM WebSphere Portal: one article under as many addresses as there are sessions."""

from __future__ import annotations

import base64
import itertools
import re
from collections.abc import Iterator

from town.portals.base import Portal
from town.portals.front import Make
from town.portals.shelves import Sheet, Shelf
from town.portals.writing import e, each
from town.story import Paper, Story
from town.wire import Answer, Request

_STATE = re.compile(r"(?P<path>/wps/portal/.+?)/!ut/p/z1/[^?]+(?P<query>\?.*)?")


class WebSphere(Portal):
    """The family of angiang.gov.vn: ``/!ut/p/z1/<state>`` behind every link, new each time."""

    family = "websphere"
    kind = "portal"
    shelves = (
        (
            "section",
            re.compile(r"/wps/portal/Home/(?P<slug>[a-z-]+)/?(?:\?WCM_Page\.7d1=(?P<page>\d+))?"),
        ),
    )
    article_pattern = r"^/wps/portal/Home/[a-z-]+/chi-tiet/[a-z0-9-]+"

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self._sessions = itertools.count(1)

    def address(self, story: Story) -> str:
        """The short path, which lasts."""
        return f"/wps/portal/Home/{story.section.slug}/chi-tiet/{story.slug}-{story.number}"

    def link(self, story: Story, number: int) -> str:
        """The path with the state of a session."""
        return e(f"{self.address(story)}/!ut/p/z1/{self.state(story.key)}/")

    def state(self, of: str) -> str:
        """What the portal packs into an address: another for every page that is made."""
        text = f"{of} session {next(self._sessions)}".encode()
        return base64.urlsafe_b64encode(text * 2).decode().rstrip("=")

    def other(self, request: Request) -> Answer | None:
        """The same page, whatever the state."""
        if not (found := _STATE.fullmatch(request.target)):
            return None
        for story in self.stories:
            if self.address(story) == found["path"]:
                return self.article_page(story)
        inside = found["path"] + (found["query"] or "")
        return self.front.list_at(inside)

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """Lists have short paths too."""
        return f"/wps/portal/Home/{shelf.slug}" + (f"?WCM_Page.7d1={number}" if number > 1 else "")

    def file_address(self, story: Story, paper: Paper) -> str:
        """``/wps/wcm/connect`` with the id of the work."""
        return (
            f"/wps/wcm/connect/{story.id:08x}-7d1c/{paper.name}"
            f"?MOD=AJPERES&CACHEID=ROOTWORKSPACE-{story.id:08x}"
        )

    def article(self, story: Story) -> str:
        """The date behind words, in the order hour, day."""
        body = (
            f'{self.furniture.clock()}<div class="wpthemeControlBody"><div class="chi-tiet-tin">'
            f'<h1 class="tieu-de">{e(story.title)}</h1>'
            f'<div class="ngay-dang">Cập nhật lúc : {story.published:%H:%M %d/%m/%Y}</div>'
            f'<div class="tom-tat"><strong>{e(story.summary)}</strong></div>'
            f'<div class="noi-dung">{self.text_of(story)}</div></div>'
            f"{self.furniture.related(self.related(story), 'tin-cung-muc')}</div>"
        )
        return self.furniture.document(story.title, body)

    def listing(self, sheet: Sheet) -> str:
        """Links with states, a pager with short paths."""
        items = each(
            lambda one, place: (
                f'<div class="tin"><a href="{self.link(one, place)}">{e(one.title)}</a>'
                f"<p>{e(one.summary)}</p></div>\n"
            ),
            sheet.stories,
        )
        following = e(self.shelf_address(sheet.shelf, sheet.number + 1))
        forward = f'<a class="wcmPagingNext" href="{following}">Sau</a>' if sheet.has_next else ""
        body = f'{items}<div class="paging">{forward}</div>'
        return self.furniture.document(sheet.shelf.name, body)

    def extras(self) -> Iterator[tuple[str, Make]]:
        """The front page of the portal proper."""
        yield "/wps/portal/Home", self.home
        yield "/wps/portal/Home/", self.home
