"""robots.txt as RFC 9309 wants it: a file that cannot be had forbids everything."""

from __future__ import annotations

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser


class StrictRobotsMiddleware(RobotsTxtMiddleware):
    """Scrapy's own allows everything when robots.txt fails; RFC 9309 section 2.3.1.4 nothing."""

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500:
            self._robots_error(OSError(f"robots.txt of {netloc}: {response.status}"), netloc)
            return
        await super()._parse_robots(response, netloc, request)

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Let pass what the rules allow.

        Raises:
            IgnoreRequest: The rules forbid it, or could not be had.
        """
        if rp is None:
            self._stats.inc_value("robotstxt/unreachable")
            raise IgnoreRequest(f"robots.txt could not be had, so {request.url} is not fetched")
        super().process_request_2(rp, request)
