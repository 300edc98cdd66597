"""Every error of every document, with its words, so that a rule can be mended."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rich.console import Console
from rich.text import Text

from ocop.evaluate.compare import COMPARED_FIELDS, Cause, Comparison, Merged, Near, Right
from ocop.evaluate.equality import same_field
from ocop.evaluate.gold import Paper, Statement
from ocop.evaluate.score import show

CONTEXT = 60
"""Characters shown on either side of a quote."""

Entry = tuple[int, list[Text]]
"""The lines about one error, and where in the text it stands."""


def print_details(
    comparisons: Iterable[Comparison], console: Console, words: Collection[str] = ()
) -> None:
    """Print the errors of all documents; those without any are skipped.

    Args:
        comparisons: one a document.
        console: where to print.
        words: show only errors whose lines hold all of these (``kind``, ``as_of``, a rule).
    """
    for comparison in comparisons:
        lines = detail_lines(comparison, words)
        for line in lines:
            console.print(line, soft_wrap=True)
        if lines:
            console.print()


def detail_lines(comparison: Comparison, words: Collection[str] = ()) -> list[Text]:
    """The errors of one document that hold all ``words``, in the order of the text."""
    near = {pair.gold.key: pair for pair in comparison.near}
    explained = {pair.predicted.key for pair in comparison.near}
    entries = [_missed(claim, near.get(claim.key), comparison) for claim in comparison.missed]
    entries += [_false(c, comparison) for c in comparison.false if c.key not in explained]
    entries += [_wrong_fields(pair, comparison) for pair in comparison.right if pair.wrong_fields]
    entries += _papers(comparison)
    entries = [entry for entry in entries if _holds(entry, words)]
    if not entries and (words or not comparison.prediction.failure):
        return []
    ordered = sorted(entries, key=lambda entry: entry[0])
    return [_header(comparison), *(line for _, lines in ordered for line in lines)]


def _holds(entry: Entry, words: Collection[str]) -> bool:
    shown = "\n".join(line.plain for line in entry[1])
    return all(word in shown for word in words)


def _header(comparison: Comparison) -> Text:
    document = comparison.document
    facts = [document.kind, document.source.name, document.source.province or "–"]
    facts += [f"published {document.published or '–'}", " ".join(document.traps)]
    header = Text.assemble((document.id, "bold cyan"), "  ", " · ".join(facts))
    header.append(f"\n  “{document.title}”", "italic")
    if comparison.prediction.failure:
        header.append(f"\n  the reader broke down: {comparison.prediction.failure}", "bold red")
    return header


# ── Claims ───────────────────────────────────────────────────────────────────────────


def _missed(claim: Merged, near: Near | None, comparison: Comparison) -> Entry:
    lines = [_claim("MISS", "red", claim, near.differs if near else ())]
    if near:
        lines.append(_claim("read", "yellow", near.predicted, near.differs))
        _mark_result(lines[-1], near.predicted, comparison)
    elif comparison.cause(claim) is Cause.ALONE:
        lines[0].append("  nothing read here", "dim")
    first = claim.printings[0]
    return first.start, [*lines, _context(comparison.document.text, first.start, first.quote)]


def _false(claim: Merged, comparison: Comparison) -> Entry:
    line = _claim("FALSE", "magenta", claim, ())
    _mark_result(line, claim, comparison)
    if comparison.cause(claim) is Cause.ALONE:
        line.append("  no label here", "dim")
    first = claim.printings[0]
    return first.start, [line, _context(comparison.document.text, first.start, first.quote)]


def _mark_result(line: Text, claim: Merged, comparison: Comparison) -> None:
    if claim in comparison.taken_as_result:
        line.append("  taken as a result", "bold red")


def _wrong_fields(pair: Right, comparison: Comparison) -> Entry:
    line = _claim("FIELD", "blue", pair.predicted, ())
    shown = pair.predicted.printings[0]
    for name in COMPARED_FIELDS:
        if name in pair.wrong_fields:
            shown = first_wrong(name, pair)
            labels = dict.fromkeys(show(getattr(label, name)) for label in pair.gold.printings)
            line.append(f"  {name} {'|'.join(labels)} → {show(getattr(shown, name))}", "blue")
    return shown.start, [line, _context(comparison.document.text, shown.start, shown.quote)]


def first_wrong(name: str, pair: Right) -> Statement:
    """The first printing that was read whose field ``name`` agrees with no label."""
    return next(
        said
        for said in pair.predicted.printings
        if not any(same_field(name, label, said) for label in pair.gold.printings)
    )


def _claim(word: str, style: str, claim: Merged, differs: tuple[str, ...]) -> Text:
    """``MISS  48 ★345 new province Nghệ An/63``, the fields that differ reversed."""
    key, first = claim.key, claim.printings[0]
    line = Text(f"  {word:<6}", style)
    parts = {
        "count": str(key.count),
        "count_high": "" if key.count_high is None else f"–{key.count_high}",
        "stars": f" ★{show(key.stars)}",
        "potential5": " potential" if key.potential5 else "",
        "kind": f" {key.kind}",
        "level": f" {key.level}",
        "name": f" {show(key.name)}",
        "regime": f"/{key.regime}",
    }
    for name, shown in parts.items():
        line.append(shown, "reverse" if name in differs else "default")
    if len(claim.printings) > 1:
        line.append(f" ({len(claim.printings)}×)", "dim")
    if differs:
        line.append(f"  ≠ {', '.join(differs)}", style)
    if first.rule:
        line.append(f"  [{first.rule} {first.confidence or 0:.2f}]", "dim")
    return line


# ── Papers ───────────────────────────────────────────────────────────────────────────


def _papers(comparison: Comparison) -> list[Entry]:
    papers, text = comparison.papers, comparison.document.text
    entries = [_paper("MISS", "red", paper, text) for paper in papers.missed]
    entries += [_paper("FALSE", "magenta", paper, text) for paper in papers.false]
    for pair in papers.pairs:
        wrong = ""
        if not pair.date_right:
            wrong += f"  date {show(pair.gold.date)} → {show(pair.predicted.date)}"
        if not pair.role_right:
            wrong += f"  role {pair.gold.role} → {pair.predicted.role}"
        if wrong:
            entries.append(_paper("FIELD", "blue", pair.gold, text, wrong))
    return entries


def _paper(word: str, style: str, paper: Paper, text: str, wrong: str = "") -> Entry:
    line = Text(f"  {word:<6}", style)
    line.append(f"paper {paper.number} of {show(paper.date)}, {paper.role}", "default")
    line.append(wrong, "blue")
    return paper.start, [line, _context(text, paper.start, paper.raw)]


def _context(text: str, at: int, words: str) -> Text:
    """The offset, and the words marked in ``CONTEXT`` characters on either side."""
    end = at + len(words)
    before = text[max(0, at - CONTEXT) : at].replace("\n", "⏎")
    after = text[end : end + CONTEXT].replace("\n", "⏎")
    marked = words.replace("\n", "⏎")
    return Text.assemble((f"  {at:>6} {before}", "dim"), (f"«{marked}»", "bold"), (after, "dim"))
