"""What a count takes from its neighbours: its total, the count before, the first of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.choice import Choice
from extract.claims.counts import Count
from extract.claims.kind_signs import LISTED, has_own_cue
from extract.claims.parts import Link
from extract.claims.scene import Scene
from extract.model import Kind

_RUN = re.compile(r"[^.;:()]{0,45}")


def of_neighbours(
    scene: Scene,
    counts: list[Count],
    position: int,
    links: dict[int, Link],
    chosen: dict[int, Choice[Kind]],
) -> Iterator[str]:
    """What the total and the count before were read as.

    ``plain`` marks a count whose own clause has no firm cue: only then is a list, a split
    or a sentence likely to go on in the kind that it began with.
    """
    count = counts[position]
    plain = "" if has_own_cue(count) else ".plain"
    link = links.get(count.index)
    if link is not None and link.parent in chosen:
        yield f"part_of.{link.by}{plain}={chosen[link.parent].value}"
    previous = counts[position - 1] if position else None
    if previous is None or previous.index not in chosen:
        return
    kind = chosen[previous.index].value
    narrow = ".narrow" if _names_a_lower_unit(count) else ""
    yield f"last{narrow}{plain}={kind}"
    if counts[0].index in chosen:
        yield f"lead{narrow}{plain}={chosen[counts[0].index].value}"
    if previous.sentence is count.sentence:
        yield f"same_sentence{plain}={kind}"
        if count.bare:
            yield f"bare_run{plain}={kind}"
        if _RUN.fullmatch(scene.words(previous.end, count.start)):
            yield f"same_run{plain}={kind}"
    elif count.sentence.index - previous.sentence.index <= 1:
        same = previous.sentence.paragraph == count.sentence.paragraph
        yield f"{'paragraph' if same else 'above'}{plain}={kind}"
        if count.sentence.block.kind in LISTED and previous.sentence.block.kind in LISTED:
            yield f"list{plain}={kind}"


def _names_a_lower_unit(count: Count) -> bool:
    """Whether a district or commune stands before the count in its sentence."""
    return any(end <= count.start for end in count.sentence.lower_unit_ends)
