"""What stands side by side in an official paper, by a table or by tabs.

Nghị định 30/2020/NĐ-CP, appendix I, part II: issuer and number stand beside the name of the
nation, the motto and the line of place and date; the recipients beside the signature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.documents.lines import runs_on

_NATION = r"cộng h(?:òa|oà) xã hội|độc lập ?[-–] ?tự do"
_FORM = re.compile(rf"{_NATION}|^nơi nhận", re.IGNORECASE)
_RIGHT = re.compile(
    rf"^(?i:{_NATION})|^[^\d,]{{2,40}}, ?ngày\b.{{0,12}}\btháng\b.{{0,8}}\bnăm\b|"
    r"^(?:TM|KT|TL|TUQ|Q)\. ?[A-ZĐỦ]|^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|TRƯỞNG BAN)$"
)


def is_form(text: str) -> bool:
    """Whether a cell of a table holds a part of the form of a paper, none of its data.

    Examples: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận: - Như Điều 3;".
    Counter-examples: "Hợp tác xã Độc Lập", "Ngày nhận hồ sơ".
    """
    return bool(_FORM.search(text))


def whole_lines(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a paragraph with hard breaks and tabs.

    A break inside a sentence is none. A tab parts what stands side by side: "Số: 12/QĐ-UBND
    ⇥ Bắc Giang, ngày 12 tháng 5 năm 2024" are two lines; "1. ⇥ Mật ong" is one.
    """
    current = ""
    for line in lines:
        for text in _side_by_side(line):
            if current and not runs_on(current, text):
                yield current
                current = text
            else:
                current = f"{current} {text}".strip()
    if current:
        yield current


def _side_by_side(line: str) -> list[str]:
    pieces = [piece for text in line.split("\t") if (piece := " ".join(text.split()))]
    if any(_RIGHT.search(piece) for piece in pieces[1:]):
        return pieces
    return [" ".join(pieces)] if pieces else []
