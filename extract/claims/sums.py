"""Whether the parts told of a total make the total: evidence, never a number.

Only parts of different star classes are added up: "gồm 5 sản phẩm 4 sao và 32 sản phẩm 3
sao". Parts that stay below their total say nothing, for a list need not be complete.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from extract.claims.draft import Draft


def sums_of(drafts: Sequence[Draft]) -> dict[int, bool]:
    """By index of the count: True where the parts make the total, False where they exceed it."""
    totals = {draft.count.index: draft for draft in drafts}
    parts: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.link is not None and draft.link.parent in totals:
            parts[draft.link.parent].append(draft)
    told: dict[int, bool] = {}
    for parent, together in parts.items():
        classes = [part.stars.value.stars for part in together]
        if len(together) < 2 or len(set(classes)) < len(classes):
            continue
        sum_, total = sum(p.count.number.value for p in together), totals[parent]
        if sum_ >= total.count.number.value:
            adds_up = sum_ == total.count.number.value
            told |= {d.count.index: adds_up for d in (total, *together)}
    return told
