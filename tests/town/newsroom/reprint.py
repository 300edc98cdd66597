"""Stories that somebody else wrote: a file of JSON lines instead of the newsroom."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from town.story import ECONOMY, VIETNAM, Story


def read(path: Path, names: Sequence[str]) -> dict[str, list[Story]]:
    """Stories by portal, oldest first; lines without a ``host`` are dealt out in turn.

    Args:
        path: One JSON object a line: ``title``, ``paragraphs``, ``published`` (ISO 8601), and
            when known ``summary``, ``author``, ``ocop``, ``host``.
        names: Portals that there are.

    Raises:
        ValueError: A line lacks something; it says which.
    """
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    told: dict[str, list[tuple[datetime, dict[str, object]]]] = {name: [] for name in names}
    for number, line in enumerate(lines):
        try:
            given = json.loads(line)
            when = datetime.fromisoformat(given["published"])
            given["title"], given["paragraphs"] = str(given["title"]), list(given["paragraphs"])
            shelf = told[given.get("host", names[number % len(names)])]
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path} line {number + 1} is no story: {error!r}") from error
        when = when.replace(tzinfo=VIETNAM) if when.tzinfo is None else when.astimezone(VIETNAM)
        shelf.append((when, given))
    return {name: _numbered(name, stories) for name, stories in told.items()}


def _numbered(name: str, told: list[tuple[datetime, dict[str, object]]]) -> list[Story]:
    ordered = sorted(told, key=lambda one: one[0])
    return [_story(name, number, *one) for number, one in enumerate(ordered, 1)]


def _story(name: str, number: int, when: datetime, given: dict[str, object]) -> Story:
    paragraphs = tuple(map(str, given["paragraphs"]))  # type: ignore[call-overload]
    text = " ".join((str(given["title"]), *paragraphs))
    return Story(
        key=f"{name}/{number}",
        number=number,
        title=str(given["title"]),
        summary=str(given.get("summary", "")) or paragraphs[0],
        paragraphs=paragraphs,
        published=when,
        author=str(given.get("author", "PV")),
        section=ECONOMY,
        ocop=bool(given.get("ocop", "OCOP" in text)),
    )
