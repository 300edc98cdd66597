"""The class of a batch for the numbers that tell it in parts, once their kinds are known.

"Tỉnh công nhận 108 sản phẩm 4 sao. Huyện A đứng đầu với 15 sản phẩm" tells the batch on;
"Đến nay huyện A có 48 sản phẩm" tells of the stock, which has all classes. The words beside
a number often leave that open, but its kind, and that of the number it goes on with, do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.parts import Link
from extract.claims.stars_farther import Farther, head_of_row
from extract.mentions.stars import StarValue
from extract.model import BlockKind, Kind

_FAMILY = {
    Kind.NEW: "flow",
    Kind.RE_RECOGNISED: "flow",
    Kind.UPGRADED: "flow",
    Kind.CUMULATIVE: "stock",
    Kind.IN_FORCE: "stock",
    Kind.EXPIRED: "ended",
    Kind.WITHDRAWN: "ended",
    Kind.TARGET: "aim",
    Kind.FORECAST: "aim",
    Kind.ASSESSED: "file",
    Kind.PROPOSED: "file",
    Kind.REGISTERED: "file",
}


def settle_batches(
    counts: list[Count],
    links: dict[int, Link],
    stars: Mapping[int, Choice[StarValue]],
    kinds: Mapping[int, Choice[Kind]],
    far: Farther,
    decide: Decide,
) -> dict[int, Choice[StarValue]]:
    """Choose again the classes of counts that have none named in their own sentence."""
    settled = dict(stars)
    for position, count in enumerate(counts):
        span = stars[count.index].span
        if span is not None and count.sentence.start <= span.start < count.sentence.end:
            continue
        candidates = [
            _with_kinds(candidate, counts, position, links, kinds)
            for candidate in far.of(position, settled)
        ]
        settled[count.index] = decide("batch", count, candidates)
    return settled


def _with_kinds(
    candidate: Candidate[StarValue],
    counts: list[Count],
    position: int,
    links: dict[int, Link],
    kinds: Mapping[int, Choice[Kind]],
) -> Candidate[StarValue]:
    name = next(iter(candidate.read))
    family = _FAMILY[kinds[counts[position].index].value]
    features = dict(candidate.read) | {f"{name}|{family}": 1.0}
    features |= {f"{n}|{family}": 1.0 for n in candidate.read if n.endswith(_BEARING)}
    source = next(_sources(name, candidate, counts, position, links), None)
    if source is not None:
        other = _FAMILY[kinds[source.index].value]
        alike = "alike" if other == family else "unlike"
        features[f"{name}.{alike}"] = 1.0
        features[f"{name}.{alike}|{family}"] = 1.0
    return Candidate(candidate.value, features, candidate.span)


_BEARING = (
    ".place_row",
    ".narrower_place",
    ".under",
    ".total",
    ".head_all",
    ".head_class",
    ".smaller",
)


def _sources(
    name: str,
    candidate: Candidate[StarValue],
    counts: list[Count],
    position: int,
    links: dict[int, Link],
) -> Iterator[Count]:
    """The count that a candidate takes its class from."""
    count = counts[position]
    link = links.get(count.index)
    if name.startswith("part_of") and link is not None:
        yield from (c for c in counts if c.index == link.parent)
    elif name in ("same_sentence", "before"):
        yield counts[position - 1]
    elif name in ("headline", "title"):
        yield from (c for c in counts[:position] if c.sentence.block.kind is BlockKind.TITLE)
    elif name in ("row_head", "none_named"):
        head = head_of_row(counts, position)
        if head is not None:
            yield head
    elif candidate.span is not None:
        at = candidate.span.start
        yield from (c for c in counts if c.sentence.start <= at < c.sentence.end)
