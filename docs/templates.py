"""Write which count templates are not read into docs/limits.md: ``python docs/templates.py``.

The documents of ``tests/gold/templates`` are read and compared with their labels, strictly:
place, count, stars and kind. Rows of which anything is wrong make the table between the
comments ``<!-- templates -->`` and ``<!-- end -->``; nothing is left out or retouched.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from ocop.evaluate import evaluate, load, predict
from ocop.evaluate.compare import Comparison, Key, Near
from ocop.evaluate.score import show

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "limits.md"
FOLDER = ROOT / "tests" / "gold" / "templates"
BLOCK = re.compile(r"(<!-- templates -->\n).*?(<!-- end -->)", re.DOTALL)


def wrong_rows() -> tuple[dict[str, list[str]], int]:
    """What was read instead in each row that is not read right, and the number of all rows."""
    documents = load([FOLDER / "templates.jsonl"])
    rows: dict[str, list[str]] = defaultdict(list)
    for comparison in evaluate(documents, predict(documents, jobs=1)).comparisons:
        rows[comparison.document.traps[0]] += mistakes(comparison)
    return {row: found for row, found in rows.items() if found}, len(rows)


def mistakes(comparison: Comparison) -> Iterator[str]:
    """What was read of one document against what is labelled, one wrong claim at a time."""
    if comparison.prediction.failure:
        yield f"the reader broke down: {comparison.prediction.failure}"
    for near in comparison.near:
        yield misread(near)
    paired = [side for near in comparison.near for side in (near.gold, near.predicted)]
    for claim in comparison.missed:
        if claim not in paired:
            yield f"{number(claim.key)} not read"
    for claim in comparison.false:
        if claim not in paired:
            yield f"{number(claim.key)} read as {claim.key.kind}"


def misread(near: Near) -> str:
    """The fields of a claim that were read otherwise than labelled."""
    fields = (
        f"{told(name, near.predicted.key)} for {told(name, near.gold.key)}" for name in near.differs
    )
    return f"{number(near.gold.key)}: {', '.join(fields)}"


def told(name: str, key: Key) -> str:
    """One field of a claim in words."""
    if name == "potential5":
        return "potential 5 stars" if key.potential5 else "recognised 5 stars"
    value = show(getattr(key, name))
    return f"{value} stars" if name == "stars" else value


def number(key: Key) -> str:
    """The count of a claim as it may stand in a table."""
    return str(key.count) if key.count_high is None else f"{key.count} – {key.count_high}"


def table(rows: dict[str, list[str]], whole: int) -> str:
    """The rows that are not read, in the order of the catalogue."""
    with (FOLDER / "rows.csv").open(encoding="utf-8", newline="") as file:
        about = {row["row"]: row["about"] for row in csv.DictReader(file)}
    lines = [f"Of {whole} rows, {len(rows)} are not read right.\n"]
    lines += ["| row | about | read instead |", "| --- | --- | --- |"]
    lines += [f"| {row} | {about[row]} | {'; '.join(rows[row])} |" for row in about if row in rows]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Renew the block of the page."""
    page = PAGE.read_text("utf-8")
    if not BLOCK.search(page):
        sys.exit(
            f"{PAGE.name} has no comments <!-- templates --> and <!-- end --> to write between"
        )
    block = table(*wrong_rows())
    PAGE.write_text(BLOCK.sub(lambda match: f"{match[1]}\n{block}\n{match[2]}", page), "utf-8")


if __name__ == "__main__":
    main()
