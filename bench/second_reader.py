"""Reading with and without the trained second reader, once there is one.

``extract.ner.network.shipped()`` gives the network that comes with ocop, or None.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any
from unittest.mock import patch

MODULE = "extract.ner.network"


def shipped() -> Any | None:
    """The second reader, or None where there is none."""
    try:
        network = import_module(MODULE)
    except ModuleNotFoundError as error:
        if error.name != MODULE:
            raise
        return None
    return network.shipped()


def without(work: Callable[[str], object]) -> Callable[[str], object]:
    """The same work by the rules alone."""

    def by_rules(text: str) -> object:
        with patch(f"{MODULE}.shipped", return_value=None):
            return work(text)

    return by_rules
