"""Requests that are not sent and answers that are not taken, each with a name and advice.

All are ``IgnoreRequest``: Scrapy neither retries them nor takes them for a fault of the
program. ``crawler.failures`` names every other failure in the same way.
"""

from __future__ import annotations

from scrapy.exceptions import IgnoreRequest


class RefusedError(IgnoreRequest):
    """A request or answer that we refuse.

    Attributes:
        code: Its stable name, for counting.
        advice: What an operator can do.
    """

    code: str = "refused"
    advice: str = "read the message"


class PostponedError(RefusedError):
    """Not now: the address stays in the frontier, and no attempt is counted against it."""

    code = "postponed"
    advice = "nothing: a later crawl asks again"


class RobotsForbiddenError(RefusedError):
    """robots.txt forbids the address."""

    code = "robots_forbidden"
    advice = "leave the address out; if all of a source is forbidden, mark the source blocked"


class RobotsUnreachableError(RefusedError):
    """robots.txt could not be had, which forbids everything (RFC 9309 section 2.3.1.4)."""

    code = "robots_unreachable"
    advice = "open robots.txt in a browser; when it fails there too, tell the site's operator"


class CrawlDelayError(RefusedError):
    """robots.txt asks for a longer delay than a crawl can keep."""

    code = "crawl_delay_too_long"
    advice = "ask the site's operator for another way to the pages, or mark the source blocked"


class NotHttpError(RefusedError):
    """The address is neither http nor https."""

    code = "not_http"
    advice = "look where the link or redirect comes from; only web pages are fetched"


class PrivateAddressError(RefusedError):
    """The address lies, or its name stands for one, in a network that is not public."""

    code = "private_address"
    advice = "look up the name from another network; the site or a name server may be taken over"


class UrlTooLongError(RefusedError):
    """The address is longer than any article's."""

    code = "url_too_long"
    advice = "look for a link that grows with every page, and give the source an article pattern"


class TooManyRedirectsError(RefusedError):
    """A chain of redirects without end in sight."""

    code = "too_many_redirects"
    advice = "open the address in a browser and put the one it ends at into the source's row"


class RedirectLoopError(RefusedError):
    """A redirect that leads back to where it began; sites that insist on cookies do so."""

    code = "redirect_loop"
    advice = "the site may insist on cookies, which we do not keep: try its other addresses"


class TooLargeError(RefusedError):
    """An answer above the cap, as sent or unpacked."""

    code = "too_large"
    advice = "look at the file; if it is wanted, raise DOWNLOAD_MAXSIZE for one run"


class BadEncodingError(RefusedError):
    """The Content-Encoding is unknown, stacked too high, or not what was sent."""

    code = "bad_encoding"
    advice = "tell the site's operator that its Content-Encoding and its bytes differ"


class HostBusyError(PostponedError):
    """Another crawl asks this host."""

    code = "host_busy"
    advice = "nothing: the crawl that holds the host, or the next one, asks for the rest"


class HostPausedError(PostponedError):
    """The host asked for a pause that is longer than a crawl waits."""

    code = "host_asks_for_pause"


class OutsideHoursError(PostponedError):
    """The host may only be asked at other hours."""

    code = "outside_hours"
    advice = "schedule a crawl within the hours of the source's row"


class HostFailingError(PostponedError):
    """The host failed many times in a row."""

    code = "host_fails"
    advice = "read the failures before this one; the next crawl tries again"


class LeaseError(PostponedError):
    """The folder of leases cannot be used; without memory of a host it is not asked."""

    code = "no_lease"
    advice = "mend the disk or the rights of the folder hosts/ in the corpus (or OCOP_LEASES)"
