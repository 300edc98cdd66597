"""Where evidence stands in a PDF, a scan, a Word file or a spreadsheet, in words.

The tables hold fragments (``page=3&viewrect=72,100,200,14``, ``sheet=DS&cell=B12``); a
person wants to hear "page 3" or "sheet DS, cell B12".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import parse_qsl

from ocop.phrases import Lang

_WORDS = {
    Lang.EN: {
        "member": "file {}",
        "page": "page {}",
        "sheet": "sheet {}",
        "cell": "cell {}",
        "paragraph": "paragraph {}",
    },
    Lang.VI: {
        "member": "tệp {}",
        "page": "trang {}",
        "sheet": "bảng tính {}",
        "cell": "ô {}",
        "paragraph": "đoạn {}",
    },
}
_ROLES = ("number", "row", "name")
"""Roles of evidence that say where a claim stands, the best first."""


def places_in_words(evidence: Iterable[Mapping[str, object]], lang: Lang) -> str:
    """Where the number of a claim (else its rows) stands; empty for a text or page of a site."""
    by_role: dict[str, list[str]] = {}
    for item in evidence:
        by_role.setdefault(str(item["role"]), []).extend(_fragments(item["selector"]))
    for role in _ROLES:
        told = list(dict.fromkeys(in_words(one, lang) for one in by_role.get(role, ())))
        if told:
            return "; ".join(told[:_SHOWN]) + ("; …" if len(told) > _SHOWN else "")
    return ""


_SHOWN = 3


def in_words(fragment: str, lang: Lang) -> str:
    """One fragment: "page 3", "sheet Phụ lục, cell B12".

    >>> in_words("sheet=Ph%E1%BB%A5+l%E1%BB%A5c&cell=B12", Lang.EN)
    'sheet Phụ lục, cell B12'
    """
    words = _WORDS[lang]
    return ", ".join(words[k].format(v) for k, v in parse_qsl(fragment) if k in words)


def _fragments(selectors: object) -> list[str]:
    if not isinstance(selectors, Sequence):
        return []
    return [
        str(one["value"])
        for one in selectors
        if isinstance(one, Mapping) and one.get("type") == "FragmentSelector"
    ]
