"""The members of an Office file: a ZIP that is read within limits, with XML that is safe.

ECMA-376 part 2 (OPC) and OpenDocument part 2 let a package hold stored and deflated
members only, and OPC forbids declarations of document types (section 8.2.5): whoever needs
one to say what it says wants to do harm.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zlib
from dataclasses import dataclass
from functools import cached_property
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from extract.documents.means import MEGABYTE, Limits, UnreadableError

MAX_TREE = 64 * MEGABYTE
"""Bytes of one XML member that may become a tree in memory."""
MAX_TAGS = 4_000_000
_MAX_MEMBERS = 10_000
_ENCRYPTED = 0x1
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DOCTYPE = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
# ISO/IEC 29500 Strict names the same vocabulary otherwise.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"

OPEN_BY_HAND = "Open it by hand; if it opens, save it in another format and load that."


def damaged(message: str) -> UnreadableError:
    """The error of a file that is broken, or made to do harm."""
    return UnreadableError("damaged", message, OPEN_BY_HAND)


def encrypted() -> UnreadableError:
    """The error of a file that only a password opens."""
    return UnreadableError(
        "encrypted",
        "The file is protected by a password.",
        "Ask the publisher for a copy without a password, or look for the decision elsewhere.",
    )


def too_much(message: str) -> UnreadableError:
    """The error of a file that unpacks to more than the limits allow."""
    return UnreadableError(
        "too_much_output",
        message,
        "Look at the file: it may be made to do harm; if it is genuine, load it in parts.",
    )


@dataclass(frozen=True, slots=True)
class Relation:
    """What a member points at: the type's last word, and the name of a member or an address."""

    type: str
    target: str
    outside: bool = False


class Package:
    """The members of an Office file by name, in small letters as names are compared (OPC 6.3)."""

    def __init__(self, payload: bytes, limits: Limits) -> None:
        """Open ``payload`` and look through its directory.

        Raises:
            UnreadableError: ``damaged``, ``encrypted``, or ``too_much_output``.
        """
        try:
            self._zip = ZipFile(io.BytesIO(payload))
        except (BadZipFile, ValueError, OSError, RuntimeError, struct.error) as error:
            raise damaged(f"It is a ZIP that cannot be opened: {error}.") from error
        members = self._zip.infolist()
        unpacked = sum(member.file_size for member in members)
        if len(members) > _MAX_MEMBERS or unpacked > limits.unpacked:
            raise too_much(
                f"It unpacks to {unpacked:,} bytes in {len(members):,} files; "
                f"at most {limits.unpacked:,} bytes in {_MAX_MEMBERS:,} files are read."
            )
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise encrypted()
        self._members: dict[str, ZipInfo] = {_key(m.filename): m for m in members}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of all members."""
        return tuple(self._members)

    def read(self, name: str) -> bytes | None:
        """The bytes of a member, or None where there is none of this name.

        Never more than the directory says, whose sum was looked at, come out of it.

        Raises:
            UnreadableError: ``damaged``.
        """
        member = self._members.get(_key(name))
        if member is None:
            return None
        if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise damaged(f"{name} in it is packed in a way that Office files are not.")
        try:
            return self._zip.read(member)
        except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise damaged(f"{name} in it cannot be unpacked: {error}.") from error

    def xml(self, name: str) -> bytes | None:
        """The bytes of an XML member that declares no document type.

        Raises:
            UnreadableError: ``damaged``.
        """
        data = self.read(name)
        if data is not None and any(mark in data for mark in _DOCTYPE):
            raise damaged(f"{name} in it declares entities, which no office program writes.")
        return data

    def tree(self, name: str) -> etree._Element | None:
        """The root element of an XML member, or None where there is none of this name.

        Raises:
            UnreadableError: ``damaged`` or ``too_much_output``.
        """
        data = self.xml(name)
        if data is None:
            return None
        if len(data) > MAX_TREE or data.count(b"<") > MAX_TAGS:
            raise too_much(f"{name} in it has {len(data):,} bytes, more than a text ever has.")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        try:
            root = etree.fromstring(_STRICT.sub(_TRANSITIONAL, data), parser)
        except etree.XMLSyntaxError as error:
            raise damaged(f"{name} in it is not well-formed XML: {error.msg}.") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise damaged(f"{name} in it declares entities, which no office program writes.")
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """What the member ``name`` points at, by id ("" is the package itself)."""
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, Relation] = {}
        for node in root.iter(_RELATIONSHIP) if root is not None else ():
            kind = node.get("Type", "").rpartition("/")[2]
            target = node.get("Target", "")
            outside = node.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target))
            found[node.get("Id", "")] = Relation(kind, target, outside)
        return found

    def repacked(self) -> bytes:
        """The same members once more, unpacked: what another reader of it gets to see.

        A reader that trusts the stream more than the directory finds in it nothing but what
        was looked at here. Pictures are left out.

        Raises:
            UnreadableError: ``damaged``.
        """
        out = io.BytesIO()
        with ZipFile(out, "w", ZIP_STORED) as new:
            for name, member in self._members.items():
                if "/media/" not in name and not name.startswith("pictures/"):
                    data = self.xml(name) if name.endswith((".xml", ".rels")) else self.read(name)
                    new.writestr(member.filename, data or b"")
        return out.getvalue()


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
