"""``python -m ocop.evaluate GOLD…``: what ``--against REVISION`` calls in an old checkout."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ocop.evaluate.command import run
from ocop.evaluate.options import Options


def main(arguments: Sequence[str]) -> int:
    """Parse the arguments and run; ``ocop evaluate`` has more of them."""
    parser = argparse.ArgumentParser(
        prog="python -m ocop.evaluate", description="Compare the reader with labelled documents."
    )
    parser.add_argument("gold", nargs="+", type=Path, help="files or folders of *.jsonl")
    parser.add_argument("--json", action="store_true", help="print a report for machines")
    parser.add_argument("--predictions", type=Path, metavar="OUT.jsonl", help="keep what was read")
    parser.add_argument("--report", type=Path, metavar="OUT.json", help="keep the report")
    parser.add_argument(
        "--against", metavar="OLD", help="show gains and losses since a report or revision"
    )
    parser.add_argument("--jobs", type=_positive, help="processes (default: one a core)")
    parser.add_argument(
        "--details",
        nargs="?",
        const="",
        metavar="ID",
        help="print every error, of one document or of all (put it after the files)",
    )
    parser.add_argument(
        "--grep",
        action="append",
        default=[],
        metavar="WORD",
        help="with --details: only errors whose lines hold this (again: and this)",
    )
    chosen = parser.parse_args(arguments)
    return run(
        Options(
            gold=tuple(chosen.gold),
            only=(chosen.details,) if chosen.details else (),
            details=chosen.details is not None or bool(chosen.grep),
            words=tuple(chosen.grep),
            json=chosen.json,
            predictions=chosen.predictions,
            report=chosen.report,
            against=chosen.against,
            jobs=chosen.jobs,
        )
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
