"""``health.json`` and ``health.html``: written beside, then renamed, so that none is ever half.

The JSON is described by ``health.schema.json`` (JSON Schema 2020-12) beside this file; its
``version`` changes when a reader of it must change.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from crawler.alarms import Alarm
from crawler.health.model import Day, SourceHealth, worst
from crawler.health.page import html
from crawler.health.provinces import ProvinceHealth, by_province

VERSION = 1
SCHEMA: dict[str, Any] = json.loads(
    Path(__file__).with_name("health.schema.json").read_text(encoding="utf-8")
)


@dataclass(frozen=True, slots=True)
class Written:
    """Where the report lies."""

    json: Path
    html: Path


def write(sources: Sequence[SourceHealth], folder: Path, now: datetime) -> Written:
    """Write ``health.json`` and ``health.html`` into a folder, which is made when missing.

    Raises:
        OSError: The folder cannot be written; files of before are as they were.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = Written(folder / "health.json", folder / "health.html")
    told = json.dumps(as_json(sources, now), ensure_ascii=False, indent=1)
    _replace(written.json, told + "\n")
    _replace(written.html, html(sources, now))
    return written


def as_json(sources: Sequence[SourceHealth], now: datetime) -> dict[str, Any]:
    """The report as ``health.schema.json`` describes it; times are RFC 3339 in UTC."""
    return {
        "schema": SCHEMA["$id"],
        "version": VERSION,
        "generated_at": _moment(now),
        "worst": int(worst(sources)),
        "statuses": dict(sorted(Counter(one.status.value for one in sources).items())),
        "provinces": [_province(one) for one in by_province(sources)],
        "sources": [_source(one) for one in sources],
    }


def _source(one: SourceHealth) -> dict[str, Any]:
    row = one.source
    return {
        "id": row.id,
        "publisher": row.publisher,
        "home": row.home,
        "kind": row.kind.value,
        "province_code": row.province_code,
        "regime": row.regime,
        "row_status": row.status.value,
        "successor": row.successor or None,
        "status": one.status.value,
        "asked": one.is_asked,
        "last_run": _moment(one.last_run),
        "last_success": _moment(one.last_success),
        "last_document": _moment(one.last_document),
        "last_published": _iso(one.last_published),
        "documents_this_month": one.documents_this_month,
        "received_30_days": one.received,
        "expected_30_days": None if one.expected is None else round(one.expected, 1),
        "errors_7_days": one.errors,
        "pages_7_days": one.asked,
        "share_of_errors": None if one.share_of_errors is None else round(one.share_of_errors, 4),
        "alarms": [_alarm(alarm) for alarm in one.alarms],
        "advice": one.advice or None,
        "advice_vi": one.advice_vi or None,
        "days": [_day(day) for day in one.days],
    }


def _alarm(alarm: Alarm) -> dict[str, Any]:
    return {
        "code": alarm.code.value,
        "gravity": alarm.gravity.name.lower(),
        "since": _moment(alarm.since),
        "message": alarm.message,
        "message_vi": alarm.message_vi,
        "advice": alarm.advice,
        "advice_vi": alarm.advice_vi,
    }


def _day(day: Day) -> dict[str, Any]:
    return {
        "day": day.day.isoformat(),
        "crawls": day.crawls,
        "documents": day.documents,
        "errors": day.errors,
        "asked": day.asked,
    }


def _province(one: ProvinceHealth) -> dict[str, Any]:
    return {
        "code": one.province.code,
        "name": one.province.name,
        "sources": len(one.sources),
        "asked": one.asked,
        "living": one.living,
        "well": one.well,
        "received_30_days": one.received,
        "documents_this_month": one.documents_this_month,
        "silent_parts": [part.name for part in one.silent_parts],
    }


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="seconds")


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _replace(path: Path, text: str) -> None:
    """Write beside, sync, rename (POSIX rename is atomic)."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
