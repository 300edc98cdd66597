"""Families are found by their files."""

from __future__ import annotations

import re

from crawler.portals import PORTALS, Portal
from crawler.portals.base import SELECTORS


def test_every_family_stands_under_its_name() -> None:
    for name, portal in PORTALS.items():
        assert issubclass(portal, Portal)
        assert name == portal.name
        assert re.fullmatch(r"[a-z0-9_]+", name)


def test_every_family_can_be_used() -> None:
    for portal in PORTALS.values():
        made = portal(home="https://baoa.vn/")
        assert made.selectors == made.family
        for css in (getattr(made.selectors, name) for name in SELECTORS):
            assert not re.search(r"\([^)]*,", css), "lists are split at commas"


def test_selectors_of_a_row_come_first() -> None:
    class Family(Portal):
        family = Portal.family.overridden({"title": "h1", "body": ".b"})

    assert Family(own_selectors={"title": "h2"}).selectors.title == "h2"
    assert Family(own_selectors={"title": "h2"}).selectors.body == ".b"
