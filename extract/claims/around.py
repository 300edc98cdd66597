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
from extract.text.normalise import fold

V = TypeVar("V")
Zones = dict[str, tuple["Said", ...]]
"""What is said around a figure: by row, column, group, parent, caption, heading, headline."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one cell or line says. ``is_result`` marks words for what was done, not aimed at."""

    span: Span
    words: str
    stars: tuple[tuple[StarValue, Span], ...] = ()
    cues: tuple[tuple[CueValue, Span], ...] = ()
    dates: tuple[tuple[DateValue, Span], ...] = ()
    places: tuple[Mention, ...] = ()
    is_result: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure stands: its table, row (by index) and column, and what is said there."""

    grid: Grid
    index: int
    column: int
    zones: Zones

    @property
    def row(self) -> Row:
        """The row of the figure."""
        return self.grid.rows[self.index]


# How officials head the columns and rows of plans and reports: fewer words than prose.
_TITLES: tuple[tuple[re.Pattern[str], Kind], ...] = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), kind)
    for pattern, kind in (
        (r"^kh(?= |$)|kế hoạch(?! số)(?: giao)?|chỉ tiêu|mục tiêu|^giao|giao$", Kind.TARGET),
        (r"(?:dự (?:thi|chấm|đánh giá|xét)|đăng ký|tham gia)(?: mới)?", Kind.REGISTERED),
        (r"(?:đã|được) (?:đánh giá|chấm)(?: điểm)?(?! lại)", Kind.ASSESSED),
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
    r"(?<!\w)(?:(?<!ước )thực hiện|kết quả|đã (?:công nhận|đạt|làm)|đạt được|^th(?= |$)|^đạt$|"
    r"số đạt)(?!\w)"
)


class Around:
    """Reads the words around the figures of one document, each run once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._read: dict[tuple[int, int, bool], Said] = {}
        self._places = [m for m in scene.mentions if m.label is Label.PLACE]
        self._headline = tuple(
            self._said(Span.of(scene.document.text, block.start, block.end), titled=False)
            for block in scene.document.content_blocks()
            if block.kind is BlockKind.TITLE
        )

    def spot(self, grid: Grid, index: int, figure: Figure) -> Spot:
        """The spot of a figure, with what each zone says; the nearest zones come first."""
        row = grid.rows[index]
        heads = () if row.parent is None else grid.rows[row.parent].heads
        cells: dict[str, Sequence[Span]] = {
            "row": [cell.span for cell in row.heads],
            "column": grid.columns[figure.column],
            "group": [row.group] if row.group else [],
            "parent": [cell.span for cell in heads],
        }
        zones: Zones = {
            zone: tuple(self._said(span, titled=True) for span in spans)
            for zone, spans in cells.items()
        }
        zones["caption"] = tuple(self._said(span, titled=False) for span in grid.captions)
        zones["heading"] = tuple(self._said(span, titled=False) for span in grid.headings)
        zones["headline"] = self._headline
        return Spot(grid, index, figure.column, zones)

    def _said(self, span: Span, *, titled: bool) -> Said:
        key = (span.start, span.end, titled)
        if key not in self._read:
            self._read[key] = self._read_words(span, titled=titled)
        return self._read[key]

    def _read_words(self, span: Span, *, titled: bool) -> Said:
        folded = self._scene.folded[span.start : span.end]
        places = tuple(
            m for m in self._places if span.start <= m.span.start and m.span.end <= span.end
        )
        dates = _values(find_dates(span.text, folded), DateValue, span)
        return Said(
            span,
            folded,
            tuple(_values(find_stars(span.text, folded), StarValue, span)),
            tuple(_cues(span, folded, [m.span for m in places], titled=titled)),
            tuple(d for d in dates if d[0].shape not in (Shape.TIME, Shape.DURATION)),
            places,
            bool(_RESULT.search(folded)),
        )


def heard(cell: Span) -> Said:
    """What a title says by itself: its cues and dates, without the places of the text."""
    folded = fold(cell.text)
    dates = _values(find_dates(cell.text, folded), DateValue, cell)
    return Said(cell, folded, cues=tuple(_cues(cell, folded, [], titled=True)), dates=tuple(dates))


def _values(mentions: Sequence[Mention], kind: type[V], cell: Span) -> Iterator[tuple[V, Span]]:
    """Values with their spans in the document."""
    for mention in mentions:
        if isinstance(mention.value, kind):
            start = cell.start + mention.span.start
            yield mention.value, Span(start, start + len(mention.span.text), mention.span.text)


def _cues(
    cell: Span, folded: str, names: Sequence[Span], *, titled: bool
) -> list[tuple[CueValue, Span]]:
    """The cues of a cell outside the ``names`` of places; words of titles go before others."""
    found = list(_title_words(cell, folded)) if titled else []
    taken = [*names, *(span for _, span in found)]
    for value, span in _values(find_cues(cell.text, folded), CueValue, cell):
        if not any(span.start < other.end and other.start < span.end for other in taken):
            found.append((value, span))
    return _firmest([c for c in found if not any(n.start <= c[1].start < n.end for n in names)])


def _title_words(cell: Span, folded: str) -> Iterator[tuple[CueValue, Span]]:
    for pattern, kind in _TITLES:
        for match in pattern.finditer(folded):
            if not _NEGATED.search(folded, 0, match.start()):
                start, end = match.span()
                span = Span(cell.start + start, cell.start + end, cell.text[start:end])
                yield CueValue(kind, 3, "title"), span


_VALIDITY = frozenset({Kind.IN_FORCE, Kind.EXPIRED})


def _firmest(cues: list[tuple[CueValue, Span]]) -> list[tuple[CueValue, Span]]:
    """The cues of a cell; "lũy kế còn hiệu lực" is the stock that is in force."""
    told = any(value.kind in _VALIDITY for value, _ in cues)
    return [c for c in cues if not (told and c[0].kind is Kind.CUMULATIVE)]


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
