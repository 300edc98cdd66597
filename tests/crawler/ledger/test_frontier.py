"""What is to be asked now: nothing is lost, nothing is asked too often."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from crawler.ledger import MAX_ATTEMPTS, Fetched, Found, Kind, Ledger, Verdict
from crawler.ledger.schedule import MAX_FALSE_ALARMS

A, B, C = (f"https://baoa.vn/ocop-{n}.html" for n in "abc")
FEED = "https://baoa.vn/rss"


def good(url: str = A, digest: str = "sha256:1", **more: object) -> Fetched:
    return Fetched(url, Kind.ARTICLE, Verdict.RELEVANT, 200, digest=digest, **more)  # type: ignore[arg-type]


def bad(url: str = A, verdict: Verdict = Verdict.FAILED) -> Fetched:
    return Fetched(url, Kind.ARTICLE, verdict, None, code="timeout", message="no answer in 90 s")


def urls(ledger: Ledger, source: str = "bao_a") -> list[str]:
    return [one.url for one in ledger.waiting(source)]


def test_what_was_found_waits_in_its_order_until_it_is_asked(ledger: Ledger) -> None:
    assert ledger.found("bao_a", [Found(B), Found(A, words="OCOP", via=FEED, way="feed")]) == 2
    assert ledger.found("bao_a", [Found(A), Found(C)]) == 1
    first, second, third = ledger.waiting("bao_a")
    assert (first.url, second.url, third.url) == (B, A, C)
    assert (second.words, second.via, second.way, second.attempts) == ("OCOP", FEED, "feed", 0)
    assert urls(ledger, "bao_b") == []
    assert ledger.seen(A) is None
    ledger.fetched("bao_a", good(A))
    assert urls(ledger) == [B, C]


def test_the_frontier_survives_a_restart(
    ledger: Ledger, open_ledger: Callable[..., Ledger]
) -> None:
    ledger.found("bao_a", [Found(A), Found(B)])
    ledger.fetched("bao_a", good(A))
    ledger.close()
    assert urls(open_ledger()) == [B]


def test_the_limit_is_kept(ledger: Ledger) -> None:
    ledger.found("bao_a", [Found(f"{A}?{n}") for n in range(30)])
    assert [one.url for one in ledger.waiting("bao_a", 3)] == [f"{A}?{n}" for n in range(3)]


def test_an_answer_is_remembered(ledger: Ledger, clock: Any) -> None:
    ledger.found("bao_a", [Found(A)])
    ledger.fetched(
        "bao_a",
        good(etag='"1"', last_modified="x", title="42 sản phẩm", published="2026-11-22"),
    )
    seen = ledger.seen(A)
    assert seen is not None
    assert (seen.source_id, seen.verdict, seen.status) == ("bao_a", Verdict.RELEVANT, 200)
    assert (seen.etag, seen.last_modified, seen.digest) == ('"1"', "x", "sha256:1")
    assert (seen.title, seen.published) == ("42 sản phẩm", "2026-11-22")
    assert seen.fetched_at == seen.changed_at == seen.stored_at == clock()
    assert seen.due_at == clock() + timedelta(days=1)
    assert list(ledger.documents("bao_a")) == [seen]


def test_validators_come_back_with_a_due_article(ledger: Ledger, clock: Any) -> None:
    ledger.found("bao_a", [Found(A)])
    ledger.fetched("bao_a", good(etag='"1"', last_modified="Sun"))
    clock.move(hours=23)
    assert urls(ledger) == []
    clock.move(hours=1)
    ledger.found("bao_a", [Found(B)])
    new, due = ledger.waiting("bao_a")
    assert (new.url, new.etag) == (B, "")
    assert (due.url, due.etag, due.last_modified) == (A, '"1"', "Sun")


def test_not_modified_keeps_what_was_known(ledger: Ledger, clock: Any) -> None:
    ledger.fetched("bao_a", good(etag='"1"', last_modified="Sun", title="T", published="2026-11"))
    before = ledger.seen(A)
    clock.move(days=1)
    ledger.fetched("bao_a", Fetched(A, Kind.ARTICLE, Verdict.RELEVANT, 304, last_modified="Mon"))
    after = ledger.seen(A)
    assert before is not None
    assert after is not None
    assert (after.digest, after.etag, after.last_modified) == ("sha256:1", '"1"', "Mon")
    assert (after.title, after.published, after.verdict) == ("T", "2026-11", Verdict.RELEVANT)
    assert after.changed_at == before.changed_at < after.fetched_at == clock()


def test_validators_of_another_payload_are_dropped(ledger: Ledger) -> None:
    ledger.fetched("bao_a", good(etag='"1"'))
    ledger.fetched("bao_a", good(digest="sha256:2"))
    seen = ledger.seen(A)
    assert seen is not None
    assert (seen.etag, seen.digest) == ("", "sha256:2")


def test_failures_come_back_after_growing_pauses_and_are_given_up(
    ledger: Ledger, clock: Any
) -> None:
    ledger.found("bao_a", [Found(A)])
    waited = []
    for attempt in range(1, MAX_ATTEMPTS + 1):
        (one,) = ledger.waiting("bao_a")
        assert one.attempts == attempt - 1
        ledger.fetched("bao_a", bad())
        assert urls(ledger) == []
        seen = ledger.seen(A)
        assert seen is not None
        assert (seen.verdict, seen.attempts, seen.code) == (Verdict.FAILED, attempt, "timeout")
        if seen.due_at is not None:
            waited.append(seen.due_at - clock())
            clock.move(seconds=waited[-1].total_seconds() - 1)
            assert urls(ledger) == []
            clock.move(seconds=1)
    hours = [one.total_seconds() / 3600 for one in waited]
    assert hours == [1, 6, 24, 72, 168]
    clock.move(days=5000)
    assert urls(ledger) == []  # by itself it does not come back …
    assert ledger.found("bao_a", [Found(A)]) == 1  # … but when it is still linked
    assert ledger.waiting("bao_a")[0].attempts == 0


def test_what_was_given_up_lately_stays_so(ledger: Ledger, clock: Any) -> None:
    for _ in range(MAX_ATTEMPTS):
        ledger.fetched("bao_a", bad())
    clock.move(days=29)
    assert ledger.found("bao_a", [Found(A)]) == 0
    assert urls(ledger) == []


@pytest.mark.parametrize("verdict", [Verdict.FAILED, Verdict.BROKEN])
def test_a_failure_does_not_undo_a_success(ledger: Ledger, clock: Any, verdict: Verdict) -> None:
    ledger.fetched("bao_a", good(etag='"1"'))
    for _ in range(MAX_ATTEMPTS):
        clock.move(days=30)
        ledger.fetched("bao_a", bad(verdict=verdict))
        seen = ledger.seen(A)
        assert seen is not None
        assert (seen.verdict, seen.etag, seen.digest) == (Verdict.RELEVANT, '"1"', "sha256:1")
        assert (seen.code, seen.status) == ("timeout", None)
        assert seen.due_at is not None  # never given up: it is archived
    assert [one.url for one in ledger.documents("bao_a")] == [A]


def test_a_page_that_is_gone_stays_a_document(ledger: Ledger, clock: Any) -> None:
    ledger.fetched("bao_a", good())
    clock.move(days=1)
    ledger.fetched("bao_a", Fetched(A, Kind.ARTICLE, Verdict.GONE, 404))
    (document,) = ledger.documents("bao_a")
    assert (document.verdict, document.digest) == (Verdict.GONE, "sha256:1")
    assert document.changed_at == clock()
    assert urls(ledger) == []


def test_a_later_lastmod_makes_due(ledger: Ledger, clock: Any) -> None:
    ledger.found("bao_a", [Found(A, lastmod="2026-11-20")])
    ledger.fetched("bao_a", good(published="2026-01-01"))
    clock.move(days=10)
    assert ledger.found("bao_a", [Found(A, lastmod="2026-11-20")]) == 0
    assert ledger.found("bao_a", [Found(A, lastmod="2026-11-19")]) == 0  # older than the fetch
    assert ledger.found("bao_a", [Found(A, lastmod="gần đây")]) == 0
    assert urls(ledger) == []
    assert ledger.found("bao_a", [Found(A, lastmod="2026-12-01T09:00:00+07:00")]) == 1
    assert urls(ledger) == [A]
    ledger.fetched("bao_a", good(digest="sha256:2"))
    assert ledger.found("bao_a", [Found(A, lastmod="2026-12-01T09:00:00+07:00")]) == 0
    assert urls(ledger) == []


def test_a_lastmod_that_cries_wolf_is_not_believed_any_more(ledger: Ledger, clock: Any) -> None:
    ledger.found("bao_a", [Found(A)])
    ledger.fetched("bao_a", good(published="2020"))
    called = 0
    for _ in range(10):
        clock.move(hours=1)
        called += ledger.found("bao_a", [Found(A, lastmod=clock().isoformat())])
        if urls(ledger):
            ledger.fetched("bao_a", good())
    assert called == MAX_FALSE_ALARMS
    clock.move(days=366)
    assert urls(ledger) == [A]  # the schedule holds


def test_an_irrelevant_page_is_remembered(ledger: Ledger, clock: Any) -> None:
    ledger.fetched("bao_a", Fetched(A, Kind.ARTICLE, Verdict.IRRELEVANT, 200))
    assert ledger.found("bao_a", [Found(A)]) == 0
    clock.move(days=29)
    assert urls(ledger) == []
    assert list(ledger.documents("bao_a")) == []


def test_an_index_is_always_due_once_a_run(ledger: Ledger, clock: Any) -> None:
    for _ in range(3):
        run = ledger.begin_run("bao_a")
        assert ledger.found("bao_a", [Found(FEED, Kind.INDEX)]) == 0  # no article is new
        assert urls(ledger) == [FEED]
        ledger.fetched("bao_a", Fetched(FEED, Kind.INDEX, Verdict.INDEX, 200, etag='"7"'))
        assert ledger.found("bao_a", [Found(FEED, Kind.INDEX)]) == 0
        assert urls(ledger) == []
        ledger.end_run(run, "finished", {})
    assert ledger.waiting("bao_a")[0].etag == '"7"'


def test_a_failing_index_is_due_in_the_next_run(ledger: Ledger) -> None:
    for attempts in range(12):
        run = ledger.begin_run("bao_a")
        ledger.found("bao_a", [Found(FEED, Kind.INDEX)])
        assert [one.attempts for one in ledger.waiting("bao_a")] == [attempts]
        ledger.fetched("bao_a", Fetched(FEED, Kind.INDEX, Verdict.FAILED, 503))
        ledger.end_run(run, "finished", {})


def test_the_next_page_of_a_listing_is_read_only_when_it_is_met(ledger: Ledger) -> None:
    page = Found("https://baoa.vn/kinh-te?page=2", Kind.INDEX, via="https://baoa.vn/kinh-te")
    run = ledger.begin_run("bao_a")
    assert ledger.found("bao_a", [Found(A)], then=page) == 1
    assert urls(ledger) == [A, page.url]
    ledger.fetched("bao_a", Fetched(page.url, Kind.INDEX, Verdict.INDEX, 200))
    ledger.end_run(run, "finished", {})
    ledger.begin_run("bao_a")
    assert urls(ledger) == [A]
    assert ledger.found("bao_a", [Found(A)], then=page) == 0  # nothing new: no reason to go on
    assert urls(ledger) == [A]
    ledger.found("bao_a", [Found(B)], then=page)
    assert urls(ledger) == [A, B, page.url]


def test_the_pages_of_a_listing_that_link_to_one_another_are_read_once(ledger: Ledger) -> None:
    page = Found("https://baoa.vn/kinh-te?page=2", Kind.INDEX, via="https://baoa.vn/kinh-te")
    run = ledger.begin_run("bao_a")
    ledger.found("bao_a", [page])
    ledger.fetched("bao_a", Fetched(page.url, Kind.INDEX, Verdict.INDEX, 200))
    ledger.found("bao_a", [page])  # page 3 links back to it
    assert urls(ledger) == []
    ledger.end_run(run, "finished", {})
    ledger.begin_run("bao_a")
    assert urls(ledger) == []  # it waits until page 1 has something new


def test_a_killed_walk_through_a_listing_goes_on(
    ledger: Ledger, open_ledger: Callable[..., Ledger]
) -> None:
    page = Found("https://baoa.vn/kinh-te?page=2", Kind.INDEX, via="https://baoa.vn/kinh-te")
    ledger.begin_run("bao_a")
    ledger.found("bao_a", [Found(A)], then=page)
    ledger.close()  # killed: the run has no end, page 2 was not read
    again = open_ledger()
    again.begin_run("bao_a")
    assert urls(again) == [A, page.url]
    assert [one.ended_at is None for one in again.runs("bao_a")] == [True, True]


def test_always_due_means_once_a_run(open_ledger: Callable[..., Ledger]) -> None:
    ledger = open_ledger(refetch_days=0)
    for _ in range(3):
        run = ledger.begin_run("bao_a")
        ledger.found("bao_a", [Found(A), Found(B), Found(C)])
        assert sorted(urls(ledger)) == [A, B, C]
        ledger.fetched("bao_a", good(A))
        ledger.fetched("bao_a", Fetched(B, Kind.ARTICLE, Verdict.GONE, 410))
        ledger.fetched("bao_a", bad(C))
        assert urls(ledger) == []
        ledger.end_run(run, "finished", {})


def test_a_fixed_pause_takes_the_place_of_the_schedule(
    open_ledger: Callable[..., Ledger], clock: Any
) -> None:
    ledger = open_ledger(refetch_days=30)
    ledger.fetched("bao_a", good(A))
    ledger.fetched("bao_a", bad(B))
    clock.move(hours=1)
    assert urls(ledger) == [B]
    clock.move(days=29)
    assert urls(ledger) == [B]
    clock.move(days=1)
    assert sorted(urls(ledger)) == [A, B]


def test_an_article_of_two_sources_is_asked_once(ledger: Ledger) -> None:
    ledger.found("bao_a", [Found(A, way="feed")])
    ledger.found("bao_b", [Found(A, way="listing")])
    ledger.fetched("bao_a", good())
    assert urls(ledger, "bao_b") == []
    assert ledger.found("bao_c", [Found(A)]) == 0
    assert [one.source_id for name in "abc" for one in ledger.documents(f"bao_{name}")] == [
        "bao_a",
        "bao_b",
        "bao_c",
    ]


def test_a_feed_of_two_sources_is_read_by_both(ledger: Ledger) -> None:
    for name in ("bao_a", "bao_b"):
        ledger.found(name, [Found(FEED, Kind.INDEX)])
    ledger.begin_run("bao_a")
    ledger.fetched("bao_a", Fetched(FEED, Kind.INDEX, Verdict.INDEX, 200, etag='"7"'))
    (one,) = ledger.waiting("bao_b")
    assert (one.url, one.etag) == (FEED, "")
    assert ledger.seen(FEED, "bao_b") is None


def test_documents_come_latest_first_and_since(ledger: Ledger, clock: Any) -> None:
    for url in (A, B, C):
        ledger.fetched("bao_a", good(url))
        clock.move(days=1)
    assert [one.url for one in ledger.documents("bao_a")] == [C, B, A]
    since = datetime(2026, 11, 23, tzinfo=UTC)
    assert [one.url for one in ledger.documents("bao_a", since)] == [C, B]


def test_runs_are_told_latest_first(ledger: Ledger, clock: Any) -> None:
    first = ledger.begin_run("bao_a")
    clock.move(hours=2)
    ledger.end_run(first, "finished", {"archived": 3})
    ledger.begin_run("bao_a")
    ledger.begin_run("bao_b")
    late, early = ledger.runs("bao_a")
    assert (early.reason, early.counts) == ("finished", {"archived": 3})
    assert early.ended_at == late.started_at == clock()
    assert (late.ended_at, late.reason, late.counts) == (None, "", {})
    assert ledger.runs("bao_a", clock()) == [late]
