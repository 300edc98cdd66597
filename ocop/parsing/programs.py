"""The system programs that some formats need: which are there, and what installs the others."""

from __future__ import annotations

import os
import shutil
import subprocess

from extract.documents.means import INSTALLED_BY
from ocop.parsing.allowance import NORMAL
from ocop.parsing.child import NETWORK
from ocop.parsing.children import read_in_child

VIETNAMESE = "tesseract-ocr-vie"
"""The package with Tesseract's knowledge of Vietnamese."""

_INSTALL = "apt-get install"


def missing() -> dict[str, tuple[str, ...]]:
    """What is not installed, by name, each with the Debian packages that bring it."""
    lacking = {
        name: tuple(command.removeprefix(_INSTALL).split())
        for name, command in INSTALLED_BY.items()
        if shutil.which(name) is None
    }
    if "tesseract" not in lacking and not _knows_vietnamese():
        lacking["Vietnamese for tesseract"] = (VIETNAMESE,)
    return lacking


def install_command(lacking: dict[str, tuple[str, ...]]) -> str:
    """The one command that installs all of it on Debian and Ubuntu."""
    packages = dict.fromkeys(package for packages in lacking.values() for package in packages)
    who = "" if os.geteuid() == 0 else "sudo "
    return f"{who}{_INSTALL} {' '.join(packages)}"


def _knows_vietnamese() -> bool:
    try:
        said = subprocess.run(
            ["tesseract", "--list-langs"],  # noqa: S607 - as the reader finds it
            capture_output=True,
            text=True,
            errors="replace",
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return "vie" in said.stdout.split()


def is_confined() -> bool | None:
    """Whether the kernel takes the network away from children; None when none can be started."""
    answer = read_in_child(b"", "", NORMAL, None)
    if answer.said[:1] != NETWORK:
        return None
    return answer.said[1:] == b"1"
