"""Documents that were read before, by the digest of their payload."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from contextlib import suppress
from pathlib import Path

from extract.model import Document
from ocop.parsing import codec
from ocop.parsing.recognised import write_whole

LARGEST = 256 * 2**20
"""Bytes of one entry when it is unpacked."""


class Kept:
    """A folder with one file for each payload: the version that read it, the document.

    A new version replaces what the one before wrote, so the folder never holds more than
    the archive does. A damaged entry is as one that is not there, and is written anew.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self._folder = folder
        self._version = version.encode() + b"\n"

    def get(self, payload: bytes) -> Document | None:
        """The document of ``payload``, without identity and address, if it is kept."""
        # What is not there, or damaged, is read anew.
        with suppress(OSError, EOFError, zlib.error, codec.BadDocumentError):
            packed = self._place(payload).read_bytes()
            with gzip.open(io.BytesIO(packed)) as file:
                if file.readline(len(self._version)) != self._version:
                    return None
                content = file.read(LARGEST + 1)
            return codec.decode(content) if len(content) <= LARGEST else None
        return None

    def put(self, payload: bytes, document: Document) -> None:
        """Keep the document of ``payload``; a full disk costs only the keeping."""
        content = self._version + codec.encode(document)
        with suppress(OSError):  # on a full disk it is read again next time
            write_whole(self._place(payload), gzip.compress(content, compresslevel=3, mtime=0))

    def _place(self, payload: bytes) -> Path:
        name = hashlib.sha256(payload).hexdigest()
        return self._folder / name[:2] / f"{name}.json.gz"
