"""Faults that a server can produce, one class each; the module says of which kind.

``CATALOGUE`` holds them all with arguments that fit most tests; each docstring says what a
crawler must make of it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import ModuleType

from town.faults import (
    addresses,
    charsets,
    codings,
    connections,
    feeds,
    files,
    markup,
    redirects,
    refusals,
    robots,
    tls,
    validators,
)
from town.faults.fault import Fault, Rewrite

__all__ = ["CATALOGUE", "Fault", "tls"]

_MODULES = (
    *(redirects, connections, refusals, codings, charsets, robots, markup, feeds, addresses),
    *(validators, files),
)
_FRAMES = {
    *(Fault, Rewrite, redirects.RedirectTo, refusals.Says, codings.Bomb, charsets.Letters),
    *(robots.Rules, feeds.XmlText),
}
_ARGUMENTS: dict[type[Fault], Callable[[], Fault]] = {
    redirects.OffHost: lambda: redirects.OffHost("baocantho"),
    refusals.Status: lambda: refusals.Status(403),
    robots.CrawlDelay: lambda: robots.CrawlDelay("abc"),
    robots.RobotsElsewhere: lambda: robots.RobotsElsewhere("baocantho"),
    feeds.ForeignSitemap: lambda: feeds.ForeignSitemap("baocantho"),
}


def _kinds(module: ModuleType) -> list[type[Fault]]:
    return [
        one
        for _, one in inspect.getmembers(module, inspect.isclass)
        if issubclass(one, Fault) and one.__module__ == module.__name__ and one not in _FRAMES
    ]


CATALOGUE: dict[str, Callable[[], Fault]] = {
    f"{module.__name__.rpartition('.')[2]}.{kind.__name__}": _ARGUMENTS.get(kind, kind)
    for module in _MODULES
    for kind in _kinds(module)
}
"""A maker for each fault, by module and class: ``refusals.Captcha``."""
