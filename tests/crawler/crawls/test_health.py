"""A night in which portals go wrong, each in its own way: health tells them apart."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from town.faults.markup import NewLayout, NoLinks
from town.faults.refusals import Incapsula, TakenOver
from towncrawl import Nights

from crawler.alarms import AlarmCode
from crawler.health import Health, SourceHealth, Worst, health, worst, write
from crawler.sources import load_sources

WELL, EMPTIED, REFUSING, REDESIGNED, SOLD = NAMES = (
    "baothainguyen",
    "baoninhthuan",
    "ntmbinhphuoc",
    "baohatinh",
    "baohaugiang",
)


def judged(night: Nights) -> dict[str, SourceHealth]:
    (*_, rows) = sorted(night.folder.glob("lane-*/sources.csv"))
    with night.ledger() as ledger:
        found = health(ledger, load_sources(Path(rows)).values(), datetime.now(UTC))
    ids = {night.row(name)["id"]: name for name in NAMES}
    return {ids[one.source.id]: one for one in found}


def test_a_bad_night(nights: Callable[..., Nights], tmp_path: Path) -> None:
    night = nights(*NAMES, stories=26)
    for name in NAMES:
        night.town.validators(name, etag=False, last_modified=False)
    night.crawl(since="2018-01-01", OCOP_REFETCH_DAYS=0)
    night.crawl(REDESIGNED, since="2018-01-01", OCOP_REFETCH_DAYS=0)  # twenty articles in all
    before = judged(night)
    assert {name: one.status for name, one in before.items()} == dict.fromkeys(NAMES, Health.OK)
    assert all(one.received or one.last_document for one in before.values())
    assert worst(before.values()) is Worst.WELL

    night.town.fail(EMPTIED, "*", NoLinks())
    night.town.fail(REFUSING, "*", Incapsula())
    night.town.fail(REDESIGNED, "*", NewLayout())
    night.town.fail(SOLD, "*", TakenOver())
    night.crawl(since="2018-01-01", OCOP_REFETCH_DAYS=0)

    after = judged(night)
    assert {name: one.status for name, one in after.items()} == {
        WELL: Health.OK,
        EMPTIED: Health.FAILING,
        REFUSING: Health.REFUSED,
        REDESIGNED: Health.FAILING,
        SOLD: Health.MOVED,
    }
    assert after[EMPTIED].alarms[0].code is AlarmCode.EMPTY_INDEXES
    assert after[REDESIGNED].alarms[0].code is AlarmCode.LAYOUT_CHANGED
    assert [one.code for one in after[REFUSING].alarms] == [AlarmCode.REFUSED]
    assert [one.code for one in after[SOLD].alarms] == [AlarmCode.TAKEN_OVER]
    assert "gambling" in after[SOLD].alarms[0].message
    assert worst(after.values()) is Worst.MISSING
    assert "alarm layout_changed" in (night.folder / "log").read_text("utf-8")
    written = write(list(after.values()), tmp_path, datetime.now(UTC))
    assert json.loads(written.json.read_text("utf-8"))["worst"] == Worst.MISSING
