"""Rows that pasting has left without any sign between their cells.

"1 Sản phẩm công nhận mới SP 90" keeps its unit, "2 Con Cuông 7 5 2" its row number, and a
portal may print one cell a line.
"""

from __future__ import annotations

import re

from extract.tables.lines import Cells, Lines, is_figure

_FIGURE = r"(?:[≥≤<>~] ?)?\d{1,3}(?:[.,]?\d{3})*"
_NUMBER = r"(?P<no>\d{1,3}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|[a-zđ]|[-+•*])[.)]?"
_WITH_UNIT = re.compile(
    rf"{_NUMBER} (?P<head>\S.{{0,150}}?) (?P<unit>sp|sản phẩm|hs|hồ sơ|ct|chủ thể|%|htx|cơ sở|xã|"
    rf"đơn vị)(?P<figures>(?: {_FIGURE}){{1,8}})"
)
_NUMBERED = re.compile(
    rf"(?:{_NUMBER} (?P<head>[^\d\W][^\d]{{1,60}}?)|(?P<total>(?:tổng|cộng|toàn)[^\d]{{0,30}}?))"
    rf"(?P<figures>(?: {_FIGURE}){{2,9}})"
)
_MOST_LINES = 400


def with_units(lines: Lines, first: int) -> tuple[int, tuple[Cells, ...]] | None:
    """Rows of an indicator, its unit and figures."""
    return _rows(lines, first, _WITH_UNIT, ("no", "head", "unit"))


def numbered(lines: Lines, first: int) -> tuple[int, tuple[Cells, ...]] | None:
    """Rows of a row number, a name and at least two figures, numbered in their order."""
    return _rows(lines, first, _NUMBERED, ("no", "head", "total"))


def _rows(
    lines: Lines, first: int, pattern: re.Pattern[str], names: tuple[str, ...]
) -> tuple[int, tuple[Cells, ...]] | None:
    """Two rows or more of one pattern, with the titles above them, as (lines, rows)."""
    header = 0 if pattern.fullmatch(lines.view(first)) else 1
    rows: list[Cells] = []
    above = ""
    while lines.is_line(at := first + header + len(rows)):
        match = pattern.fullmatch(lines.view(at))
        if match is None or (pattern is _NUMBERED and not _follows(above, match)):
            break
        above = match["no"] or "total"
        spans = [match.span(name) for name in names if match[name] is not None]
        begin = match.start("figures")
        spans += [
            (begin + f.start(), begin + f.end()) for f in re.finditer(_FIGURE, match["figures"])
        ]
        rows.append(tuple(lines.cut(at, a, b) for a, b in spans))
    if len(rows) < 2:
        return None
    if not header:
        return len(rows), tuple(rows)
    titles = _titles(lines, first)
    # Titles that cannot be told apart stay what they are: the line above the table.
    return (1 + len(rows), (titles, *rows)) if len(titles) == len(rows[0]) else None


def _follows(above: str, row: re.Match[str]) -> bool:
    """Whether a row has the number after that of the row above it, or is the total."""
    if not above:
        return row["no"] is not None and row["no"].isdigit()
    if row["no"] is None:
        return above != "total"
    return above.isdigit() and row["no"].isdigit() and int(row["no"]) == int(above) + 1


_WORDS = re.compile(r"\S+")
_SHORT = frozenset({"TT", "STT", "ĐVT", "KH", "TH"})


def _titles(lines: Lines, index: int) -> Cells:
    """The titles of "TT Nội dung ĐVT Chỉ tiêu": each begins with a capital."""
    whole = lines.whole(index).text
    if not whole.startswith(("TT ", "STT ")):
        return ()
    words = list(_WORDS.finditer(whole))
    starts = [
        word.start()
        for before, word in zip([None, *words], words, strict=False)
        if _begins_title(word.group(), before.group().lower() if before else "")
    ]
    stops = [*(start - 1 for start in starts[1:]), len(whole)]
    return tuple(lines.cut(index, a, b) for a, b in zip(starts, stops, strict=True))


def _begins_title(word: str, before: str) -> bool:
    """Whether a word begins a title: "Số SP đạt" is one, "Huyện SP mới" are two."""
    if word == "SP":
        return before not in ("số", "tổng", "các", "lượng")
    return word in _SHORT or (word[0].isupper() and not word.isupper())


def stacked(lines: Lines, first: int) -> tuple[int, tuple[Cells, ...]] | None:
    """Rows of one name and k figures, each cell on its line, under k + 1 titles."""
    if not (lines.is_line(first + 1) and lines.is_title(first) and lines.is_title(first + 1)):
        return None
    glance = _shape(lines, first, _GLANCE)
    if not any(rows.match(glance) for rows in _STACKS.values()):
        return None
    shape = _shape(lines, first, _MOST_LINES)
    for width, pattern in _STACKS.items():
        rows = pattern.match(shape)
        if rows:
            cells = [lines.whole(i) for i in range(first, first + len(rows.group()))]
            cut = [tuple(cells[i : i + width]) for i in range(0, len(cells), width)]
            return len(cells), tuple(cut)
    return None


_STACKS = {
    width: re.compile(rf"t{{{width}}}(?:tf{{{width - 1}}}){{2,}}(?!f)") for width in range(2, 10)
}
_GLANCE = 3 * max(_STACKS)


def _shape(lines: Lines, first: int, most: int) -> str:
    """What the next lines are: ``t`` a few words, ``f`` a figure alone."""
    signs: list[str] = []
    while lines.is_line(at := first + len(signs)) and len(signs) < most:
        if is_figure(lines.view(at)):
            signs.append("f")
        elif lines.is_title(at) and (len(signs) < 10 or "f" in signs):
            signs.append("t")
        else:
            break
    return "".join(signs)


# ── names with two figures and a stroke ──────────────────────────────────────────────

_LEGEND = re.compile(r"(?:trước|sau)(?: dấu)? gạch")
_PAIR = re.compile(
    r"(?:^|[:;,] |- )(?P<name>[^\W\d][^;:,\d]{1,40}?):? (?P<one>\d{1,3}) ?/ ?(?P<two>\d{1,3})"
    r"(?=[;,.]|$| và)"
)


def stroked(lines: Lines, first: int) -> tuple[int, tuple[Cells, ...]] | None:
    """Rows of "Hạ Long 4/2; Móng Cái 4/2", where a line above says what the stroke parts."""
    above = range(max(0, first - 2), first)
    if not any(_LEGEND.search(lines.view(i)) for i in above):
        return None
    rows: list[Cells] = []
    at = first
    while lines.is_line(at) and (found := list(_PAIR.finditer(lines.view(at)))):
        for match in found:
            spans = (match.span(name) for name in ("name", "one", "two"))
            rows.append(tuple(lines.cut(at, a, b) for a, b in spans))
        at += 1
    return (at - first, tuple(rows)) if len(rows) >= 2 else None
