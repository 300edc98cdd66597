"""Whatever happens in whatever order: what was met is asked, or comes back in its time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.ledger import Fetched, Found, Kind, Ledger, Verdict
from crawler.ledger.schedule import LADDERS, MAX_ATTEMPTS

URLS = [f"https://baoa.vn/{n}" for n in range(4)]
SOURCES = ["bao_a", "bao_b"]
ANSWERS = [one for one in Verdict if one is not Verdict.INDEX]
LONGEST = timedelta(days=366)
GIVEN_UP = {one for one, ladder in LADDERS.items() if ladder.then is None}

url, source = st.sampled_from(URLS), st.sampled_from(SOURCES)
steps = st.one_of(
    st.tuples(st.just("found"), source, st.lists(url, max_size=3), st.sampled_from(["", "now"])),
    st.tuples(st.just("fetched"), source, url, st.sampled_from(ANSWERS)),
    st.tuples(st.just("clock"), st.sampled_from([-24 * 400, -7, -1, 1, 7, 24, 24 * 30, 24 * 400])),
    st.tuples(st.just("restart")),
    st.tuples(st.just("run"), source),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(steps, max_size=25), st.sampled_from([None, 0, 30]))
def test_nothing_is_lost_or_hidden(sequence: list[tuple], refetch: float | None) -> None:  # type: ignore[type-arg]
    at = datetime(2026, 11, 22, tzinfo=UTC)
    met: set[tuple[str, str]] = set()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.sqlite"

        def opened() -> Ledger:
            return Ledger(path, now=lambda: at, refetch_days=refetch)

        ledger = opened()
        for name, *values in sequence:
            if name == "found":
                found = [
                    Found(one, lastmod=at.isoformat() if values[2] else "") for one in values[1]
                ]
                ledger.found(values[0], found)
                met |= {(values[0], one) for one in values[1]}
            elif name == "fetched":
                digest = "sha256:1" if values[2] is Verdict.RELEVANT else ""
                ledger.fetched(
                    values[0], Fetched(values[1], Kind.ARTICLE, values[2], digest=digest)
                )
                met.add((values[0], values[1]))
            elif name == "clock":
                at += timedelta(hours=values[0])
            elif name == "restart":
                ledger.close()
                ledger = opened()
            else:
                ledger.begin_run(values[0])
        ledger.close()
        ledger = opened()  # the next start, at whatever the clock says now
        at += LONGEST
        for whose, address in met:
            waiting = {one.url for one in ledger.waiting(whose)}
            seen = ledger.seen(address, whose)
            given_up = (
                seen is not None and seen.verdict in GIVEN_UP and seen.attempts >= MAX_ATTEMPTS
            )
            assert address in waiting or given_up
            if seen is not None and seen.digest:
                assert address in {one.url for one in ledger.documents(whose)}
        ledger.close()
