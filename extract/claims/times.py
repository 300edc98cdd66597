"""When: the time that a count is told for, its assessment period and its batch.

Flows (new, renewed, upgraded) belong to the day of the decision, else of the ceremony or
announcement, else to the month or year told; stocks to the day told, else to the day of
publication; targets to their deadline. What the text does not support stays None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.parts import Link
from extract.claims.scene import GOES_ON, Scene, Sentence
from extract.mentions.dates import Anchors, DateValue, Edge, Shape, TimeRole, complete, resolve
from extract.model import BlockKind, Kind, Mention, Role, Span

if TYPE_CHECKING:
    from extract.claims.draft import Draft

FLOWS = frozenset({Kind.NEW, Kind.RE_RECOGNISED, Kind.UPGRADED, Kind.WITHDRAWN})
STOCKS = frozenset({Kind.CUMULATIVE, Kind.IN_FORCE, Kind.EXPIRED})
AIMS = frozenset({Kind.TARGET, Kind.FORECAST})


@dataclass(frozen=True, slots=True)
class When:
    """The time of a count: EDTF ``as_of`` with its anchor, ``period`` and ``round``."""

    as_of: str | None = None
    anchor: str | None = None
    period: str | None = None
    round: int | None = None
    span: Span | None = None
    probability: float = 0.5


def group(kind: Kind) -> str:
    """The family of a kind as far as its time goes."""
    if kind in FLOWS:
        return "flow"
    if kind in STOCKS:
        return "stock"
    return "aim" if kind in AIMS else "file"


def choose_time(
    scene: Scene,
    count: Count,
    kind: Kind,
    decision_date: str | None,
    batch: When,
    told: tuple[tuple[str, When], ...],
    decide: Decide,
) -> When:
    """The time of one count, from its sentence, the ones before, and the batch.

    Args:
        scene: The document.
        count: The count.
        kind: Its kind, already chosen.
        decision_date: Date of the recognising decision tied to it, if any.
        batch: The time of the batch that the text is telling (period, round, day).
        told: Times of the total and of the count before, by how they are related.
        decide: Who decides.
    """
    family = group(kind)
    period = _period(scene, count, kind, batch) or next((w.period for _, w in told), None)
    anchors = Anchors(_published(scene), None, period)
    nothing: tuple[str | None, str | None] = (None, None)
    none = {f"{family}.none": 1.0}
    if any(_is_range(m) for m in count.sentence.dates):
        none[f"{family}.none.range_told"] = 1.0
    candidates = [Candidate(nothing, none)]
    candidates += _from_dates(scene, count, family, anchors)
    if decision_date and family in ("flow", "file"):
        candidates.append(Candidate((decision_date, "decision"), {f"{family}.decision": 1.0}))
    if batch.as_of and family in ("flow", "file"):
        candidates.append(Candidate((batch.as_of, batch.anchor), {f"{family}.batch": 1.0}))
    if period and len(period) == 4 and family != "stock":
        candidates.append(Candidate((period, "period"), {f"{family}.period": 1.0}))
    for name, when in told:
        inherited = Candidate((when.as_of, when.anchor), {f"{family}.told.{name}": 1.0}, when.span)
        candidates.append(inherited)
    if anchors.published and family == "stock":
        candidates.append(Candidate((anchors.published, "publication"), {"stock.published": 1.0}))
    best: Choice[tuple[str | None, str | None]] = decide("time", count, candidates)
    number = _round(count, period, batch) if family in ("flow", "file") else None
    as_of, anchor = best.value
    return When(as_of, anchor, period, number, best.span, best.probability)


def told_before(
    count: Count, kind: Kind, link: Link | None, drafts: Sequence[Draft]
) -> tuple[tuple[str, When], ...]:
    """Times that a count may go on with: its total's, and those of the count before it."""
    found: list[tuple[str, When]] = []
    for draft in drafts:
        same = group(draft.kind.value) == group(kind)
        if link is not None and draft.count.index == link.parent and same:
            found.append((f"part_of.{link.by}", draft.when))
    if drafts and group(drafts[-1].kind.value) == group(kind):
        previous = drafts[-1]
        gap = count.sentence.index - previous.count.sentence.index
        alike = ".alike" if previous.kind.value is kind else ""
        if gap == 0:
            found.append((f"sentence{alike}", previous.when))
        elif gap <= 2 and previous.count.sentence.paragraph == count.sentence.paragraph:
            found.append((f"paragraph{alike}", previous.when))
        elif gap <= 2:
            found.append((f"line{alike}", previous.when))
    return tuple(found)


def _published(scene: Scene) -> str | None:
    return scene.document.published.date if scene.document.published else None


def _from_dates(
    scene: Scene, count: Count, family: str, anchors: Anchors
) -> list[Candidate[tuple[str | None, str | None]]]:
    found: list[Candidate[tuple[str | None, str | None]]] = []
    own_period = family == "aim" and any(_is_range(m) for m in count.sentence.dates)
    for sentence, distance in _around(scene, count)[: 1 if own_period else None]:
        for mention in sentence.dates:
            value = mention.value
            if not isinstance(value, DateValue) or value.shape in (Shape.TIME, Shape.DURATION):
                continue
            if _dates_another_paper(sentence, mention):
                continue
            if family == "aim" and _is_range(mention):
                continue  # "giai đoạn 2021 - 2025" is a period, its end is no deadline
            text = resolve(value, anchors, future=family == "aim")
            if text is None or value.role in (TimeRole.HORIZON, TimeRole.CLOCK):
                continue
            features = _date_features(count, sentence, distance, mention, value, family)
            anchor = "publication" if value.shape in (Shape.NOW, Shape.RELATIVE) else "text"
            found.append(Candidate((text, anchor), features, mention.span))
    return found


def _around(scene: Scene, count: Count) -> list[tuple[Sentence, int]]:
    """The count's sentence, two before it in the paragraph, and the one above a list."""
    own = count.sentence
    goes_on = bool(GOES_ON.match(scene.words(own.start, own.end)))
    near = [(own, 0)]
    for back in (1, 2):
        if own.index >= back:
            above = scene.sentences[own.index - back]
            same = above.paragraph == own.paragraph
            if same or goes_on or own.block.kind is BlockKind.LIST_ITEM:
                near.append((above, back))
    return near


def _is_range(mention: Mention) -> bool:
    """Whether a date is a run of years."""
    return isinstance(mention.value, DateValue) and mention.value.shape is Shape.RANGE


def _dates_another_paper(sentence: Sentence, mention: Mention) -> bool:
    """Whether a date is that of a law, a plan or a letter ("490/QĐ-TTg ngày 7/5/2018")."""
    for paper in sentence.decisions:
        role = getattr(paper.value, "role", None)
        if role is not Role.RECOGNITION and 0 <= mention.span.start - paper.span.end <= 8:
            return True
    return False


def _date_features(
    count: Count,
    sentence: Sentence,
    distance: int,
    mention: Mention,
    value: DateValue,
    family: str,
) -> dict[str, float]:
    role = value.role.value if value.role else "plain"
    features = {f"{family}.role.{role}": 1.0, f"{family}.shape.{value.shape.value}": 1.0}
    if value.edge in (Edge.BY_END, Edge.END):
        features[f"{family}.by_end"] = 1.0
    if distance:
        features["far"] = float(distance)
        return features
    clause = sentence.clause_at(mention.span.start)
    if clause == count.clause:
        features["same_clause"] = 1.0
    if mention.span.start > count.end:
        features["after"] = 1.0
        if any(
            count.end < n.start < mention.span.start
            for n in sentence.numbers
            if n.noun == "product"
        ):
            features["after.crosses_count"] = 1.0
    gap = count.start - mention.span.end
    if gap >= 0:
        features["before.near"] = max(0.0, 1 - gap / 80)
    return features


# ── period and batch ─────────────────────────────────────────────────────────────────


def _period(scene: Scene, count: Count, kind: Kind, batch: When) -> str | None:
    """The assessment period: a year told as such in reach, else that of the batch."""
    family = group(kind)
    if family == "stock":
        return None
    best: tuple[float, str] | None = None
    for sentence, distance in _around(scene, count):
        for mention in sentence.dates:
            text = _period_of(scene, mention, family)
            if text is None:
                continue
            weight = _period_weight(scene, count, sentence, distance, mention)
            if best is None or weight > best[0]:
                best = (weight, text)
    if best is not None and best[0] > 0:
        return best[1]
    return batch.period if family in ("flow", "file") else None


def _period_of(scene: Scene, mention: Mention, family: str) -> str | None:
    value = mention.value
    if not isinstance(value, DateValue):
        return None
    if value.role in (TimeRole.HORIZON, TimeRole.COMPARISON, TimeRole.CLOCK, TimeRole.AS_OF):
        return None
    anchors = Anchors(_published(scene), None, None)
    full = complete(value, anchors, future=family == "aim")
    if full.year is None and value.shape is Shape.RELATIVE:
        told = resolve(value, anchors)
        return told if told and len(told) == 4 else None
    if value.shape is Shape.RANGE and value.role is not TimeRole.START:
        return full.edtf
    if value.shape is Shape.YEAR and full.year is not None:
        if value.role is TimeRole.DEADLINE or value.edge in (Edge.BY_END, Edge.END):
            return None
        return str(full.year)
    return None


def _period_weight(
    scene: Scene, count: Count, sentence: Sentence, distance: int, mention: Mention
) -> float:
    value = mention.value
    assert isinstance(value, DateValue)
    weight = 1.0 if value.role is TimeRole.PERIOD else 0.6
    if distance:
        return weight - 0.35 * distance - (0.2 if value.role is not TimeRole.PERIOD else 0)
    if sentence.clause_at(mention.span.start) == count.clause:
        weight += 0.6
    gap = count.start - mention.span.end
    if gap >= 0:
        weight += max(0.0, 0.5 - gap / 200)
    else:
        between = scene.words(count.end, mention.span.start)
        weight -= 0.25 + 0.3 * len(re.findall(r"sản phẩm", between))
    return weight


def _round(count: Count, period: str | None, batch: When) -> int | None:
    """The batch number: told before the count in its sentence, else the running batch's."""
    before = [m for m in count.sentence.rounds if m.span.start < count.start]
    own = before or list(count.sentence.rounds)
    for mention in reversed(own) if before else own:
        if isinstance(mention.value, tuple):
            return mention.value[0] if len(mention.value) == 1 else None
        if isinstance(mention.value, int):
            return mention.value
        numbers = getattr(mention.value, "numbers", None)
        if numbers:
            return int(numbers[0]) if len(numbers) == 1 else None
    return batch.round if period is None or period == batch.period else None


def headline_batch(scene: Scene) -> When:
    """Period and round told in the headline and the first sentences, for what inherits."""
    period: str | None = None
    number: int | None = None
    for sentence in scene.sentences[:3]:
        for mention in sentence.dates:
            value = mention.value
            told = isinstance(value, DateValue) and value.role is TimeRole.PERIOD
            if told and period is None:
                period = _period_of(scene, mention, "flow")
        if number is None and sentence.rounds and sentence.index < 2:
            value = sentence.rounds[0].value
            number = value if isinstance(value, int) else None
    return When(None, None, period, number)
