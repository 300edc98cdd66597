"""SharePoint: ``.aspx`` pages whose identity is a number in the query."""

from __future__ import annotations

import re
from collections.abc import Iterator

from town.portals.base import Portal
from town.portals.expected import Precision
from town.portals.front import Make
from town.portals.shelves import Sheet, Shelf
from town.portals.writing import e, each, half_day
from town.story import Paper, Story
from town.wire import Answer, Request


class SharePoint(Portal):
    """The family of quangninh.gov.vn: ``ChiTietTinTuc.aspx?nid=``, in any letter case."""

    family = "sharepoint"
    kind = "portal"
    precision = Precision.SECOND
    shelves = (
        (
            "section",
            re.compile(r"/Trang/DanhSachTin\.aspx\?cat=(?P<number>\d+)(?:&page=(?P<page>\d+))?"),
        ),
    )
    article_pattern = r"(?i)/Trang/ChiTietTinTuc\.aspx\?(?:.*&)?nid=\d+"
    rules = ("User-agent: *", "Disallow: /_layouts/", "Disallow: /_catalogs/")

    def address(self, story: Story) -> str:
        """The number is the identity."""
        return f"/Trang/ChiTietTinTuc.aspx?nid={story.id}"

    def other(self, request: Request) -> Answer | None:
        """The server does not look at letter case, nor at parameters that it does not know."""
        path = request.path.lower()
        if path == "/trang/chitiettintuc.aspx":
            number = request.query.get("nid", "")
            found = (one for one in self.stories if str(one.id) == number)
            return next((self.article_page(one) for one in found), None)
        return None

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """Sections have numbers."""
        more = f"&page={number}" if number > 1 else ""
        return f"/Trang/DanhSachTin.aspx?cat={shelf.number}{more}"

    def file_address(self, story: Story, paper: Paper) -> str:
        """In a document library, with blanks in the name of the folder."""
        return f"/Documents/V%C4%83n%20b%E1%BA%A3n/{story.published:%Y}/{paper.name}"

    def article(self, story: Story) -> str:
        """Time with seconds and ``SA``/``CH``; the rest of ``head`` knows nothing."""
        when = f"{story.published:%d/%m/%Y} {half_day(story.published, 'SA', 'CH')}"
        body = (
            f'<form method="post" action="{e(self.address(story))}">'
            '<input type="hidden" name="__VIEWSTATE" value="/wEPDwUK">'
            f'<div class="noi-dung-trang"><h1 class="title-news">{e(story.title)}</h1>'
            f'<div class="publish-date">Ngày xuất bản: {when}</div>'
            f'<div class="sapo"><b>{e(story.summary)}</b></div>'
            f'<div class="ms-rtestate-field">{self.text_of(story)}</div></div>'
            f"{self.furniture.related(self.related(story), 'tin-khac')}</form>"
        )
        return self.furniture.document("Chi tiết tin tức", body)

    def listing(self, sheet: Sheet) -> str:
        """Links in two letter cases."""
        items = each(
            lambda one, place: (
                f'<li class="news-item"><a href="{self.cased(one, place)}">{e(one.title)}</a>'
                f'<span class="date">({one.published:%d/%m/%Y})</span>'
                f"<p>{e(one.summary)}</p></li>\n"
            ),
            sheet.stories,
        )
        pages = each(
            lambda _, one: (
                f'<a href="{e(self.shelf_address(sheet.shelf, one))}">{one}</a> '
                if one != sheet.number
                else f"<span>{one}</span> "
            ),
            range(sheet.last),
        )
        body = f'<ul class="list-news">{items}</ul><div class="pager">{pages}</div>'
        return self.furniture.document(sheet.shelf.name, body)

    def cased(self, story: Story, number: int) -> str:
        """Every second link writes ``trang`` small."""
        link = self.link(story, number)
        return link if number % 2 else link.replace("/Trang/", "/trang/")

    def extras(self) -> Iterator[tuple[str, Make]]:
        """The front page has an address of its own too."""
        yield "/Trang/Default.aspx", self.home
