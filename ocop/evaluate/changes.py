"""What a change of reading gained and lost: this evaluation against an earlier one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from rich.console import Console
from rich.text import Text

from ocop.evaluate.fields import GoldError
from ocop.evaluate.records import FORMAT

Report = Mapping[str, object]
"""A report as ``records.as_json`` makes it."""

Error = tuple[str, str, str]
"""Document id, what is wrong (missed, false, or a field), and the claim in words."""

# Where the scores stand in a report; of false results less is better.
HEADLINES = (
    ("claims", "strict", "f1"),
    ("claims", "table", "f1"),
    ("fields", "comparator", "share"),
    ("fields", "as_of", "share"),
    ("fields", "period", "share"),
    ("fields", "round", "share"),
    ("fields", "decision", "share"),
    ("decisions", "printings", "f1"),
    ("decisions", "unique", "f1"),
    ("decisions", "date", "share"),
    ("decisions", "role", "share"),
    ("false_results", "share"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One headline score, before and now."""

    name: str
    before: float | None
    now: float | None

    @property
    def is_worse(self) -> bool:
        """Whether the score fell (or the share of false results rose)."""
        if self.before is None:
            return False
        if self.now is None:
            return True
        gain = self.now - self.before
        return gain > 0 if self.name.startswith("false_results") else gain < 0


@dataclass(frozen=True, slots=True)
class Changes:
    """All differences between two reports on the same documents."""

    scores: tuple[Change, ...]
    mended: tuple[Error, ...]
    broken: tuple[Error, ...]

    @property
    def is_worse(self) -> bool:
        """Whether any headline score is worse than before."""
        return any(score.is_worse for score in self.scores)


def read_report(path: Path) -> Report:
    """Read a report that ``--json`` or ``--report`` wrote.

    Raises:
        GoldError: the file is not such a report.
    """
    try:
        report: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(str(path), f"cannot be read as a report: {error}") from error
    if not isinstance(report, dict) or report.get("format") != FORMAT:
        raise GoldError(str(path), f"is not a report of the format {FORMAT}; write it anew")
    return report


def changes(before: Report, now: Report) -> Changes:
    """Compare two reports.

    Raises:
        GoldError: they were not made from the same documents.
    """
    if sorted(_strings(before["documents"])) != sorted(_strings(now["documents"])):
        raise GoldError("report", "the earlier report was made from other documents")
    old, new = list(_errors(before)), list(_errors(now))
    gone, come = set(old) - set(new), set(new) - set(old)
    return Changes(
        scores=tuple(Change(".".join(p), _at(before, p), _at(now, p)) for p in HEADLINES),
        mended=tuple(error for error in old if error in gone),
        broken=tuple(error for error in new if error in come),
    )


def print_changes(found: Changes, console: Console) -> None:
    """Print the scores that changed, then each document's errors that are gone (+) or new (−)."""
    for score in found.scores:
        if score.before != score.now:
            style = "red" if score.is_worse else "green"
            shown = f"{score.name:<24}{_number(score.before)} → {_number(score.now)}"
            console.print(Text(shown, style))
    console.print(Text(f"{len(found.mended)} mended", "bold green"), end=", ")
    console.print(Text(f"{len(found.broken)} broken", "bold red"))
    for document in dict.fromkeys(id_ for id_, _, _ in (*found.mended, *found.broken)):
        console.print(Text(document, "bold"))
        for sign, style, errors in (("+", "green", found.mended), ("−", "red", found.broken)):
            for _, wrong, claim in (error for error in errors if error[0] == document):
                line = Text.assemble((f"  {sign} {wrong:<10} ", style), claim)
                console.print(line, soft_wrap=True)


def _at(report: Report, path: tuple[str, ...]) -> float | None:
    value: object = report
    for key in path:
        value = cast(Report, value)[key]
    return cast("float | None", value)


def _errors(report: Report) -> Iterator[Error]:
    for document in _records(report["errors"]):
        id_ = str(document["id"])
        for side in ("missed", "false"):
            for claim in _records(document[side]):
                yield id_, side, _words(claim)
        for claim in _records(document["fields"]):
            for name in _strings(claim["wrong"]):
                yield id_, name, _words(claim)
        for side in ("missed", "false", "wrong"):
            for paper in _records(cast(Report, document["papers"])[side]):
                yield id_, f"{side} paper", str(paper["number"])


def _words(claim: Report) -> str:
    place = cast(Report, claim["place"])
    high = "" if claim["count_high"] is None else f"–{claim['count_high']}"
    stars = "".join(str(star) for star in cast("list[int]", claim["stars"]))
    potential = " potential" if claim["potential5"] else ""
    where = f"{place['level']} {place['name'] or '–'}/{place['regime']}"
    return f"{claim['count']}{high} ★{stars}{potential} {claim['kind']} {where}"


def _records(value: object) -> list[Report]:
    return cast("list[Report]", value)


def _strings(value: object) -> list[str]:
    return cast("list[str]", value)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"
