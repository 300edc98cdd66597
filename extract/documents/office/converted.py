"""DOC, RTF and ODT to papers: LibreOffice makes DOCX of them, which is read as such."""

from __future__ import annotations

from pathlib import Path

from extract.documents import compound
from extract.documents.kinds import DOC, ODT, OLE, RTF
from extract.documents.means import Means, UnreadableError, own_folder, run
from extract.documents.office import docx
from extract.documents.office.package import Package, damaged, too_much
from extract.documents.office.password import check_compound, check_open
from extract.documents.paper import Paper

_SUFFIXES = {DOC: "doc", RTF: "rtf", ODT: "odt"}

# A profile of its own for each file: nothing is kept, no macro or script runs, no link is
# followed, and what would go to the network goes to a closed port.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "DisableOLEAutomation", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def read(payload: bytes, kind: str, means: Means) -> Paper:
    """Read a text that LibreOffice knows.

    Raises:
        UnreadableError: ``needs_program``, ``too_slow``, ``program_failed``; ``encrypted``,
            ``damaged``, ``too_much_output``; ``unsupported_format`` for compound files that
            are neither a text nor a workbook.
    """
    if kind in (OLE, DOC):
        check_compound(payload)
    if kind == OLE:
        raise _no_text(payload)
    if kind == ODT:
        check_open(Package(payload, means.limits))
    return docx.read(_convert(payload, _SUFFIXES[kind], means), kind, means)


def _no_text(payload: bytes) -> UnreadableError:
    if not compound.root_names(payload):
        return damaged("It is a compound file (as old Office files are) without a directory.")
    return UnreadableError(
        "unsupported_format",
        "It is a compound file that is neither a Word text nor a workbook.",
        "Open it by hand; if it holds a decision, save that as PDF or DOCX and load it.",
    )


def _convert(payload: bytes, suffix: str, means: Means) -> bytes:
    """The DOCX that LibreOffice makes of ``payload``."""
    with own_folder() as folder:
        given, made = folder / f"given.{suffix}", folder / "made"
        given.write_bytes(payload)
        profile = folder / "profile"
        _write_profile(profile)
        options = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
        arguments = [*options, f"-env:UserInstallation={profile.as_uri()}"]
        arguments += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made), str(given)]
        run("soffice", arguments, seconds=means.limits.seconds, folder=folder)
        result = made / "given.docx"
        if not result.is_file():
            raise damaged("LibreOffice cannot open it: it is broken, or no text.")
        if result.stat().st_size > means.limits.unpacked:
            raise too_much("LibreOffice made more of it than a text ever has.")
        return result.read_bytes()


def _write_profile(profile: Path) -> None:
    items = "\n".join(
        _ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    registry = profile / "user" / "registrymodifications.xcu"
    registry.write_text(_PROFILE.format(items=items), encoding="utf-8")
