"""The stable codes of what an answer turned out to be: each is counted, reported, advised on.

A code never changes its meaning: runs of years ago are counted under it in the ledger. The
English words go to logs and records, the Vietnamese ones to the health page beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crawler.ledger import Verdict


class Code(StrEnum):
    """What is odd about an answer; ``NONE`` when nothing is."""

    NONE = ""
    # No answer that can be read now.
    SERVER_ERROR = "server_error"
    TOO_MANY_REQUESTS = "too_many_requests"
    BAD_STATUS = "bad_status"
    MAINTENANCE = "maintenance"
    ERROR_PAGE = "error_page"
    SUSPENDED = "suspended"
    # Somebody does not want to be asked.
    FORBIDDEN = "forbidden"
    LOGIN_WALL = "login_wall"
    FIREWALL = "firewall"
    CAPTCHA = "captcha"
    JAVASCRIPT_CHALLENGE = "javascript_challenge"
    COOKIE_WALL = "cookie_wall"
    REFUSAL_NOTICE = "refusal_notice"
    # Not there any more.
    NOT_FOUND = "not_found"
    SOFT_NOT_FOUND = "soft_not_found"
    REDIRECTED_HOME = "redirected_home"
    MOVED = "moved"
    # Somebody else's.
    FOREIGN_HOST = "foreign_host"
    PARKED = "parked"
    GAMBLING = "gambling"
    OTHER_PUBLISHER = "other_publisher"
    FOREIGN_LANGUAGE = "foreign_language"
    # There, and not readable.
    EMPTY = "empty"
    TITLE_ONLY = "title_only"
    NEEDS_JAVASCRIPT = "needs_javascript"
    UNFILLED_TEMPLATE = "unfilled_template"
    SERVER_DEFAULT = "server_default"
    PAGE_FOR_FILE = "page_for_file"
    PAGE_FOR_FEED = "page_for_feed"
    CUT_SHORT = "cut_short"
    STILL_COMPRESSED = "still_compressed"
    UNDECODABLE = "undecodable"
    # Readable, and odd: counted, no reason to leave it.
    TYPE_DIFFERS = "type_differs"
    PLACEHOLDERS = "placeholders"
    CLOCK_AS_DATE = "clock_as_date"
    FUTURE_DATE = "future_date"
    IMPOSSIBLE_DATE = "impossible_date"
    # Addresses without end: not asked.
    ENDLESS_CALENDAR = "endless_calendar"
    SESSION_IDS = "session_ids"
    REPEATING_PATH = "repeating_path"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code means, for those who act on it.

    Attributes:
        verdict: How the ledger remembers the answer; None for an oddity that is kept.
        en: One clause in English; what was seen is put behind it.
        vi: The same in Vietnamese.
        advice: What an operator should do.
        advice_vi: The same in Vietnamese.
    """

    verdict: Verdict | None
    en: str
    vi: str
    advice: str
    advice_vi: str
