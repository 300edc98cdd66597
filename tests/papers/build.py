"""Every test paper as files of every format: ``python -m papers.build DIR [FORMAT…]``.

Files are made when asked for and kept in ``.built``; the name of that room holds a digest of
what makes them, so a change of a paper or a renderer makes all of them anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from pathlib import Path

from papers.collection import papers
from papers.forms import FORMS, OFFICE, fits, missing, suffix
from papers.render import programs
from papers.truth import TestPaper

HERE = Path(__file__).parent


@cache
def room() -> Path:
    """Where files of this state of our sources are kept."""
    digest = hashlib.sha256()
    measuring = ("measure.py", "compare.py", "tables.py")
    for source in sorted(HERE.rglob("*.py")):
        apart = source.name.startswith("test_") or source.name in measuring
        if ".built" not in source.parts and not apart:
            digest.update(source.read_bytes())
    return HERE / ".built" / digest.hexdigest()[:12]


def path_of(paper: TestPaper, form: str) -> Path:
    return room() / form / f"{paper.key}.{suffix(form)}"


def built(paper: TestPaper, form: str) -> bytes:
    """The bytes of ``paper`` in ``form``, made once."""
    prepare([paper], form)
    return path_of(paper, form).read_bytes()


def prepare(wanted: Iterable[TestPaper], form: str) -> None:
    """Make the files that are missing; those of LibreOffice in one run of it."""
    lacking = [paper for paper in wanted if not path_of(paper, form).exists()]
    if form in OFFICE and lacking:
        source, ending = OFFICE[form]
        sources = {paper.key: built(paper, source) for paper in lacking}
        for key, payload in programs.convert_all(sources, ending).items():
            _keep(papers()[key], form, payload)
        return
    for paper in lacking:
        _keep(paper, form, FORMS[form].make(paper))


def _keep(paper: TestPaper, form: str, payload: bytes) -> None:
    path = path_of(paper, form)
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}")
    half.write_bytes(payload)
    half.replace(path)


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


def main(target: str, *forms: str) -> None:
    """Write all files of ``forms`` (all formats) and ``truth.json`` into ``target``."""
    out = Path(target)
    for form in forms or (*FORMS, *OFFICE):
        if missing(form):
            print(f"{form}: left out, {missing(form)}")  # noqa: T201
            continue
        (out / form).mkdir(parents=True, exist_ok=True)
        fitting = [paper for paper in papers().values() if fits(paper, form)]
        prepare(fitting, form)
        for paper in fitting:
            (out / form / f"{paper.key}.{suffix(form)}").write_bytes(built(paper, form))
    text = json.dumps(truth(), ensure_ascii=False, indent=1)
    (out / "truth.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
