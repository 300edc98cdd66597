"""Liferay: Bắc Giang, Bắc Ninh, Đắk Lắk, Đồng Tháp, Quảng Bình, Quảng Trị, Thái Nguyên."""

from __future__ import annotations

import re
from typing import ClassVar
from urllib.parse import urlsplit, urlunsplit

from crawler.portals.base import Selectors
from crawler.portals.generic import Generic

# Parameters of portlets say how a page is shown (`p_p_state=pop_up` is the print view), where
# the reader came from and on which page of a list he was. What they say of an article
# (`_101_INSTANCE_x_assetEntryId`) is its identity where the path does not say it.
_ARTICLE_PARAMETER = re.compile(r"_(?:assetEntryId|articleId|groupId|urlTitle|struts_action|type)$")
_PORTLET = re.compile(r"^(?:p_p_(?!id$)|p_r_p_|_\w+_|redirect$|inheritRedirect$)")
_FILE = re.compile(
    r"/(?:documents/(?:\d+|portlet_file_entry)/|c/document_library/get_file\b)"
    r"(?!.*\.(?:jpe?g|png|gif|webp|svg|mp4|mp3)(?:/|\?|$))",
    re.IGNORECASE,
)


class Liferay(Generic):
    """Articles lie behind ``/-/`` of a page; files under ``/documents/`` end in a UUID.

    ``?t=`` of a file is the time of its last change, which every page that links to it
    repeats: one file, many addresses. A bare query (``slug?10295``) names the article:
    without it the server of the Inspectorate shows another page.
    """

    name: ClassVar[str] = "liferay"
    family: ClassVar[Selectors] = Selectors(
        summary=".article-summary, .summary_detail_news",
        body=".article_summary_detail, .journal-content-article",
        date=".meta-data-date, .time_detail_news, .date_post",
        noise=(
            ".taglib-social-bookmarks, .asset-links, .taglib-ratings, .taglib-discussion,"
            " .lfr-discussion, .aui-calendar"
        ),
        next="ul.lfr-pagination-buttons a, .taglib-page-iterator a, ul.pagination a",
    ).then(Generic.family)
    article_path: ClassVar[re.Pattern[str] | None] = re.compile(
        r"/-/asset_publisher/[^/?]+/content/[^/?]+"
        r"|/-/details/\d+/[^/?]+"
        r"|/-/view-article/\d+/\d+/\d+"
        r"|/-/(?!asset_publisher|details|view-article|document_)[^/?]+/?(?:$|\?)"
        r"|/w/[^/?]+/?(?:$|\?)"
        r"|/chi-tiet\?(?:.*&)?id=\d+"
        r"|(?i:content)/[^/?]+\?\d+$"
        r"|[?&]_\w+_assetEntryId=\d+"
    )
    file_path: ClassVar[re.Pattern[str] | None] = _FILE
    lists_files: ClassVar[bool] = True
    bare_query: ClassVar[bool] = True
    sitemaps: ClassVar[tuple[str, ...]] = ("/sitemap.xml",)

    def canonical(self, url: str) -> str:
        """Without what portlets say of the view, and without the time of a file's change."""
        split = urlsplit(super().canonical(url))
        named = "/-/" in split.path or split.path.startswith("/w/")
        file = split.path.startswith("/documents/")
        kept = [part for part in split.query.split("&") if part and _stays(part, named, file)]
        path = re.sub(r"^/vi(?=/.*/-/|/-/)", "", split.path)
        return urlunsplit(split._replace(path=path, query="&".join(kept)))


def _stays(part: str, named: bool, file: bool) -> bool:
    name, equals, _ = part.partition("=")
    if not equals:
        return not file  # a bare query is an identity
    if file and name in ("t", "version", "download"):
        return False
    if named:
        return not _PORTLET.search(name) and name != "p_p_id"
    return not _PORTLET.search(name) or _ARTICLE_PARAMETER.search(name) is not None
