"""ASP.NET: an article whose identity is its query, lists that turn their pages by POST."""

from __future__ import annotations

import base64
import re

from town.portals.base import Portal
from town.portals.expected import Precision
from town.portals.shelves import Sheet, Shelf
from town.portals.writing import e, each, half_day, weekday
from town.story import Paper, Story
from town.wire import TEXT, Answer, Request


class Viewer(Portal):
    """The shape of baobinhdinh: ``viewer.aspx?macm=&macmp=&mabb=``, nothing in the path."""

    family = "aspnet"
    precision = Precision.SECOND
    shelves = (
        (
            "section",
            re.compile(r"/list\.aspx\?macm=(?P<number>\d+)(?:&macmp=0)?(?:&trang=(?P<page>\d+))?"),
        ),
    )
    article_pattern = r"/viewer\.aspx\?(?:.*&)?mabb=\d+"
    selectors = "next=.trang b + a"

    def address(self, story: Story) -> str:
        """Three numbers; the last is the article's."""
        number = story.section.number
        return f"/viewer.aspx?macm={number}&macmp={number}&mabb={story.id}"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``&trang=2``."""
        more = f"&trang={number}" if number > 1 else ""
        return f"/list.aspx?macm={shelf.number}{more}"

    def file_address(self, story: Story, paper: Paper) -> str:
        """One folder for all."""
        return f"/Upload/VanBan/{paper.name}"

    def article(self, story: Story) -> str:
        """Control names as classes; the time behind a bar."""
        when = story.published
        body = (
            '<div id="ctl00_zone1_detail"><h1 class="title" id="ctl00_zone1_detail_lblTieuDe">'
            f'{e(story.title)}</h1><span class="date" id="ctl00_zone1_detail_lblNgayDang">'
            f"Cập nhật: {weekday(when)}, {when.day}/{when.month}/{when.year} | {half_day(when)}"
            f'</span><div class="sapo" id="ctl00_zone1_detail_lblTomTat">{e(story.summary)}</div>'
            f'<div class="noidung" id="ctl00_zone1_detail_lblNoiDung">{self.text_of(story)}</div>'
            f"</div>{self.furniture.related(self.related(story), 'tincungloai')}"
        )
        return self.furniture.document(story.title, body, self.furniture.described(story))

    def listing(self, sheet: Sheet) -> str:
        """A table, as in old days."""
        items = each(
            lambda one, place: (
                f'<tr><td><a class="title" href="{self.link(one, place)}">{e(one.title)}</a>'
                f"<br>{e(one.summary)}</td></tr>\n"
            ),
            sheet.stories,
        )
        pages = each(
            lambda _, one: (
                f'<a href="{e(self.shelf_address(sheet.shelf, one))}">[{one}]</a> '
                if one != sheet.number
                else f"<b>[{one}]</b> "
            ),
            range(sheet.last),
        )
        body = f'<table class="danhsach">{items}</table><div class="trang">{pages}</div>'
        return self.furniture.document(sheet.shelf.name, body)


class Postback(Portal):
    """The shape of baophuyen: ``__doPostBack`` turns the page, a state must come along."""

    family = "aspnet"
    shelves = (("section", re.compile(r"/NewsList\.aspx\?menu=(?P<number>\d+)")),)
    article_pattern = r"^/\d+/\d+/[^/]+\.html$"

    def address(self, story: Story) -> str:
        """Numbers of section and story before the slug."""
        return f"/{story.section.number}/{story.id}/{story.slug}.html"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """The same address for all pages."""
        return f"/NewsList.aspx?menu={shelf.number}"

    def file_address(self, story: Story, paper: Paper) -> str:
        """By month."""
        return f"/Uploads/{story.published:%Y-%m}/{paper.name}"

    def other(self, request: Request) -> Answer | None:
        """The page that a posted form asks for; 500 when its state is not ours."""
        found = self.shelves[0][1].fullmatch(request.target)
        if request.method != "POST" or found is None:
            return None
        form = request.form
        state, number = form.get("__VIEWSTATE", ""), form.get("__EVENTARGUMENT", "")
        known = {self.state(int(found["number"]), one) for one in range(1, 100)}
        if state not in known or form.get("__EVENTTARGET") != "ctl00$Main$Pager":
            return Answer(b"Invalid postback or callback argument.", 500, TEXT)
        section = next(one for one in self.sections if str(one.number) == found["number"])
        answer = self.list_page(Shelf.of(section), int(number))
        return _delta(answer) if form.get("__ASYNCPOST") == "true" else answer

    @staticmethod
    def state(menu: int, number: int) -> str:
        """What the server wants to see again."""
        return base64.b64encode(f"menu {menu} page {number}".encode()).decode()

    def article(self, story: Story) -> str:
        """``newsDetail``; the half of the day behind the hour."""
        when = story.published
        lines = "".join(f"<p>{e(one)}</p>\n" for one in story.paragraphs)
        body = (
            f'<div class="newsDetail"><h1 class="title">{e(story.title)}</h1>'
            f'<div class="date">{when:%I:%M} {"AM" if when.hour < 12 else "PM"} '
            f'{when:%d/%m/%Y}</div><div class="lead">{e(story.summary)}</div>'
            f'<div class="text">{lines}{self.files_of(story)}'
            f'<p align="right"><b>{e(story.author)}</b></p></div></div>'
            f"{self.furniture.related(self.related(story), 'otherNews')}"
        )
        return self.furniture.document(story.title, body, self.furniture.described(story))

    def listing(self, sheet: Sheet) -> str:
        """A form around everything; the pager is scripts."""
        items = each(
            lambda one, place: (
                f'<div class="news"><h3><a href="{self.link(one, place)}">{e(one.title)}</a></h3>'
                f"<p>{e(one.summary)}</p></div>\n"
            ),
            sheet.stories,
        )
        call = "javascript:__doPostBack('ctl00$Main$Pager','{}')"
        pages = each(
            lambda _, one: f'<li><a href="{e(call.format(one))}">{one}</a></li>', range(sheet.last)
        )
        forward = (
            f'<li><a href="{e(call.format(sheet.number + 1))}">&gt;</a></li>'
            if sheet.has_next
            else ""
        )
        shelf = sheet.shelf
        body = (
            f'<form method="post" action="./NewsList.aspx?menu={shelf.number}" id="aspnetForm">'
            '<input type="hidden" name="__EVENTTARGET" value="">'
            '<input type="hidden" name="__EVENTARGUMENT" value="">'
            f'<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" '
            f'value="{self.state(shelf.number, sheet.number)}">'
            '<input type="hidden" name="__VIEWSTATEGENERATOR" value="CA0B0334">'
            '<input type="hidden" name="__EVENTVALIDATION" value="/wEdAAU=">'
            f'{items}<div class="pagination"><ul>{pages}{forward}</ul></div></form>'
        )
        return self.furniture.document(shelf.name, body)


def _delta(answer: Answer) -> Answer:
    """The answer of a partial update: lengths, kinds, ids and pieces between bars."""
    text = answer.body.decode()
    piece = f"{len(text)}|updatePanel|ctl00_Main_Panel|{text}|"
    state = re.search(r'id="__VIEWSTATE" value="([^"]+)"', text)
    kept = state[1] if state else ""
    return Answer(f"{piece}{len(kept)}|hiddenField|__VIEWSTATE|{kept}|".encode(), kind=TEXT)
