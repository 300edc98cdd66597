"""Write docs/mistaken.md: every plan, or other place's number, that is taken for a result.

``python docs/mistaken.py`` reads the two hands kept out of tuning and training
(``tests/gold/held-out``) and lists each case with the number as printed, what it is, what
it was taken for, and what carried that choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extract.claims.why import Reason, Remembering
from extract.reading import decision, read
from extract.text.normalise import normalise
from ocop.evaluate.compare import Comparison, Key, Merged, compare
from ocop.evaluate.gold import GoldDocument, load
from ocop.evaluate.predict import Prediction, document_of, statement_of

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "mistaken.md"
HELD_OUT = ROOT / "tests" / "gold" / "held-out"
CARRIED = 2
"""Features that are told of a choice."""

HEAD = """# Results that are none

A target, forecast, proposal or another place's number that is taken for a result of a place:
the worst mistake it can make. These are all the cases on the two hands kept out of tuning and
training, written by `python docs/mistaken.py`: {part} of {whole} claims that enter the table.
"What carried it" names the features that spoke most for the choice that went wrong, with what each
added in log-odds ([how choices are made](reading.md)).

| document | number | it is | taken for | confidence | what carried it |
|---|---|---|---|---|---|
"""


def main() -> None:
    """Read the documents held out and write the page."""
    rows: list[str] = []
    whole = 0
    for document in load([HELD_OUT]):
        comparison, reasons = _compared(document)
        whole += sum(key.enters_table for key in {c.key for c in _read(comparison)})
        rows += [_row(document, claim, comparison, reasons) for claim in comparison.taken_as_result]
    PAGE.write_text(HEAD.format(part=len(rows), whole=whole) + "".join(rows), "utf-8")


def _compared(document: GoldDocument) -> tuple[Comparison, dict[int, list[Reason]]]:
    remembering = Remembering(decision())
    reading = read(document_of(document), remembering)
    normalised = normalise(document.text)
    said = [statement_of(claim, normalised, document.text) for claim in reading.claims]
    reasons = {
        statement.start: list(remembering.reasons(claim))
        for statement, claim in zip(said, reading.claims, strict=True)
    }
    return compare(document, Prediction(document.id, tuple(said))), reasons


def _read(comparison: Comparison) -> Iterator[Merged]:
    yield from (pair.predicted for pair in comparison.right)
    yield from comparison.false


def _row(
    document: GoldDocument,
    claim: Merged,
    comparison: Comparison,
    reasons: dict[int, list[Reason]],
) -> str:
    printed = claim.printings[0]
    labels = [m.key for m in (*comparison.missed, *(pair.gold for pair in comparison.right))]
    label = min(
        (key for key in labels if key.count == claim.key.count),
        key=lambda key: (_differences(key, claim.key), str(key)),
    )
    field = "kind" if label.kind is not claim.key.kind else "place"
    carried = [r for r in reasons.get(printed.start, []) if r.field == field]
    features = " · ".join(f"`{n}` {a:+.1f}" for r in carried for n, a in r.carried[:CARRIED])
    quote = " ".join(printed.quote.split()).replace("|", "/")
    cells = (
        document.id,
        f"“{quote}”",
        _told(label),
        _told(claim.key),
        f"{printed.confidence:.2f}" if printed.confidence is not None else "–",
        features.replace("|", "\\|") or "–",
    )
    return "| " + " | ".join(cells) + " |\n"


def _differences(one: Key, other: Key) -> int:
    fields = ("kind", "level", "name", "regime", "stars")
    return sum(getattr(one, field) != getattr(other, field) for field in fields)


def _told(key: Key) -> str:
    return f"{key.kind} of {key.level} {key.name or 'unnamed'} ({key.regime})"


if __name__ == "__main__":
    main()
