"""Addresses without end, and many for one page."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from town.faults.fault import Fault, Ordinary, Rewrite, into_body, unpacked
from town.wire import Answer, Request, page

_LINK = re.compile(r'href="(/[^"#]*)"')
_SESSION = re.compile(r";jsessionid=[0-9A-F]+(?:\.node\d+)?|[?&]PHPSESSID=[0-9a-f]+")


class SessionIds(Fault):
    """Every link carries the id of a session, another on each page: each article once only.

    Switch it on for all paths (``*``).
    """

    def __init__(self, *, in_query: bool = False) -> None:
        self.in_query = in_query
        self._numbers = itertools.count(1)

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The page of the address without the id, its links with a new one."""
        if _SESSION.search(request.target):
            answer = self.town.reply(replace(request, target=_SESSION.sub("", request.target)))
        else:
            answer = ordinary()
        answer = unpacked(answer)
        if answer.status != 200 or "html" not in answer.kind:
            return answer
        text = _LINK.sub(self._marked, answer.body.decode())
        return answer.but(body=text.encode(), etag="")

    def _marked(self, found: re.Match[str]) -> str:
        number = next(self._numbers)
        path, mark, query = found[1].partition("?")
        if self.in_query:
            return f'href="{path}?PHPSESSID={number:032x}"' if not mark else found[0]
        return f'href="{path};jsessionid={number:032X}.node1{mark}{query}"'


class EndlessCalendar(Fault):
    """A calendar in the menu, with a next month for ever: must end soon. Switch on for ``*``."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """A month, or the page with a link to this one."""
        if found := re.fullmatch(r"/lich/(\d+)/(\d+)", request.target):
            month = int(found[1]) * 12 + int(found[2]) - 1
            links = "".join(
                f'<a class="{name}" rel="{name}" href="/lich/{one // 12}/{one % 12 + 1}">{name}</a>'
                for name, one in (("prev", month - 1), ("next", month + 1))
            )
            days = "".join(
                f'<a href="/lich/{found[1]}/{found[2]}/{day}">{day}</a>' for day in range(1, 29)
            )
            return page(f"<html><body><h1>Lịch công tác</h1>{links}{days}</body></html>")
        answer = unpacked(ordinary())
        if answer.status != 200 or "html" not in answer.kind:
            return answer
        link = '<a href="/lich/2026/11">Lịch công tác</a>'
        return answer.but(body=into_body(answer.body.decode(), link).encode(), etag="")


class EndlessList(Fault):
    """A list whose every page has new links and a next page: must end at a limit.

    Switch it on for the list with ``*``; the links are of the shape that is given.
    """

    def __init__(self, link: str = "/tin-ocop-so-{number}-a{number}.html") -> None:
        self.link = link

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Ten links and an arrow."""
        number = int(request.query.get("page", "1"))
        links = "".join(
            f'<li><a href="{self.link.format(number=90_000_000 + number * 10 + one)}">'
            f"Tin OCOP số {number * 10 + one}</a></li>"
            for one in range(10)
        )
        forward = f'<a class="next" rel="next" href="{request.path}?page={number + 1}">Sau</a>'
        return page(f"<html><body><ul>{links}</ul>{forward}</body></html>")


class FiveAddresses(Rewrite):
    """Each link of a page in five ways: one article, asked once.

    As it is, with trackers, with a fragment, with the host in capitals, through ``..``.
    """

    _host = ""

    def rewrite(self, text: str, request: Request) -> str:
        """Five links for one."""
        return re.sub(r'<a\b[^>]*href="(/[^"#]*)"[^>]*>(.*?)</a>', self._five, text, flags=re.S)

    def _five(self, found: re.Match[str]) -> str:
        path, text = found[1], found[2]
        glue = "&amp;" if "?" in path else "?"
        addresses = (
            path,
            f"{path}{glue}utm_source=zalo&amp;fbclid=IwAR0&amp;gidzl=x1&amp;zarsrc=30",
            f"{path}#binh-luan",
            f"http://{self._host.upper()}{path}",
            f"/./khong/..{path}",
        )
        return "".join(f'<a href="{one}">{text}</a> ' for one in addresses)

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The page with five times its links."""
        self._host = request.headers.get("host", "")
        return super().answer(request, ordinary)


class OddLinks(Rewrite):
    """Links that are hard to write: NFD, IDN, blanks, ``..``, two kilobytes, no address at all."""

    def rewrite(self, text: str, request: Request) -> str:
        """At the top of the page."""
        long = "/dai/" + "ocop-" * 410 + "1.html"
        links = (
            *("/x%C6%B0%CC%89/ocop-1.html", "/xa\u0303-ho\u0323\u0302i/ocop-2.html"),
            *("http://báo-tỉnh.example/ocop.html", "/ocop có dấu cách.html", "/../../ocop.html"),
            *(long, "http://[::1/ocop", "http://:80/ocop", "//", "mailto:a@b.example", "tel:0"),
            *("javascript:void(0)", "http://ocop.example:99999/", "data:text/html,ocop", "\t\n"),
        )
        anchors = "".join(f'<a href="{one}">Tin OCOP</a>' for one in links)
        return into_body(text, anchors)
