"""Papers with ``viewer.aspx?macm=&macmp=&mabb=`` (Bình Định): the query is the identity."""

from __future__ import annotations

import re
from typing import ClassVar

from crawler.portals.aspnet import AspNet


class Viewer(AspNet):
    """``mabb`` is the article, ``macm`` and ``macmp`` are its sections; all are asked for."""

    name: ClassVar[str] = "viewer"
    article_path: ClassVar[re.Pattern[str] | None] = re.compile(
        r"(?i)/viewer\.aspx\?(?:[^#]*&)?mabb=\d+"
    )
    keeps: ClassVar[frozenset[str]] = frozenset({"macm", "macmp", "mabb"})
    folds_case: ClassVar[tuple[str, ...]] = ("viewer.aspx",)
