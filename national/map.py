"""A tile map of the latest totals, as one SVG file without script, font or network."""

from __future__ import annotations

from html import escape

import pandas as pd

from extract.model import Comparator
from national.schema import Status
from national.tiles import Tile, tiles

_SIDE, _GAP, _TOP, _LEFT = 74, 4, 64, 16

# Lower bounds of the classes; fixed, so that two releases can be laid side by side.
BREAKS = {63: (0, 100, 200, 300, 500), 34: (0, 300, 500, 700, 1000)}
# ColorBrewer YlGnBu: safe for colour-blind readers, readable in grey.
_FILLS = ("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494")
_INKS = ("#222222", "#222222", "#222222", "#ffffff", "#ffffff")

_HATCH = (
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="#f4f4f4"/>'
    '<line x1="0" y1="0" x2="0" y2="6" stroke="#bbbbbb" stroke-width="2"/></pattern></defs>'
)
_SIGNS = (
    "Góc đỏ: các nguồn nói khác nhau · viền đứt: chưa chắc chắn · "
    "(n): tổng của các tỉnh cũ, chỉ để tham khảo"
)
_HEDGES = {
    Comparator.EXACT.value: "",
    Comparator.AT_LEAST.value: "≥ ",
    Comparator.MORE_THAN.value: "> ",
    Comparator.ABOUT.value: "≈ ",
    Comparator.NEARLY.value: "≲ ",
    Comparator.AT_MOST.value: "≤ ",
}
_MEASURE = "cumulative_3plus"


def draw(provinces: pd.DataFrame, regime: int) -> str:
    """The map of one wide table (``provinces_table``), in Vietnamese.

    Colour is the latest cumulative number of products of 3 stars and more. Hatched is a
    province without any; in brackets stands the sum of its predecessors, if each has
    one. A red corner marks a disputed number, a dashed edge a doubtful one; the
    archipelagos have the colour of their province.
    """
    rows = {str(row["code"]): row for _, row in provinces.iterrows()}
    owners = {str(row["name"]): str(row["code"]) for row in rows.values()}
    squares = tiles(regime)
    width = _LEFT * 2 + (max(t.column for t in squares) + 1) * (_SIDE + _GAP)
    bottom = _TOP + (max(t.row for t in squares) + 1) * (_SIDE + _GAP)
    body = [
        _tile(tile, rows[tile.code or owners[str(tile.owner)]], BREAKS[regime]) for tile in squares
    ]
    title = "Sản phẩm OCOP từ 3 sao trở lên"
    what = f"Lũy kế mới nhất của {regime} tỉnh, thành phố"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {bottom + 64}" '
            'role="img" aria-labelledby="title" font-family="sans-serif">',
            f'<title id="title">{title}. {what}</title>',
            _HATCH,
            f'<text x="{_LEFT}" y="28" font-size="17" font-weight="bold">{title}</text>',
            f'<text x="{_LEFT}" y="48" font-size="14">{what}</text>',
            *body,
            *_legend(bottom + 12, BREAKS[regime]),
            "</svg>\n",
        ]
    )


def _tile(tile: Tile, row: pd.Series, breaks: tuple[int, ...]) -> str:
    x, y = _LEFT + tile.column * (_SIDE + _GAP), _TOP + tile.row * (_SIDE + _GAP)
    value = row[_MEASURE]
    level = None if pd.isna(value) else sum(value >= low for low in breaks) - 1
    fill, ink = ("url(#hatch)", "#222222") if level is None else (_FILLS[level], _INKS[level])
    doubtful = row[f"{_MEASURE}_status"] == Status.DOUBTFUL.value
    edge = ' stroke="#222222" stroke-dasharray="5 3"' if doubtful else ' stroke="#888888"'
    name = tile.island or str(row["name"])
    return "".join(
        [
            f"<g><title>{escape(_told(name, row, tile))}</title>",
            f'<rect x="{x}" y="{y}" width="{_SIDE}" height="{_SIDE}" fill="{fill}"{edge}/>',
            _corner(x, y) if row[f"{_MEASURE}_status"] == Status.DISPUTED.value else "",
            *_words(name, x, y, ink),
            _line(x, y + _SIDE - 14, 15, ink, _number(row)) if not tile.island else "",
            "</g>",
        ]
    )


def _told(name: str, row: pd.Series, tile: Tile) -> str:
    """What a reader is told who points at a tile."""
    if tile.island:
        name = f"{name} ({row['name']})"
    if pd.isna(row[_MEASURE]):
        return f"{name}: chưa có số liệu"
    return f"{name}: {_number(row)} sản phẩm ({row[f'{_MEASURE}_as_of']})"


def _number(row: pd.Series) -> str:
    """The number with dots and the sign of its hedge; in brackets if only inferred."""
    inferred = row.get(f"inferred_{_MEASURE}")
    if not pd.isna(row[_MEASURE]):
        return _HEDGES[row[f"{_MEASURE}_comparator"]] + f"{row[_MEASURE]:,}".replace(",", ".")
    if inferred is not None and not pd.isna(inferred):
        return f"({inferred:,})".replace(",", ".")
    return "–"


def _words(name: str, x: int, y: int, ink: str) -> list[str]:
    """The name in at most two lines."""
    words = name.replace(" - ", " – ").split(" ")
    half = (len(words) + 1) // 2
    lines = [name] if len(name) <= 9 else [" ".join(words[:half]), " ".join(words[half:])]
    return [_line(x, y + 20 + 14 * i, 12, ink, line) for i, line in enumerate(lines)]


def _line(x: int, y: int, size: int, ink: str, text: str) -> str:
    return (
        f'<text x="{x + _SIDE // 2}" y="{y}" font-size="{size}" text-anchor="middle" '
        f'fill="{ink}">{escape(text)}</text>'
    )


def _corner(x: int, y: int) -> str:
    right = x + _SIDE
    return f'<path d="M{right - 14} {y}H{right}V{y + 14}Z" fill="#d7301f"/>'


def _legend(y: int, breaks: tuple[int, ...]) -> list[str]:
    highs = [f"–{high - 1}" for high in breaks[1:]] + ["+"]
    boxes = [(fill, f"{low}{high}") for fill, low, high in zip(_FILLS, breaks, highs, strict=True)]
    boxes.append(("url(#hatch)", "chưa có"))
    swatches = [
        f'<rect x="{_LEFT + i * 96}" y="{y}" width="16" height="16" fill="{fill}" '
        f'stroke="#888888"/><text x="{_LEFT + i * 96 + 21}" y="{y + 13}" font-size="12">'
        f"{label}</text>"
        for i, (fill, label) in enumerate(boxes)
    ]
    return [*swatches, f'<text x="{_LEFT}" y="{y + 38}" font-size="12">{_SIGNS}</text>']
