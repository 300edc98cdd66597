"""Whether ocop can work here: every check says what it found and the one command that mends it."""

from __future__ import annotations

import importlib.metadata
import locale
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import ocop
from ocop.workspace import ENVIRONMENT_VARIABLE, Workspace

OLDEST_PYTHON = (3, 11)
LITTLE_DISK = 2 * 2**30
"""Free bytes below which a crawl or a run over a large corpus may end half-way."""

_PIN = re.compile(r"(?a:([A-Za-z0-9._-]+)==(\S+))")
_REQUIREMENT = re.compile(r"(?a:([A-Za-z0-9._-]+))")


class Health(StrEnum):
    """The outcome of a check."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; ``mend`` is a command to type, empty when all is well."""

    check: str
    health: Health
    found: str
    mend: str = ""


def examine(workspace: Workspace) -> Iterator[Finding]:
    """Run every check; a check that breaks is itself a finding."""
    checks: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("python", _python),
        ("packages", _packages),
        ("versions", _versions),
        ("tokeniser", _tokeniser),
        ("reader", _reader),
        ("programs", _programs),
        ("children", _children),
        ("workspace", lambda: _workspace(workspace)),
        ("disk", lambda: _disk(workspace)),
        ("archive", lambda: _archive(workspace)),
        ("outputs", lambda: _outputs(workspace)),
        ("encoding", _encoding),
    )
    for name, check in checks:
        try:
            yield check()
        except Exception as error:  # noqa: BLE001 - reported as a finding
            found = f"the check itself failed: {type(error).__name__}: {error}"
            yield Finding(name, Health.BAD, found, _install_command())


def _python() -> Finding:
    version = platform.python_version()
    if sys.version_info >= OLDEST_PYTHON:
        return Finding("python", Health.GOOD, f"Python {version}")
    wanted = ".".join(map(str, OLDEST_PYTHON))
    return Finding(
        "python",
        Health.BAD,
        f"Python {version}; ocop needs {wanted} or newer",
        f"rm -rf .venv && make run PYTHON=python{wanted}",
    )


def _packages() -> Finding:
    """Whether every package that ocop depends on is installed."""
    missing = [name for name in _requirements() if _version(name) is None]
    if missing:
        return Finding(
            "packages", Health.BAD, f"not installed: {', '.join(missing)}", _install_command()
        )
    return Finding("packages", Health.GOOD, f"all {len(_requirements())} are installed")


def _versions() -> Finding:
    """Whether installed versions are those that ocop is tested with (constraints.txt)."""
    constraints = _checkout() / "constraints.txt"
    if not constraints.exists():
        return Finding("versions", Health.GOOD, "not compared: no constraints.txt beside ocop")
    pins = dict(_PIN.findall(constraints.read_text(encoding="utf-8")))
    other = [
        f"{name} {installed} (tested with {pin})"
        for name, pin in pins.items()
        if (installed := _version(name)) is not None and installed != pin
    ]
    if other:
        return Finding("versions", Health.WARNING, "; ".join(other), _install_command())
    return Finding("versions", Health.GOOD, f"all as in {constraints.name}")


def _tokeniser() -> Finding:
    from underthesea import word_tokenize

    words = word_tokenize("Tỉnh Nghệ An có 48 sản phẩm")
    if "48" in words and "sản phẩm" in words:
        return Finding("tokeniser", Health.GOOD, "underthesea splits Vietnamese into words")
    return Finding(
        "tokeniser", Health.BAD, f"underthesea gives wrong words: {words}", _install_command()
    )


def _reader() -> Finding:
    """Read one sentence, so that models and tables of places are known to load."""
    from extract.documents.load import load
    from extract.reading import read

    sentence = "Đến nay, tỉnh Nghệ An có 48 sản phẩm OCOP đạt 3 sao trở lên."
    document = load(sentence.encode(), document_id="doctor", media_type="text/plain")
    claims = read(document).claims
    if [claim.count for claim in claims] == [48]:
        return Finding("reader", Health.GOOD, "reads a sample sentence as 48 products")
    return Finding(
        "reader",
        Health.BAD,
        f"finds {len(claims)} counts in a sample sentence that holds one",
        _install_command(),
    )


def _programs() -> Finding:
    """Whether the system programs are there that scans, old Word files and some PDFs need."""
    from ocop.parsing.programs import install_command, missing

    lacking = missing()
    if not lacking:
        found = "tesseract with Vietnamese, pdftotext, soffice: every format can be read"
        return Finding("programs", Health.GOOD, found)
    found = f"not installed: {', '.join(lacking)}; files that need them wait (needs_program)"
    return Finding("programs", Health.WARNING, found, install_command(lacking))


def _children() -> Finding:
    """Whether PDF, pictures and office files can be read apart from everything else."""
    from ocop.parsing.programs import is_confined

    confined = is_confined()
    if confined is None:
        found = "no child process can be started to read PDF, pictures and office files in"
        return Finding("children", Health.BAD, found, _install_command())
    kernel = "the kernel takes" if confined else "Python alone takes (the kernel does not)"
    found = f"binary files are read in processes of their own; {kernel} the network from them"
    return Finding("children", Health.GOOD, found)


def _workspace(workspace: Workspace) -> Finding:
    where = f"{workspace.root} ({workspace.chosen_by})"
    mend = f"export {ENVIRONMENT_VARIABLE}=$HOME/ocop && mkdir -p $HOME/ocop"
    folder = next(path for path in (workspace.root, *workspace.root.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        found = f"{where} cannot be written: {error.strerror}"
        return Finding("workspace", Health.BAD, found, mend)
    return Finding("workspace", Health.GOOD, f"{where} can be written")


def _disk(workspace: Workspace) -> Finding:
    folder = next(path for path in (workspace.root, *workspace.root.parents) if path.exists())
    free = shutil.disk_usage(folder).free
    found = f"{free / 2**30:.1f} GB free"
    if free >= LITTLE_DISK:
        return Finding("disk", Health.GOOD, found)
    return Finding("disk", Health.WARNING, found, f"du -sh {folder}/* | sort -h")


def _archive(workspace: Workspace) -> Finding:
    if not (workspace.corpus / "index.cdxj").exists():
        return Finding("archive", Health.WARNING, "empty", "ocop run PATH")
    from crawler.archive import Archive, ArchiveError

    try:
        captures = sum(1 for _ in Archive(workspace.corpus).captures(revisits=True))
    except ArchiveError as error:
        return Finding("archive", Health.BAD, str(error), "ocop ingest PATH")
    return Finding("archive", Health.GOOD, f"{captures:,} captures")


def _outputs(workspace: Workspace) -> Finding:
    from ocop.tables import unfit_outputs

    unfit = unfit_outputs(workspace.outputs)
    if unfit is None:
        return Finding("outputs", Health.WARNING, "none yet", "ocop run PATH")
    if unfit:
        return Finding("outputs", Health.BAD, f"of two runs: {', '.join(unfit)}", "ocop table")
    return Finding("outputs", Health.GOOD, "complete")


def _encoding() -> Finding:
    encoding = locale.getpreferredencoding(False)
    named = next(
        (
            f"{name}={os.environ[name]}"
            for name in ("LC_ALL", "LC_CTYPE", "LANG")
            if os.environ.get(name)
        ),
        "no LANG",
    )
    if encoding.replace("-", "").lower() == "utf8":
        return Finding("encoding", Health.GOOD, f"UTF-8 ({named})")
    found = f"the terminal expects {encoding} ({named}); ocop writes UTF-8"
    return Finding("encoding", Health.WARNING, found, "export LC_ALL=C.UTF-8")


def _checkout() -> Path:
    return Path(ocop.__file__).resolve().parent.parent


def _install_command() -> str:
    checkout = _checkout()
    if (checkout / "constraints.txt").exists():
        return f"cd {checkout} && {sys.executable} -m pip install -c constraints.txt -e ."
    return f"{sys.executable} -m pip install --force-reinstall ocop"


def _requirements() -> list[str]:
    """Names of the packages that ocop itself depends on, extras left out."""
    stated = importlib.metadata.requires("ocop") or []
    matches = (_REQUIREMENT.match(one) for one in stated if "extra ==" not in one)
    return [match.group() for match in matches if match]


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
