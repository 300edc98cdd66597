"""Who published a text, told by its address, a siglum, a byline or a masthead.

``publishers.csv`` holds the hosts of papers and portals and the sigla that their texts
open with, ``(QNO) -``, ``LSO -``. The province of a paper that has merged since is the
one it wrote for.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from urllib.parse import urlsplit

from extract.documents.lines import Line
from extract.model import SourceInfo
from extract.text.normalise import fold

_HEAD, _TAIL = 12, 6
_SIGLUM = re.compile(
    r"^[-\s]*(?:\(\s?(?P<brackets>[^()\d\n]{2,32}\d?)\s?\)\s?[-–—:]?"
    r"|(?P<bare>[\w&-]{2,16})\s?[-–—]\s?(?=[A-ZĐÀ-Ỹ0-9“\"]))"
)
_FIRST_WORD = re.compile(r"^[-\s]*(?P<bare>[A-Z]{4,8})\s(?=[A-ZĐÀ-Ỹ])")
_HOST = re.compile(r"(?<![\w@.])(?:https?://)?(?:[a-z0-9-]+\.){1,4}vn\b", re.IGNORECASE)
_PAPER = re.compile(r"(?:^|\W)báo ([^\W\d_][\w\s]{3,30})")
# A letterhead of two columns whose lines were joined: the motto stands at the right.
_MOTTO = re.compile(r"CỘNG H[OÒ][ÀA] XÃ HỘI|Độc lập\s?[-–]")
_NO_MASTHEAD = re.compile(
    r"(?<!\w)(?:huyện|xã|phường|thị xã|thị trấn)(?!\w)(?! một sản phẩm)|\d sản phẩm|[.!?;…]$"
)
"""What no province's masthead holds: a lower unit, a count, the end of a sentence."""
_OFFICES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^(?:văn phòng điều phối|vpđp)"), "ntm_office"),
    (re.compile(r"^(?:sở|chi cục|trung tâm|phòng|snn)\b"), "department"),
    (re.compile(r"^(?:cổng|trang thông tin|[uủ][ỷy] ban nhân dân|ubnd|tỉnh)\b"), "portal"),
    (re.compile(r"^(?:báo|đài)\b"), "newspaper"),
)  # fmt: skip


@cache
def _table() -> MappingProxyType[tuple[str, str], SourceInfo]:
    """The rows of ``publishers.csv`` by (kind, sign in lower case)."""
    lines = files(__package__).joinpath("publishers.csv").read_text(encoding="utf-8").splitlines()
    rows: dict[tuple[str, str], SourceInfo] = {}
    for row in csv.DictReader(lines):
        info = SourceInfo(row["name"], row["type"], row["province"] or None)
        rows[row["kind"], row["sign"].lower()] = info
    return MappingProxyType(rows)


@cache
def _provinces() -> tuple[tuple[str, str], ...]:
    """Names of provinces as (folded, as written), the longest first."""
    names = {info.province for info in _table().values() if info.province}
    return tuple(sorted(((fold(n), n) for n in names), key=lambda pair: -len(pair[0])))


def by_host(host: str) -> SourceInfo | None:
    """The publisher at ``host``; a subdomain of a known host has its province and type."""
    labels = host.lower().removeprefix("www.").split(".")
    for i in range(len(labels) - 1):
        found = _table().get(("host", ".".join(labels[i:])))
        if found is not None:
            return found if i == 0 else SourceInfo(host.lower(), found.type, found.province)
    return None


def by_address(url: str) -> SourceInfo | None:
    """The publisher of a page at ``url``; None when the host is unknown or missing."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return by_host(host) if host else None


def by_name(name: str) -> SourceInfo | None:
    """The publisher that calls itself ``name`` (og:site_name, JSON-LD, a byline)."""
    wanted = fold(name).strip()
    for info in _table().values():
        if fold(info.name) == wanted:
            return SourceInfo(name.strip(), info.type, info.province)
    return _by_office(name)


def by_lines(lines: Sequence[Line]) -> SourceInfo | None:
    """The publisher told in the text: siglum, address, masthead, or a credit at the end."""
    head = lines[:_HEAD]
    for find in (_by_siglum, _by_printed_host, _by_office):
        for line in head:
            found = find(line.text)
            if found is not None:
                return found
    for line in lines[-_TAIL:]:
        match = _PAPER.search(fold(line.text[:120]))
        if match and (found := by_name("Báo " + match[1].strip())) and found.province:
            return found
    return None


def _by_siglum(line: str) -> SourceInfo | None:
    match = _SIGLUM.match(line[:60]) or _FIRST_WORD.match(line[:60])
    if match is None:
        return None
    sign = next(group for group in match.groups() if group).strip().lower()
    found = _table().get(("siglum", sign))
    if found is not None:
        return found
    if "." in sign:
        return by_address(sign)
    if sign.startswith("báo "):
        return by_name(sign.title())
    squeezed = sign.replace(" ", "")
    return _host_labels().get(squeezed) if len(squeezed) >= 6 else None


@cache
def _host_labels() -> MappingProxyType[str, SourceInfo]:
    """Papers by the first label of their host: ``baonghean``."""
    hosts = ((sign, info) for (kind, sign), info in _table().items() if kind == "host")
    return MappingProxyType(
        {sign.split(".")[0]: info for sign, info in hosts if len(sign.split(".")) <= 3}
    )


def _by_printed_host(line: str) -> SourceInfo | None:
    if len(line) > 120:
        return None
    match = _HOST.search(line)
    return by_address(match.group()) if match and not line.lower().startswith("nguồn") else None


def _by_office(line: str) -> SourceInfo | None:
    """``SỞ NÔNG NGHIỆP VÀ PTNT HÀ NAM``: an office and the province it belongs to."""
    if len(line) > 120:
        return None
    view = fold(line).strip()
    kind = next((kind for pattern, kind in _OFFICES if pattern.match(view)), None)
    if kind is None or _NO_MASTHEAD.search(view):
        return None
    for folded, name in _provinces():
        if re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", view):
            return SourceInfo(_MOTTO.split(line)[0].strip(), kind, name)
    return None
