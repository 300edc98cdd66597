"""What a child process does: confine itself, read one payload, answer, end."""

from __future__ import annotations

import json
import os
import traceback
from dataclasses import dataclass
from pathlib import Path

from extract.documents.load import read_binary
from extract.documents.means import Limits, Means, Memo, NoMemo, UnreadableError
from ocop.parsing import codec
from ocop.parsing.confinement import confine
from ocop.parsing.recognised import Recognised

DOCUMENT = b"d"
"""First byte of an answer: the document follows as JSON."""
PICTURE = b"p"
"""A page follows as PNG."""
UNREADABLE = b"u"
"""There is no such page, or it cannot be drawn: the words follow."""
OUT_OF_MEMORY = b"m"
BROKE = b"b"
"""The reader met an error of its own; its name and place follow."""
NETWORK = b"n"
"""To a request without a kind: 1 follows when the kernel took the network away, else 0."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a child is to do.

    ``kind`` is a media type, or empty to try the limits only; with ``page`` (from 1) that
    page is drawn, else the document is read.
    """

    kind: str
    seconds: float
    memory: int
    file: int
    limits: dict[str, float]
    memo: str | None
    page: int | None = None

    def to_json(self) -> bytes:
        """One line."""
        return json.dumps({name: getattr(self, name) for name in self.__slots__}).encode() + b"\n"

    @classmethod
    def from_json(cls, line: bytes) -> Request:
        """What ``to_json`` wrote."""
        return cls(**json.loads(line))


def run(request: Request, payload: int, answer: int, folder: Path) -> None:
    """Read the file ``payload`` and write to the pipe ``answer`` what came of it.

    Args:
        request: what to do.
        payload: descriptor of a file, read from its beginning.
        answer: descriptor of a pipe.
        folder: where temporary files may be.
    """
    try:
        alone = confine(
            folder,
            seconds=request.seconds,
            memory=request.memory,
            file=request.file,
            memo=None if request.memo is None else Path(request.memo),
        )
        said = _read(request, payload) if request.kind else NETWORK + str(int(alone)).encode()
    except MemoryError:
        said = OUT_OF_MEMORY
    except Exception as error:  # noqa: BLE001 - a fault of ours costs one document and is told
        said = BROKE + _told(error).encode("utf-8", "replace")
    _write(answer, said)


def _read(request: Request, payload: int) -> bytes:
    with os.fdopen(payload, "rb") as file:
        file.seek(0)
        content = file.read()
    if request.page is not None:
        return _draw(content, request)
    memo: Memo = Recognised(Path(request.memo)) if request.memo else NoMemo()
    means = Means(Limits(**request.limits), memo)  # type: ignore[arg-type] # as it was sent
    return DOCUMENT + codec.encode(read_binary(content, request.kind, means))


def _draw(content: bytes, request: Request) -> bytes:
    from extract.documents.page_picture import page_picture

    limits = Limits(**request.limits)  # type: ignore[arg-type] # as it was sent
    try:
        return PICTURE + page_picture(content, request.kind, request.page or 1, limits)
    except UnreadableError as error:
        return UNREADABLE + error.message.encode()


def _told(error: Exception) -> str:
    """An error and the line of code at which it arose, without the words of the payload."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(frame.filename).name}:{frame.lineno}"


def _write(pipe: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(pipe, view) :]
