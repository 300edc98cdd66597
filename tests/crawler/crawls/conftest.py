"""Towns to crawl."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from town import Town
from towncrawl import Nights


@pytest.fixture
def nights(tmp_path: Path) -> Iterator[Callable[..., Nights]]:
    """Open a town of these portals; its corpus is empty."""
    opened: list[Town] = []

    def open_town(*names: str, stories: int = 16) -> Nights:
        town = Town(names=names or None, stories=stories)
        opened.append(town)
        folder = tmp_path / f"night-{len(opened)}"
        folder.mkdir()
        return Nights(town, folder)

    yield open_town
    for town in opened:
        town.close()
