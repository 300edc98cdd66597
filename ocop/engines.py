"""Processes on one machine: items in, results out in the same order.

No item can stop the run: one that breaks, hangs, eats memory or kills its process
comes back as a ``Failure``, and everything else is worked on. A killed worker costs
its chunk, which is given out again.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Generic, TypeVar

from ocop.errors import OcopError
from ocop.guard import NORMAL, Failure, Fate, Limits, guarded, watch

__all__ = [
    "NORMAL",
    "Failure",
    "Fate",
    "Limits",
    "available_cores",
    "work_here",
    "work_in_processes",
]

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 32
"""Items that a worker takes at once: the most that its death can cost."""

CHUNKS_AHEAD = 3
"""Chunks handed out for each worker; bounds the results that wait for a slow one."""

PATIENCE = 2
"""Deaths of a chunk after which its items are tried one by one."""

PRELOADED = ["ocop.pipeline", "extract.reading"]
"""Imported once by the server process that the workers are forked from."""


def work_here(
    work: Callable[[Item], Result], items: Iterable[Item], limits: Limits = NORMAL
) -> Iterator[Result | Failure]:
    """Work on ``items`` in this process, without limits on memory.

    Limits on time need the main thread; elsewhere there are none.
    """
    for item in items:
        yield guarded(work, item, limits)


def work_in_processes(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int,
    limits: Limits = NORMAL,
    chunk: int = CHUNK,
) -> Iterator[Result | Failure]:
    """Work on ``items`` in ``jobs`` processes; results come in the order of the items.

    Args:
        work: pickled and sent with each chunk, so it should be small.
        items: consumed as the work proceeds; at most ``jobs * CHUNKS_AHEAD`` chunks
            are held at a time.
        jobs: number of processes.
        limits: what one item may take.
        chunk: items in a chunk.

    Raises:
        OcopError: no process can be started at all.
    """
    pool = _Pool(work, jobs, limits)
    source = iter(items)
    try:
        while True:
            while pool.has_room and (next_items := tuple(islice(source, chunk))):
                pool.give(next_items)
            if pool.is_empty:
                return
            yield from pool.take()
    finally:
        pool.stop()


def available_cores() -> int:
    """Cores that this process may use (affinity and containers respected)."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# What runs in a worker -------------------------------------------------------


def _begin(limits: Limits) -> None:
    """Prepare a worker: leave Ctrl-C to the parent, leave with it, keep to the memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    statm = Path("/proc/self/statm")
    if statm.exists():
        taken = int(statm.read_text().split()[0]) * resource.getpagesize()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (taken + limits.memory, hard))


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work_on(
    work: Callable[[Item], Result], items: tuple[Item, ...], limits: Limits
) -> list[Result | Failure]:
    """Work on one chunk. Code that never comes back to Python is ended by the watchdog."""
    results = []
    for item in items:
        watch(2 * limits.seconds + 1)
        results.append(guarded(work, item, limits))
    watch(None)
    return results


# The pool --------------------------------------------------------------------


@dataclass(slots=True)
class _Chunk(Generic[Item, Result]):
    """Items that were handed out together; ``deaths`` counts the pools that broke under them."""

    items: tuple[Item, ...]
    future: Future[list[Result | Failure]] | None = None
    deaths: int = 0


class _Pool(Generic[Item, Result]):
    """Executors, one after the other: each death of a worker breaks one."""

    def __init__(self, work: Callable[[Item], Result], jobs: int, limits: Limits) -> None:
        self._work = work
        self._jobs = jobs
        self._limits = limits
        self._given: deque[_Chunk[Item, Result]] = deque()
        self._proved = False
        self._executor = self._start(jobs)

    @property
    def has_room(self) -> bool:
        """Whether another chunk may be handed out."""
        return len(self._given) < self._jobs * CHUNKS_AHEAD

    @property
    def is_empty(self) -> bool:
        """Whether every chunk has been taken back."""
        return not self._given

    def give(self, items: tuple[Item, ...]) -> None:
        """Hand out a chunk."""
        chunk: _Chunk[Item, Result] = _Chunk(items)
        self._submit(chunk)
        self._given.append(chunk)

    def take(self) -> list[Result | Failure]:
        """Wait for the oldest chunk."""
        oldest = self._given[0]
        while True:
            if oldest.deaths >= PATIENCE:
                self._given.popleft()
                return [self._alone(item) for item in oldest.items]
            try:
                if oldest.future is not None:
                    results = oldest.future.result()
                    self._given.popleft()
                    return results
            except BrokenProcessPool:
                pass
            self._mend()

    def stop(self) -> None:
        """End all workers at once."""
        _kill(self._executor)

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            jobs, mp_context=_context(), initializer=_begin, initargs=(self._limits,)
        )

    def _submit(self, chunk: _Chunk[Item, Result]) -> None:
        try:
            chunk.future = self._executor.submit(_work_on, self._work, chunk.items, self._limits)
        except BrokenProcessPool:
            chunk.future = None  # take() will mend the pool when it comes to this chunk

    def _mend(self) -> None:
        """Start anew and hand out again what has no result yet."""
        _kill(self._executor)
        self._executor = self._start(self._jobs)
        for chunk in self._given:
            if chunk.future is None or _is_lost(chunk.future):
                chunk.deaths += 1
                self._submit(chunk)

    def _alone(self, item: Item) -> Result | Failure:
        """Work on a suspect in a process of its own; twice, as its death may be chance."""
        for _ in range(PATIENCE):
            executor = self._start(1)
            try:
                future = executor.submit(_work_on, self._work, (item,), self._limits)
                return future.result()[0]
            except BrokenProcessPool:
                continue
            finally:
                _kill(executor)
        self._prove_that_workers_start()
        return Failure(Fate.WORKER_DIED)

    def _prove_that_workers_start(self) -> None:
        """Tell an item that kills from a machine on which every process dies."""
        if self._proved:
            return
        executor = self._start(1)
        try:
            executor.submit(int).result()
        except BrokenProcessPool as error:
            raise OcopError(
                "No process can be started to read in.",
                "Type ocop doctor, or use --jobs 0 to read in one process.",
            ) from error
        finally:
            _kill(executor)
        self._proved = True


def _is_lost(future: Future[list[Result | Failure]]) -> bool:
    """Whether a future of a broken pool holds no result."""
    return not future.done() or future.cancelled() or future.exception() is not None


def _kill(executor: ProcessPoolExecutor) -> None:
    """End the processes of an executor without waiting for their work."""
    processes = list((executor._processes or {}).values())
    executor.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()


@cache
def _context() -> BaseContext:
    """Workers forked from a small server where the system has that, else spawned."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context
