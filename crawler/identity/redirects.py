"""Where an answer came from in the end, against where it was asked for.

Registrable domains are told by the Public Suffix List that comes with tldextract: no
network is asked for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from tldextract import TLDExtract

from crawler.identity.codes import Code
from crawler.identity.face import Face

_domains = TLDExtract(suffix_list_urls=(), cache_dir=None)
_FRONT = re.compile(
    r"/?(?:(?:index|default|home|trang-?chu|main|vi|vi-vn|web/guest(?:/home|/trang-chu)?|"
    r"pages/(?:default|home|trangchu)|web/portal)(?:\.(?:html?|aspx?|php|jsp))?/?)?",
    re.IGNORECASE,
)
_SCRIPTED = re.compile(
    r"(?:window\.|document\.|top\.|self\.)?location(?:\.href)? ?= ?[\"']([^\"']{1,500})[\"']|"
    r"location\.(?:replace|assign)\( ?[\"']([^\"']{1,500})[\"']"
)
_REFRESH = re.compile(
    r"\d{0,4}\s{0,9};\s{0,9}url\s{0,9}=\s{0,9}[\"']?([^\"']{1,500})", re.IGNORECASE
)

# ASP.NET leads to its error page with ``aspxerrorpath``, Liferay to ``/c/portal/login``.
_LOGIN = re.compile(r"/(?:c/portal/login|login|dang-?nhap|signin|authenticate|wp-login)\b")
_NOT_FOUND = re.compile(r"/(?:loi-?|error-?|page-?)?(?:404|not-?found|khong-?tim-?thay)\b")
_ERROR = re.compile(
    r"/(?:error|loi|custom-?error|error-?page|500)(?:\.\w{2,5})?/?\?|aspxerrorpath="
)


@lru_cache(maxsize=4096)
def registrable(host: str) -> str:
    """The domain that somebody registered: ``baocantho.com.vn`` of ``m.baocantho.com.vn``."""
    return _domains(host).top_domain_under_public_suffix or host


def is_front(url: str, home: str) -> bool:
    """Whether an address is that of a site's front page."""
    here, front = urlsplit(url), urlsplit(home)
    if here.query and here.query != front.query:
        return False
    return here.path.rstrip("/") == front.path.rstrip("/") or bool(_FRONT.fullmatch(here.path))


def led_home(asked: str, url: str, home: str) -> bool:
    """Whether a page of a site was asked for and its front page came."""
    same_site = registrable(_host(asked)) == registrable(_host(url))
    return same_site and not is_front(asked, home) and is_front(url, home)


def led_abroad(asked: str, url: str, own: Iterable[str]) -> str:
    """The host that an answer came from when it is none of the publisher's; else empty.

    Args:
        asked: The address that was asked for, on whatever host.
        url: The address that answered.
        own: Hosts of the source.
    """
    host = _host(url)
    domains = {registrable(one) for one in (_host(asked), *own)}
    return "" if registrable(host) in domains else host


def led_to_notice(url: str) -> Code:
    """What an address to which a site leads says of itself: an error or a login page."""
    target = urlsplit(url)
    path = f"{target.path}?{target.query}".lower()
    if _LOGIN.search(path):
        return Code.LOGIN_WALL
    if _NOT_FOUND.search(path):
        return Code.SOFT_NOT_FOUND
    return Code.ERROR_PAGE if _ERROR.search(path) else Code.NONE


def scripted(face: Face) -> str:
    """Where a page with hardly a word sends the reader by script or refresh, or empty."""
    if face.words > 40:
        return ""
    for element in face.tree.iter("meta"):
        refreshes = (element.get("http-equiv") or "").lower() == "refresh"
        found = _REFRESH.match((element.get("content") or "").strip())
        if refreshes and found:
            return _absolute(face.url, found[1])
    for element in face.tree.iter("script"):
        if found := _SCRIPTED.search(element.text or ""):
            return _absolute(face.url, found[1] or found[2])
    return ""


def _absolute(base: str, link: str) -> str:
    try:
        url = urljoin(base, link.strip())
        return url if urlsplit(url).hostname else ""
    except ValueError:
        return ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
