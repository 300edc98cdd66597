"""What the reading of one binary payload may take."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.documents.means import Limits

GIGABYTE = 2**30
MEGABYTE = 2**20
SECONDS = 600.0
"""Enough for some hundred scanned pages; what was recognised is kept, so another run goes on."""
MEMORY = 2 * GIGABYTE


@dataclass(frozen=True, slots=True)
class Allowance:
    """The most that a child process may take to read one payload.

    ``seconds`` are of the clock on the wall, its programs included. ``memory`` is address
    space in bytes beyond what the process has at its start; each program that it runs has
    as much. ``file`` is the largest file in bytes that it may write, ``answer`` the most
    bytes that it may send back, ``payload`` the largest payload that is given to it (text
    has a limit of its own). ``limits`` are those that readers keep to themselves.
    """

    seconds: float = SECONDS
    memory: int = MEMORY
    file: int = GIGABYTE
    answer: int = 64 * MEGABYTE
    payload: int = 64 * MEGABYTE
    limits: Limits = field(default_factory=Limits)


NORMAL = Allowance()
