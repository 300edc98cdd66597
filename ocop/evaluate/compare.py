"""Compares one reading with its labels: right, missed and false claims, and why.

Strict identity of a claim is place (level, name, regime), count, star set and kind.
Claims that are equal in it are one claim, however often the text prints them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from extract.model import Kind, Level
from ocop.evaluate.equality import place_name, same_field
from ocop.evaluate.gold import GoldDocument, Statement
from ocop.evaluate.papers import PaperComparison, compare_papers
from ocop.evaluate.predict import Prediction

TABLE_LEVELS = frozenset({Level.PROVINCE, Level.NATION})
RESULT_KINDS = frozenset(
    {
        Kind.NEW,
        Kind.RE_RECOGNISED,
        Kind.UPGRADED,
        Kind.CUMULATIVE,
        Kind.IN_FORCE,
        Kind.EXPIRED,
        Kind.WITHDRAWN,
    }
)
COMPARED_FIELDS = ("comparator", "as_of", "period", "round", "decision")


@dataclass(frozen=True, slots=True)
class Key:
    """What makes two claims the same claim."""

    level: Level
    name: str | None
    regime: int
    count: int
    count_high: int | None
    stars: tuple[int, ...]
    potential5: bool
    kind: Kind

    @property
    def place(self) -> tuple[Level, str | None, int]:
        """The place alone."""
        return self.level, self.name, self.regime

    @property
    def enters_table(self) -> bool:
        """Whether the national table takes such a claim."""
        return self.level in TABLE_LEVELS and self.kind in RESULT_KINDS

    def differences(self, other: Key) -> tuple[str, ...]:
        """Names of the fields in which two keys differ."""
        names = (field.name for field in fields(self))
        return tuple(name for name in names if getattr(self, name) != getattr(other, name))


@dataclass(frozen=True, slots=True)
class Merged:
    """All printings of one claim in one document."""

    key: Key
    printings: tuple[Statement, ...]

    def overlaps(self, other: Merged) -> bool:
        """Whether a printing of one shares text with a printing of the other."""
        return any(
            mine.start < theirs.end and theirs.start < mine.end
            for mine in self.printings
            for theirs in other.printings
        )


@dataclass(frozen=True, slots=True)
class Right:
    """A claim that both sides made, and the unscored fields in which they differ."""

    gold: Merged
    predicted: Merged
    wrong_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A missed and a false claim at the same place in the text."""

    gold: Merged
    predicted: Merged
    differs: tuple[str, ...]


class Cause(StrEnum):
    """Why a claim is missed or false.

    ``misread``: the other side has a claim at the same place in the text, with other
    fields. ``beside``: the claim at this place is right and this one stands beside it.
    ``alone``: the other side has nothing at this place.
    """

    MISREAD = "misread"
    BESIDE = "beside"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One document: ``missed`` and ``false`` include those that ``near`` pairs up.

    ``taken_as_result`` are the false claims that would put a plan, or another place's
    number, into the table.
    """

    document: GoldDocument
    prediction: Prediction
    right: tuple[Right, ...]
    missed: tuple[Merged, ...]
    false: tuple[Merged, ...]
    near: tuple[Near, ...]
    taken_as_result: tuple[Merged, ...]
    papers: PaperComparison

    def cause(self, claim: Merged) -> Cause:
        """Why ``claim``, one of ``missed`` or ``false``, is wrong."""
        if any(claim in (pair.gold, pair.predicted) for pair in self.near):
            return Cause.MISREAD
        right = (side for pair in self.right for side in (pair.gold, pair.predicted))
        return Cause.BESIDE if any(side.overlaps(claim) for side in right) else Cause.ALONE

    @property
    def is_clean(self) -> bool:
        """Whether nothing at all is wrong."""
        fields_right = not any(pair.wrong_fields for pair in self.right)
        claims_right = fields_right and not (self.missed or self.false)
        return claims_right and self.papers.is_clean and not self.prediction.failure


def compare(document: GoldDocument, prediction: Prediction) -> Comparison:
    """Compare a prediction with the labels of its document."""
    gold, predicted = merge(document.claims), merge(prediction.claims)
    missed = tuple(claim for key, claim in gold.items() if key not in predicted)
    false = tuple(claim for key, claim in predicted.items() if key not in gold)
    return Comparison(
        document=document,
        prediction=prediction,
        right=tuple(_right(gold[key], predicted[key]) for key in gold if key in predicted),
        missed=missed,
        false=false,
        near=_near(missed, false),
        taken_as_result=tuple(claim for claim in false if _taken_as_result(claim.key, gold)),
        papers=compare_papers(document.decisions, prediction.decisions),
    )


def merge(claims: Iterable[Statement]) -> dict[Key, Merged]:
    """Merge equal claims, in the order of the text."""
    groups: dict[Key, list[Statement]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.end)):
        groups.setdefault(key_of(claim), []).append(claim)
    return {key: Merged(key, tuple(printings)) for key, printings in groups.items()}


def key_of(claim: Statement) -> Key:
    """The strict identity of a claim."""
    return Key(
        claim.level,
        place_name(claim.name),
        claim.regime,
        claim.count,
        claim.count_high,
        claim.stars,
        claim.potential5,
        claim.kind,
    )


def _right(gold: Merged, predicted: Merged) -> Right:
    # Every printing that the reader gave must agree with some label: a wrong date in one
    # of two printings would reach the table too.
    wrong = tuple(
        name
        for name in COMPARED_FIELDS
        if not all(
            any(same_field(name, label, said) for label in gold.printings)
            for said in predicted.printings
        )
    )
    return Right(gold, predicted, wrong)


def _near(missed: Sequence[Merged], false: Sequence[Merged]) -> tuple[Near, ...]:
    """Pair missed and false claims that share text, those with fewest differences first."""
    candidates = sorted(
        (len(gold.key.differences(said.key)), i, j)
        for i, gold in enumerate(missed)
        for j, said in enumerate(false)
        if gold.overlaps(said)
    )
    pairs: dict[int, int] = {}
    for _, i, j in candidates:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return tuple(
        Near(missed[i], false[j], missed[i].key.differences(false[j].key))
        for i, j in sorted(pairs.items())
    )


def _taken_as_result(said: Key, gold: dict[Key, Merged]) -> bool:
    """Whether a false result has the number of a plan or of another place."""
    return said.enters_table and any(
        (label.count, label.count_high) == (said.count, said.count_high)
        and (label.kind not in RESULT_KINDS or label.place != said.place)
        for label in gold
    )
