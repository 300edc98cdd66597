"""How much memory a child took, by its own reckoning.

``ru_maxrss`` of a child begins with what the process that started it had in memory, which in
the middle of a test run is hundreds of megabytes; ``VmHWM`` begins at ``exec`` (proc(5)).
"""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def finish(
    children: Sequence[subprocess.Popen[bytes]], log: Callable[[], str], *, within: float = 120
) -> int:
    """Wait until all children have ended well; the most memory (bytes) that one of them took.

    ``log`` tells what they did, for when one did not.
    """
    most, end = 0, time.monotonic() + within
    try:
        while (alive := [one for one in children if one.poll() is None]) and time.monotonic() < end:
            most = max(most, *map(high_water_mark, alive))
            time.sleep(0.01)
        assert [one.returncode for one in children] == [0] * len(children), log()
    finally:
        for one in children:
            one.kill()
            one.communicate()
    return most


def high_water_mark(child: subprocess.Popen[bytes]) -> int:
    """Bytes of memory that a child has had at most; 0 at its very end."""
    told = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{child.pid}/status").read_text("ascii"))
    return int(told[1]) * 1024 if told else 0
