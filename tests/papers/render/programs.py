"""Conversions by LibreOffice: from DOCX to DOC, RTF, ODT and PDF."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

MISSING = "LibreOffice (soffice) is not installed"
FILTERS = {
    "doc": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "odt": "odt:writer8",
    "pdf": "pdf:writer_pdf_Export",
}


def office() -> str | None:
    """The program, where it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(payload: bytes, suffix: str) -> bytes:
    """A DOCX in another format."""
    return convert_all({"paper": payload}, suffix)["paper"]


def convert_all(payloads: dict[str, bytes], suffix: str) -> dict[str, bytes]:
    """Many DOCX at once: starting the program costs more than its work."""
    program = office()
    if program is None:
        raise FileNotFoundError(MISSING)
    with tempfile.TemporaryDirectory() as room:
        here = Path(room)
        for name, payload in payloads.items():
            (here / f"{name}.docx").write_bytes(payload)
        subprocess.run(
            [
                program,
                f"-env:UserInstallation=file://{room}/profile",
                "--headless",
                "--convert-to",
                FILTERS[suffix],
                "--outdir",
                str(here / "out"),
                *(str(here / f"{name}.docx") for name in payloads),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return {name: (here / "out" / f"{name}.{suffix}").read_bytes() for name in payloads}
