"""CMS families: one file each. ``PORTALS`` is what ``sources.csv`` may name."""

from __future__ import annotations

from crawler.portals.base import Article, Attachment, Link, Listing, NextPage, Portal

PORTALS: dict[str, type[Portal]] = {}

__all__ = ["PORTALS", "Article", "Attachment", "Link", "Listing", "NextPage", "Portal"]
