"""The reader of each binary format, imported when the first such payload comes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import TypeAlias, cast

from extract.documents.kinds import DOC, DOCX, ODS, ODT, OLE, PDF, RTF, XLS, XLSX, ZIP
from extract.documents.means import Means
from extract.documents.paper import Paper

Reader: TypeAlias = Callable[[bytes, str, Means], Paper]
"""(payload, media type, means) to a paper; raises ``UnreadableError``."""

_CONVERTED = "extract.documents.office.converted:read"
_SHEETS = "extract.documents.office.sheets:read"
_PICTURE = "extract.documents.scan.picture:read"

_READERS: dict[str, str] = {
    PDF: "extract.documents.pdf.reader:read",
    "image/bmp": _PICTURE,
    "image/gif": _PICTURE,
    "image/jpeg": _PICTURE,
    "image/png": _PICTURE,
    "image/tiff": _PICTURE,
    "image/webp": _PICTURE,
    DOC: _CONVERTED,
    DOCX: "extract.documents.office.docx:read",
    ODS: _SHEETS,
    ODT: _CONVERTED,
    OLE: _CONVERTED,
    RTF: _CONVERTED,
    XLS: _SHEETS,
    XLSX: _SHEETS,
    ZIP: "extract.documents.archive.read:read",
}
"""Media type to "module:function"."""


def has_reader(kind: str) -> bool:
    """Whether payloads of this media type are read here."""
    return kind in _READERS


def preload() -> None:
    """Import every reader, so that processes forked from this one need not.

    A reader that makes tables at its first document has a function ``warm`` that makes them
    here. One whose libraries are not installed is left out: reading such a payload says so.
    """
    for reader in set(_READERS.values()):
        with suppress(ImportError):
            module = import_module(reader.partition(":")[0])
            getattr(module, "warm", _nothing)()


def _nothing() -> None:
    pass


def read_paper(payload: bytes, kind: str, means: Means) -> Paper:
    """Read a payload of the media type ``kind``, one for which ``has_reader``.

    Raises:
        UnreadableError: it cannot be read; the error says why and what to do.
    """
    module, _, name = _READERS[kind].partition(":")
    reader = cast(Reader, getattr(import_module(module), name))
    return reader(payload, kind, means)
