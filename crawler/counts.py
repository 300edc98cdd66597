"""Names under which a crawl counts: ``ocop/<name>`` in its stats, ``<name>`` in ``Run.counts``.

Monitors and health read these and nothing else of a run; what is not counted cannot raise
an alarm. Families of names end in ``/``: their members are codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

PREFIX = "ocop/"


class Count(StrEnum):
    """What is counted, once for each page unless it says else."""

    REQUESTS = "requests"  # everything that was sent, robots.txt and retries included
    INDEX_PAGES = "index_pages"  # pages of feeds, sitemaps, listings … that answered (200, 304)
    INDEX_UNCHANGED = "index_unchanged"  # of these, answered 304
    INDEXES_READ = "indexes_read"  # of these, named a document or sitemap, or answered 304
    INDEXES_LOST = "indexes_lost"  # proved ways that failed, or named no document
    GUESSES_FAILED = "guesses_failed"  # guessed ways that did: nothing to be alarmed of
    PASSED_OVER = "passed_over"  # links that do not speak of OCOP
    DOCUMENTS_ASKED = "documents_asked"  # documents that were asked for, whatever came
    NEW = "new"  # documents archived for the first time
    CHANGED = "changed"  # documents archived again, with other bytes
    ARCHIVED = "archived"  # captures with a payload
    UNCHANGED = "unchanged"  # captures without: the payload is archived already
    IRRELEVANT = "irrelevant"  # answers that do not speak of OCOP
    GONE = "gone"
    REFUSED = "refused"
    BROKEN = "broken"
    TAKEN_OVER = "taken_over"
    FAILED = "failed"
    POSTPONED = "postponed"  # not asked now: outside the hours, a pause that was asked for
    ARTICLES = "articles"  # pages that were read by the portal's selectors
    WITH_TITLE = "articles_with_title"
    WITH_SUMMARY = "articles_with_summary"
    WITH_BODY = "articles_with_body"
    WITH_DATE = "articles_with_published"
    DRIFT_TITLE = "drift/title"  # articles on which the portal's selector found no title …
    DRIFT_BODY = "drift/body"
    DRIFT_DATE = "drift/date"
    LISTINGS = "listings"  # pages of listings, tags and searches that were read
    DRIFT_LINKS = "drift/links"  # of these, on which the portal's selector found no link


DRIFT = "drift/"
"""Selectors that are set and found nothing: ``drift/<name>`` (``Article.drift``)."""
IDENTITY = "identity/"
"""What answers turned out to be: ``identity/<Code>``, of pages and index pages alike."""
FAILURES = "failures/"
"""Why there was no answer: ``failures/<code>`` (``crawler.failures``)."""


def of_stats(stats: Mapping[str, object]) -> dict[str, int]:
    """The counts among a crawl's statistics, without their prefix."""
    counts = {
        name.removeprefix(PREFIX): value
        for name, value in stats.items()
        if name.startswith(PREFIX) and isinstance(value, int)
    }
    requests = stats.get("downloader/request_count", 0)
    return counts | {Count.REQUESTS.value: requests if isinstance(requests, int) else 0}


def family(counts: Mapping[str, int], prefix: str) -> dict[str, int]:
    """Members of a family by code, the most frequent first."""
    found = {
        name.removeprefix(prefix): number
        for name, number in counts.items()
        if name.startswith(prefix) and number
    }
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))
