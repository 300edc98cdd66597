"""What the cells of a list tell of their columns, where titles do not, or tell two the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extract.products.addresses import LEVEL_WORD
from extract.products.classes import class_of_cell, score_of
from extract.products.columns import MADE, NAMED, Column, Holds
from extract.products.dittos import is_ditto
from extract.products.makers import group_of_head, is_producer
from extract.products.sheet import Line
from extract.text.normalise import fold

ORDINAL = re.compile(r"\d{1,3}(?:\.\d{1,2})?[.)]?")


def settled(columns: tuple[Column | None, ...], body: Sequence[Line]) -> tuple[Column | None, ...]:
    """The columns, where two claim the same and content tells which is right."""
    made = list(columns)
    scores = [i for i, c in enumerate(made) if c is not None and c.holds is Holds.SCORE]
    for index in scores[:-1]:
        made[index] = Column(Holds.OTHER)
    stars = [i for i, c in enumerate(made) if c is not None and c.holds is Holds.STARS]
    for index in stars:
        if not scores and _share(body, index, _is_points) > 0.6:
            made[index] = Column(Holds.SCORE)
    stars = [i for i in stars if made[i] == Column(Holds.STARS)]
    for index in stars[:-1]:
        told = _share(body, index, _tells_class)
        made[index] = Column(Holds.BEFORE if told > 0.3 else Holds.OTHER)
    _tell_by_content(made, body)
    names = [i for i, c in enumerate(made) if c is not None and c.holds in NAMED]
    for index in names[1:]:
        if not _is_again(made[index]):
            made[index] = Column(Holds.OTHER)
    return tuple(made)


def _tell_by_content(columns: list[Column | None], body: Sequence[Line]) -> None:
    """Tell columns under unknown titles by their cells, where no other holds the same.

    "Người đứng ra làm" over "HTX …", "Cơ sở …" holds producers, whatever it is called.
    """
    for index, column in enumerate(columns):
        holds = _held(body, index) if column is None else None
        told = {c.holds for c in columns if c is not None}
        if holds is not None and not told.intersection(_BY_CONTENT.get(holds, Holds)):
            columns[index] = Column(holds)


_BY_CONTENT: dict[Holds, tuple[Holds, ...]] = {
    Holds.PRODUCER: (*MADE, Holds.NAME_PRODUCER, Holds.PRODUCER_NAME),
    Holds.STARS: (Holds.STARS, Holds.MARK),
}
"""What cells alone may tell, and what must not be told by a title beside it."""


def _is_again(column: Column | None) -> bool:
    return column is not None and column.again


def _is_points(text: str) -> bool:
    score = score_of(fold(text))
    return score is not None and score > 5


def _tells_class(text: str) -> bool:
    return class_of_cell(fold(text)).stars is not None


def _share(lines: Sequence[Line], index: int, test: Callable[[str], bool]) -> float:
    """The share of the cells of a column, dittos and blanks left out, that pass a test."""
    cells = [
        line.cells[index].text
        for line in lines
        if index < len(line.cells)
        and line.cells[index].text.strip()
        and not is_ditto(line.cells[index].text)
        and len(line.texts()) > 2
    ]
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def fits(columns: Sequence[Column | None], lines: Sequence[Line]) -> bool:
    """Whether rows without titles go on with a list of these columns."""
    if not lines or max(len(line.cells) for line in lines) != len(columns):
        return False
    tests = {
        Holds.NUMBER: lambda text: bool(ORDINAL.fullmatch(text.strip())),
        Holds.SCORE: _is_points,
        Holds.STARS: _tells_class,
        Holds.PRODUCER: lambda text: is_producer(fold(text)),
    }
    shares = [
        _share(lines, index, tests[column.holds])
        for index, column in enumerate(columns)
        if column is not None and column.holds in tests
    ]
    return bool(shares) and sum(shares) / len(shares) > 0.5


def columns_by_content(lines: Sequence[Line]) -> tuple[Column | None, ...] | None:
    """The columns of rows without any titles, where what they hold tells a list of products.

    Such a list has numbers, names, and producers by their legal form.
    """
    width = max(len(line.cells) for line in lines)
    if width < 3 or len(lines) < 2:
        return None
    columns: list[Column | None] = [None] * width
    for index in range(width):
        holds = _held(lines, index)
        if holds is not None and Column(holds) not in columns:
            columns[index] = Column(holds)
    if Column(Holds.PRODUCER) not in columns or Column(Holds.NUMBER) not in columns:
        return None
    left = [i for i, column in enumerate(columns) if column is None]
    names = [i for i in left if _share(lines, i, _is_wordy) > 0.7]
    if not names:
        return None
    columns[names[0]] = Column(Holds.NAME)
    return tuple(columns)


def _held(lines: Sequence[Line], index: int) -> Holds | None:
    tests = (
        (Holds.NUMBER, lambda text: bool(ORDINAL.fullmatch(text.strip()))),
        (Holds.STARS, lambda text: "sao" in fold(text) and _tells_class(text)),
        (Holds.SCORE, _is_points),
        (Holds.PRODUCER, lambda text: is_producer(fold(text))),
        (Holds.ADDRESS, lambda text: bool(LEVEL_WORD.search(fold(text)))),
        (Holds.GROUP, lambda text: group_of_head(fold(text)) is not None),
    )
    return next((holds for holds, test in tests if _share(lines, index, test) > 0.6), None)


def _is_wordy(text: str) -> bool:
    return sum(c.isalpha() for c in text) >= 3


def counts_goods(columns: Sequence[Column | None], body: Sequence[Line]) -> bool:
    """Whether the column of names counts instead: "Sản phẩm mới" over 3, 2, 4 is a plan's.

    Where producers stand beside the figures, they are rows whose names were not read.
    """
    if any(column is not None and column.holds in MADE for column in columns):
        return False
    named = [i for i, column in enumerate(columns) if column is not None and column.holds in NAMED]
    cells = [line.cells[i].text.strip() for line in body for i in named if i < len(line.cells)]
    told = [cell for cell in cells if cell]
    return len(told) > 1 and 2 * sum(cell.isdigit() for cell in told) > len(told)
