"""SharePoint: Quảng Ninh, Hải Dương, Vĩnh Phúc, Quảng Ngãi, the ministry of agriculture, vbpl."""

from __future__ import annotations

import re
from typing import ClassVar

from crawler.portals.base import Selectors
from crawler.portals.generic import Generic


class SharePoint(Generic):
    """Pages are ``.aspx`` files of libraries; an article is one of them or a row of a list.

    The server does not tell letter case apart (``Pages``, ``pages``; ``ItemID``,
    ``itemid``), and adds to the query what the reader did (``title=``, ``Keyword=``).
    Files of a row lie under ``/Lists/<list>/Attachments/<row>/``.
    """

    name: ClassVar[str] = "sharepoint"
    family: ClassVar[Selectors] = Selectors(
        body=(
            "div.noi-dung-trang, .asset-content, #divArticleDescription, .ms-rtestate-field,"
            " #toanvancontent"
        ),
        date=".publish-date, .date-post",
        attachments="a[href*='/Lists/'][href*='/Attachments/']",
        noise=".tin-lien-quan, .tin-khac, .social-share, .ms-cal-gridtable, .ms-acal-rootdiv",
    ).then(Generic.family)
    article_path: ClassVar[re.Pattern[str] | None] = re.compile(
        r"(?i)\.aspx\?(?:.*&)?(?:nid|ItemID|docid|newsid|articleid|VanBanID|id)=\d+"
        r"|/(?:Pages|Trang|SitePages)/(?!(?:default|home|trang-?chu|index|search|tim-kiem|sitemap"
        r"|rss|login|portal|lich-[^/]*|calendar|tin-[^/]*|danh-sach-[^/]*|tai-lieu-tra-cuu"
        r"|chitiet[^/]*)\.aspx)[^/?]+\.aspx(?:$|\?)"
    )
    lists_files: ClassVar[bool] = True
    names: ClassVar[frozenset[str]] = frozenset(
        ("nid", "ItemID", "docid", "newsid", "articleid", "VanBanID", "id")
    )
    folds_case: ClassVar[tuple[str, ...]] = ("Pages", "Trang", "SitePages", "So", "Lists")
