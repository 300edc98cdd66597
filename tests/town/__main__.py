"""``python -m town``: open the town until Ctrl-C, and say where it is."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from pathlib import Path

from town import census, guide
from town.town import Town


def main() -> None:
    """Open the town."""
    parser = argparse.ArgumentParser(prog="town", description="A town of test portals.")
    parser.add_argument("--port", type=int, default=8093, help="0 for any that is free")
    parser.add_argument("--stories", type=int, default=16, help="stories a portal tells")
    parser.add_argument("--corpus", type=Path, help="stories to tell instead, as JSON lines")
    parser.add_argument("--names", nargs="*", help="portals to open; all when not given")
    parser.add_argument("--sources", type=Path, help="write rows for sources.csv here")
    parser.add_argument("--guide", action="store_true", help="print the tables of docs/town.md")
    given = parser.parse_args()
    if given.guide:
        sys.stdout.write(f"{guide.portals()}\n{guide.faults()}")
        return
    stop = threading.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, lambda *_: stop.set())
    with Town(
        port=given.port, names=given.names, stories=given.stories, corpus=given.corpus
    ) as town:
        rows = town.sources()
        if given.sources:
            census.write(rows, given.sources)
        for row in rows:
            sys.stdout.write(f"{row['home']}  {row['portal'] or 'generic'}  {row['publisher']}\n")
        sys.stdout.write(f"All of them are 127.0.0.1:{town.port}. Ctrl-C ends it.\n")
        sys.stdout.flush()
        stop.wait()


if __name__ == "__main__":
    main()
