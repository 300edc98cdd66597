"""Set up before any test: what ocop says about threads holds before numpy is loaded."""

from __future__ import annotations

from typing import Any

import pytest

import ocop  # noqa: F401

ONE_NIGHT = ("crawls/test_faults_", "crawls/test_families")
"""Modules whose tests look at one long crawl: all of a module go to one worker of xdist."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Spread tests over workers, a module of one night as if it were one test."""
    from xdist.scheduler import LoadScopeScheduling

    class ByNight(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            module: str = nodeid.partition("::")[0]
            return module if any(one in module for one in ONE_NIGHT) else nodeid

    return ByNight(config, log) if config.getvalue("dist") == "load" else None
