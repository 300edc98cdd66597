"""From a document to its claims: every count with its stars, kind, place, time, paper."""

from __future__ import annotations

from dataclasses import replace

from extract.claims.advice import Advised
from extract.claims.choice import ByWeights, Choice, Decide
from extract.claims.counts import Count, find_counts
from extract.claims.draft import Draft
from extract.claims.from_draft import claims_of_draft
from extract.claims.headline import follow_body
from extract.claims.hearing import NOTHING_HEARD, Heard
from extract.claims.kinds import choose_kinds
from extract.claims.moments import Timeline
from extract.claims.paper_act import corrects, recognises, recognises_in_table
from extract.claims.papers import heading_paper, near_papers, nearest, of_article, with_own_role
from extract.claims.parts import Link, link_parts
from extract.claims.place_meaning import Where
from extract.claims.places import choose_places
from extract.claims.potential import is_potential
from extract.claims.scene import Scene
from extract.claims.star_batches import settle_batches
from extract.claims.stars import choose_stars
from extract.claims.stars_farther import Farther
from extract.claims.sums import sums_of
from extract.claims.tabulated import tabulated
from extract.claims.time_told import province_of, told_before
from extract.claims.times import FLOWS, When, choose_time, group, headline_batch
from extract.claims.weights import ALONE, WEIGHTS
from extract.mentions.stars import StarValue
from extract.model import (
    Claim,
    DecisionRef,
    Kind,
    Role,
)

READING = ByWeights(WEIGHTS)
"""How choices are made beside the second reader."""
READING_ALONE = ByWeights(ALONE)
"""How they are made where there is none."""


def claims_of(
    scene: Scene,
    refs: tuple[DecisionRef, ...],
    decide: Decide = READING,
    heard: Heard = NOTHING_HEARD,
) -> list[Claim]:
    """The claims of a document in the order of its text."""
    return _linked(built_claims(scene, refs, decide, heard))


def built_claims(
    scene: Scene,
    refs: tuple[DecisionRef, ...],
    decide: Decide = READING,
    heard: Heard = NOTHING_HEARD,
) -> list[tuple[Draft, Claim]]:
    """Every claim with its draft, repeats included; one decision ``right`` is taken for each."""
    drafts = follow_body(draft(scene, refs, decide, heard))
    content = scene.document.content_digest()
    return [(d, c) for d in drafts for c in claims_of_draft(scene, d, content, decide)]


def draft(
    scene: Scene,
    refs: tuple[DecisionRef, ...],
    decide: Decide = READING,
    heard: Heard = NOTHING_HEARD,
) -> list[Draft]:
    """Every choice for every count of the text, in its order.

    ``heard`` is what the second reader makes of the numbers; where it is empty the rules
    read alone.
    """
    decide = Advised(decide, heard)
    refs = with_own_role(scene, of_article(scene, refs))
    counts = find_counts(scene, decide)
    links = link_parts(scene, counts)
    far = Farther(scene, counts, links)
    stars = choose_stars(scene, counts, links, far, decide)
    kinds = choose_kinds(scene, counts, links, stars, decide)
    stars = settle_batches(counts, links, stars, kinds, far, decide)
    places = choose_places(scene, counts, links, decide)
    told = _with_times(scene, counts, stars, kinds, places, links, refs, decide)
    tables = (_of_table(scene, draft, refs) for draft in tabulated(scene, told, refs, decide))
    drafts = [d for d in (*told, *tables) if not corrects(scene, d.count, d.kind.value)]
    sums = sums_of(drafts)
    drafts = [
        replace(d, opinion=heard.get(d.count.start), adds_up=sums.get(d.count.index))
        for d in drafts
    ]
    return sorted(drafts, key=lambda d: d.count.start)


def _with_times(
    scene: Scene,
    counts: list[Count],
    stars: dict[int, Choice[StarValue]],
    kinds: dict[int, Choice[Kind]],
    places: dict[int, list[Where]],
    links: dict[int, Link],
    refs: tuple[DecisionRef, ...],
    decide: Decide,
) -> list[Draft]:
    """Walk the text in order, carrying the batch that it is telling."""
    batch = headline_batch(scene)
    timeline = Timeline.of(scene)
    paper: DecisionRef | None = None
    head = heading_paper(scene, refs)
    if head is not None:
        batch = replace(batch, as_of=head.date, anchor="decision")
        paper = head if head.role is Role.RECOGNITION and head.number else None
    drafts: list[Draft] = []
    for count in counts:
        kind = kinds[count.index].value
        own = nearest(refs, count, kind)
        if own is not None:
            paper = own
        tied = own or _carried(paper, count, kind)
        home = province_of(places[count.index])
        told = told_before(count, kind, links.get(count.index), drafts, home)
        papers = near_papers(refs, count, kind, paper, head)
        when = choose_time(timeline, count, kind, papers, batch, told, decide, home)
        if tied is not None and own is None and not _same_time(when, tied):
            tied = None
        if head is not None and _is_own(own, head):
            tied, when = _of_own_paper(scene, count, kind, tied, when, head)
        if kind in FLOWS:
            batch = When(
                when.as_of or batch.as_of, when.anchor, when.period or batch.period, when.round
            )
        elif group(kind) == "file" and when.as_of:
            batch = replace(batch, period=when.period or batch.period)
        drafts.append(
            Draft(
                count,
                stars[count.index],
                is_potential(scene, count, stars[count.index], kind, decide),
                kinds[count.index],
                tuple(places[count.index]),
                when,
                tied,
                links.get(count.index),
            )
        )
    return drafts


def _carried(paper: DecisionRef | None, count: Count, kind: Kind) -> DecisionRef | None:
    """The decision told before, for a flow that has no other time of its own."""
    if paper is None or kind not in FLOWS:
        return None
    return paper if paper.span.start < count.start else None


def _of_own_paper(
    scene: Scene, count: Count, kind: Kind, tied: DecisionRef | None, when: When, head: DecisionRef
) -> tuple[DecisionRef | None, When]:
    """What a paper recognises bears its number and day; what it takes back, others gave."""
    if recognises(scene, count, kind):
        return (head if head.number else None), _signed(when, head)
    if scene.decision is not None and kind is Kind.WITHDRAWN and tied is not None:
        return (None if tied.number == head.number else tied), when
    return tied, when


def _of_table(scene: Scene, draft: Draft, refs: tuple[DecisionRef, ...]) -> Draft:
    """A figure of a table with the paper that the document is, if it tells of its batch."""
    head = heading_paper(scene, refs)
    if head is None or not _is_own(draft.paper, head):
        return draft
    if draft.own_batch:
        when = _of_own_batch(scene, _signed(draft.when, head))
        return replace(draft, paper=head if head.number else None, when=when)
    if recognises_in_table(scene, draft.count):
        return draft
    told = (draft.paper, draft.when, head)
    paper, when = _of_own_paper(scene, draft.count, draft.kind.value, *told)
    return replace(draft, paper=paper, when=when)


def _of_own_batch(scene: Scene, when: When) -> When:
    """The time with the period and round of the paper; one year of several may be told."""
    own = scene.decision
    if own is None:
        return when
    several = own.period is None or "/" in own.period
    period = (when.period or own.period) if several else own.period
    return replace(when, period=period, round=when.round or own.round)


def _is_own(told: DecisionRef | None, head: DecisionRef) -> bool:
    """Whether a sentence names no other recognising decision than the paper itself."""
    return told is None or told.number == head.number


def _signed(when: When, paper: DecisionRef) -> When:
    """The day of the paper that recognises: what it recognises is as of that day."""
    if when.as_of == paper.date:
        return when
    return replace(when, as_of=paper.date, anchor="decision", span=None)


def _same_time(when: When, paper: DecisionRef) -> bool:
    return when.anchor == "decision" or (paper.date is not None and when.as_of == paper.date)


def _linked(built: list[tuple[Draft, Claim]]) -> list[Claim]:
    """Drop literal repeats and point every part at the claim of its total."""
    by_count = {d.count.index: c.claim_id for d, c in reversed(built)}
    seen: set[str] = set()
    claims: list[Claim] = []
    for draft, claim in built:
        if claim.claim_id in seen:
            continue
        seen.add(claim.claim_id)
        parent = by_count.get(draft.link.parent) if draft.link else None
        claims.append(replace(claim, part_of=parent) if parent else claim)
    return claims
