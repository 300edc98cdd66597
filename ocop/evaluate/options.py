"""What can be asked of an evaluation, and what cannot be asked at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ocop.evaluate.fields import GoldError
from ocop.evaluate.folds import LeaveOut
from ocop.evaluate.revision import CHECKOUT


@dataclass(frozen=True, slots=True)
class Options:
    """What to evaluate and how to show it.

    ``gold`` empty means the files that ``gate`` is about, else ``tests/gold`` of the
    checkout. ``only`` names documents to read (none: all). ``details`` prints every error
    that holds all ``words``. ``predictions`` (JSON Lines) and ``report`` (JSON) are files
    to write, ``against`` is a report or a git revision to compare with. ``gate`` is the
    file of pinned scores (or its folder) that none may fall below; ``pin`` writes it, by
    default beside the gold. ``leave_out`` reads each part with weights learned without
    it: ``folds`` heaps of whole files, or of provinces, drawn by ``seed``; ``epochs`` is
    how often the second reader sees each document (None: as ships). ``jobs`` None
    means one a core.
    """

    gold: tuple[Path, ...] = ()
    only: tuple[str, ...] = ()
    details: bool = False
    words: tuple[str, ...] = ()
    json: bool = False
    predictions: Path | None = None
    report: Path | None = None
    against: str | Path | None = None
    gate: Path | None = None
    pin: bool = False
    leave_out: LeaveOut | None = None
    folds: int = 5
    seed: int = 0
    epochs: int | None = None
    jobs: int | None = None

    def check(self) -> None:
        """Refuse what contradicts itself.

        Raises:
            GoldError: it does.
        """
        if (self.gate or self.pin) and (self.only or self.leave_out):
            raise GoldError("--gate, --pin", "pinned scores are those of whole files, read plainly")
        if self.leave_out and self.only:
            raise GoldError("--leave-out", "learns from all documents; name files, not --only")
        if self.leave_out and self.old_revision:
            raise GoldError(
                "--leave-out", "compares with a report (--against OLD.json), not with a revision"
            )

    @property
    def old_report(self) -> Path | None:
        """The report to compare with, if ``against`` is one."""
        if self.against is None or self.old_revision:
            return None
        return Path(self.against)

    @property
    def old_revision(self) -> str | None:
        """The revision to compare with, if ``against`` is no file and not named like one."""
        if self.against is None:
            return None
        path = Path(self.against)
        return None if path.is_file() or path.suffix == ".json" else str(self.against)


def default_gold() -> tuple[Path, ...]:
    """The labelled documents of the checkout that holds ocop.

    Raises:
        GoldError: there is no checkout, or it has none.
    """
    folder = CHECKOUT / "tests" / "gold"
    if not folder.is_dir():
        raise GoldError("gold", "name the labelled files or folders to evaluate on")
    return (folder,)
