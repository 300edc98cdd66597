"""What the reading of a binary payload depends on, besides the payload."""

from __future__ import annotations

import hashlib
import importlib.metadata
import shutil
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

import extract
from extract.documents.means import INSTALLED_BY
from ocop.parsing.allowance import Allowance

LIBRARIES = (
    "lxml",
    "opencv-python-headless",
    "pdfplumber",
    "pillow",
    "pypdfium2",
    "python-calamine",
)
"""Packages that take payloads apart."""

_CODE = ("model.py", "text", "places", "mentions", "tables", "documents")
"""Parts of ``extract`` that the readers are made of (claims only use what they read)."""

_LANGUAGES = "/usr/share/tesseract-ocr"


def version(allowance: Allowance) -> str:
    """A digest that changes when the same payload may be read otherwise.

    It holds the code of the readers, the libraries, the system programs (those that are not
    installed too: what waits for one is read when it has come) and what a reading may take.
    """
    taken = tuple(sorted((name, repr(value)) for name, value in asdict(allowance).items()))
    return _digest(repr((_code(), _libraries(), _programs(), taken)).encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


@lru_cache(maxsize=1)
def _code() -> str:
    """The files of the readers as they are on disk."""
    root = Path(extract.__file__).parent
    digest = hashlib.sha256()
    for name in _CODE:
        files = sorted((root / name).rglob("*")) if (root / name).is_dir() else [root / name]
        for file in files:
            if file.suffix in {".py", ".csv", ".json"}:
                digest.update(f"{file.relative_to(root)}\0{file.stat().st_size}\0".encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _libraries() -> tuple[str, ...]:
    return tuple(f"{name}=={_installed(name)}" for name in LIBRARIES)


def _installed(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _programs() -> tuple[tuple[str, int, int] | tuple[str, None], ...]:
    """Each program with size and time of its file: asking them all for versions takes seconds."""
    files = {name: shutil.which(name) for name in sorted(INSTALLED_BY)}
    files |= {str(file): str(file) for file in sorted(Path(_LANGUAGES).rglob("vie.traineddata"))}
    return tuple(_state(name, file) for name, file in files.items())


def _state(name: str, file: str | None) -> tuple[str, int, int] | tuple[str, None]:
    if file is None:
        return name, None
    state = Path(file).resolve().stat()
    return name, state.st_size, state.st_mtime_ns
