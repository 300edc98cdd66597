"""Every test paper as files of every format: ``python -m papers.build DIR``.

Files are made when asked for and kept in ``.built``; the name of that room holds a digest of
what makes them, so a change of a paper or a renderer makes all of them anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from pathlib import Path

from papers.collection import papers
from papers.letter import annex_leaves, leaves
from papers.render import fonts, pdf, programs, sheets, web, word
from papers.truth import TestPaper

HERE = Path(__file__).parent
Maker = Callable[[TestPaper], bytes]

MAKERS: dict[str, tuple[str, Maker]] = {
    "docx": ("docx", lambda paper: word.to_docx(leaves(paper))),
    "xlsx": ("xlsx", lambda paper: sheets.to_xlsx(annex_leaves(paper))),
    "html": ("html", lambda paper: web.to_html(leaves(paper), title=paper.title).encode()),
    "pdf": ("pdf", lambda paper: pdf.to_pdf(leaves(paper))),
}
"""Format to the end of its files' names and what makes the bytes of a paper."""

NEEDS_FONT = frozenset({"pdf"})
NEEDS_OFFICE: frozenset[str] = frozenset()
ANNEX_ONLY = frozenset({"xlsx"})
"""Formats that hold the annexes alone: no decision can be read from them."""


def missing(form: str) -> str:
    """What this machine lacks for ``form``, or nothing."""
    if form in NEEDS_FONT and not fonts.installed():
        return fonts.MISSING
    if form in NEEDS_OFFICE and programs.office() is None:
        return programs.MISSING
    return ""


@cache
def room() -> Path:
    """Where files of this state of our sources are kept."""
    digest = hashlib.sha256()
    for source in sorted(HERE.rglob("*.py")):
        if ".built" not in source.parts:
            digest.update(source.read_bytes())
    return HERE / ".built" / digest.hexdigest()[:12]


def built(paper: TestPaper, form: str) -> bytes:
    """The bytes of ``paper`` in ``form``, made once."""
    suffix, make = MAKERS[form]
    path = room() / form / f"{paper.key}.{suffix}"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(f".{os.getpid()}")
        half.write_bytes(make(paper))
        half.replace(path)
    return path.read_bytes()


def truth() -> dict[str, object]:
    """What is true of every paper, for people."""
    return {
        key: {
            "number": paper.number,
            "date": paper.date,
            "issuer": " ".join(paper.issuer.split()),
            "level": paper.level,
            "act": paper.act,
            "period": paper.period,
            "concerns": paper.concerns,
            "faults": paper.faults,
            "told": [asdict(told) for told in paper.told],
            "rows": [asdict(entry) for entry in paper.entries()],
        }
        for key, paper in papers().items()
    }


def main(target: str) -> None:
    """Write all files and ``truth.json`` into ``target``."""
    out = Path(target)
    for form, (suffix, _) in MAKERS.items():
        if missing(form):
            print(f"{form}: left out, {missing(form)}")  # noqa: T201
            continue
        (out / form).mkdir(parents=True, exist_ok=True)
        for key, paper in papers().items():
            (out / form / f"{key}.{suffix}").write_bytes(built(paper, form))
    text = json.dumps(truth(), ensure_ascii=False, indent=1)
    (out / "truth.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
