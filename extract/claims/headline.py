"""A headline tells the body's news in fewer words: what it leaves out, the body says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.claims.times import group
from extract.model import BlockKind, Level

if TYPE_CHECKING:
    from extract.claims.draft import Draft

NEAR = 0.02  # share of a headline's number by which rounding or a slip sets it off


def follow_body(drafts: list[Draft]) -> list[Draft]:
    """Give headline counts the kind, stars, place and time of the same number below."""
    body = [d for d in drafts if not _is_head(d)]
    return [_completed(d, body) if _is_head(d) else d for d in drafts]


def _is_head(draft: Draft) -> bool:
    sentence = draft.count.sentence
    return sentence.block.kind is BlockKind.TITLE


def _completed(head: Draft, body: list[Draft]) -> Draft:
    twin = next((d for d in body if _is_twin(head, d)), None)
    if twin is None:
        return _dated(head, body)
    named = head.stars.span is not None
    places = twin.places if _narrower(head, twin) else head.places
    return replace(
        head,
        kind=twin.kind,
        stars=head.stars if named else twin.stars,
        potential=head.potential if named else twin.potential,
        when=twin.when,
        paper=twin.paper,
        places=places,
    )


def _is_twin(head: Draft, other: Draft) -> bool:
    """The same number with classes that do not contradict."""
    a, b = head.count.number, other.count.number
    if (a.value, a.high) != (b.value, b.high) or a.value == 0:
        return False
    if head.stars.span is None or other.stars.span is None:
        return True
    return bool(set(head.stars.value.stars) & set(other.stars.value.stars))


def _dated(head: Draft, body: list[Draft]) -> Draft:
    """A headline that prints no day has the day of nearly the same number of the body.

    "Tỉnh A có 230 sản phẩm" over "Tính đến 30/6, toàn tỉnh có 228 sản phẩm": a rounded number or
    a slip, told for one day, and not a growth between 30/6 and the day of publication.
    """
    if head.when.span is not None or group(head.kind.value) != "stock":
        return head
    names = [w.place.name for w in head.places]
    like = (
        d
        for d in body
        if d.kind.value is head.kind.value
        and abs(d.count.number.value - head.count.number.value) <= NEAR * head.count.number.value
        and d.stars.value.stars == head.stars.value.stars
        and [w.place.name for w in d.places] == names
    )
    same = next(like, None)
    return head if same is None else replace(head, when=same.when)


def _narrower(head: Draft, twin: Draft) -> bool:
    """Whether the body knows the place better than the headline does."""
    if len(head.places) != 1 or len(twin.places) != 1:
        return False
    ours, theirs = head.places[0], twin.places[0]
    if ours.place.name is None:
        return True
    return ours.span is None and theirs.place.level in (Level.DISTRICT, Level.COMMUNE)
