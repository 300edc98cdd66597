"""UTF-8 that somebody read as Latin-1 or windows-1252 ("Quáº£ng Trá»‹"), read as it is meant."""

from __future__ import annotations

import re

# Lead bytes C3–C6 and E1 as letters, then what stood for continuation bytes.
_HIGH = "\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014" \
    "\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"  # fmt: skip
_MISREAD = re.compile(rf"[Ã-Æ][{_HIGH}]|á[º»]|áº|â€")
_HIGH_RUN = re.compile(f"[{_HIGH}]{{2,4000}}")
_MIN_MISREAD = 3


def is_misread(text: str) -> bool:
    """Whether ``text`` is misread: pairs of such letters abound, and hardly any is left after."""
    misread = len(_MISREAD.findall(text))
    return misread >= _MIN_MISREAD and len(_MISREAD.findall(reread(text))) * 4 <= misread


def reread(text: str) -> str:
    """``text`` with those runs changed whose bytes are valid UTF-8."""
    return _HIGH_RUN.sub(_run, text)


def _run(match: re.Match[str]) -> str:
    run = match.group()
    try:
        return b"".join(map(_byte, run)).decode("utf-8")
    except UnicodeError:
        return run


def _byte(char: str) -> bytes:
    return bytes([ord(char)]) if ord(char) < 0x100 else char.encode("windows-1252")
