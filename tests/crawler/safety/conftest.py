"""A portal of the town, one page of it, and that page asked for under a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import asking
import pytest
from asking import Outcome
from town import Town
from town.faults.fault import Fault

NAME = "baocantho"
MIB = 1 << 20

Ask = Callable[..., Outcome]


@pytest.fixture(scope="module")
def opened_town() -> Iterator[Town]:
    with Town(names=[NAME], stories=2) as town:
        yield town


@pytest.fixture
def town(opened_town: Town) -> Iterator[Town]:
    yield opened_town
    opened_town.mend()
    opened_town.asked.clear()


@pytest.fixture
def page(town: Town) -> str:
    return town.expected(NAME)[0].url


@pytest.fixture
def ask(town: Town, page: str, tmp_path: Path) -> Ask:
    """What becomes of the page; ``fault`` stands before it, ``root`` is another port of it."""

    def build(fault: Fault | None = None, root: str = "", **settings: Any) -> Outcome:
        parts = urlsplit(page)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        if fault is not None:
            town.fail(NAME, path + "*", fault)
        url = root + path if root else page
        known = {"DOWNLOAD_MAXSIZE": MIB, **settings}
        return asking.crawl(str(tmp_path / "corpus"), url, **known).of[url]

    return build
