"""The words around a figure of a table, read zone by zone.

A figure has no sentence: the title of its column, the head of its row, the part of the
table that it stands in, the row that it is a part of, the line and the headings above the
table say what it counts. Each of these cells is read alone, so that neighbours do not run
together ("4 sao / 3 sao" are two columns, never a set).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extract.claims.scene import Scene
from extract.mentions.cues import CueValue, find_cues
from extract.mentions.dates import DateValue, Shape, find_dates
from extract.mentions.place_mention import PlaceMention, PlaceRole
from extract.mentions.stars import StarValue, find_stars
from extract.model import BlockKind, Kind, Label, Level, Mention, Span
from extract.tables.grid import Figure, Grid, Row

ZONES = ("row", "column", "group", "parent", "caption", "heading", "headline")
"""Where words can stand, the nearest to the figure first."""

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Said:
    """What one cell or line says."""

    span: Span
    words: str
    stars: tuple[tuple[StarValue, Span], ...] = ()
    cues: tuple[tuple[CueValue, Span], ...] = ()
    dates: tuple[tuple[DateValue, Span], ...] = ()
    places: tuple[Mention, ...] = ()
    is_result: bool = False


# How officials head the columns of plans and reports, where prose would use more words.
_TITLES: tuple[tuple[re.Pattern[str], Kind], ...] = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), kind)
    for pattern, kind in (
        (r"^(?:kh|ct)(?= |$)|kế hoạch(?! số)(?: giao)?|chỉ tiêu|mục tiêu|^giao|giao$", Kind.TARGET),
        (r"(?:dự (?:thi|chấm|đánh giá|xét)|đăng ký|tham gia)(?: mới)?", Kind.REGISTERED),
        (r"ước(?: th| thực hiện| đạt)?|dự kiến", Kind.FORECAST),
        (r"nâng (?:hạng|sao|cấp)(?: lên)?", Kind.UPGRADED),
        (r"lũy kế|lk", Kind.CUMULATIVE),
        (r"(?:công nhận|cấp|phát triển) (?:mới|lần đầu)", Kind.NEW),
        (
            r"(?:đánh giá|công nhận|cấp|phân hạng)(?:, (?:công nhận|phân hạng))? lại",
            Kind.RE_RECOGNISED,
        ),
    )
)
_NEGATED = re.compile(r"(?:chưa|không|hết hạn)[^,;]{0,30}$")
_RESULT = re.compile(
    r"(?<!\w)(?:(?<!ước )thực hiện|kết quả|đã (?:công nhận|đạt|làm)|đạt được|^th(?= |$)|^đạt$|số đạt)(?!\w)"
)


class Around:
    """Reads the words around the figures of one document, each run once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._read: dict[tuple[int, int], Said] = {}
        self._places = [m for m in scene.mentions if m.label is Label.PLACE]
        self._headline = tuple(
            self._said(Span.of(scene.document.text, block.start, block.end))
            for block in scene.document.content_blocks()
            if block.kind is BlockKind.TITLE
        )

    def zones(self, grid: Grid, row: Row, figure: Figure) -> dict[str, tuple[Said, ...]]:
        """What each zone says, by its name."""
        spans: dict[str, Sequence[Span]] = {
            "row": [cell.span for cell in row.heads],
            "column": grid.columns[figure.column],
            "group": [row.group] if row.group else [],
            "parent": [c.span for c in grid.rows[row.parent].heads]
            if row.parent is not None
            else [],
            "caption": grid.captions,
            "heading": grid.headings,
        }
        said = {zone: tuple(self._said(span) for span in spans[zone]) for zone in spans}
        return said | {"headline": self._headline}

    def _said(self, span: Span) -> Said:
        key = (span.start, span.end)
        if key not in self._read:
            self._read[key] = self._read_words(span)
        return self._read[key]

    def _read_words(self, span: Span) -> Said:
        folded = self._scene.folded[span.start : span.end]
        places = tuple(
            m for m in self._places if span.start <= m.span.start and m.span.end <= span.end
        )
        names = [m.span for m in places]
        cues = [c for c in _cues(span, folded) if not any(_overlap(c[1], name) for name in names)]
        return Said(
            span,
            folded,
            tuple(_values(find_stars(span.text, folded), StarValue, span)),
            tuple(cues),
            tuple(
                (value, at)
                for value, at in _values(find_dates(span.text, folded), DateValue, span)
                if value.shape not in (Shape.TIME, Shape.DURATION)
            ),
            places,
            bool(_RESULT.search(folded)),
        )


def _values(mentions: Sequence[Mention], kind: type[V], cell: Span) -> Iterator[tuple[V, Span]]:
    """Values with their spans in the document."""
    for mention in mentions:
        if isinstance(mention.value, kind):
            start = cell.start + mention.span.start
            yield mention.value, Span(start, start + len(mention.span.text), mention.span.text)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _cues(cell: Span, folded: str) -> Iterator[tuple[CueValue, Span]]:
    """The cues of a cell; what officials mean by a title of a column goes first."""
    titles = [
        (match.span(), kind)
        for pattern, kind in _TITLES
        for match in pattern.finditer(folded)
        if not _NEGATED.search(folded, 0, match.start())
    ]
    for (start, end), kind in titles:
        at = Span(cell.start + start, cell.start + end, cell.text[start:end])
        yield CueValue(kind, 3, "title"), at
    for value, at in _values(find_cues(cell.text, folded), CueValue, cell):
        start, end = at.start - cell.start, at.end - cell.start
        if not any(a < end and start < b for (a, b), _ in titles):
            yield value, at


# ── places ───────────────────────────────────────────────────────────────────────────

_SUBJECTS = frozenset({PlaceRole.SUBJECT, PlaceRole.ISSUER, PlaceRole.ADDRESS})


def places_of(said: Said) -> list[Mention]:
    """The units that a cell or line may speak of; not several at once."""
    return [
        m
        for m in said.places
        if isinstance(m.value, PlaceMention)
        and m.value.role in _SUBJECTS
        and m.value.cue != "level"
        and not (m.value.plural and m.value.place.level in (Level.DISTRICT, Level.COMMUNE))
    ]


def names_place(said: Said) -> Mention | None:
    """The unit that a row or column is headed by: its name is all or most of the words."""
    words = said.words.strip(" -+*•.:")
    for mention in places_of(said):
        covers = mention.span.end - mention.span.start
        opens = mention.span.start - said.span.start <= 2
        if opens or covers * 2 >= len(words):
            return mention
    return None
