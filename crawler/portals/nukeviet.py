"""NukeViet: Bình Phước, Đồng Nai, Hà Tĩnh, Ninh Bình, communes of Nghệ An, and many more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import urlencode

from parsel import Selector
from scrapy.http import TextResponse

from crawler.portals import addresses
from crawler.portals.base import Attachment, Portal, Selectors, Twin

_DOWNLOAD = re.compile(r"nv_download_file\(\s*'(?:idown)?'\s*,\s*'((?:[^'\\]|\\.)+)'")
_FILE_OF_LAW = re.compile(r"nv_download_file\(\s*'?(\d+)'?\s*,\s*'?(\d+)'?\s*\)")
_VARIABLE = re.compile(r"\bnv_(lang_data|module_name|base_siteurl)\s*=\s*\"([^\"]*)\"")


class NukeViet(Portal):
    """``/<category>/<Slug>-<id>.html``, paged as ``/page-2/``; the module of decisions is *laws*.

    Print and "save" views are the address with one part more. Files are often handed out
    by a script (``nv_download_file``) whose address the variables of the page complete.
    """

    name: ClassVar[str] = "nukeviet"
    family: ClassVar[Selectors] = Selectors(
        title="#news_detail h1, .news_column h1.title, h1.title, #print h1, h3.lawh3",
        summary="#hometext, .hometext, h3.lawh3 + p",
        body="#news-bodyhtml, #bodytext, .bodytext, h3.lawh3 ~ .table-responsive",
        date=(
            ".news_column span.h5, #news_detail span.time, span.time, [itemprop=datePublished],"
            " #print .list-inline li, tr.hoatim"
        ),
        author="p.h5.text-right, #news_detail p[style*=right], #author p",
        noise=(
            "ul.related, .other-news, .keywords, #idcomment, .comment, .news-rating, #form3B,"
            " .socialicon"
        ),
        next="ul.pagination a, .generate_page a",
    )
    article_path: ClassVar[re.Pattern[str] | None] = re.compile(
        r"(?:/|op=)[\w%.-]+/(?!page-)[\w%.-]+-\d+\.html(?:$|\?)"
        r"|/detail/[\w%.-]+-\d+/?(?:$|\?)"
        r"|[?&]op=(?!page|tag|rss)[\w%.-]+/(?!page-)[\w%.-]+-\d+/?(?:$|&)"
    )
    file_path: ClassVar[re.Pattern[str] | None] = re.compile(
        r"[?&]download=1\b|[?&]op=(?:down|download)\b"
    )
    lists_files: ClassVar[bool] = True
    twins: ClassVar[tuple[Twin, ...]] = (
        Twin(re.compile(r"(.*/)(?:print|savefile)/(.+)"), r"\1\2"),
        Twin(re.compile(r"(.*[?&]op=)(?:print|savefile)/(.+)"), r"\1\2"),
    )
    feeds: ClassVar[tuple[str, ...]] = ("/vi/news/rss/", "/news/rss/", "/rss/")
    search: ClassVar[str] = "/index.php?language=vi&nv=seek&q={words}&page={page}"

    def attachments(self, page: Selector, response: TextResponse) -> Iterator[Attachment]:
        """Files that are linked, and those that only a script hands out."""
        met = set()
        for attachment in super().attachments(page, response):
            met.add(attachment.url)
            yield attachment
        for attachment in _scripted(page, response):
            if attachment.url not in met:
                met.add(attachment.url)
                yield attachment


def _scripted(page: Selector, response: TextResponse) -> Iterator[Attachment]:
    """Addresses that ``nv_download_file`` would go to."""
    said = dict(_VARIABLE.findall(response.text))
    base = addresses.joined(response.url, said.get("base_siteurl") or "/")
    language, module = said.get("lang_data", "vi"), said.get("module_name", "download")
    for anchor in page.xpath(".//*[contains(@onclick, 'nv_download_file')]"):
        script = anchor.attrib["onclick"]
        query = {"language": language, "nv": module}
        if found := _FILE_OF_LAW.search(script):
            query |= {"op": "download", "fileid": found[2], "lawsid": found[1]}
            name = anchor.attrib.get("title", "")
        elif found := _DOWNLOAD.search(script):
            query |= {"op": "down", "filename": found[1]}
            name = found[1]
        else:
            continue
        yield Attachment(addresses.joined(base, f"index.php?{urlencode(query)}"), name)
