"""The dates that a count may be told for, each with the way in which it reaches the count.

A count is dated by its own sentence, by what its paragraph told before, by the line above
its list, by its heading, the title, the lead, a note on the state of the figures, or by
the head of the paper. Nothing is chosen here: every date in reach is named with its way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.claims.counts import Count
from extract.claims.scene import Scene
from extract.claims.sentence import Sentence
from extract.mentions.dates import DateValue, Shape, TimeRole
from extract.mentions.decisions import DecisionValue
from extract.model import BlockKind, Mention, Role

_BACK = 25
"""Sentences before a count that are searched for dates."""
_DATED = 4
"""Dated sentences above a paragraph that are taken."""
_LEAD = 3
"""Sentences of the body that open the news."""
_NO_MOMENT = (TimeRole.HORIZON, TimeRole.CLOCK, TimeRole.DURATION)
_HEAD = 400
"""Characters that tell what kind of text it is."""
_PAPER = re.compile(
    r"(?:^|\n)(?:TÓM TẮT |TRÍCH )?(?:BÁO CÁO|KẾ HOẠCH|THÔNG BÁO|TỜ TRÌNH|BIÊN BẢN|QUYẾT ĐỊNH"
    r"|CÔNG VĂN|ĐỀ ÁN)|(?:^|\n)(?:Số|V/v)\s?:|\d/(?:BC|KH|TB|TTr|QĐ)-\w+ *(?:$|\n)"
)
_ROWS = (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """A date in reach of a count: ``value`` is that of its mention.

    ``way`` names where it stands: own, paragraph, intro, above, beyond, heading, title,
    lead, below, note or issued; ``distance`` counts the sentences or dated sentences between.
    """

    sentence: Sentence | None
    mention: Mention
    value: DateValue
    way: str
    distance: int = 0


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dated sentences of a document, and the dates that hold for all of it."""

    scene: Scene
    title: tuple[Moment, ...]
    lead: tuple[Moment, ...]
    notes: tuple[Moment, ...]
    issued: tuple[Moment, ...]
    lines: tuple[Moment, ...]
    is_paper: bool

    @classmethod
    def of(cls, scene: Scene) -> Timeline:
        """Lay out the dates of a document once, for all its counts."""
        titles = [s for s in scene.sentences if s.block.kind is BlockKind.TITLE]
        body = [s for s in scene.sentences if s.block.kind is not BlockKind.TITLE]
        return cls(
            scene,
            tuple(m for s in titles for m in _moments(s, "title")),
            tuple(m for i, s in enumerate(body[:_LEAD]) for m in _moments(s, "lead", i)),
            tuple(notes(scene)),
            tuple(_of_role(scene, TimeRole.ISSUED, "issued"))[:1],
            tuple(_date_lines(scene)),
            bool(_PAPER.search(scene.document.text, 0, scene.opening(_HEAD))),
        )

    def reach(self, count: Count) -> list[Moment]:
        """Every date in reach of a count, once, by its nearest way; the nearest first."""
        found: dict[int, Moment] = {}
        for moment in self._all(count):
            found.setdefault(moment.mention.span.start, moment)
        return list(found.values())

    def _all(self, count: Count) -> Iterator[Moment]:
        own = count.sentence
        yield from self.scene.once(
            ("moments", own.index), lambda: (*_moments(own, "own"), *self._before(own))
        )
        yield from [m for m in self.lines if m.mention.span.start < count.start][-1:]
        yield from self._below(own)
        yield from self.title
        yield from self._lead(count)
        yield from (note for note in self.notes if note.mention.span.start > count.start)
        yield from self.issued

    def _lead(self, count: Count) -> Iterator[Moment]:
        """The opening sentences; a headline has their day of figures only with their number."""
        is_title = count.sentence.block.kind is BlockKind.TITLE
        for moment in self.lead:
            if not is_title:
                yield moment
            elif _may_tell_of(moment, count):
                yield replace(moment, way="lead_of_title")
            elif moment.value.role is not TimeRole.AS_OF:
                yield moment

    def _before(self, own: Sentence) -> Iterator[Moment]:
        """The sentences before: the paragraph, the line above a list, headings, the rest."""
        dated = headings = 0
        rows = own.block.kind in _ROWS
        introduced = False
        for back in range(1, min(_BACK, own.index) + 1):
            sentence = self.scene.sentences[own.index - back]
            if sentence.block.kind is BlockKind.TITLE:
                break
            if sentence.paragraph == own.paragraph:
                yield from _moments(sentence, "paragraph", min(back, 4))
                continue
            is_row = sentence.block.kind in _ROWS
            colon = not introduced and self.scene.words(sentence.start, sentence.end).endswith(":")
            intro, rows = colon or (rows and not is_row), rows and is_row
            introduced = introduced or intro
            if self._is_heading(sentence):
                yield from _moments(sentence, "heading", min(headings, 2))
                headings += 1
            elif dated < _DATED or intro:
                moments = list(_moments(sentence, _way(intro, headings), min(dated, 3)))
                yield from moments
                dated += bool(moments)

    def _below(self, own: Sentence) -> Iterator[Moment]:
        """The sentence after, in the same paragraph or below a headline."""
        if own.index + 1 >= len(self.scene.sentences):
            return
        after = self.scene.sentences[own.index + 1]
        if after.paragraph == own.paragraph:
            yield from _moments(after, "below")

    def _is_heading(self, sentence: Sentence) -> bool:
        """Whether a sentence is a heading, or a short line of its own that counts nothing."""
        if sentence.block.kind is BlockKind.HEADING:
            return True
        words = self.scene.words(sentence.start, sentence.end).strip()
        alone = self.scene.folded[sentence.end : sentence.end + 1] in ("", "\n")
        counts = any(n.noun == "product" for n in sentence.numbers)
        return alone and len(words) < 90 and words[-1:] not in ".;:,!?" and not counts


def _may_tell_of(moment: Moment, headline: Count) -> bool:
    """Whether a sentence of the lead tells the number of a headline, or no other one."""
    numbers = moment.sentence.numbers if moment.sentence else ()
    values = {number.value for number in numbers if number.noun == "product"}
    return not values or headline.number.value in values


def _way(intro: bool, headings: int) -> str:
    if intro:
        return "intro"
    return "beyond" if headings else "above"


def _of_role(scene: Scene, role: TimeRole, way: str) -> Iterator[Moment]:
    """The dates of the text, sentences or not, that have a role."""
    for mention in scene.mentions:
        value = mention.value
        if isinstance(value, DateValue) and value.role is role:
            yield Moment(None, mention, value, way)


def _moments(sentence: Sentence, way: str, distance: int = 0) -> Iterator[Moment]:
    """The dates of a sentence that a count can be told for."""
    for mention in sentence.dates:
        value = mention.value
        if not isinstance(value, DateValue) or value.shape in (Shape.TIME, Shape.DURATION):
            continue
        if value.role not in _NO_MOMENT:
            yield Moment(sentence, mention, value, way, distance)


def notes(scene: Scene) -> Iterator[Moment]:
    """Days that figures were counted on, told anywhere: "(số liệu tính đến 30/11/2024)"."""
    for sentence in scene.sentences:
        for moment in _moments(sentence, "note"):
            value = moment.value
            if value.role is TimeRole.AS_OF and value.shape in (Shape.DAY, Shape.MONTH):
                around = scene.words(max(0, moment.mention.span.start - 40), sentence.end)
                if COUNTED_ON.search(around):
                    yield moment


def _date_lines(scene: Scene) -> Iterator[Moment]:
    """Days of figures on a line of their own, which is no sentence: "Thời điểm 30/6/2024"."""
    lines = [b for b in scene.document.blocks if b.kind is BlockKind.DATELINE]
    for moment in _of_role(scene, TimeRole.AS_OF, "heading") if lines else ():
        start = moment.mention.span.start
        if any(line.start <= start < line.end for line in lines):
            yield moment


COUNTED_ON = re.compile(r"số liệu|thống kê|tổng hợp|cập nhật|chốt")
"""Words of a note that says when figures were counted."""


def paper_before(scene: Scene, moment: Moment) -> DecisionValue | None:
    """The numbered paper that a date belongs to ("Tờ trình 188/TTr-SNN ngày 7/10")."""
    papers: Sequence[Mention] = moment.sentence.decisions if moment.sentence else ()
    start = moment.mention.span.start
    for paper in papers:
        between = scene.words(paper.span.end, start)
        if 0 <= start - paper.span.end <= 12 and _OF_PAPER.fullmatch(between):
            assert isinstance(paper.value, DecisionValue)
            return paper.value
    return None


_OF_PAPER = re.compile(r"[ ,(]*(?:ký |ban hành )?(?:ngày ?)?")


def is_of_law(timeline: Timeline, moment: Moment) -> bool:
    """Whether a date is that of a law: nothing is counted on its day."""

    def read() -> bool:
        paper = paper_before(timeline.scene, moment)
        return paper is not None and paper.role is Role.LEGAL_BASIS

    return timeline.scene.once(("law", moment), read)
