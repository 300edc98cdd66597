"""Order, limits and deaths of workers. Items are calls of the standard library."""

from __future__ import annotations

import operator
import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from ocop.engines import work_here, work_in_processes
from ocop.errors import OcopError
from ocop.guard import Failure, Fate, Limits

SHORT = Limits(seconds=0.5, memory=2**30)
Call = Callable[[], object]


def double(number: int) -> Call:
    return partial(operator.mul, number, 2)


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    items = [double(n) for n in range(100)]
    assert list(work_in_processes(operator.call, items, jobs=jobs, chunk=7)) == [
        2 * n for n in range(100)
    ]


def test_no_items_give_no_results() -> None:
    assert list(work_in_processes(operator.call, [], jobs=2)) == []


def test_items_are_taken_as_the_work_proceeds() -> None:
    taken: list[int] = []

    def items() -> object:
        for number in range(1000):
            taken.append(number)
            yield double(number)

    results = work_in_processes(operator.call, items(), jobs=1, chunk=5)
    assert next(results) == 0
    assert len(taken) < 100
    results.close()


@pytest.mark.parametrize(
    ("poison", "fate"),
    [
        (partial(int, "mười"), Fate.BROKE),
        (partial(time.sleep, 30), Fate.TOO_SLOW),
        (partial(bytearray, 8 * 2**30), Fate.TOO_MUCH_MEMORY),
        (partial(os._exit, 3), Fate.WORKER_DIED),
        (partial(os.abort), Fate.WORKER_DIED),
    ],
)
def test_a_bad_item_fails_alone(poison: Call, fate: Fate) -> None:
    items = [double(n) for n in range(30)]
    items[17] = poison
    results = list(work_in_processes(operator.call, items, jobs=2, limits=SHORT, chunk=4))
    bad = results.pop(17)
    assert isinstance(bad, Failure)
    assert bad.fate is fate
    assert results == [2 * n for n in range(30) if n != 17]


def test_code_that_never_returns_to_python_is_ended() -> None:
    # A blocked alarm stands for a library that holds the interpreter.
    stuck = partial(
        exec,
        "import signal, time; "
        "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM}); time.sleep(60)",
    )
    results = list(
        work_in_processes(operator.call, [double(1), stuck, double(2)], jobs=1, limits=SHORT)
    )
    assert results[0] == 2
    assert isinstance(results[1], Failure)
    assert results[2] == 4


def test_a_worker_that_is_killed_once_costs_nothing(tmp_path: Path) -> None:
    marker = str(tmp_path / "died")
    script = f"""
import os, signal
if not os.path.exists({marker!r}):
    open({marker!r}, "w").close()
    os.kill(os.getpid(), signal.SIGKILL)
"""
    items = [double(n) for n in range(40)]
    items[11] = partial(exec, script)
    results = list(work_in_processes(operator.call, items, jobs=2, chunk=4))
    assert results.pop(11) is None
    assert results == [2 * n for n in range(40) if n != 11]


def test_an_interrupted_run_leaves_no_process_behind() -> None:
    items = [partial(os.getpid), *(partial(time.sleep, 60) for _ in range(8))]
    results = work_in_processes(operator.call, items, jobs=2, chunk=1)
    worker = next(results)
    assert isinstance(worker, int)
    results.close()
    for _ in range(200):
        if not _alive(worker):
            return
        time.sleep(0.05)
    pytest.fail("The worker outlived the run.")


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_machine_that_starts_no_process_is_a_sentence() -> None:
    impossible = Limits(memory=2**70)
    with pytest.raises(OcopError, match="No process can be started"):
        list(work_in_processes(operator.call, [double(1)] * 9, jobs=2, limits=impossible))


def test_in_this_process_an_item_may_break_or_be_slow() -> None:
    items = [double(1), partial(int, "x"), partial(time.sleep, 30), double(2)]
    results = list(work_here(operator.call, items, SHORT))
    assert [r.fate if isinstance(r, Failure) else r for r in results] == [
        2,
        Fate.BROKE,
        Fate.TOO_SLOW,
        4,
    ]
