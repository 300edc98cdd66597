"""What the words around a count say of its kind, as named features.

Each cue is named with the place where it stands: right after the noun ("7 sản phẩm hết
hạn"), right before the number ("công nhận lại 12 sản phẩm"), in the clause, earlier or
later in the sentence, beyond another count, in the heading above, in the headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.choice import Choice
from extract.claims.counts import Count
from extract.claims.paper_act import of_act
from extract.claims.scene import GOES_ON, Scene
from extract.claims.sentence import Sentence
from extract.mentions.cues import CueValue, find_cues
from extract.mentions.dates import DateValue, Edge, Shape, TimeRole
from extract.mentions.stars import StarValue
from extract.model import BlockKind, Comparator, Kind, Span

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 14
LISTED = (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)


def is_told(count: Count) -> bool:
    """Whether a firm cue before the count, or in its clause, tells its kind on the spot."""
    return has_own_cue(count) or any(
        cue.strength == 3 and span.end <= count.start for span, cue in count.sentence.told_kinds
    )


def has_own_cue(count: Count) -> bool:
    """Whether a firm cue stands in the clause of the count."""
    sentence = count.sentence
    return any(
        cue.strength == 3 and sentence.clause_at(span.start) == count.clause
        for span, cue in sentence.told_kinds
    )


def of_document(scene: Scene) -> Iterator[str]:
    """Cues of the headline, which every count of the text may lean on."""
    yield "always"
    title = scene.document.title
    if title:
        folded = title.lower()
        yield from _named_by("headline", folded)
        if _LASTING.search(folded):
            yield "headline.duration"
    if not any(s.dates for s in scene.sentences):
        yield "no_dates"


_LASTING = re.compile(
    r"(?:sau|qua|hơn|gần) (?:gần |hơn )?(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy) năm"
)


def of_count(
    scene: Scene, counts: list[Count], position: int, stars: dict[int, Choice[StarValue]]
) -> Iterator[str]:
    """Names of everything that the words around one count say of its kind."""
    count = counts[position]
    same = [c for c in counts if c.sentence is count.sentence and c is not count]
    for span, cue in count.sentence.told_kinds:
        where = _where(count, same, span)
        yield f"{cue.kind}.{cue.name}@{where}"
        yield f"cue{cue.strength}@{where}={cue.kind}"
    yield from _nearest(count)
    yield from _governing(scene, count)
    yield from _after_run(scene, count, same)
    yield from _of_intro(scene, count)
    yield from of_act(scene, count)
    yield from _of_words(scene, count)
    yield from _of_number(count, stars)
    heading = count.sentence.heading
    if heading:
        yield from scene.once(("heading", heading), lambda: _named_by("heading", heading))
    yield from _of_dates(scene, count)
    if not _time_is_near(scene, count):
        yield "no_time_near"
    if position == 0 or counts[position - 1].sentence is not count.sentence:
        yield "first_of_sentence"
        yield from _of_sentence_before(scene, count)


def _where(count: Count, same: list[Count], cue: Span) -> str:
    """Where a cue stands towards a count."""
    start, end = cue.start, cue.end
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
    firm = [(span, cue.kind) for span, cue in count.sentence.told_kinds if cue.strength >= 3]
    before = [kind for span, kind in firm if span.end <= count.start]
    after = [kind for span, kind in firm if span.start >= count.end]
    if before:
        yield f"nearest.before={before[-1]}"
        for kind in set(before[:-1]):
            yield f"farther.before={kind}"
    if after:
        yield f"nearest.after={after[0]}"


_BACK_TO_RESULTS = re.compile(
    r"(?:đến|tới) (?:nay|giờ)|hiện (?:nay|có)|(?<!\w)đã(?!\w)|thực tế|kết quả|vừa|"
    r"trong khi|còn năm|trước đó"
)


def _governing(scene: Scene, count: Count) -> Iterator[str]:
    """A target or forecast before the count, which governs all that follows in its sentence.

    "Dự kiến, đến hết năm 2020, tỉnh có 53 sản phẩm": until the text comes back to results.
    """
    sentence = count.sentence
    for span, cue in reversed(sentence.told_kinds):
        if span.end > count.start:
            continue
        if cue.kind in (Kind.TARGET, Kind.FORECAST) and cue.strength == 3:
            if _BACK_TO_RESULTS.search(scene.words(span.end, count.start)):
                return
            yield f"governed={cue.kind}"
            if span.start - sentence.start <= 12:
                yield f"governed.from_start={cue.kind}"
            return


def _after_run(scene: Scene, count: Count, same: list[Count]) -> Iterator[str]:
    """The predicate behind a run of counts is said of each: "5 …, 32 … được công nhận"."""
    last = count
    for other in sorted(same, key=lambda c: c.start):
        if other.start > last.start:
            if not RUN_ON.fullmatch(scene.words(last.end, other.start)):
                break
            last = other
    if last is count:
        return
    following = min((c.start for c in same if c.start > last.start), default=count.sentence.end)
    for span, cue in count.sentence.told_kinds:
        near = 0 <= span.start - last.end <= 40 and span.start < following
        if near and cue.strength >= 2:
            yield f"after_run={cue.kind}"


RUN_ON = re.compile(r"[^.;:()]{0,30}")


def _of_intro(scene: Scene, count: Count) -> Iterator[str]:
    """Cues of the line that introduces a list, and the last stock word of the text above."""
    index = count.sentence.index
    intro = scene.once(("intro", index), lambda: _intro(scene, index))
    if intro is not None and (count.sentence.block.kind in LISTED or intro.index == index - 1):
        for kind in _firm_kinds(intro):
            yield f"intro={kind}"
    for back in range(index, max(-1, index - 8), -1):
        stocks = [k for k in _firm_kinds(scene.sentences[back], count.start) if k in _STOCK_KINDS]
        if stocks:
            yield f"last_stock{'' if is_told(count) else '.plain'}={stocks[-1]}"
            break


def _intro(scene: Scene, index: int) -> Sentence | None:
    """The nearest line above that ends with a colon."""
    for above in reversed(scene.sentences[max(0, index - 13) : index]):
        if scene.words(above.start, above.end).rstrip().endswith(":"):
            return above
    return None


_STOCK_KINDS = (Kind.CUMULATIVE, Kind.IN_FORCE, Kind.EXPIRED)


def _firm_kinds(sentence: Sentence, before: int | None = None) -> list[Kind]:
    return [
        cue.kind
        for span, cue in sentence.told_kinds
        if cue.strength >= 2 and (before is None or span.start < before)
    ]


def _of_words(scene: Scene, count: Count) -> Iterator[str]:
    """The words that touch the count, and those of its clause."""
    sentence = count.sentence
    clause = sentence.clauses[count.clause] if sentence.clauses else None
    begin = clause.start if clause else sentence.start
    stop = clause.end if clause else sentence.end
    before = _WORD.findall(scene.folded, begin, count.start)
    after = _WORD.findall(scene.folded, count.end, stop)
    earlier = _WORD.findall(scene.folded, sentence.start, count.start)
    if before:
        yield "left=" + before[-1]
        yield "left2=" + " ".join(before[-2:])
    if after:
        yield "right=" + after[0]
        yield "right2=" + " ".join(after[:2])
    for word in set(before[-8:]):
        yield "before=" + word
    for word in set(after[:8]):
        yield "after=" + word
    yield from (f"earlier={word}" for word in sorted(_TENSES.intersection(earlier)))
    if len(earlier) >= 2:
        yield "opens=" + " ".join(earlier[:2])


# Words of tense and aspect, which speak from anywhere before the number.
_TENSES = frozenset(
    {
        *("đã", "vừa", "mới", "sẽ", "từng", "đang", "sau", "qua", "từ", "tính", "ngày", "sáng"),
        *("chiều", "riêng", "mỗi", "phải", "cần", "thêm", "nữa", "còn", "trước", "tổng", "cộng"),
        *("kế", "hoạch"),
    }
)


def _of_number(count: Count, stars: dict[int, Choice[StarValue]]) -> Iterator[str]:
    number = count.number
    value = stars[count.index].value
    if number.comparator is not Comparator.EXACT:
        yield f"comparator={number.comparator}"
    told = {
        "bare": count.bare,
        "zero": number.value == 0,
        "range": number.high is not None,
        "x_of_y": number.of is not None,
        "stars.moved": value.moved_from is not None,
        "stars.potential": value.potential,
        "stars.national": value.national,
        "stars.five": value.stars == (5,),
        "stars.low": bool(set(value.stars) & {1, 2}),
        "decision_in_sentence": bool(count.sentence.decisions),
        "in_title": count.sentence.block.kind is BlockKind.TITLE,
    }
    yield from (name for name, holds in told.items() if holds)


def _named_by(where: str, words: str) -> list[str]:
    """The kinds that the words of a heading or headline name."""
    cues = find_cues(words, words)
    return [f"{where}={cue.value.kind}" for cue in cues if isinstance(cue.value, CueValue)]


def _of_dates(scene: Scene, count: Count) -> Iterator[str]:
    published = scene.document.published
    this_year = int(published.date[:4]) if published else None
    for mention in count.sentence.dates:
        value = mention.value
        if isinstance(value, DateValue) and value.shape is Shape.DURATION:
            yield "duration"
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


def _time_is_near(scene: Scene, count: Count) -> bool:
    """Whether a date, a batch or a paper stands in the sentence or the two before it."""
    index = count.sentence.index
    return any(
        s.dates or s.rounds or s.decisions for s in scene.sentences[max(0, index - 2) : index + 1]
    )


def _of_sentence_before(scene: Scene, count: Count) -> Iterator[str]:
    """Firm cues of the sentence before, in the same paragraph or where "Theo đó" goes on."""
    sentence = count.sentence
    goes_on = bool(GOES_ON.match(scene.words(sentence.start, sentence.end)))
    for above in reversed(scene.sentences[max(0, sentence.index - 2) : sentence.index]):
        next_above = above.index == sentence.index - 1
        for kind in _firm_kinds(above):
            if next_above and above.paragraph == sentence.paragraph:
                yield f"sentence_before={kind}"
            if goes_on:
                yield f"goes_on={kind}"
