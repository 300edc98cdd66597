"""Files whose address stands in script text only, as on the People's Council of Vĩnh Long.

Whether a file is behind an address that ends in ``.pdf`` is told by the bytes alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from parsel import Selector

from crawler.portals import addresses
from crawler.portals.model import Attachment

_QUOTED = re.compile(
    r"""["']([^"'<>\s{}][^"'<>\n{}]{0,1000}?\.(?:pdf|docx?|xlsx?|rtf|zip|rar)(?:\?[^"'<>\n{}]*)?)["']""",
    re.IGNORECASE,
)


def attachments(page: Selector, base: str) -> Iterator[Attachment]:
    r"""Files that stand in quotes in the scripts of a page (``\/`` read as ``/``), each once.

    A part of an address that a script puts together (``"/files/" + name``) names no file.
    """
    met: set[str] = set()
    for script in page.xpath("//script[not(@src)]/text()").getall():
        for match in _QUOTED.finditer(script.replace("\\/", "/").replace("\\u002f", "/")):
            url = addresses.joined(base, match[1])
            if url and url not in met:
                met.add(url)
                yield Attachment(url, unquote(urlsplit(url).path).rpartition("/")[2])
