"""What stands around an article on every page: menus, boxes, counters, clocks, comments.

All of it is noise to a reader, some of it a trap: other dates, other counts.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from town.portals.shelves import Shelf
from town.portals.writing import weekday
from town.story import Story

if TYPE_CHECKING:
    from town.portals.base import Portal


class Furniture:
    """Boxes of a portal."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal

    def document(self, title: str, body: str, head: str = "") -> str:
        """A whole page."""
        portal = self.portal
        menu = "".join(
            f'<li><a href="{escape(portal.shelf_address(Shelf.of(one)))}">{one.name}</a></li>'
            for one in portal.sections
        )
        return (
            "<!DOCTYPE html>\n"
            f'<html lang="vi"><head><meta charset="utf-8">\n'
            f"<title>{escape(title)} - {escape(portal.publisher)}</title>\n{head}"
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<link rel="shortcut icon" href="/favicon.ico"></head>\n'
            f'<body><header><a class="logo" href="/">{escape(portal.publisher)}</a>'
            f'<ul class="menu">{menu}</ul></header>\n{body}\n'
            "<footer><p>Trang dựng để thử chương trình thu thập: mọi người, việc và con số ở đây "
            "đều là bịa.</p></footer></body></html>\n"
        )

    @staticmethod
    def described(story: Story) -> str:
        """The summary for search engines."""
        return f'<meta name="description" content="{escape(story.summary)}">\n'

    def clock(self, prefix: str = "") -> str:
        """The time of the request, as some portals print it at the top of every page."""
        now = self.portal.now()
        return f'<div class="clock">{prefix}{weekday(now)}, {now:%d/%m/%Y - %H:%M}</div>'

    def related(self, stories: list[Story], css: str = "related") -> str:
        """Other stories, with their dates and their numbers."""
        items = "".join(
            f'<li><a href="{escape(self.portal.address(one))}">{escape(one.title)}</a> '
            f'<span class="date">({one.published:%d/%m/%Y})</span>'
            f"<p>{escape(one.summary)}</p></li>"
            for one in stories
        )
        return f'<div class="{css}"><h4>Tin liên quan</h4><ul>{items}</ul></div>'

    def comments(self, story: Story) -> str:
        """What readers say, with numbers of their own."""
        guess = story.number * 17 + 900
        return (
            '<div class="comments"><h4>Bình luận (2)</h4>'
            f'<div class="comment"><b>Bạn đọc</b><p>Tôi nghe nói có tới {guess} sản phẩm OCOP cơ '
            f"mà?</p><span>{self.portal.now():%d/%m/%Y}</span></div>"
            '<div class="comment"><b>Lan</b><p>Bài hay quá!</p></div></div>'
        )

    def counter(self, story: Story) -> str:
        """How often the page was seen."""
        return f'<span class="views">Lượt xem: {story.number * 1_217}</span>'
