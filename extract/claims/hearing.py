"""What the second reader is told of a text, and what it answers, number by number.

Names, dates, papers and figures are told as what they are (a province, a year to come, a
number of two digits), never which: the network learns how people write, not about whom.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from extract.claims.periods import as_period
from extract.claims.scene import Scene
from extract.claims.sentence import Sentence
from extract.mentions.dates import Anchors, DateValue, Shape, resolve
from extract.mentions.decisions import DecisionValue
from extract.mentions.numbers import Number
from extract.mentions.place_mention import PlaceMention
from extract.mentions.stars import StarValue
from extract.model import Level, Mention
from extract.ner.network import Network, Opinion
from extract.ner.pointers import NOTHING, POINTERS
from extract.ner.sequence import Sequence

_PIECE = re.compile(r"[^\W\d]+|\d+|[,;:.()\-–|/?!]")
_FLOOR = -6.0
"""No opinion is surer than this: a slip of the network must not outweigh plain words."""
_LEAST = math.exp(_FLOOR)


Heard = Mapping[int, Opinion]
"""Opinions by the offset of the number."""
NOTHING_HEARD: Final[Heard] = MappingProxyType({})


def hear(scene: Scene, network: Network) -> Heard:
    """The opinion on each number that may count products, by the offset of the number."""
    sequence, starts = sequence_of(scene)
    return dict(zip(starts, network.opinions(sequence), strict=True))


def log_share(opinion: Opinion, head: str, answer: str) -> float:
    """Natural logarithm of the share that an answer has, not below a floor."""
    share = opinion[head].get(answer, 0.0)
    return math.log(share) if share > _LEAST else _FLOOR


def unit(level: Level, name: str | None) -> str:
    """A place as an answer of the pointer: its level and name, of either map."""
    return f"{level} {name or ''}".strip()


def log_odds(share: float) -> float:
    """How much more likely than not, as a logarithm within ±6."""
    odds = math.log((share + 1e-6) / (1 - share + 1e-6))
    return max(_FLOOR, min(-_FLOOR, odds))


# ── the text as tokens ───────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Part:
    """A run that is told by its name. ``rank`` 0 goes before others over the same text."""

    start: int
    end: int
    rank: int
    name: str
    asked: bool = False
    mention: Mention | None = None


def sequence_of(scene: Scene) -> tuple[Sequence, list[int]]:
    """The text as the network reads it, and the offsets of the numbers asked about."""
    tokens, pointable = _opening(scene)
    opening = len(tokens)
    anchors = Anchors(_published(scene))
    asked: list[int] = []
    starts: list[int] = []
    for sentence in scene.sentences:
        tokens.append((f"<{sentence.block.kind}>",))
        signs = _Signs(sentence)
        reached = sentence.start
        for part in _parts(scene, sentence):
            tokens += _words(scene, signs, reached, part.start)
            if part.asked:
                asked.append(len(tokens))
                starts.append(part.start)
            if part.mention is not None:
                for pointer, answers in _answers(part.mention, anchors):
                    pointable[pointer].append((len(tokens), answers))
            tokens.append((part.name, *signs.at(part.start, part.end)))
            reached = part.end
        tokens += _words(scene, signs, reached, sentence.end)
    pointed = {pointer: tuple(found) for pointer, found in pointable.items()}
    return Sequence(tuple(tokens), tuple(asked), pointed, opening), starts


# ── what a number may point to ───────────────────────────────────────────────────────


_Pointable = dict[str, list[tuple[int, frozenset[str]]]]


def _opening(scene: Scene) -> tuple[list[tuple[str, ...]], _Pointable]:
    """The tokens before the text: nothing, its day, its province, the unit that publishes it."""
    day, home, office = _published(scene), scene.home, scene.home_unit
    tokens: list[tuple[str, ...]] = [
        ("<nothing>",),
        ("<published>" if day else "<unpublished>",),
        ("<home>" if home else "<homeless>",),
    ]
    pointable: _Pointable = {pointer: [(0, frozenset([NOTHING]))] for pointer in POINTERS}
    pointable["classes"] = [(0, frozenset(["345"]))]  # without a class: of all three
    if day is not None:
        pointable["time"].append((1, frozenset([day])))
    if home is not None:
        pointable["place"].append((2, frozenset([unit(Level.PROVINCE, home.name)])))
    if office is not None:
        pointable["place"].append((3, frozenset([unit(office.level, office.name)])))
        tokens.append(("<office>",))
    return tokens, pointable


def _answers(mention: Mention, anchors: Anchors) -> Iterator[tuple[str, frozenset[str]]]:
    """For each pointer that a mention may answer: what it stands for."""
    value = mention.value
    if isinstance(value, PlaceMention):
        yield "place", frozenset([unit(value.place.level, value.place.name)])
    elif isinstance(value, StarValue):
        yield "classes", frozenset(["".join(map(str, value.stars))])
    elif isinstance(value, DecisionValue) and value.signed is not None:
        yield from _told("time", lambda future: _day(value.signed, anchors, future))
    elif isinstance(value, DateValue) and value.shape not in (Shape.TIME, Shape.DURATION):
        yield from _told("time", lambda future: _day(value, anchors, future))
        yield from _told("period", lambda future: as_period(value, anchors, future=future))


def _told(pointer: str, read: Callable[[bool], str | None]) -> Iterator[tuple[str, frozenset[str]]]:
    """A date without a year stands for two days until the kind of the count is known."""
    answers = frozenset(answer for future in (False, True) if (answer := read(future)))
    if answers:
        yield pointer, answers


def _day(value: DateValue | None, anchors: Anchors, future: bool) -> str | None:
    return resolve(value, anchors, future=future) if value else None


def _published(scene: Scene) -> str | None:
    return scene.document.published.date if scene.document.published else None


# ── the tokens ───────────────────────────────────────────────────────────────────────


class _Signs:
    """The kinds that cues name, as signs of the words that they lie over."""

    def __init__(self, sentence: Sentence) -> None:
        self._cues = [
            (span.start, span.end, f"+{cue.kind}{cue.strength}")
            for span, cue in sentence.told_kinds
        ]

    def at(self, start: int, end: int) -> list[str]:
        """The signs of a run, sorted."""
        if not self._cues:
            return []
        return sorted({name for a, b, name in self._cues if a < end and start < b})

    def touch(self, start: int, end: int) -> bool:
        """Whether a cue lies over any of a run."""
        return any(a < end and start < b for a, b, _ in self._cues)


def _words(scene: Scene, signs: _Signs, start: int, end: int) -> Iterator[tuple[str, ...]]:
    """The words between two parts, each with its signs."""
    if not signs.touch(start, end):
        for word in _PIECE.findall(scene.folded, start, end):
            yield ("<digits>" if word.isdigit() else word,)
        return
    for match in _PIECE.finditer(scene.folded, start, end):
        word = match.group()
        yield ("<digits>" if word.isdigit() else word, *signs.at(*match.span()))


def _parts(scene: Scene, sentence: Sentence) -> list[_Part]:
    """Runs told by name, without overlaps: numbers in question go before everything."""
    found = [_number(number) for number in sentence.numbers]
    # "chưa có sản phẩm nào" is asked about where it begins, and its words are still told.
    found += [_Part(n.start, n.start, 0, f"<{n.value}>", asked=True) for n in sentence.absences]
    published = _published(scene)
    year = int(published[:4]) if published else None
    found += [
        _Part(m.span.start, m.span.end, 1, _name(m, year), mention=m)
        for mentions in (
            sentence.stars,
            sentence.dates,
            sentence.decisions,
            sentence.rounds,
            sentence.places,
        )
        for m in mentions
    ]
    asked = [part for part in found if part.asked]
    kept: list[_Part] = []
    reached = sentence.start
    for part in sorted(found, key=lambda p: (p.start, p.rank, -p.end)):
        crossed = not part.asked and any(part.start < a.end and a.start < part.end for a in asked)
        if part.start >= reached and not crossed:
            kept.append(part)
            reached = part.end
    return kept


def _number(number: Number) -> _Part:
    asked = number.noun in ("product", "stand_in", "bare")
    rank = 0 if asked else 2
    return _Part(number.start, number.end, rank, f"<{_size(number.value)}>", asked)


def _size(value: int) -> str:
    """0, 1, or how many digits."""
    return str(value) if value < 2 else f"{min(len(str(value)), 5)} digits"


def _name(mention: Mention, year: int | None) -> str:
    value = mention.value
    if isinstance(value, StarValue):
        return "<stars {}>".format("".join(map(str, value.stars)))
    if isinstance(value, DateValue):
        return f"<{value.shape}{_against(value.year_end or value.year, year)}>"
    if isinstance(value, PlaceMention):
        return f"<{value.place.level}>"
    return f"<{mention.label}>".lower()


def _against(told: int | None, year: int | None) -> str:
    """Whether a year is to come, past, or that of publication."""
    if told is None or year is None:
        return ""
    return "+" if told > year else "-" if told < year else "="
