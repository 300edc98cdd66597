"""IBM WebSphere Portal: An Giang, Cần Thơ, and once Cà Mau and Bình Thuận."""

from __future__ import annotations

import re
from typing import ClassVar
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

from w3lib.url import safe_url_string

from crawler.portals.base import Selectors
from crawler.portals.generic import Generic

_STATE = re.compile(r"/!ut/p/[^?]*$")
_CONTENT = "/wps/wcm/connect/"
# Views of a page, not what it shows: pagers of boxes (`WCM_Page.Menu_TinTucKhac=5`), print
# templates, ids of portlets, caches of files.
_VIEW = re.compile(
    r"(?i)^(?:WCM_Page\..*|WCM_PORTLET|WCM_PI|WCM_PageSize.*|presentationtemplate(?:id)?|srv|cmpntid"
    r"|current|source|mod|cvid|cacheid|useDefaultText|useDefaultDesc|1dmy|page|contentCache)$"
)
# Pages that show one article, and names that no page of a menu has.
_DETAIL = re.compile(r"(?i)/(?:tin-?)?chi-?tiet[^/]*/[^/]+")
_SLUG = re.compile(r"(?:[^-_+./]+[-_+]){4,}[^-_+./]+$|[^/]{30,}$")


class WebSphere(Generic):
    """One article has as many addresses as readers: ``!ut/p/z1/…`` holds a reader's state.

    The state can be cut off where the path before it, or the content's path in the query
    (``WCM_GLOBAL_CONTEXT``, ``urile=wcm:path:``), names the article. Elsewhere it is all
    that names it, and stays; the canonical link of the page may still decide.
    """

    name: ClassVar[str] = "websphere"
    family: ClassVar[Selectors] = Selectors(
        summary=".tom-tat, .tomtat",
        body=".noi-dung, .noidung",
        noise=".wpthemeBreadcrumb, .wpthemeNavContainer, .TinTucKhac",
    ).then(Generic.family)
    lists_files: ClassVar[bool] = True
    article_path: ClassVar[re.Pattern[str] | None] = re.compile(
        r"(?i)/wps/(?:my)?portal/.*(?:/(?:tin-?)?chi-?tiet[^/?]*/[^/?!]+)"
        r"|[?&](?:WCM_GLOBAL_CONTEXT|urile)=[^&]+"
        r"|/wps/wcm/connect/.+/[^/?]+"
        r"|/wps/(?:my)?portal/(?:[^/?!]+/)*(?:[^-_+/?!]+[-_+]){4,}[^/?!]+"
    )

    def canonical(self, url: str) -> str:
        """The path of the content, else the page's path without the state of the session."""
        split = urlsplit(super().canonical(url))
        path = re.sub(r"^/wps/myportal\b", "/wps/portal", split.path)
        if content := _content_of(split.query):
            return urlunsplit(split._replace(path=safe_url_string(content), query=""))
        if path.startswith("/wps/portal") and _names_article(_STATE.sub("", path)):
            path = _STATE.sub("", path)
        kept = [one for one in split.query.split("&") if one and not _VIEW.match(_name(one))]
        return urlunsplit(split._replace(path=path.rstrip("/") or "/", query="&".join(kept)))


def _name(part: str) -> str:
    return unquote(part.partition("=")[0])


def _content_of(query: str) -> str:
    """The path of a content item that a query names, below ``/wps/wcm/connect/``; or empty."""
    for name, value in parse_qsl(query):
        if name.lower() == "wcm_global_context":
            path = value
        elif name.lower() == "urile" and value.lower().startswith("wcm:path:"):
            path = value[len("wcm:path:") :]
        else:
            continue
        path = path.strip().rstrip("/")
        if path:
            return path if path.startswith("/wps/") else _CONTENT + path.lstrip("/")
    return ""


def _names_article(path: str) -> bool:
    """Whether a path without a session's state is that of one article."""
    return bool(_DETAIL.search(path) or _SLUG.search(path.rstrip("/").rpartition("/")[2]))
