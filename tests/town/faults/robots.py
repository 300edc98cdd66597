"""robots.txt in all ways that RFC 9309 has a word on. Switch them on for ``/robots.txt``."""

from __future__ import annotations

from town.faults.fault import Fault, Ordinary
from town.server import Exchange
from town.wire import TEXT, Answer, Request, page, see


class Rules(Fault):
    """A robots.txt of these lines."""

    lines: tuple[str, ...] = ()
    end = "\n"
    mark = b""

    def __init__(self, *lines: str) -> None:
        self.lines = lines or self.lines

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The file."""
        text = self.end.join([*self.lines, ""])
        return Answer(self.mark + text.encode(), kind=TEXT)


class ForbidsAll(Rules):
    """``Disallow: /``: nothing may be asked."""

    lines = ("User-agent: *", "Disallow: /")


class ForbidsUs(Rules):
    """A group for ``OcOp`` (letter case does not count, 2.2.1) forbids, that for all allows."""

    lines = ("User-agent: *", "Allow: /", "", "User-agent: OcOp", "Disallow: /")


class AllowsUs(Rules):
    """A group for us allows, that for all forbids: ours alone holds (2.2.1)."""

    lines = ("User-agent: *", "Disallow: /", "", "User-agent: ocop", "Allow: /")


class SameLength(Rules):
    """Allow and Disallow of one length match ``/kinh-te/``: the least restrictive (2.2.2)."""

    lines = ("User-agent: *", "Disallow: /kinh-te/", "Allow: /kinh-te/")


class LongestMatch(Rules):
    """A longer Allow inside a Disallow: the longer match holds (2.2.2), in any order."""

    lines = ("User-agent: *", "Allow: /kinh-te/", "Disallow: /k", "Disallow: /kinh")


class TwinGroups(Rules):
    """Two groups for one agent are one group (2.2.1): both paths are forbidden."""

    lines = (
        *("User-agent: ocop", "Disallow: /kinh-te/", ""),
        *("User-agent: khac", "Disallow: /", ""),
        *("User-agent: ocop", "Disallow: /xa-hoi/"),
    )


class Wildcards(Rules):
    """``*`` and ``$`` (2.2.3): pages that end in ``.pdf`` and prints anywhere are forbidden."""

    lines = ("User-agent: *", "Disallow: /*.pdf$", "Disallow: /*/print")


class EscapedPaths(Rules):
    """Escapes compare as the letters that they stand for (2.2.2)."""

    lines = ("User-agent: *", "Disallow: /tags/ng%C3%A0nh", "Disallow: /th%65-thao/")


class UnknownLines(Rules):
    """Lines that nobody knows, no blanks, comments: the known ones hold (2.2.4)."""

    lines = (
        "Host: baotinh.example",
        "User-agent:*# mọi máy",
        "Clean-param: utm_source",
        "disallow:/xa-hoi/ # thôi",
        "Noindex: /kinh-te/",
    )


class BomAndCrlf(Rules):
    """A byte order mark and CRLF: the first group holds all the same."""

    lines = ("User-agent: *", "Disallow: /xa-hoi/")
    end = "\r\n"
    mark = b"\xef\xbb\xbf"


class OldMacLines(BomAndCrlf):
    """Lines end with CR alone (2.2: EOL): two lines, not one."""

    end = "\r"
    mark = b""


class CrawlDelay(Rules):
    """Crawl-delay of this value (``0``, ``3600``, ``abc``), which RFC 9309 does not know.

    0 never makes us faster than our own delay; 3600 is kept or capped, and told; a word is
    no number and is ignored.
    """

    def __init__(self, value: str) -> None:
        super().__init__("User-agent: *", f"Crawl-delay: {value}", "Allow: /")


class HugeRobots(Rules):
    """600 KB: at least 500 KiB are parsed (2.5); what stands behind may be left out.

    ``/xa-hoi/`` is forbidden in the first lines, ``/kinh-te/`` in the last.
    """

    def __init__(self, size: int = 600_000) -> None:
        filler = "# " + "x" * 97
        super().__init__(
            *("User-agent: *", "Disallow: /xa-hoi/"),
            *[filler] * (size // len(filler)),
            "Disallow: /kinh-te/",
        )


class EmptyRobots(Rules):
    """No byte: everything is allowed."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Nothing."""
        return Answer(kind=TEXT)


class MissingRobots(Fault):
    """4xx (404, 410, 401, 403): everything is allowed (2.3.1.3)."""

    def __init__(self, status: int = 404) -> None:
        self.status = status

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The status."""
        return page("<h1>Không có</h1>", status=self.status)


class BrokenRobots(Fault):
    """5xx: nothing is allowed (2.3.1.4)."""

    def __init__(self, status: int = 500) -> None:
        self.status = status

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The status."""
        return Answer(status=self.status)


class SilentRobots(Fault):
    """No answer in time: nothing is allowed (2.3.1.4)."""

    def __init__(self, seconds: float = 600.0) -> None:
        self.seconds = seconds

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """Wait, then hang up."""
        exchange.pause(self.seconds)
        exchange.hang_up()


class RobotsElsewhere(Fault):
    """Redirects to robots.txt of another host, whose rules then hold for this one (2.3.1.2)."""

    def __init__(self, name: str) -> None:
        self.name = name

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The neighbour's."""
        return see(self.town.url(self.name, "/robots.txt"))


class RobotsChain(Fault):
    """So many redirects before rules that forbid all.

    Five must be followed (2.3.1.2); after more the file may count as not there. Switch it on
    for ``/robots.txt*``.
    """

    def __init__(self, hops: int = 5) -> None:
        self.hops = hops

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The next hop, or the rules."""
        hop = int(request.query.get("hop", "0"))
        if hop < self.hops:
            return see(f"/robots.txt?hop={hop + 1}", 302)
        return Answer(b"User-agent: *\nDisallow: /\n", kind=TEXT)


class PageAsRobots(Fault):
    """The front page instead, with 200: no line of it is a rule, so everything is allowed."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """A page."""
        text = "<!DOCTYPE html>\n<html><body>\n<p>Trang chủ</p>\n</body></html>\n"
        return page(text)


class BinaryRobots(Fault):
    """Bytes that are no text: no crash; no rule, so everything is allowed."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """All bytes there are."""
        return Answer(bytes(range(256)) * 64, kind="application/octet-stream")
