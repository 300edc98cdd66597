"""What a count says: new, cumulative, a target … chosen among the twelve kinds.

A kind is described by the cues around the number, each named with the place where it
stands: right after the noun ("7 sản phẩm hết hạn"), right before the number ("công nhận
lại 12 sản phẩm"), in the clause, earlier or later in the sentence, beyond another count,
in the heading above, in the headline. A part leans on its total, a sentence without a
word of its own on the count before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.parts import Link
from extract.claims.scene import Scene, Sentence
from extract.mentions.cues import CueValue, find_cues
from extract.mentions.dates import DateValue, Edge, Shape, TimeRole
from extract.mentions.stars import StarValue
from extract.model import BlockKind, Comparator, Kind, Mention, Span

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 14


def choose_kinds(
    scene: Scene,
    counts: list[Count],
    links: dict[int, Link],
    stars: dict[int, Choice[StarValue]],
    decide: Decide,
) -> dict[int, Choice[Kind]]:
    """The kind of each count, by index; totals are read before their parts."""
    chosen: dict[int, Choice[Kind]] = {}
    shared = frozenset(_of_document(scene))
    for position, count in sorted(
        enumerate(counts), key=lambda pair: (_depth(links, pair[1].index), pair[0])
    ):
        names = [*shared, *_of_count(scene, counts, position, stars)]
        names += _of_neighbours(scene, counts, position, links, chosen)
        spans = _spans(count)
        candidates = [Candidate(kind, _features(kind, names), spans.get(kind)) for kind in Kind]
        chosen[count.index] = decide("kind", count, candidates)
    return chosen


def _spans(count: Count) -> dict[Kind, Span]:
    """For each kind the nearest cue of the sentence that speaks for it."""
    nearest: dict[Kind, tuple[int, Span]] = {}
    for cue in count.sentence.cues:
        if isinstance(cue.value, CueValue):
            distance = max(cue.span.start - count.end, count.start - cue.span.end, 0)
            known = nearest.get(cue.value.kind)
            if known is None or distance < known[0]:
                nearest[cue.value.kind] = (distance, cue.span)
    return {kind: span for kind, (_, span) in nearest.items()}


_KINDS = frozenset(kind.value for kind in Kind)


def _features(kind: Kind, names: list[str]) -> dict[str, float]:
    """Features of one kind: each name as it bears on this kind, and shared by all kinds.

    A word or a date bears on every kind in its own way ("target|left=có"). What names a
    kind, such as ``part_of.words=target``, speaks for that kind alone, twice: as
    "target|part_of.words" and as "agrees.part_of.words", whose one weight all kinds share,
    so that what is learned of lists of targets holds for lists of renewals too.
    """
    features: dict[str, float] = {}
    for name in names:
        said, _, value = name.partition("=")
        if value not in _KINDS:
            features[f"{kind}|{name}"] = 1.0
        elif value == kind.value:
            features[f"{kind}|{said}"] = 1.0
            features[f"agrees.{said}"] = 1.0
    return features


def _depth(links: dict[int, Link], index: int) -> int:
    depth = 0
    while index in links and depth < 9:
        index = links[index].parent
        depth += 1
    return depth


# ── what the neighbours were read as ─────────────────────────────────────────────────


def _of_neighbours(
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
    plain = "" if _has_own_cue(count) else ".plain"
    link = links.get(count.index)
    if link is not None and link.parent in chosen:
        yield f"part_of.{link.by}{plain}={chosen[link.parent].value}"
    previous = counts[position - 1] if position else None
    if previous is None or previous.index not in chosen:
        return
    kind = chosen[previous.index].value
    if previous.sentence is count.sentence:
        yield f"same_sentence{plain}={kind}"
        if count.bare:
            yield f"bare_run{plain}={kind}"
        if re.fullmatch(r"[^.;:()]{0,45}", scene.words(previous.end, count.start)):
            yield f"same_run{plain}={kind}"
    elif count.sentence.index - previous.sentence.index <= 1:
        same = previous.sentence.paragraph == count.sentence.paragraph
        yield f"{'paragraph' if same else 'above'}{plain}={kind}"
        if count.sentence.block.kind in _LISTED and previous.sentence.block.kind in _LISTED:
            yield f"list{plain}={kind}"


_LISTED = (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)


def _has_own_cue(count: Count) -> bool:
    """Whether a firm cue stands in the clause of the count."""
    return any(
        isinstance(cue.value, CueValue)
        and cue.value.strength == 3
        and count.sentence.clause_at(cue.span.start) == count.clause
        for cue in count.sentence.cues
    )


# ── what the words say ───────────────────────────────────────────────────────────────


def _of_document(scene: Scene) -> Iterator[str]:
    """Cues of the headline, which every count of the text may lean on."""
    yield "always"
    title = scene.document.title
    if title:
        folded = title.lower()
        for cue in find_cues(folded, folded):
            if isinstance(cue.value, CueValue):
                yield f"headline={cue.value.kind}"
    if not any(s.dates for s in scene.sentences):
        yield "no_dates"


def _of_count(
    scene: Scene, counts: list[Count], position: int, stars: dict[int, Choice[StarValue]]
) -> Iterator[str]:
    count = counts[position]
    same = [c for c in counts if c.sentence is count.sentence and c is not count]
    for cue in count.sentence.cues:
        if isinstance(cue.value, CueValue):
            where = _where(count, same, cue)
            yield f"{cue.value.kind}.{cue.value.name}@{where}"
            yield f"cue{cue.value.strength}@{where}={cue.value.kind}"
    yield from _nearest(count)
    yield from _of_intro(scene, count)
    yield from _of_words(scene, count)
    yield from _of_number(count, stars)
    yield from _of_heading(count)
    yield from _of_dates(scene, count)
    if position == 0 or counts[position - 1].sentence is not count.sentence:
        yield "first_of_sentence"
        yield from _of_sentence_before(scene, count)


def _where(count: Count, same: list[Count], cue: Mention) -> str:
    """Where a cue stands towards a count."""
    start, end = cue.span.start, cue.span.end
    clause = count.sentence.clause_at(start)
    if start >= count.start:
        if any(count.start < c.start < start for c in same):
            return "after.beyond"
        if clause == count.clause:
            return "after.near" if start - count.end <= _NEAR else "after.clause"
        return "after.other" if any(c.clause == clause for c in same) else "after.next"
    if any(end <= c.start < count.start for c in same):
        return "before.beyond"
    if clause == count.clause:
        return "before.near" if count.start - end <= _NEAR else "before.clause"
    return "before.sentence"


def _nearest(count: Count) -> Iterator[str]:
    """The firm cue right before the count in its sentence, and the one right after."""
    firm = [
        (cue.span, cue.value.kind)
        for cue in count.sentence.cues
        if isinstance(cue.value, CueValue) and cue.value.strength >= 3
    ]
    before = [kind for span, kind in firm if span.end <= count.start]
    after = [kind for span, kind in firm if span.start >= count.end]
    if before:
        yield f"nearest.before={before[-1]}"
        for kind in set(before[:-1]):
            yield f"farther.before={kind}"
    if after:
        yield f"nearest.after={after[0]}"


def _of_intro(scene: Scene, count: Count) -> Iterator[str]:
    """Cues of the line that introduces a list, and the last stock word of the text above."""
    index = count.sentence.index
    for back in range(index - 1, max(-1, index - 14), -1):
        above = scene.sentences[back]
        if scene.words(above.start, above.end).rstrip().endswith(":"):
            if count.sentence.block.kind in _LISTED or back == index - 1:
                for kind in _firm_kinds(above):
                    yield f"intro={kind}"
            break
    for back in range(index, max(-1, index - 8), -1):
        stocks = [k for k in _firm_kinds(scene.sentences[back], count.start) if k in _STOCK_KINDS]
        if stocks:
            yield f"last_stock={stocks[-1]}"
            break


_STOCK_KINDS = (Kind.CUMULATIVE, Kind.IN_FORCE, Kind.EXPIRED)


def _firm_kinds(sentence: Sentence, before: int | None = None) -> list[Kind]:
    return [
        cue.value.kind
        for cue in sentence.cues
        if isinstance(cue.value, CueValue)
        and cue.value.strength >= 2
        and (before is None or cue.span.start < before)
    ]


def _of_words(scene: Scene, count: Count) -> Iterator[str]:
    """The words that touch the count, and those of its clause."""
    sentence = count.sentence
    clause = sentence.clauses[count.clause] if sentence.clauses else None
    begin = clause.start if clause else sentence.start
    stop = clause.end if clause else sentence.end
    before = _WORD.findall(scene.words(begin, count.start))[-5:]
    after = _WORD.findall(scene.words(count.end, stop))[:5]
    if before:
        yield "left=" + before[-1]
        yield "left2=" + " ".join(before[-2:])
    if after:
        yield "right=" + after[0]
        yield "right2=" + " ".join(after[:2])
    for word in set(_WORD.findall(scene.words(begin, count.start))[-8:]):
        yield "before=" + word
    for word in set(_WORD.findall(scene.words(count.end, stop))[:8]):
        yield "after=" + word
    first = _WORD.findall(scene.words(sentence.start, count.start))[:2]
    if len(first) == 2:
        yield "opens=" + " ".join(first)


def _of_number(count: Count, stars: dict[int, Choice[StarValue]]) -> Iterator[str]:
    number = count.number
    if count.bare:
        yield "bare"
    if number.value == 0:
        yield "zero"
    if number.high is not None:
        yield "range"
    if number.of is not None:
        yield "x_of_y"
    if number.comparator is not Comparator.EXACT:
        yield f"comparator={number.comparator}"
    value = stars[count.index].value
    if value.moved_from is not None:
        yield "stars.moved"
    if value.potential:
        yield "stars.potential"
    if value.national:
        yield "stars.national"
    if value.stars == (5,):
        yield "stars.five"
    if set(value.stars) & {1, 2}:
        yield "stars.low"
    if count.sentence.decisions:
        yield "decision_in_sentence"
    if count.sentence.block.kind is BlockKind.TITLE:
        yield "in_title"


def _of_heading(count: Count) -> Iterator[str]:
    if count.sentence.heading:
        for cue in find_cues(count.sentence.heading, count.sentence.heading):
            if isinstance(cue.value, CueValue):
                yield f"heading={cue.value.kind}"


def _of_dates(scene: Scene, count: Count) -> Iterator[str]:
    published = scene.document.published
    this_year = int(published.date[:4]) if published else None
    for mention in count.sentence.dates:
        value = mention.value
        if not isinstance(value, DateValue) or value.shape in (Shape.TIME, Shape.DURATION):
            continue
        side = "after" if mention.span.start > count.start else "before"
        role = value.role or "plain"
        yield f"date.{value.shape}.{role}@{side}"
        yield f"date.{role}@{side}"
        if count.sentence.clause_at(mention.span.start) == count.clause:
            yield f"date.{role}@clause"
        year = value.year_end or value.year
        if this_year and year and year > this_year:
            yield f"date.future@{side}"
        if this_year and year and year < this_year:
            yield f"date.past@{side}"
        if value.edge in (Edge.BY_END, Edge.END):
            yield f"date.by_end@{side}"
        if value.shape is Shape.RANGE and value.role is not TimeRole.HORIZON:
            yield f"date.range@{side}"


def _of_sentence_before(scene: Scene, count: Count) -> Iterator[str]:
    """Firm cues of the sentence before, in the same paragraph."""
    index = count.sentence.index
    if index == 0:
        return
    above: Sentence = scene.sentences[index - 1]
    if above.paragraph != count.sentence.paragraph:
        return
    for cue in above.cues:
        if isinstance(cue.value, CueValue) and cue.value.strength >= 2:
            yield f"sentence_before={cue.value.kind}"
