"""Connections that fail, redirects that lead astray, certificates that do not hold.

RFC 9110 and RFC 9112 say what a whole answer is; nothing of any other may be archived. What
is private may not be asked, however it is written: a listener on this machine, beside the
town, hears whether it was.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mishaps import Mishap, Mishaps, Outcome, kept
from town import Town
from town.faults import connections, redirects, tls
from towncrawl import Nights

from crawler.ledger import Kind, Verdict

FAILED = Verdict.FAILED


class Door:
    """A port of this machine on every loopback address; who knocks is counted."""

    def __init__(self) -> None:
        self.knocks: list[str] = []
        first = socket.create_server(("127.0.0.1", 0))
        self.port: int = first.getsockname()[1]
        self._doors = [first, socket.create_server(("127.0.0.2", self.port))]
        with contextlib.suppress(OSError):  # a machine without IPv6
            self._doors.append(socket.create_server(("::1", self.port), family=socket.AF_INET6))
        for door in self._doors:
            threading.Thread(target=self._listen, args=(door,), daemon=True).start()

    def _listen(self, door: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                guest, address = door.accept()
                self.knocks.append(address[0])
                guest.close()

    def close(self) -> None:
        for door in self._doors:
            with contextlib.suppress(OSError):
                door.shutdown(socket.SHUT_RDWR)
            door.close()


CONNECTIONS = (
    Mishap("connections.SlowLoris", connections.SlowLoris(), FAILED, "timeout"),
    Mishap("connections.SlowHead", connections.SlowHead(), FAILED, "timeout"),
    Mishap("connections.Silence", connections.Silence(), FAILED, "timeout"),
    Mishap("connections.HangUp", connections.HangUp(), FAILED, "connection_lost"),
    Mishap("connections.Reset", connections.Reset(), FAILED, "connection_lost"),
    Mishap("connections.ResetMidBody", connections.ResetMidBody(), FAILED, "cut_short"),
    Mishap("connections.CutShort", connections.CutShort(), FAILED, "cut_short"),
    Mishap("connections.MissingLastChunk", connections.MissingLastChunk(), FAILED, "cut_short"),
    Mishap("connections.BadChunk", connections.BadChunk(), FAILED, "cut_short"),
    Mishap("connections.TwoLengths", connections.TwoLengths(), FAILED, "connection_lost"),
    Mishap("connections.NoHttp", connections.NoHttp(), FAILED, "connection_lost"),
    Mishap("connections.HugeHead", connections.HugeHead(), FAILED, "connection_lost"),
    Mishap("connections.HugePage", connections.HugePage(), FAILED, "too_large"),
    kept("connections.Chunked", connections.Chunked()),
    kept(
        *("connections.TooMuch", connections.TooMuch()),
        meant=lambda body: body[: len(body) // 2],  # RFC 9112, section 6.3
    ),
)
REDIRECTS = (
    Mishap("redirects.ToMetadata", redirects.ToMetadata(), FAILED, "private_address"),
    Mishap("redirects.ToLoopback6", redirects.ToLoopback6(), FAILED, "private_address"),
    Mishap("redirects.ToMappedLoopback", redirects.ToMappedLoopback(), FAILED, "private_address"),
    Mishap("redirects.ToPrivate", redirects.ToPrivate(), FAILED, "private_address"),
    Mishap("redirects.ToShared", redirects.ToShared(), FAILED, "private_address"),
    Mishap("redirects.ToUniqueLocal", redirects.ToUniqueLocal(), FAILED, "private_address"),
    Mishap("redirects.ToDecimalAddress", redirects.ToDecimalAddress(), FAILED, "private_address"),
    Mishap("redirects.ToFile", redirects.ToFile(), FAILED, "not_http"),
    Mishap("redirects.ToGopher", redirects.ToGopher(), FAILED, "not_http"),
    Mishap("redirects.ToScript", redirects.ToScript(), FAILED, "not_http"),
    Mishap("redirects.Nowhere", redirects.Nowhere(), FAILED, "bad_status"),
    Mishap("redirects.Loop", redirects.Loop(), FAILED, "redirect_loop"),
    Mishap("redirects.FlipFlop", redirects.FlipFlop(), FAILED, "redirect_loop"),
    Mishap(
        *("redirects.Chain(21)", redirects.Chain(21), FAILED, "too_many_redirects"),
        behind="*",
    ),
    kept("redirects.Chain(5)", redirects.Chain(5), behind="*", ordinary=True),
)
# Where the door stands: an address that is only written in another way must not open it.
SPELLINGS = (
    *("127.0.0.1", "127.0.0.2", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0.0.0.0"),
    *("[::1]", "[::ffff:127.0.0.1]", "[::]", "localhost", "LOCALHOST.", "127.0.0.1."),
)
# Portals of which the feed alone lies behind TLS that does not hold.
BROKEN_TLS = {
    "baothainguyen": (tls.SelfSigned, "tls_self_signed"),
    "baohatinh": (tls.Expired, "tls_expired"),
    "baocaobang": (tls.NotYetValid, "tls_not_yet_valid"),
    "ntmbinhphuoc": (tls.WrongHost, "tls_wrong_host"),
    "ntmlangson": (tls.MissingLink, "tls_broken_chain"),
    "khuyennongbackan": (tls.WeakDh, "tls_weak"),
    "thuonghieusonla": (tls.OldProtocol, "tls_old_protocol"),
}
MISHAPS = (*CONNECTIONS, *REDIRECTS)
NEIGHBOUR, SECURED = "baodienbien", "laocai"


@dataclass
class Night:
    """A crawl in which all of it happens, and the door beside the town."""

    mishaps: Mishaps
    door: Door

    @property
    def nights(self) -> Nights:
        return self.mishaps.nights

    @property
    def town(self) -> Town:
        return self.mishaps.town

    def came(self, name: str) -> set[str]:
        """Paths of the articles of a portal that were archived."""
        with self.nights.ledger() as ledger:
            kept = ledger.documents(self.nights.row(name)["id"])
            return {urlsplit(one.url).path for one in kept if one.kind is Kind.ARTICLE}


def _rows(town: Town) -> list[dict[str, str]]:
    """Rows of which some have a feed behind broken TLS, and one has nothing but good TLS."""
    rows = town.sources()
    for row in rows:
        name = row["id"]
        plain = town.url(name, "")
        if name == SECURED:
            row.update(
                {way: row[way].replace(plain, town.secure(name)) for way in ("home", "listing")}
            )
        if name in BROKEN_TLS:
            row["feed"] = row["feed"].replace(plain, town.secure(name, BROKEN_TLS[name][0]))
    return rows


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    folder: Path = tmp_path_factory.mktemp("network")
    with Town() as town, closing(Door()) as door, pytest.MonkeyPatch.context() as patch:
        root = folder / "authority.pem"
        root.write_bytes(town.authority.pem)
        patch.setenv("SSL_CERT_FILE", str(root))
        aims = {one: f"http://{one}:{door.port}/" for one in SPELLINGS}
        aims |= {"neighbour": town.expected(NEIGHBOUR)[0].url, "nobody": "http://baoa.invalid/"}
        led = (Mishap(name, redirects.RedirectTo(aim)) for name, aim in aims.items())
        mishaps = Mishaps(Nights(town, folder), (*MISHAPS, *led))
        names = sorted({*mishaps.names, SECURED, *BROKEN_TLS})
        mishaps.nights.crawl(
            *names, since="2018-01-01", rows=_rows(town), jobs=16, DOWNLOAD_TIMEOUT=2
        )
        yield Night(mishaps, door)


@pytest.mark.parametrize("mishap", MISHAPS, ids=str)
def test_a_fault_has_its_outcome_and_harms_no_other_page(night: Night, mishap: Mishap) -> None:
    assert night.mishaps.outcome(mishap) == night.mishaps.due(mishap)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_this_machine_is_not_asked_however_it_is_spelt(night: Night, spelling: str) -> None:
    outcome = night.mishaps.outcome(night.mishaps[spelling])
    # A spelling that is no address is a name that nobody knows.
    assert outcome.code in ("private_address", "dns_failure")
    assert outcome == Outcome(FAILED, outcome.code)


def test_nobody_knocked_at_the_door_beside_the_town(night: Night) -> None:
    assert night.door.knocks == []


def test_a_redirect_to_a_name_that_is_not_known(night: Night) -> None:
    assert night.mishaps.outcome(night.mishaps["nobody"]) == Outcome(FAILED, "dns_failure")


def test_a_redirect_to_somebody_elses_page_is_not_the_sources_page(night: Night) -> None:
    outcome = night.mishaps.outcome(night.mishaps["neighbour"])
    assert outcome == Outcome(Verdict.TAKEN_OVER, "foreign_host")
    assert not [url for url, _ in night.mishaps.nights.captures() if NEIGHBOUR in url]
    theirs = [one.target for one in night.town.asked if one.host.startswith(NEIGHBOUR)]
    assert theirs[0] == "/robots.txt"  # whose host it is, whose rules hold


@pytest.mark.parametrize("name", BROKEN_TLS)
def test_tls_that_does_not_hold_costs_its_feed_and_no_page(night: Night, name: str) -> None:
    way, code = BROKEN_TLS[name]
    run = night.nights.run(name)
    assert run.counts[f"failures/{code}"] == 1
    assert run.counts["indexes_lost"] == 1
    host = urlsplit(night.town.secure(name, way)).netloc
    assert not [one for one in night.town.asked if one.headers.get("host") == host]
    befallen = {urlsplit(url).path for at, url in night.mishaps.met.values() if at == name}
    wanted = {urlsplit(one.url).path for one in night.town.expected(name)}
    assert wanted - befallen <= night.came(name)


def test_tls_that_holds_brings_every_page(night: Night) -> None:
    wanted = {urlsplit(one.url).path for one in night.town.expected(SECURED)}
    assert night.came(SECURED) == wanted
    theirs = [one for one in night.town.asked if one.host.startswith(SECURED)]
    assert all(one.secure for one in theirs)
