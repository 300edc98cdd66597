"""``make demo-crawl``: the whole way from portal to number, on this machine alone.

Opens the town, crawls it with ``ocop crawl``, reads it with ``ocop run``, shows the health of
its sources. What is printed is what an operator sees; only the portals are invented.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from town.town import DOMAIN, Town

# On this machine nobody has to be spared, and its addresses are not public.
HERE = {
    "DOWNLOAD_DELAY": "0",
    "AUTOTHROTTLE_ENABLED": "0",
    "OCOP_PRIVATE_ADDRESSES": "1",
    "OCOP_HOSTS": json.dumps({f"*.{DOMAIN}": "127.0.0.1"}),
}


INPUTS_LOST = 3
"""What ``ocop run`` leaves with when some files could not be read (scans, for one)."""


def main() -> int:
    """Open the town, crawl it, read it, print the table."""
    with TemporaryDirectory(prefix="ocop-demo-") as name, Town() as town:
        folder = Path(name)
        rows = town.sources()
        with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        say(f"A town of {len(rows)} test portals is open on 127.0.0.1:{town.port}.")
        settings = [part for pair in HERE.items() for part in ("--set", "=".join(pair))]
        for words in (
            ["crawl", "--since", "2018-01-01", *settings],
            ["run"],
            ["sources"],
        ):
            shown = " ".join(word for word in words if word not in settings)
            say(f"\n$ ocop {shown}")
            code = ocop(folder, *words)
            if code not in (0, INPUTS_LOST):
                return code
    say("\nThe town is closed and its corpus is gone. Your own: docs/crawling.md, the first day.")
    return 0


def ocop(folder: Path, *words: str) -> int:
    """Run an ``ocop`` command in the workspace of the demo."""
    own = {
        "OCOP_CONTACT": "https://example.org/demo",
        "OCOP_WORKSPACE": str(folder),
        "OCOP_SOURCES": str(folder / "sources.csv"),
    }
    command = [sys.executable, "-m", "ocop", *words]
    return subprocess.run(command, env={**os.environ, **own}, check=False).returncode


def say(line: str) -> None:
    """Print a line, in the order of what the commands print."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
