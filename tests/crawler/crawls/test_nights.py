"""One night after the other: what is asked again, and what is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from town.faults.validators import (
    NewTagEachTime,
    NotModifiedWithBody,
    StaleTag,
    UnaskedNotModified,
)
from towncrawl import Nights
from warcio.archiveiterator import ArchiveIterator

from crawler.archive import Archive
from crawler.captures import REVISIT

NAMES = ("baothainguyen", "baonghean", "ntmbinhphuoc")


def test_a_second_crawl_only_revalidates(nights: Callable[..., Nights]) -> None:
    night = nights(*NAMES)
    night.crawl(since="2018-01-01", OCOP_REFETCH_DAYS=0)
    stored = night.captures()

    asked = night.crawl(OCOP_REFETCH_DAYS=0)

    assert {one.status for one in asked} == {304}
    assert all(
        "if-none-match" in one.headers or "if-modified-since" in one.headers for one in asked
    )
    assert night.captures() == stored
    revisits = list(Archive(night.corpus).captures(revisits=True))
    unchanged = [one for one in revisits if one.media_type == REVISIT]
    assert {one.url for one in unchanged} == {url for url, _ in stored}


def test_the_archive_tells_of_each_fetch_who_met_it_where_and_who_answered(
    nights: Callable[..., Nights],
) -> None:
    night = nights("baonghean")
    night.crawl(since="2018-01-01", OCOP_REFETCH_DAYS=0)
    night.crawl(OCOP_REFETCH_DAYS=0)
    archive = Archive(night.corpus)
    captures = list(archive.captures(revisits=True))
    assert {one.status for one in captures} == {200, 304}
    for one in captures:
        told = archive.told(one)
        assert told is not None
        assert (told.source_id, bool(told.via), bool(told.way)) == (
            night.row("baonghean")["id"],
            True,
            True,
        )
    articles = {one.url: one.title for one in night.town.expected("baonghean")}
    titles = {one.url: archive.told(one).title for one in archive.captures()}  # type: ignore[union-attr]
    assert articles.items() <= titles.items()
    for name in archive.files.names():
        with (night.corpus / name).open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                if record.rec_type in ("response", "revisit"):
                    assert record.rec_headers.get_header("WARC-IP-Address") == "127.0.0.1"


def test_what_is_not_due_is_not_asked(nights: Callable[..., Nights]) -> None:
    night = nights("baothainguyen")
    night.crawl(since="2018-01-01")
    documents = {expected.url for expected in night.town.expected("baothainguyen")}
    asked = {f"{night.town.url('baothainguyen', '')}{one.target}" for one in night.crawl()}
    assert not documents & asked


def test_servers_without_validators_are_asked_for_no_more(nights: Callable[..., Nights]) -> None:
    night = nights("baothainguyen")
    night.town.validators("baothainguyen", etag=False, last_modified=False)
    night.crawl(since="2018-01-01", OCOP_REFETCH_DAYS=0)
    stored = night.captures()
    night.crawl(OCOP_REFETCH_DAYS=0)
    assert night.captures() == stored


def test_a_third_crawl_stores_exactly_the_changes(nights: Callable[..., Nights]) -> None:
    night = nights(*NAMES)
    night.crawl(since="2018-01-01", OCOP_REFETCH_DAYS=0)
    night.crawl(OCOP_REFETCH_DAYS=0)
    before = night.captures()
    town = night.town
    edited = town.edit(town.story(town.expected("baonghean")[3].key))
    added = town.add("baothainguyen")
    removed = town.expected("ntmbinhphuoc")[0]
    town.remove(town.story(removed.key))

    night.crawl(OCOP_REFETCH_DAYS=0)

    fresh = Counter(url for url, _ in night.captures() - before)
    wanted = {
        one.url: {one.url, *one.attachments}
        for name in NAMES
        for one in town.expected(name)
        if one.key in (edited.key, added.key)
    }
    articles = set(wanted)
    assert articles <= set(fresh)
    assert set(fresh) <= set().union(*wanted.values())
    assert night.run("ntmbinhphuoc").counts["gone"] == 1 + len(removed.attachments)
    with night.ledger() as ledger:
        known = ledger.seen(removed.url)
        assert known is not None
        assert known.verdict == "gone"
        assert known.stored_at is not None  # what it said stays evidence


def test_two_crawls_at_once_do_not_spoil_each_other(nights: Callable[..., Nights]) -> None:
    night = nights(*NAMES)
    first = night.begin("baothainguyen", since="2018-01-01", LOG_FILE=str(night.folder / "log1"))
    asked = night.crawl("baonghean", "ntmbinhphuoc", since="2018-01-01")
    assert first.wait(60) == 0
    first.communicate()
    assert asked
    expected = {one.url for name in NAMES for one in night.town.expected(name)}
    assert expected <= set(night.payloads())


def test_a_server_that_calls_unchanged_what_was_never_had_is_asked_once(
    nights: Callable[..., Nights],
) -> None:
    night = nights("baothainguyen")
    url = night.town.expected("baothainguyen")[0].url
    path = url.removeprefix(night.town.url("baothainguyen", ""))
    night.town.fail("baothainguyen", path, UnaskedNotModified())
    asked = [one for one in night.crawl(since="2018-01-01") if one.target == path]
    assert len(asked) == 1
    assert url not in night.payloads()
    with night.ledger() as ledger:
        known = ledger.seen(url)
        assert known is not None
        assert (known.verdict, known.code) == ("failed", "bad_status")


def test_bytes_decide_when_validators_lie(nights: Callable[..., Nights]) -> None:
    night = nights("baothainguyen")
    town = night.town
    faults = (NewTagEachTime(), StaleTag(), NotModifiedWithBody())
    told = town.expected("baothainguyen")[-len(faults) :]
    paths = [one.url.removeprefix(town.url("baothainguyen", "")) for one in told]
    for path, fault in zip(paths[:2], faults[:2], strict=True):
        town.fail("baothainguyen", path, fault)
    night.crawl(since="2018-01-01", OCOP_REFETCH_DAYS=0)
    before = night.captures()
    town.fail("baothainguyen", paths[2], faults[2])
    town.edit(town.story(told[1].key))

    asked = Counter(one.target for one in night.crawl(OCOP_REFETCH_DAYS=0))

    assert [asked[path] for path in paths] == [1, 1, 1]
    assert {url for url, _ in night.captures() - before} == {told[1].url}
