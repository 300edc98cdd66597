"""The sentences of a document, cut into clauses, with the numbers that are free to count."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from extract.claims.sentence import Clause, Sentence
from extract.mentions.absence import find_absences
from extract.mentions.numbers import find_numbers
from extract.mentions.place_mention import PlaceMention
from extract.model import BlockKind, Document, Mention
from extract.tables.grid import Grid
from extract.text.sentences import sentences
from extract.text.taken import Taken

Found: TypeAlias = Mapping[str, Sequence[Mention]]
"""Mentions of a text by what they are: places, stars, cues, dates, decisions, rounds."""

_BREAK = re.compile(
    r"[,;:()\[\]|]|(?: [-+/] )|(?<!\w)(?:và|cùng|còn|nhưng|song|trong khi|trong đó|trong số|"
    r"ngoài ra|riêng|"
    r"gồm|bao gồm|nâng|đưa|để|nhờ đó|qua đó|"
    r"thì(?= (?:đến|tới|nay|hiện|sang|bây|giờ|năm|tính|cuối|hết)(?!\w)))(?!\w)"
)
# The programme's own name holds a number and a noun: "Mỗi xã (phường) một sản phẩm".
# "Các xã A, B: mỗi xã 01 sản phẩm" is a count of each.
_PROGRAMME = re.compile(
    r"(?<!: )mỗi (?:xã|làng|địa phương|phường)(?:[ ,(\-/]{1,3}(?:phường|thị trấn|xã|làng)\)?){0,2} "
    r"(?:là )?(?:một |(?<!, mỗi xã )1 ?)"
    r"(?:sản phẩm|làng nghề)"
)


def laid_out(
    document: Document, folded: str, grids: Sequence[Grid], found: Found
) -> Iterator[Sentence]:
    """The sentences of a document with their clauses, numbers and mentions.

    Args:
        document: the document.
        folded: its folded article.
        grids: its tables, whose digits are their own.
        found: the mentions by the names of the fields of ``Sentence``, in the order of the text.
    """
    starts = {key: [m.span.start for m in mentions] for key, mentions in found.items()}
    taken = _taken(folded, grids, found)
    cut = partial(_clauses, folded)
    index = 0
    headings: list[str] = []
    for paragraph, block in enumerate(document.content_blocks()):
        if block.kind is BlockKind.DATELINE:
            continue
        for start, end in sentences(document.text, block.start, block.end):
            heading = headings[-1] if headings else ""
            sentence = Sentence(index, start, end, block, paragraph, heading, cut)
            for key, mentions in found.items():
                low = bisect_left(starts[key], start)
                high = bisect_left(starts[key], end)
                setattr(sentence, key, tuple(mentions[low:high]))
            sentence.numbers = tuple(
                find_numbers(
                    folded,
                    start,
                    end,
                    taken.within(start, end),
                    [m.span.end for m in sentence.places if m.rule in _NAMED],
                )
            )
            sentence.absences = tuple(find_absences(folded, start, end))
            index += 1
            yield sentence
        if block.kind is BlockKind.HEADING:
            headings.append(folded[block.start : block.end])


_NAMED = ("place.level_word", "place.list", "place.bare", "place.taught", "place.shown")
_DIGITS_OF = ("dates", "decisions", "rounds")


def _taken(folded: str, grids: Sequence[Grid], found: Found) -> Taken:
    """Runs whose digits are not free numbers: dates, papers, stars, tables, the name."""
    stars = [(m.span.start, m.span.end) for m in found["stars"]]
    # "4 năm sao": the year of a span of time is the class five.
    others = [(m.span.start, m.span.end) for key in _DIGITS_OF for m in found[key]]
    classes = Taken(stars)
    spans = stars + [span for span in others if not classes.meets(*span)]
    # "Ba Vì", "Phường 7": names, not numbers.
    spans += [
        (m.span.start, m.span.end)
        for m in found["places"]
        if isinstance(m.value, PlaceMention) and m.rule in _NAMED
    ]
    spans += [m.span() for m in _PROGRAMME.finditer(folded) if not _shares(folded, m, found)]
    spans += [cell for grid in grids for cell in grid.taken]
    return Taken(spans)


_LIST_END = re.compile(r"(?: |, |\) |,? đều )?")


def _shares(folded: str, programme: re.Match[str], found: Found) -> bool:
    """Whether units are named right before: "Hải Hà, Đầm Hà mỗi xã 1 sản phẩm" counts in each."""
    before = [m for m in found["places"] if m.rule in _NAMED and m.span.end <= programme.start()]
    return bool(before) and bool(
        _LIST_END.fullmatch(folded, before[-1].span.end, programme.start())
    )


def _clauses(folded: str, sentence: Sentence) -> tuple[Clause, ...]:
    """Split a sentence at its breaks, but never inside a mention or a number."""
    marks = (sentence.stars, sentence.dates, sentence.decisions, sentence.rounds)
    spans = [(m.span.start, m.span.end) for ms in marks for m in ms]
    solid = Taken(spans + [(n.start, n.noun_end) for n in sentence.numbers])
    found: list[Clause] = []
    begin, depth = sentence.start, 0
    for match in _BREAK.finditer(folded, sentence.start, sentence.end):
        if solid.holds(match.start()):
            continue
        word = match.group()[0].isalpha()
        cut = match.start() if word else match.end()
        if cut > begin:
            found.append(Clause(begin, cut, depth > 0))
            begin = cut
        depth += (match.group() in "([") - (match.group() in ")]")
        depth = max(depth, 0)
    if sentence.end > begin:
        found.append(Clause(begin, sentence.end, depth > 0))
    return tuple(found)
