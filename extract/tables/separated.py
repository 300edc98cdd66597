"""Rows whose cells a sign parts: "Tuy Hòa // 8 // 6 // 2", "Quy Nhơn: 9 - 7"."""

from __future__ import annotations

import re
from itertools import groupby

from extract.tables.lines import Cells, Lines, is_figure

# The sign between cells, and how many figures a line needs to be a row: the weaker the
# sign, the more. "Quy Nhơn: 9" is a statement, "Quy Nhơn: 9 - 7" a row.
_SIGNS = tuple(
    (re.compile(pattern), figures)
    for pattern, figures in (
        (r" ?// ?", 1),
        (r" ?\| ?", 1),
        (r" / ", 2),
        (r" ?; ?", 2),
        (r" - ", 2),
        (r": ?| - ", 2),
        (r": ?| ?[,;/] ?", 2),
    )
)
_WORD = re.compile(r"[^\W\d_]{2}")


def separated(lines: Lines, first: int) -> tuple[int, tuple[Cells, ...]] | None:
    """Two rows or more from a line on, with the titles above them, as (lines, rows)."""
    for sign, figures in _SIGNS:
        if not sign.search(lines.view(first)):
            continue
        header = split(lines, first, sign)
        body = first if _is_row(header, figures) else first + 1
        rows = _body(lines, body, sign, figures)
        if len(rows) < 2 or (body > first and not _titles(header, len(rows[0]))):
            continue
        kept = rows if body == first else (header, *rows)
        return len(kept), kept
    return None


def _body(lines: Lines, first: int, sign: re.Pattern[str], figures: int) -> tuple[Cells, ...]:
    rows: list[Cells] = []
    while lines.is_line(first + len(rows)):
        cells = split(lines, first + len(rows), sign)
        if not _is_row(cells, figures) or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
    return tuple(rows)


def split(lines: Lines, index: int, sign: re.Pattern[str]) -> Cells:
    """The cells of a line, between the signs."""
    view = lines.view(index)
    edges = [0, *(at for match in sign.finditer(view) for at in match.span()), len(view)]
    return tuple(lines.cut(index, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))


def _titles(header: Cells, width: int) -> bool:
    """Whether a line titles the rows below it; a legend in brackets explains them."""
    return len(header) == width and not (
        header[0].text.startswith("(") or header[-1].text.endswith((":", ")."))
    )


def _is_row(cells: Cells, figures: int) -> bool:
    """Whether the cells are a name (after a row number, if any) and so many figures."""
    texts = [cell.text.strip() for cell in cells]
    signs = ["f" if is_figure(text) else "t" for text in texts]
    shape = "".join(key for key, _ in groupby(signs))
    names = [text for text, sign in zip(texts, signs, strict=True) if sign == "t"]
    count = len(signs) - len(names) - (signs[0] == "f")
    return (
        shape in ("tf", "ftf")
        and len(names) == 1
        and count >= figures
        and len(names[0]) <= 60
        and bool(_WORD.search(names[0]))
    )
