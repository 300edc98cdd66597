"""What could not be taken into the archive: kept with the corpus until it has been mended.

Outputs are built from the corpus alone, so a fault of taking in has to be remembered
there; otherwise ``ocop table`` would forget what ``ocop ingest`` met.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from crawler.archive import Fault
from ocop.errors import OcopError
from ocop.workspace import replacing

NAME = "faults.jsonl"


class FaultLog:
    """Faults by the path that was given to ``ocop ingest`` (file ``corpus/faults.jsonl``).

    Giving a path again replaces all that was remembered of it.
    """

    def __init__(self, corpus: Path) -> None:
        self.path = corpus / NAME

    def faults(self) -> list[Fault]:
        """Every remembered fault, sorted.

        Raises:
            OcopError: the file is damaged.
        """
        return sorted(
            {fault for _, fault in self._entries()},
            key=lambda fault: (fault.where, fault.code, fault.message),
        )

    def replace(self, given: Path, faults: Iterable[Fault]) -> None:
        """Remember ``faults`` of taking in ``given`` instead of what was known of it."""
        there = str(given.resolve())
        kept = [(name, fault) for name, fault in self._entries() if name != there]
        entries = [*kept, *((there, fault) for fault in faults)]
        if not entries and not self.path.exists():
            return
        with replacing(self.path) as beside:
            beside.write_text("".join(_line(*entry) for entry in entries), encoding="utf-8")

    def _entries(self) -> list[tuple[str, Fault]]:
        if not self.path.exists():
            return []
        try:
            return [_entry(line) for line in self.path.read_text(encoding="utf-8").splitlines()]
        except (ValueError, KeyError, TypeError) as error:
            raise OcopError(
                f"{self.path} is damaged ({error}).",
                "Delete it and give the same paths to ocop ingest again.",
            ) from error


def _line(name: str, fault: Fault) -> str:
    return json.dumps({"given": name, **asdict(fault)}, ensure_ascii=False) + "\n"


def _entry(line: str) -> tuple[str, Fault]:
    record = json.loads(line)
    return record.pop("given"), Fault(**record)
