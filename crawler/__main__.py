"""``python -m crawler``: one lane of a crawl in a process of its own, for a machine of many.

What it needs stands in a folder: ``sources.csv``, ``corpus/`` (a slice of ledger and index),
``lane.json`` (sources, since, settings; jobs for several at once). It ends when its standard
input does: a lane whose machine was told to stop, or lost its parent, asks no server any longer.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path

from crawler.crawl import crawl
from crawler.sources import load_sources


def main(folder: Path) -> None:
    """Crawl the lane of a folder."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    lane = json.loads((folder / "lane.json").read_text(encoding="utf-8"))
    known = load_sources(folder / "sources.csv")
    sources = [known[one] for one in lane["sources"]]
    crawl(
        sources,
        folder / "corpus",
        since=lane["since"],
        jobs=lane.get("jobs", 1),
        settings=lane["settings"],
    )


def _end_with_parent() -> None:
    """At once, without tidying up: what is written so far is safe, and somebody else goes on."""
    while os.read(sys.stdin.fileno(), 1 << 16):  # not buffered: no lock is held at shutdown
        pass
    os._exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
