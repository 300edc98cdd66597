"""Who lives in the town, and the rows that point a crawler at them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from town.portals.aspnet import Postback, Viewer
from town.portals.b_grid import BGrid
from town.portals.base import Portal
from town.portals.dated_path import DatedPath
from town.portals.generic import Generic, Microdata
from town.portals.h1_name import H1Name
from town.portals.joomla import Joomla
from town.portals.liferay import Liferay
from town.portals.mastercms import MasterCms
from town.portals.newscontent import NewsContent
from town.portals.nukeviet import NukeViet
from town.portals.numbered import NumberedNews, NumberedSlug, PartedId
from town.portals.oddities import Accented, Scripted
from town.portals.postdate import PostDate
from town.portals.sharepoint import SharePoint
from town.portals.stamped import Timestamp, VcCorp
from town.portals.tandan import TanDan
from town.portals.vdoc import Vdoc
from town.portals.vnpt import Vnpt
from town.portals.websphere import WebSphere
from town.portals.wordpress import WordPress
from town.portals.zce import Zce


@dataclass(frozen=True, slots=True)
class Row:
    """One portal: name of its host, publisher, province, family.

    ``stories`` is how many it tells; 0 for as many as the others.
    """

    name: str
    publisher: str
    place: str
    build: type[Portal]
    stories: int = 0


ROWS = (
    Row("baothainguyen", "Báo Thái Nguyên", "Thái Nguyên", DatedPath),
    Row("baocantho", "Báo Cần Thơ", "Cần Thơ", Vdoc),
    Row("baohatinh", "Báo Hà Tĩnh", "Hà Tĩnh", Zce),
    Row("baonghean", "Báo Nghệ An", "Nghệ An", BGrid),
    Row("baocaobang", "Báo Cao Bằng", "Cao Bằng", H1Name),
    Row("baohaugiang", "Báo Hậu Giang", "Hậu Giang", NewsContent),
    Row("bacgiang", "Cổng thông tin điện tử tỉnh Bắc Giang", "Bắc Giang", Liferay),
    Row("quangninh", "Cổng thông tin điện tử tỉnh Quảng Ninh", "Quảng Ninh", SharePoint),
    Row("dienbien", "Cổng thông tin điện tử tỉnh Điện Biên", "Điện Biên", TanDan),
    Row("ntmbinhphuoc", "Văn phòng điều phối nông thôn mới Bình Phước", "Bình Phước", NukeViet),
    Row("angiang", "Cổng thông tin điện tử tỉnh An Giang", "An Giang", WebSphere),
    Row("ntmlangson", "Văn phòng điều phối nông thôn mới Lạng Sơn", "Lạng Sơn", Joomla),
    Row("khuyennongbackan", "Trung tâm Khuyến nông Bắc Kạn", "Bắc Kạn", WordPress),
    Row("thuonghieusonla", "Thương hiệu Sơn La", "Sơn La", MasterCms),
    Row("camau", "Cổng thông tin điện tử tỉnh Cà Mau", "Cà Mau", Vnpt),
    Row("baobinhdinh", "Báo Bình Định", "Bình Định", Viewer),
    Row("baophuyen", "Báo Phú Yên", "Phú Yên", Postback),
    Row("laocai", "Cổng thông tin điện tử tỉnh Lào Cai", "Lào Cai", PostDate),
    Row("baothaibinh", "Báo Thái Bình", "Thái Bình", NumberedNews),
    Row("baoyenbai", "Báo Yên Bái", "Yên Bái", NumberedSlug),
    Row("baoninhthuan", "Báo Ninh Thuận", "Ninh Thuận", PartedId),
    Row("baoninhbinh", "Báo Ninh Bình", "Ninh Bình", Timestamp),
    Row("tinhanoi", "Tin Hà Nội", "Hà Nội", VcCorp),
    Row("baolaichau", "Báo Lai Châu", "Lai Châu", Accented),
    Row("baodienbien", "Báo Điện Biên", "Điện Biên", Scripted),
    Row("hueonline", "Huế hôm nay", "Huế", Generic),
    Row("thanhhoamoi", "Thanh Hóa mới", "Thanh Hóa", Microdata),
)


def write(rows: Sequence[dict[str, str]], path: Path) -> Path:
    """Write rows as a ``sources.csv``."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def source(portal: Portal) -> dict[str, str]:
    """A row of ``sources.csv``."""
    files = {
        urlsplit(url).hostname or ""
        for story in portal.stories
        for url, _ in portal.papers(story)
        if url.startswith("http")
    }
    return {
        "id": portal.name,
        "publisher": portal.publisher,
        "province_code": portal.place.code,
        "regime": "63",
        "kind": portal.kind,
        "home": portal.base + "/",
        "feed": portal.url(portal.feed) if portal.feed else "",
        "feed_proof": "seen" if portal.feed else "",
        "sitemap": portal.url(portal.sitemap) if portal.sitemap else "",
        "listing": portal.url(portal.shelf_address(portal.main)),
        "search": portal.url(portal.search) if portal.search else "",
        "tag": portal.url(portal.tag) if portal.tag else "",
        "article_pattern": portal.article_pattern,
        "portal": portal.family,
        "charset": "",
        "selectors": portal.selectors,
        "file_hosts": " ".join(sorted(files)),
        "delay": "3",
        "hours": "",
        "expected_per_month": "1",
        "status": "active",
        "successor": "",
        "since": "2018",
        "checked": "2026-11-20",
        "evidence": "a portal of the test town",
        "note": "",
    }
