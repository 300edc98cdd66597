"""The health page: one HTML file that needs no network, Vietnamese first, English beside it."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from crawler.alarms.facts import VIETNAM
from crawler.health.model import Health, SourceHealth, Worst, worst
from crawler.health.provinces import by_province
from crawler.health.strip import strip

_FOLDER = Path(__file__).parent
_ORDER = {status: number for number, status in enumerate(Health)}

STATUS_WORDS: dict[Health, tuple[str, str, str]] = {
    Health.OK: ("●", "tốt", "ok"),
    Health.NEVER: ("–", "chưa thu thập", "never crawled"),
    Health.LATE: ("◔", "trễ", "late"),
    Health.SILENT: ("○", "im lặng", "silent"),
    Health.FAILING: ("✕", "lỗi", "failing"),
    Health.REFUSED: ("⊘", "bị từ chối", "refused"),
    Health.MOVED: ("➜", "đã chuyển", "moved"),
}
"""Sign, Vietnamese and English word of each status: never a colour alone."""

WORST_WORDS: dict[Worst, tuple[str, str]] = {
    Worst.WELL: ("Mọi nguồn đều tốt.", "All sources are well."),
    Worst.LOOK: (
        "Một số nguồn trễ hoặc im lặng.",
        "Some sources are late or silent.",
    ),
    Worst.MISSING: (
        "Một số nguồn không lấy được: đang thiếu tài liệu.",
        "Some sources cannot be had: documents are missing.",
    ),
    Worst.NOTHING: (
        "Không nguồn nào hoạt động: hãy kiểm tra chính việc thu thập.",
        "Not one source is well: look at the crawl itself.",
    ),
}


def html(sources: Sequence[SourceHealth], now: datetime) -> str:
    """The page. What publishers and rows say is escaped; scripts are allowed by their hash."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"day": _day, "moment": _moment, "strip": strip, "share": _share}
    script = (_FOLDER / "page.js").read_text(encoding="utf-8")
    provinces = by_province(sources)
    return environment.get_template("page.html.jinja").render(
        now=now,
        rows=sorted(sources, key=lambda one: (-_ORDER[one.status], one.source.id)),
        provinces=provinces,
        lonely=[one for one in provinces if not one.living],
        counts=[(status, number) for status, number in _counted(sources) if number],
        words=STATUS_WORDS,
        order=_ORDER,
        verdict=WORST_WORDS[worst(sources)],
        style=Markup((_FOLDER / "page.css").read_text(encoding="utf-8")),  # noqa: S704 - ours
        script=Markup(script),  # noqa: S704 - ours
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    )


def _counted(sources: Sequence[SourceHealth]) -> list[tuple[Health, int]]:
    counted = Counter(one.status for one in sources)
    return [(status, counted[status]) for status in Health]


def _day(moment: datetime | date | None) -> str:
    """A day as Vietnam writes it."""
    if moment is None:
        return "–"
    local = moment.astimezone(VIETNAM) if isinstance(moment, datetime) else moment
    return f"{local:%d/%m/%Y}"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%H:%M %d/%m/%Y}"


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"
