"""What one item of work may take, and what becomes of it when it takes more."""

from __future__ import annotations

import faulthandler
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import FrameType
from typing import TextIO, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Fate(StrEnum):
    """What became of an item that gave no result."""

    WORKER_DIED = "worker_died"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    BROKE = "reader_broke"


@dataclass(frozen=True, slots=True)
class Failure:
    """An item without a result; ``detail`` says the limit or the error."""

    fate: Fate
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item may take: wall-clock ``seconds`` and ``memory`` in bytes.

    Memory is address space on top of what the process has when it starts; it is
    limited in worker processes only.
    """

    seconds: float = 120.0
    memory: int = 3 * 2**30


NORMAL = Limits()


class _TooSlow(BaseException):
    """The alarm; no Exception, so that no reader can take it for a fault of the text."""


def guarded(work: Callable[[Item], Result], item: Item, limits: Limits) -> Result | Failure:
    """Work on one item; whatever goes wrong with it comes back as a ``Failure``.

    The limit on time needs the main thread; that on memory is the process's own.
    """
    try:
        with _alarm(limits.seconds):
            return work(item)
    except _TooSlow:
        return Failure(Fate.TOO_SLOW, f"{limits.seconds:g} seconds")
    except MemoryError:
        return Failure(Fate.TOO_MUCH_MEMORY, f"{limits.memory / 2**30:g} GiB")
    except Exception as error:  # noqa: BLE001 - a fault of ours costs one item and is reported
        return Failure(Fate.BROKE, f"{type(error).__name__}: {error}")


@contextmanager
def own_time() -> Iterator[None]:
    """The block has limits of its own: the time of the item stands still meanwhile."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    left, again = signal.setitimer(signal.ITIMER_REAL, 0)
    faulthandler.cancel_dump_traceback_later()
    try:
        yield
    finally:
        if _watched:
            watch(_watched[-1])
        signal.setitimer(signal.ITIMER_REAL, left, again)


_watched: list[float] = []


def watch(seconds: float | None) -> None:
    """End this process when it has not come back to watch again in time; None ends the watch.

    For work that never comes back to Python, which no alarm can interrupt.
    """
    _watched[:] = [] if seconds is None else [seconds]
    if seconds is None:
        faulthandler.cancel_dump_traceback_later()
    else:
        faulthandler.dump_traceback_later(seconds, exit=True, file=_nowhere())


@cache
def _nowhere() -> TextIO:
    return open(os.devnull, "w")  # noqa: PTH123 - kept open for the watchdog


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise ``_TooSlow`` in the block after ``seconds``, again each second if it goes on."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise _TooSlow

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
