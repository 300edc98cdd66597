"""Answers that are no article, articles in odd letters and odd markup: one night of them.

What has to come of each is told by RFC 9110, by the Encoding Standard, or by what the fault is
(``tests/town/faults``).
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mishaps import Mishap, Mishaps, kept
from town import Town
from town.faults import charsets, codings, connections, files, markup, refusals
from town.story import VIETNAM
from towncrawl import Nights

from crawler.ledger import Verdict

LARGE = 15 << 20  # below the cap

REFUSALS = (
    Mishap("refusals.SoftNotFound", refusals.SoftNotFound(), Verdict.GONE, "soft_not_found"),
    Mishap("refusals.Captcha", refusals.Captcha(), Verdict.REFUSED, "captcha"),
    Mishap(
        *("refusals.ScriptChallenge", refusals.ScriptChallenge()),
        *(Verdict.REFUSED, "javascript_challenge"),
    ),
    Mishap("refusals.RequestRejected", refusals.RequestRejected(), Verdict.REFUSED, "firewall"),
    Mishap("refusals.Incapsula", refusals.Incapsula(), Verdict.REFUSED, "firewall"),
    Mishap("refusals.AccessDenied", refusals.AccessDenied(), Verdict.REFUSED, "refusal_notice"),
    Mishap("refusals.TroubledSystem", refusals.TroubledSystem(), Verdict.FAILED, "error_page"),
    Mishap("refusals.Maintenance", refusals.Maintenance(), Verdict.FAILED, "maintenance"),
    Mishap("refusals.TakenOver", refusals.TakenOver(), Verdict.TAKEN_OVER, "gambling"),
    Mishap("refusals.Parked", refusals.Parked(), Verdict.TAKEN_OVER, "parked"),
    Mishap("refusals.EmptyPage", refusals.EmptyPage(), Verdict.BROKEN, "empty"),
    Mishap("refusals.CookieWall", refusals.CookieWall(), Verdict.FAILED, "redirect_loop"),
    kept("refusals.NoAgentNoPage", refusals.NoAgentNoPage()),
    Mishap("refusals.Status(400)", refusals.Status(400), Verdict.FAILED, "bad_status"),
    Mishap("refusals.Status(401)", refusals.Status(401), Verdict.REFUSED, "forbidden"),
    Mishap("refusals.Status(403)", refusals.Status(403), Verdict.REFUSED, "forbidden"),
    Mishap("refusals.Status(404)", refusals.Status(404), Verdict.GONE, "not_found"),
    Mishap("refusals.Status(410)", refusals.Status(410), Verdict.GONE, "not_found"),
    Mishap("refusals.Status(451)", refusals.Status(451), Verdict.REFUSED, "forbidden"),
    Mishap("refusals.Status(500)", refusals.Status(500), Verdict.FAILED, "server_error"),
    Mishap("refusals.Status(502)", refusals.Status(502), Verdict.FAILED, "server_error"),
    Mishap("refusals.Status(504)", refusals.Status(504), Verdict.FAILED, "server_error"),
    Mishap("refusals.Unavailable", refusals.Unavailable(), Verdict.FAILED, "server_error"),
)
CODINGS = (
    Mishap("codings.FalseCoding", codings.FalseCoding(), Verdict.FAILED, "bad_encoding"),
    Mishap("codings.UnknownCoding", codings.UnknownCoding(), Verdict.FAILED, "bad_encoding"),
    Mishap("codings.CutGzip", codings.CutGzip(), Verdict.FAILED, "bad_encoding"),
    kept("codings.UnaskedGzip", codings.UnaskedGzip()),
)
LETTERS = tuple(
    kept(f"charsets.{one.__name__}", one())
    for one in (
        *(charsets.WrongHeader, charsets.NoCharset, charsets.ContradictingCharsets),
        *(charsets.UnknownCharset, charsets.Windows1258, charsets.Utf16, charsets.Decomposed),
        *(charsets.BadBytes, charsets.Nuls, charsets.ByteOrderMark, charsets.NoKind),
        charsets.WrongKind,
    )
)
DAMAGED = (
    kept("charsets.Mojibake", charsets.Mojibake()),
    Mishap(
        *("charsets.UnsaidWindows1258", charsets.UnsaidWindows1258()),
        *(Verdict.BROKEN, "undecodable"),
    ),
)
PAGES = (
    kept("markup.BrokenJsonLd", markup.BrokenJsonLd()),
    kept("markup.HiddenNumbers", markup.HiddenNumbers()),
    kept("markup.BidiNumbers", markup.BidiNumbers()),
    kept("markup.SplitNumbers", markup.SplitNumbers()),
    kept("markup.ForeignBox", markup.ForeignBox()),
    kept("markup.LoudComments", markup.LoudComments()),
    kept("markup.PlantedOrder", markup.PlantedOrder()),
    kept("markup.HostileMarkup", markup.HostileMarkup()),
    kept("markup.FutureDate", markup.FutureDate()),
    kept("markup.EpochDate", markup.EpochDate()),
)
# Its date swallows the text behind it, which tells other days.
UNCLOSED = kept("markup.Unclosed", markup.Unclosed())
WITHOUT_TITLE = kept("markup.Placeholders", markup.Placeholders(), "placeholders")
CLOCK = kept("markup.ClockForDate", markup.ClockForDate(), "clock_as_date", portal="baohatinh")
LISTED_CLOCK = kept(
    "markup.ClockForDate, listed", markup.ClockForDate(), "clock_as_date", portal="camau"
)
HEAVY = (
    kept("markup.DeepNesting", markup.DeepNesting()),
    kept("markup.OneLine", markup.OneLine()),
    kept("markup.NewLayout", markup.NewLayout()),
    kept(
        *("connections.HugePage(15 MB)", connections.HugePage(LARGE)),
        meant=lambda body: (body + connections.CHUNK * (LARGE // len(connections.CHUNK) + 1))[
            :LARGE
        ],
    ),
)
FILES = (
    Mishap(
        *("files.PageAsPdf", files.PageAsPdf(), Verdict.BROKEN, "page_for_file"),
        file=".pdf",
        portal="baoyenbai",
    ),
    Mishap(
        *("files.CutPdf", files.CutPdf(), Verdict.BROKEN, "cut_short"),
        file=".pdf",
        portal="baoninhthuan",
    ),
    # What files unpack to is the matter of who opens them: a crawler does not.
    kept("files.ZipBomb", files.ZipBomb(64 << 20), file=".xlsx", portal="baoyenbai"),
    kept("files.LaughingDocx", files.LaughingDocx(), file=".docx", portal="baoninhthuan"),
    kept("files.EscapingName", files.EscapingName(), file=".pdf", portal="hueonline"),
    Mishap(
        *("files gone", refusals.Status(404), Verdict.GONE, "not_found"),
        file=".xlsx",
        portal="hueonline",
    ),
)
MISHAPS = (
    *REFUSALS,
    *CODINGS,
    *LETTERS,
    *DAMAGED,
    *PAGES,
    UNCLOSED,
    WITHOUT_TITLE,
    CLOCK,
    LISTED_CLOCK,
    *HEAVY,
    *FILES,
)
# Portals that ask for a pause at their newest article; more than a second is not waited for.
LONG = 120
PAUSES = {
    "baoninhbinh": refusals.TooManyRequests(LONG),
    "thanhhoamoi": refusals.TooManyRequestsUntil(LONG),
    "tinhanoi": refusals.Unavailable(LONG),
    "baolaichau": refusals.TooManyRequests(1),
}
PAUSED = ("baoninhbinh", "thanhhoamoi", "tinhanoi")


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mishaps]:
    """All of them, in one crawl."""
    folder: Path = tmp_path_factory.mktemp("answers")
    with Town(now=datetime.now(VIETNAM)) as town:
        mishaps = Mishaps(Nights(town, folder), MISHAPS)
        for name, fault in PAUSES.items():
            town.fail(name, urlsplit(town.expected(name)[-1].url).path, fault)
        names = sorted({*mishaps.names, *PAUSES})
        mishaps.nights.crawl(*names, since="2018-01-01", jobs=16, OCOP_PATIENCE=1)
        yield mishaps


@pytest.mark.parametrize("mishap", MISHAPS, ids=str)
def test_a_fault_has_its_outcome_and_harms_no_other_page(night: Mishaps, mishap: Mishap) -> None:
    assert night.outcome(mishap) == night.due(mishap)


@pytest.mark.parametrize("mishap", [*LETTERS, *PAGES], ids=str)
def test_title_and_date_come_out_right(night: Mishaps, mishap: Mishap) -> None:
    seen, expected = night.seen(mishap), night.expected(mishap)
    assert seen is not None
    assert (seen.title, seen.published) == (expected.title, expected.published)
    assert unicodedata.is_normalized("NFC", seen.title)


def test_what_browsers_read_without_end_tags_has_its_title(night: Mishaps) -> None:
    seen = night.seen(UNCLOSED)
    assert seen is not None
    assert seen.title == night.expected(UNCLOSED).title


def test_no_place_of_a_template_is_a_title(night: Mishaps) -> None:
    seen = night.seen(WITHOUT_TITLE)
    assert seen is not None
    assert "{" not in seen.title


def test_the_clock_of_a_page_is_no_date(night: Mishaps) -> None:
    for mishap in (CLOCK, LISTED_CLOCK):
        seen = night.seen(mishap)
        assert seen is not None
        # The listing may tell it, more exactly than the page.
        assert seen.published[:10] in ("", night.expected(mishap).published[:10])


def test_a_challenge_is_never_answered(night: Mishaps) -> None:
    answers = re.compile("verify|cdn-cgi|incapsula|dang-ky", re.IGNORECASE)
    assert not [one.target for one in night.town.asked if answers.search(one.target)]
    assert not [one for one in night.town.asked if "cookie" in one.headers]
    assert {one.headers["user-agent"] for one in night.town.asked} == {
        "ocop/0.1 (+https://example.org/ocop)"
    }


def test_the_name_that_a_server_gives_a_file_is_no_file_of_ours(night: Mishaps) -> None:
    assert not [one for one in night.nights.corpus.rglob("*") if one.name in ("ocop", "cron.d")]


@pytest.mark.parametrize("name", PAUSED)
def test_a_host_that_asks_for_a_long_pause_is_left_alone(night: Mishaps, name: str) -> None:
    asked = [one for one in night.town.asked if one.host == night.town.host(name)]
    assert asked[-1].status in (429, 503)
    run = night.nights.run(name)
    assert run.reason == "host_asks_for_pause"
    assert "indexes_lost" not in run.counts


@pytest.fixture(scope="module")
def night_after(night: Mishaps) -> Nights:
    """The pauses are over: the memory of them is taken away, which is quicker."""
    for name in PAUSED:
        night.town.mend(name)
    shutil.rmtree(night.nights.corpus / "hosts")
    night.nights.crawl(*PAUSED, since="2018-01-01", jobs=3, OCOP_REFETCH_DAYS=0)
    return night.nights


@pytest.mark.parametrize("name", PAUSED)
def test_after_the_pause_nothing_is_missing(night_after: Nights, name: str) -> None:
    assert {one.url for one in night_after.town.expected(name)} <= set(night_after.payloads())


def test_a_short_pause_is_waited_for(night: Mishaps) -> None:
    run = night.nights.run("baolaichau")
    assert run.counts["identity/too_many_requests"] == 1
    assert "postponed" not in run.counts
    with night.nights.ledger() as ledger:
        kept_ones = {one.url for one in ledger.documents(night.nights.row("baolaichau")["id"])}
    assert {one.url for one in night.town.expected("baolaichau")[:-1]} <= kept_ones
