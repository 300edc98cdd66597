"""What a row was given: group, points, class and standing, by its cells and its heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Act, Group, Kind
from extract.products.classes import ClassTold, class_of_cell, class_of_words, score_of
from extract.products.columns import Holds
from extract.products.heads import Head
from extract.products.makers import group_of
from extract.products.setting import Cells, Draft, Setting
from extract.products.standings import RECOGNISED, standing_of, standing_of_cell
from extract.text.normalise import fold


def group_in(draft: Draft, cells: Cells, heads: Sequence[Head]) -> Group | None:
    """The group of a row: its own, else that of the lowest head that gives one."""
    cell = cells.by.get(Holds.GROUP)
    if cell is not None:
        found = group_of(fold(cell.text))
        if found is not None:
            draft.note("group", cell)
            return found
    return next((head.group for head in heads if head.group is not None), None)


def score_in(draft: Draft, cells: Cells) -> float | None:
    """The points of a row, at most 100."""
    cell = cells.by.get(Holds.SCORE)
    value = None
    if cell is not None:
        value = score_of(cells.folded(Holds.SCORE))
        value = score_of(cells.folded(Holds.SCORE), alone=False) if value is None else value
        if value is None:
            draft.doubt("score_unread")
    if value is None and (cell := cells.by.get(Holds.STARS)) is not None:
        value = score_of(cells.folded(Holds.STARS), alone=False)
    if value is None:
        return None
    draft.note("score", cell)
    if value > 100:
        draft.doubt("score_over_100")
        return None
    return value


def class_in(setting: Setting, draft: Draft, cells: Cells, heads: Sequence[Head]) -> ClassTold:
    """The class of a row: its own, else that of the lowest head that gives one."""
    told = _own_class(draft, cells)
    above = next((head for head in heads if head.stars), None)
    if told.failed:
        draft.doubt("not_recognised")
        return told
    if told.outside:
        draft.doubt("stars_outside")
    elif told.stars is None and above is not None:
        told = ClassTold(above.stars, above.potential5, told.before or above.stars_before)
    elif above is not None and told.stars is not None and above.stars != told.stars:
        draft.doubt("stars_against_head")
    if told.stars is None and setting.recognises and not told.outside:
        draft.doubt("stars_unknown")
    potential = told.potential or _proposed(cells) or bool(above and above.potential5)
    if told.stars == 5 and not setting.gives_five:
        potential = True
    return ClassTold(told.stars, potential, told.before)


def _proposed(cells: Cells) -> bool:
    """Whether a note puts the product forward for five stars."""
    note = cells.folded(Holds.NOTE)
    return "5 sao" in note and class_of_words(note).potential


def _own_class(draft: Draft, cells: Cells) -> ClassTold:
    marks = cells.marks(Holds.MARK)
    if len(marks) == 1:
        draft.note("stars", marks[0][1])
        draft.note("head", marks[0][0].title)
        return ClassTold(marks[0][0].stars)
    if len(marks) > 1:
        draft.doubt("several_marks")
        return ClassTold()
    cell = cells.by.get(Holds.STARS)
    if cell is not None:
        told = class_of_cell(cells.folded(Holds.STARS))
        if told.stars or told.failed or told.outside:
            draft.note("stars", cell)
            return told
        if score_of(cells.folded(Holds.STARS)) is None:
            draft.doubt("stars_unread")
    for holds in (Holds.SCORE, Holds.NOTE):
        words = cells.folded(holds)
        if "sao" in words:
            told = class_of_words(words)
            if told.stars and not told.potential:
                draft.note("stars", cells.by[holds])
                return told
    return ClassTold()


def standing_in(
    setting: Setting, draft: Draft, cells: Cells, heads: Sequence[Head], told: ClassTold
) -> tuple[Kind, int | None]:
    """The standing of a row and the class before an upgrade."""
    if told.failed:
        return Kind.ASSESSED, None
    base = setting.standing
    before = told.before
    cell = cells.by.get(Holds.BEFORE)
    if cell is not None and before is None:
        before = class_of_cell(fold(cell.text)).stars
    if setting.act is Act.OTHER:
        draft.doubt("standing_unknown")
    if not setting.recognises:
        return base, before if base is Kind.PROPOSED else None
    standing = _own_standing(draft, cells)
    if standing is None and before is not None and told.stars is not None:
        draft.note("standing", cell)
        standing = Kind.UPGRADED if before < told.stars else Kind.RE_RECOGNISED
    if standing is None:
        above = next((head for head in heads if head.standing in _GIVEN), None)
        if above is not None:
            standing, before = above.standing, before or above.stars_before
    return standing or base, before if standing is Kind.UPGRADED else None


_GIVEN = RECOGNISED | {Kind.PROPOSED}


def _own_standing(draft: Draft, cells: Cells) -> Kind | None:
    marked = [(c, cell) for c, cell in cells.marks(Holds.STANDING) if c.standing is not None]
    if len(marked) == 1:
        draft.note("standing", marked[0][1])
        return marked[0][0].standing
    bracket = re.search(r"\(([^()]{3,40})\)$", cells.folded(Holds.NAME))
    if bracket and (kind := standing_of_cell(bracket[1])) is not None:
        draft.note("standing", cells.by[Holds.NAME])
        return kind
    reads = (
        (Holds.STANDING, standing_of),
        (Holds.STARS, standing_of_cell),
        (Holds.NOTE, standing_of_cell),
    )
    for holds, read in reads:
        kind = read(cells.folded(holds))
        if kind is not None:
            draft.note("standing", cells.by[holds])
            return kind
    return None
