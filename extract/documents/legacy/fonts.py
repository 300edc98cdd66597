"""What the name of a font tells of the encoding of the text in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class FontCode:
    """The encoding that a font needs, and whether all its letters are capitals."""

    encoding: str
    capitals: bool = False


# A subset in a PDF has six capitals in front (ISO 32000-1, 9.6.4) and may write the point as
# #2E (7.3.5); style sheets escape it; styles stand behind a comma or hyphen, or as a word.
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(
    r"(?:[\s,_-]*(?:bold|italic|oblique|regular|normal|mt|ps|underline))+$", re.IGNORECASE
)
_FAMILIES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\.vn|vn(?:time|arial)h?(?!\w)|abc[-_ ]", re.IGNORECASE), "tcvn3"),
    (re.compile(r"vni[-_ ]", re.IGNORECASE), "vni"),
    (re.compile(r"(?:VI |VISCII)"), "viscii"),
)


@lru_cache(maxsize=512)
def font_code(font: str) -> FontCode | None:
    """The encoding that a font needs; None for fonts of Unicode and unknown ones.

    Examples: ``.VnTime`` and ``ABCDEF+.VnArial-Bold`` need tcvn3, ``.VnTimeH`` and
    ``#2EVnAvantH,Bold`` tcvn3 in capitals, ``VNI-Times`` vni, ``VI Times Hoa`` viscii in
    capitals. Counter-examples: ``Times New Roman``, ``VNTimes New``, ``Vni``.
    """
    first = font.split(",")[0].strip(" \"'")
    name = first.replace("#2E", ".").replace("#2e", ".").replace("\\", "")
    name = _STYLE.sub("", _SUBSET.sub("", name))
    for family, encoding in _FAMILIES:
        if family.match(name):
            ending = "hoa" if encoding == "viscii" else "h"
            capitals = encoding != "vni" and name.lower().endswith(ending)
            return FontCode(encoding, capitals)
    return None
