"""``ocop read``: one document, its evidence in colour, its claims in words."""

from __future__ import annotations

import hashlib
import mimetypes
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.model import Document, FoundBy, Mention, Published, SourceInfo
from ocop.cli.options import (
    JsonOption,
    LangOption,
    PaperMegabytesOption,
    PaperSecondsOption,
)
from ocop.cli.terminal import ExitCode, answer_json, err, out
from ocop.errors import OcopError
from ocop.phrases import Lang
from ocop.render import names_on_screen, reading_on_screen
from ocop.workspace import Workspace

if TYPE_CHECKING:
    from ocop.parsing import Parser

MAX_BYTES = 64 * 2**20
"""Largest document that ``ocop read`` takes."""


def read(
    file: Annotated[str, typer.Argument(help="A document, or - for standard input.")],
    url: Annotated[
        str | None, typer.Option(help="Its address: tells the date and the source.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="Its publication date when you know it: 2020-06-21.")
    ] = None,
    province: Annotated[
        str | None, typer.Option(help="The province whose office or paper published it.")
    ] = None,
    media_type: Annotated[
        str | None,
        typer.Option(help="What it is, when its name and first bytes do not tell: text/html."),
    ] = None,
    paper_seconds: PaperSecondsOption = 600,
    paper_mb: PaperMegabytesOption = 2048,
    lang: LangOption = Lang.EN,
    names: Annotated[
        bool, typer.Option("--names", help="The names of products and producers too.")
    ] = False,
    why: Annotated[
        bool, typer.Option("--why", help="For each claim the features that carried its choices.")
    ] = False,
    png: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Draw its pages there, with a box around all evidence."
        ),
    ] = None,
    brief: Annotated[bool, typer.Option("--brief", help="Claims and issues only.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Read one document and show what it says; needs no workspace."""
    payload = _payload(file)
    parser = _parser(paper_seconds, paper_mb)
    document = parser.parse(
        payload,
        document_id=hashlib.sha256(payload).hexdigest(),
        url=url,
        media_type=media_type or mimetypes.guess_type(file)[0],
        source=SourceInfo(province=province),
    )
    if published is not None:
        document = replace(document, published=Published(_day(published), FoundBy.GIVEN))
    from extract.claims.why import Remembering
    from extract.reading import decision
    from extract.reading import read as read_document

    remembering = Remembering(decision()) if why else None
    reading = read_document(document, remembering)
    because = [tuple(remembering.reasons(c)) for c in reading.claims] if remembering else None
    found = _names(document) if names else None
    if as_json:
        from ocop.records import name_record, reading_record

        record = reading_record(reading, lang, because)
        answer_json(record if found is None else {**record, "names": [*map(name_record, found)]})
    else:
        out().print(reading_on_screen(reading, lang, whole_text=not brief, because=because))
        if found is not None:
            out().print(names_on_screen(found, lang))
    if png is not None:
        from ocop.page_pictures import draw_pages

        for line in draw_pages(reading, payload, parser, png, lang):
            err().print(line, soft_wrap=True)
    if not document.text.strip():
        raise typer.Exit(ExitCode.INPUT_LOST)


def _names(document: Document) -> tuple[Mention, ...]:
    from extract.ner.names import find_names, shipped

    if shipped() is None:
        raise OcopError(
            "There is no recogniser of names.",
            "Train it: ocop train tests/gold/*.jsonl --names tests/gold/names/names.jsonl",
        )
    return find_names(document)


def _payload(file: str) -> bytes:
    try:
        if file == "-":
            payload = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(file).open("rb") as opened:
                payload = opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise OcopError(
            f"{file} cannot be read: {error.strerror}.", "Check the name and the permissions."
        ) from error
    if len(payload) > MAX_BYTES:
        raise OcopError(
            f"{file} is larger than {MAX_BYTES // 2**20} MB.", "Cut out the part that matters."
        )
    return payload


def _parser(seconds: float, megabytes: int) -> Parser:
    """A parser that keeps its results in the workspace, if one is there."""
    from ocop.parsing import Allowance, Parser

    outputs = Workspace.find().outputs
    allowance = Allowance(seconds=seconds, memory=megabytes << 20)
    return Parser(allowance, outputs if outputs.is_dir() else None)


def _day(text: str) -> str:
    """``text`` if it is an EDTF day that exists, month or year; a usage error otherwise."""
    from datetime import date

    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :] if len(text) in {4, 7} else text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text} is no date: write 2020-06-21, 2020-06 or 2020.", param_hint="--published"
        ) from error
    return text
