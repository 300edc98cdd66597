"""Where kinds are read wrongly, and what choosing them together could mend.

For each labelled claim whose kind is wrong: what else stands in its list, what was made of its
total, and whether the text tells its number again. ``docs/score.py`` writes the table.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.claims.choice import Candidate, Choice, T
from extract.claims.counts import Count, find_counts
from extract.claims.parts import link_parts
from extract.claims.scene import Scene, build
from extract.model import BlockKind, Level
from extract.text.normalise import normalise
from ocop.evaluate.compare import key_of
from ocop.evaluate.gold import GoldDocument, Statement, load
from ocop.evaluate.predict import document_of

GOLD = Path(__file__).parents[1] / "tests" / "gold"
HEADS = (
    "where",
    "kinds wrong",
    "all others wrong alike",
    "most others wrong alike",
    "mended by the others",
    "right, spoiled by the others",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A labelled number with the kind that it has and the one that it was read as."""

    count: Count
    level: Level
    label: str
    read: str

    @property
    def is_wrong(self) -> bool:
        """Whether its kind was read wrongly."""
        return self.label != self.read


@dataclass(frozen=True, slots=True)
class Text:
    """The labelled numbers of a text in its order, and by index of a part its total."""

    scene: Scene
    told: Sequence[Told]
    links: Mapping[int, int]


Others = Callable[[Text, int], list[Told]]
"""The numbers that one of a text, by its position, may be held against."""


def by_cause(report: Mapping[str, Any], gold: Path = GOLD) -> list[tuple[str, ...]]:
    """Rows for ``HEADS``, one for each place where a wrong kind may stand.

    A number stands in several rows. "The others" are those that the row names; "mended" is a
    wrong kind where most of them were read as the right one, "spoiled" a right one where most
    were read as another.

    Args:
        report: What ``ocop train --report`` kept.
        gold: The folder of the documents that it tells of.
    """
    errors = {error["id"]: error["missed"] for error in report["errors"]}
    read = set(report["documents"])
    tallies: dict[str, Counter[str]] = {name: Counter() for name in (*_SPOTS, *_BESIDE)}
    for document in load(sorted(gold.glob("*.jsonl"))):
        if document.id not in read:
            continue
        text = _text(document, errors.get(document.id, ()))
        for position, one in enumerate(text.told):
            for name, others in _BESIDE.items():
                tallies[name].update(_outcome(one, others(text, position)))
            for name, holds in _SPOTS.items():
                tallies[name][HEADS[1]] += one.is_wrong and holds(text, position)
    return [
        (
            name,
            *(
                str(tally[head]) if name in _BESIDE or head == HEADS[1] else "–"
                for head in HEADS[1:]
            ),
        )
        for name, tally in tallies.items()
    ]


def _outcome(one: Told, others: Sequence[Told]) -> Iterator[str]:
    """The columns that one number counts in, held against the others."""
    if not others:
        return
    most = Counter(o.read for o in others).most_common(1)[0][0]
    if not one.is_wrong:
        if most != one.label:
            yield "right, spoiled by the others"
        return
    yield "kinds wrong"
    alike = sum((o.label, o.read) == (one.label, one.read) for o in others)
    if alike == len(others):
        yield "all others wrong alike"
    elif 2 * alike >= len(others):
        yield "most others wrong alike"
    if most == one.label:
        yield "mended by the others"


# ── what was read ────────────────────────────────────────────────────────────────────


class _ByLabels:
    """Takes a number for a count where it is labelled."""

    def __init__(self, starts: Iterable[int]) -> None:
        self._starts = frozenset(starts)

    def __call__(self, field: str, count: object, candidates: Sequence[Candidate[T]]) -> Choice[T]:
        del field
        assert isinstance(count, Count)
        labelled = count.start in self._starts
        value = next(c.value for c in candidates if bool(c.value) == labelled)
        return Choice(value, 1.0)


def _text(document: GoldDocument, missed: Iterable[Mapping[str, Any]]) -> Text:
    """The labelled numbers of a document; of several claims of one number the first counts."""
    scene = build(document_of(document))
    origin = normalise(document.text).origin
    wrong = {
        (claim["start"], claim["kind"], claim["count"]): claim["read"]["kind"]
        for claim in missed
        if "kind" in (claim.get("differs") or ())
    }
    first: dict[object, Statement] = {}
    told: dict[int, tuple[Statement, str]] = {}
    for label in document.claims:
        kind, start = label.kind.value, first.setdefault(key_of(label), label).start
        read = wrong.get((start, kind, label.count), kind)
        told.setdefault(_number_at(scene, origin, label), (label, read))
    counts = find_counts(scene, _ByLabels(told))
    links = {part: link.parent for part, link in link_parts(scene, counts).items()}
    labels = [(count, *told[count.start]) for count in counts]
    return Text(scene, [Told(c, x.level, x.kind.value, read) for c, x, read in labels], links)


def _number_at(scene: Scene, origin: Sequence[int], label: Statement) -> int:
    """Where the number of a label begins in the normalised text."""
    low, high = bisect_left(origin, label.start), bisect_left(origin, label.end)
    numbers = (n for s in scene.sentences for n in (*s.numbers, *s.absences))
    return next((n.start for n in numbers if low <= n.start < high), low)


# ── where it stands ──────────────────────────────────────────────────────────────────


def _listed(text: Text, position: int) -> list[Told]:
    """The others of its sentence, of its list or table, and of its total."""
    one = text.told[position].count
    rows = text.scene.once("rows of lists", lambda: _rows(text.scene))
    row, total = rows.get(one.sentence.index), text.links.get(one.index)
    return [
        other
        for place, other in enumerate(text.told)
        if place != position
        and (
            other.count.sentence is one.sentence
            or (row is not None and rows.get(other.count.sentence.index) == row)
            or (total is not None and text.links.get(other.count.index) == total)
        )
    ]


def _rows(scene: Scene) -> dict[int, int]:
    """By sentence that is an item or row: the number of its list."""
    found: dict[int, int] = {}
    number = 0
    for sentence in scene.sentences:
        if sentence.block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
            found[sentence.index] = number
        else:
            number += 1
    return found


_LOWER = (Level.DISTRICT, Level.COMMUNE)


def _units(text: Text, position: int) -> list[Told]:
    """The other districts and communes of the list of one."""
    if text.told[position].level not in _LOWER:
        return []
    return [other for other in _listed(text, position) if other.level in _LOWER]


def _total(text: Text, position: int) -> list[Told]:
    """The total that it is a part of."""
    total = text.links.get(text.told[position].count.index)
    return [other for other in text.told if other.count.index == total]


def _again(text: Text, position: int) -> list[Told]:
    """The same number in other sentences."""
    one = text.told[position].count
    return [
        other
        for other in text.told
        if other.count.number.value == one.number.value >= 3
        and other.count.sentence is not one.sentence
    ]


def _opens(text: Text, position: int) -> bool:
    """Whether it stands in a headline, or first of the body."""
    heads = sum(o.count.sentence.block.kind is BlockKind.TITLE for o in text.told)
    return position <= heads


def _alone(text: Text, position: int) -> bool:
    return not any(others(text, position) for others in (_listed, _total, _again))


_SPOTS: dict[str, Callable[[Text, int], bool]] = {
    "anywhere": lambda _text, _position: True,
    "in the headline, or first of the body": _opens,
    "alone: in none of the following": _alone,
}
_BESIDE: dict[str, Others] = {
    "in a list: the other numbers of its sentence, items, table or total": _listed,
    "in a list of districts or communes: the other units": _units,
    "part of a total: the total": _total,
    "told again: the same number in other sentences": _again,
}
