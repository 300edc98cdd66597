"""Every error of every document, with its words, so that a rule can be mended."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from ocop.evaluate.compare import COMPARED_FIELDS, Comparison, Merged, Near, Right
from ocop.evaluate.equality import same_field
from ocop.evaluate.gold import Statement
from ocop.evaluate.score import show

CONTEXT = 60
"""Characters shown on either side of a quote."""

Entry = tuple[int, list[Text]]
"""The lines about one error, and where in the text it stands."""


def print_details(comparisons: Iterable[Comparison], console: Console) -> None:
    """Print missed and false claims and wrong fields; documents without any are skipped."""
    for comparison in comparisons:
        if not comparison.is_clean:
            for line in detail_lines(comparison):
                console.print(line, soft_wrap=True)
            console.print()


def detail_lines(comparison: Comparison) -> list[Text]:
    """The errors of one document in the order of the text."""
    near = {pair.gold.key: pair for pair in comparison.near}
    explained = {pair.predicted.key for pair in comparison.near}
    entries = [_missed(claim, near.get(claim.key), comparison) for claim in comparison.missed]
    entries += [_false(c, comparison) for c in comparison.false if c.key not in explained]
    entries += [_field_entry(pair, comparison) for pair in comparison.right if pair.wrong_fields]
    ordered = sorted(entries, key=lambda entry: entry[0])
    return [_header(comparison), *(line for _, lines in ordered for line in lines)]


def _header(comparison: Comparison) -> Text:
    document = comparison.document
    facts = [document.kind, document.source.name, document.source.province or "–"]
    facts += [f"published {document.published or '–'}", " ".join(document.traps)]
    header = Text.assemble((document.id, "bold cyan"), "  ", " · ".join(facts))
    header.append(f"\n  “{document.title}”", "italic")
    if comparison.prediction.failure:
        header.append(f"\n  the reader broke down: {comparison.prediction.failure}", "bold red")
    return header


def _missed(claim: Merged, near: Near | None, comparison: Comparison) -> Entry:
    lines = [_claim_text("  MISS", "red", claim, near.differs if near else ())]
    if near:
        lines.append(_claim_text("  read", "yellow", near.predicted, near.differs))
        _mark_result(lines[-1], near.predicted, comparison)
    first = claim.printings[0]
    return first.start, [*lines, _context(comparison.document.text, first)]


def _false(claim: Merged, comparison: Comparison) -> Entry:
    line = _claim_text("  FALSE", "magenta", claim, ())
    _mark_result(line, claim, comparison)
    first = claim.printings[0]
    return first.start, [line, _context(comparison.document.text, first)]


def _mark_result(line: Text, claim: Merged, comparison: Comparison) -> None:
    if claim in comparison.taken_as_result:
        line.append("  taken as a result", "bold red")


def _claim_text(word: str, style: str, claim: Merged, differs: tuple[str, ...]) -> Text:
    """``MISS 48 ★345 new · province Nghệ An/63``, the differing fields reversed."""
    key, first = claim.key, claim.printings[0]
    line = Text(f"{word:<8}", style)
    parts = [
        (("count",), str(key.count)),
        (("count_high",), "" if key.count_high is None else f"–{key.count_high}"),
        (("stars",), f" ★{show(key.stars)}"),
        (("potential5",), " potential" if key.potential5 else ""),
        (("kind",), f" {key.kind.value}"),
        (("level",), f" {key.level.value}"),
        (("name",), f" {key.name or '–'}"),
        (("regime",), f"/{key.regime}"),
    ]
    for names, shown in parts:
        line.append(shown, "reverse" if set(names) & set(differs) else "")
    if len(claim.printings) > 1:
        line.append(f" ({len(claim.printings)}×)", "dim")
    if differs:
        line.append(f"  ≠ {', '.join(differs)}", style)
    if first.rule:
        line.append(f"  [{first.rule} {first.confidence or 0:.2f}]", "dim")
    return line


def _field_entry(pair: Right, comparison: Comparison) -> Entry:
    line = _claim_text("  FIELD", "blue", pair.predicted, ())
    shown = pair.predicted.printings[0]
    for name in COMPARED_FIELDS:
        if name in pair.wrong_fields:
            shown = _first_wrong(name, pair)
            labels = dict.fromkeys(show(getattr(label, name)) for label in pair.gold.printings)
            line.append(f"  {name} {'|'.join(labels)} → {show(getattr(shown, name))}", "blue")
    return shown.start, [line, _context(comparison.document.text, shown)]


def _first_wrong(name: str, pair: Right) -> Statement:
    return next(
        said
        for said in pair.predicted.printings
        if not any(same_field(name, label, said) for label in pair.gold.printings)
    )


def _context(text: str, claim: Statement) -> Text:
    """``… CONTEXT characters, the quote marked, CONTEXT characters …`` on one line."""
    before = text[max(0, claim.start - CONTEXT) : claim.start].replace("\n", "⏎")
    after = text[claim.end : claim.end + CONTEXT].replace("\n", "⏎")
    quote = claim.quote.replace("\n", "⏎")
    start = f"    {claim.start:>5} …"
    return Text.assemble(
        (start, "dim"), (before, "dim"), ("«" + quote + "»", "bold"), (after, "dim")
    )
