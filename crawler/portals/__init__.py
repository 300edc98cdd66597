"""CMS families: one file each. ``PORTALS`` is what ``sources.csv`` may name.

A family is found by its file: a new subclass of ``Portal`` with a name of its own needs no
other line of code.
"""

from __future__ import annotations

import importlib
import pkgutil

from crawler.portals.base import Article, Attachment, Link, Listing, NextPage, Portal

__all__ = ["PORTALS", "Article", "Attachment", "Link", "Listing", "NextPage", "Portal"]


def _families() -> dict[str, type[Portal]]:
    """Families by the name that a row gives them.

    Raises:
        ValueError: Two families bear one name.
    """
    families: dict[str, type[Portal]] = {}
    for module in sorted(one.name for one in pkgutil.iter_modules(__path__, f"{__name__}.")):
        for portal in vars(importlib.import_module(module)).values():
            if not (isinstance(portal, type) and issubclass(portal, Portal)):
                continue
            own = vars(portal)
            if portal.__module__ != module or not own.get("name"):
                continue  # imported there, or only a base of others
            other = families.setdefault(own["name"], portal)
            if other is not portal:
                raise ValueError(
                    f"{module} and {other.__module__} are both called {own['name']!r}: "
                    "rename one of them"
                )
    return families


PORTALS: dict[str, type[Portal]] = _families()
