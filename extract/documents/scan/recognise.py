"""Tesseract, asked once for each picture: what it said is remembered by the picture's digest."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extract.documents.means import INSTALLED_BY, Means, UnreadableError, find_program, run
from extract.documents.scan.words import Word, parse_words

Grey = NDArray[np.uint8]
"""A picture of height × width, 0 black to 255 white."""

LANGUAGE = "vie"
READING_DPI = 300
"""The resolution that pictures are brought to where it matters."""
# One thread for each process: pages and documents are read side by side, not lines of one page.
_ENVIRONMENT = {"OMP_THREAD_LIMIT": "1"}


def recognise(
    pictures: Sequence[Grey], means: Means, *, mode: int, dpi: int, only: str = ""
) -> tuple[Word, ...]:
    """The words of pictures that are recognised together, each by itself.

    Args:
        pictures: the pictures; ``Word.picture`` counts them.
        means: its memory is asked first and told afterwards.
        mode: Tesseract's page segmentation mode (3 page, 6 block, 7 line).
        dpi: dots to the inch.
        only: the characters that may come out; all by default.

    Raises:
        UnreadableError: ``needs_program``, ``program_failed`` or ``too_slow``.
    """
    if not pictures:
        return ()
    settings = ["--psm", str(mode), "--dpi", str(dpi), "-c", "tessedit_create_tsv=1"]
    if only:
        settings += ["-c", f"tessedit_char_whitelist={only}"]
    key = _key(pictures, settings)
    table = means.memo.get(key)
    if table is None:
        arguments = ["stdin", "stdout", "-l", LANGUAGE, *settings]
        table = run(
            "tesseract",
            arguments,
            given=_tiff(pictures),
            seconds=means.limits.seconds,
            environment=_ENVIRONMENT,
        )
        means.memo.put(key, table)
    return parse_words(table)


def _key(pictures: Sequence[Grey], settings: Sequence[str]) -> str:
    """Names what is asked: the pictures, the settings and who is asked."""
    digest = hashlib.sha256()
    digest.update(repr((_version(find_program("tesseract")), LANGUAGE, *settings)).encode())
    for picture in pictures:
        digest.update(repr(picture.shape).encode())
        digest.update(np.ascontiguousarray(picture).tobytes())
    return f"tesseract:{digest.hexdigest()}"


@cache
def _version(path: str) -> str:  # noqa: ARG001 - another program has another version
    """The version of Tesseract, once it is known to read Vietnamese.

    Raises:
        UnreadableError: ``needs_program``; the data for Vietnamese are missing.
    """
    languages = run("tesseract", ["--list-langs"]).decode("utf-8", "replace").split()
    if LANGUAGE not in languages:
        raise UnreadableError(
            "needs_program",
            "Tesseract is installed here, but not its data for Vietnamese.",
            f"Install them ({INSTALLED_BY['tesseract']}), then read the document again.",
        )
    return run("tesseract", ["--version"]).decode("utf-8", "replace").split("\n", 1)[0]


def _tiff(pictures: Sequence[Grey]) -> bytes:
    """The pictures as the pages of one TIFF."""
    first, *rest = [Image.fromarray(picture) for picture in pictures]
    buffer = io.BytesIO()
    first.save(buffer, "TIFF", save_all=True, append_images=rest)
    return buffer.getvalue()
