"""Redirects that lead nowhere good: into private networks, in circles, to other protocols."""

from __future__ import annotations

from dataclasses import replace

from town.faults.fault import Fault, Ordinary
from town.wire import Answer, Request, see


class RedirectTo(Fault):
    """302 to an address. Subclasses name the bad ones; none of them may be asked."""

    location = ""

    def __init__(self, location: str = "", status: int = 302) -> None:
        self.location = location or self.location
        self.status = status

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The redirect."""
        return see(self.location, self.status)


class ToMetadata(RedirectTo):
    """To the metadata service of clouds, which is link-local: must be refused."""

    location = "http://169.254.169.254/latest/meta-data/"


class ToLoopback6(RedirectTo):
    """To this machine over IPv6: must be refused."""

    location = "http://[::1]/"


class ToMappedLoopback(RedirectTo):
    """To this machine as an IPv4 address inside IPv6: must be refused."""

    location = "http://[::ffff:127.0.0.1]/"


class ToPrivate(RedirectTo):
    """To 10/8 (RFC 1918): must be refused."""

    location = "http://10.0.0.1/"


class ToShared(RedirectTo):
    """To 100.64/10, addresses that carriers share (RFC 6598): must be refused."""

    location = "http://100.64.0.1/"


class ToUniqueLocal(RedirectTo):
    """To fd00::/8 (RFC 4193): must be refused."""

    location = "http://[fd12:3456:789a::1]/"


class ToDecimalAddress(RedirectTo):
    """To 127.0.0.1 written as one number, which some resolvers take: must be refused."""

    location = "http://2130706433/"


class ToFile(RedirectTo):
    """To a file of the asker's machine: no http, must be refused."""

    location = "file:///etc/passwd"


class ToGopher(RedirectTo):
    """To another protocol: must be refused."""

    location = "gopher://127.0.0.1:6379/_INFO"


class ToScript(RedirectTo):
    """To ``javascript:``: must be refused."""

    location = "javascript:alert(1)"


class Nowhere(Fault):
    """302 without a Location: a failure, not a page."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The redirect without an aim."""
        return Answer(status=302)


class Loop(Fault):
    """Redirects to itself for ever: must end at the limit of redirects."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Here again."""
        return see(request.target, 302)


class Chain(Fault):
    """So many redirects before the page comes, counted in the query.

    Switch it on for the path with ``*`` behind it. With 21 hops it must end at the limit.
    """

    def __init__(self, hops: int = 21) -> None:
        self.hops = hops

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The next hop, or the page."""
        hop = int(request.query.get("hop", "0"))
        if hop < self.hops:
            return see(f"{request.path}?hop={hop + 1}", 302)
        return self.town.reply(replace(request, target=request.path))


class FlipFlop(Fault):
    """http sends to https and https sends back: must end at the limit of redirects."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The other side."""
        name = request.host.partition(".")[0]
        if request.secure:
            return see(self.town.url(name, request.target))
        return see(self.town.secure(name) + request.target)


class OffHost(Fault):
    """Redirects to the same path of another portal: not this source's page."""

    def __init__(self, name: str) -> None:
        self.name = name

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The neighbour."""
        return see(self.town.url(self.name, request.target), 302)
