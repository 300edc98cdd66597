"""Labelled documents: what one is, and a loader that accepts nothing doubtful.

A file is JSON Lines, one document a line. An unknown key, an unknown value, a quote that
is not where its offset says, or an id that comes twice is an error with file and line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.model import Comparator, Kind, Level, Role, SourceInfo
from ocop.evaluate.fields import Fields, GoldError

__all__ = ["GoldDocument", "GoldError", "Paper", "Statement", "gold_files", "load"]

DOCUMENT_KINDS = frozenset(
    ["news", "bulletin", "report", "plan", "decision", "list", "interview", "teaser"]
)
SOURCE_TYPES = frozenset(
    ["newspaper", "portal", "department", "ntm_office", "national_news", "legal", "unknown"]
)
_MOMENT = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_EDTF = re.compile(rf"{_MOMENT}(?:/{_MOMENT})?")


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim in the terms of the labels, whoever made it: a person or the reader.

    ``text[start:start + len(quote)] == quote`` holds in the labelled text. ``rule`` and
    ``confidence`` are the reader's own and are not compared.
    """

    level: Level
    name: str | None
    province: str | None
    regime: int
    count: int
    count_high: int | None
    stars: tuple[int, ...]
    potential5: bool
    kind: Kind
    comparator: Comparator
    period: str | None
    round: int | None
    as_of: str | None
    decision: str | None
    quote: str
    start: int
    rule: str = ""
    confidence: float | None = None

    @property
    def end(self) -> int:
        """The offset after the quote."""
        return self.start + len(self.quote)


@dataclass(frozen=True, slots=True)
class Paper:
    """One printing of a numbered official paper."""

    number: str
    date: str | None
    role: Role
    raw: str
    start: int


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A labelled document and where it was read (``file``, ``line``)."""

    id: str
    file: str
    line: int
    kind: str
    source: SourceInfo
    published: str | None
    title: str
    text: str
    traps: tuple[str, ...]
    claims: tuple[Statement, ...]
    decisions: tuple[Paper, ...]


def load(paths: Iterable[Path]) -> list[GoldDocument]:
    """Load labelled documents from files and folders (``*.jsonl``, sorted).

    Raises:
        GoldError: a path does not exist or holds nothing, or a line is not right.
    """
    documents: list[GoldDocument] = []
    seen: dict[str, str] = {}
    for path in gold_files(paths):
        for document in _load_file(path):
            where = f"{document.file}:{document.line}"
            if document.id in seen:
                first = seen[document.id]
                raise GoldError(where, f"the id {document.id!r} was used before, at {first}")
            seen[document.id] = where
            documents.append(document)
    if not documents:
        raise GoldError("gold", "no labelled document was found; name files or folders of *.jsonl")
    return documents


def gold_files(paths: Iterable[Path]) -> list[Path]:
    """The files meant by ``paths``, each once, in the order given."""
    files: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise GoldError(str(path), "no such file or folder")
        found = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
        if not found:
            raise GoldError(str(path), "the folder holds no *.jsonl file")
        for file in found:
            files.setdefault(file.resolve(), file)
    return list(files.values())


def _load_file(path: Path) -> Iterator[GoldDocument]:
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(str(path), f"cannot be read as UTF-8 text: {error}") from error
    # Not splitlines(): U+2028 and its like stand inside JSON strings.
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip():
            yield _document(line, path, number)


def _document(line: str, path: Path, number: int) -> GoldDocument:
    where = f"{path}:{number}"
    try:
        value: object = json.loads(line)
    except json.JSONDecodeError as error:
        raise GoldError(where, f"not JSON: {error}") from error
    fields = Fields(value, where, "document")
    text = fields.text("text")
    document = GoldDocument(
        id=fields.text("id"),
        file=str(path),
        line=number,
        kind=fields.choice("kind", DOCUMENT_KINDS),
        source=_source(fields.record("source")),
        published=_edtf(fields, "published"),
        title=fields.text("title", empty=True),
        text=text,
        traps=tuple(fields.texts("traps")),
        claims=tuple(statement_of(item, text) for item in fields.records("claims")),
        decisions=tuple(paper_of(item, text) for item in fields.records("decisions")),
    )
    fields.finish(ignore=("basis", "file"))
    return document


def _source(fields: Fields) -> SourceInfo:
    source = SourceInfo(
        name=fields.text("name"),
        type=fields.choice("type", SOURCE_TYPES),
        province=fields.text_or_none("province"),
    )
    fields.finish()
    return source


def statement_of(fields: Fields, text: str) -> Statement:
    """A claim as the labels write it; its quote must stand in ``text`` at its offset."""
    place = fields.record("place")
    quote, start = _quote(fields, "quote", text)
    claim = Statement(
        level=Level(place.choice("level", frozenset(Level))),
        name=place.text_or_none("name"),
        province=place.text_or_none("province"),
        regime=place.number("regime", allowed=(63, 34)),
        count=fields.number("count"),
        count_high=fields.number_or_none("count_high"),
        stars=_stars(fields),
        potential5=fields.flag("potential5"),
        kind=Kind(fields.choice("kind", frozenset(Kind))),
        comparator=Comparator(fields.choice("comparator", frozenset(Comparator))),
        period=_edtf(fields, "period"),
        round=fields.number_or_none("round"),
        as_of=_edtf(fields, "as_of"),
        decision=fields.text_or_none("decision"),
        quote=quote,
        start=start,
    )
    place.finish()
    fields.finish()
    return claim


def paper_of(fields: Fields, text: str) -> Paper:
    """A paper as the labels write it; it must stand in ``text`` at its offset."""
    raw, start = _quote(fields, "raw", text)
    paper = Paper(
        number=fields.text("number"),
        date=_edtf(fields, "date"),
        role=Role(fields.choice("role", frozenset(Role))),
        raw=raw,
        start=start,
    )
    fields.finish()
    return paper


def _stars(fields: Fields) -> tuple[int, ...]:
    stars = fields.numbers("stars")
    if not stars or len(set(stars)) < len(stars) or not set(stars) <= {1, 2, 3, 4, 5}:
        raise fields.fault(f"stars must be different classes from 1 to 5, not {stars!r}")
    return tuple(sorted(stars))


def _edtf(fields: Fields, key: str) -> str | None:
    value = fields.text_or_none(key)
    if value is not None and not _EDTF.fullmatch(value):
        raise fields.fault(f"{key} must be an EDTF date or interval or null, not {value!r}")
    return value


def _quote(fields: Fields, key: str, text: str) -> tuple[str, int]:
    quote, start = fields.text(key), fields.number("start")
    if text[start : start + len(quote)] != quote:
        found = text.find(quote)
        there = f"it stands at {found}" if found >= 0 else "it stands nowhere in the text"
        raise fields.fault(f"the {key} {quote!r} is not at {start}; {there}")
    return quote, start
