"""Health of all sources: who brings documents, who has gone quiet, and what to do about it.

``health(ledger, sources, now)`` judges every source, ``write`` keeps it as ``health.json``
and as a page that needs no network, ``worst`` tells a scheduler.
"""

from crawler.health.judge import health
from crawler.health.model import Day, Health, SourceHealth, Worst, worst
from crawler.health.page import html
from crawler.health.provinces import ProvinceHealth, by_province
from crawler.health.report import SCHEMA, VERSION, as_json, write

__all__ = [
    "SCHEMA",
    "VERSION",
    "Day",
    "Health",
    "ProvinceHealth",
    "SourceHealth",
    "Worst",
    "as_json",
    "by_province",
    "health",
    "html",
    "worst",
    "write",
]
