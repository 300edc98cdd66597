"""Times told before that a count may go on with: its total's, and those of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from extract.claims.counts import Count
from extract.claims.draft import Draft
from extract.claims.parts import Link
from extract.claims.place_meaning import Where
from extract.claims.time_pool import group
from extract.claims.times import Told, When
from extract.mentions.dates import DateValue, Shape
from extract.model import Kind, Level


def told_before(
    count: Count, kind: Kind, link: Link | None, drafts: Sequence[Draft], home: str | None = None
) -> Told:
    """Times that a count may go on with: its total's, and those of the counts before it.

    ``home`` is the province of the count: news of several provinces date each for itself.
    """
    found: list[tuple[str, When]] = []
    for draft in drafts:
        if link is not None and draft.count.index == link.parent:
            same = "" if group(draft.kind.value) == group(kind) else ".other"
            found.append((f"part_of.{link.by}{same}", draft.when))
    alike = [d for d in drafts if group(d.kind.value) == group(kind)]
    if drafts:
        previous = drafts[-1]
        name = _nearness(count, previous)
        if previous.kind.value is kind:
            name += ".alike"
        elif not (alike and alike[-1] is previous):
            name += ".other"
        found.append((name, previous.when))
        if home is not None and province_of(previous.places) not in (None, home):
            found.append((f"elsewhere.{_nearness(count, previous).split('.')[0]}", previous.when))
    if alike and alike[-1] is not drafts[-1]:
        found.append((f"last.{_nearness(count, alike[-1])}", alike[-1].when))
    twin = next((d for d in reversed(alike) if _is_same(d.count, count)), None)
    if twin is not None:
        found.append(("twin", twin.when))
    same_kind = next((d for d in reversed(drafts) if d.kind.value is kind), None)
    if same_kind is not None and same_kind is not drafts[-1]:
        found.append(("last.kind", same_kind.when))
    return tuple(found)


def province_of(places: Sequence[Where]) -> str | None:
    """The province that all places of a count lie in, or are."""
    found = {where.place.province or where.place.name for where in places}
    found -= {None} if all(where.place.level is not Level.NATION for where in places) else found
    return found.pop() if len(found) == 1 else None


def _is_same(one: Count, other: Count) -> bool:
    """Whether a number is told again; small ones repeat by chance."""
    return one.number.value == other.number.value and one.number.value > 12


def _nearness(count: Count, previous: Draft) -> str:
    """How far back a count stands, and whether a new date was told since."""
    gap = count.sentence.index - previous.count.sentence.index
    since = previous.count.end if gap == 0 else count.sentence.start
    dated = any(
        since <= m.span.start < count.start
        for m in count.sentence.dates
        if isinstance(m.value, DateValue) and m.value.shape not in (Shape.TIME, Shape.DURATION)
    )
    if gap == 0:
        name = "sentence"
    elif previous.count.sentence.paragraph == count.sentence.paragraph:
        name = "paragraph"
    else:
        name = "line" if gap <= 2 else "far"
    return f"{name}.dated" if dated else name
