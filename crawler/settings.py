"""Scrapy settings: a guest on small public servers, who says who he is.

Every value that protects a server or this machine is written down here, also where it is
Scrapy's default today. ``OCOP_CONTACT`` (a web page or mail address where the operators of
a site reach you), ``OCOP_CORPUS`` (the archive's folder) and ``OCOP_SOURCES`` (the rows of
sources) come from the environment.
"""

from __future__ import annotations

import os

BOT_NAME = "ocop"
SPIDER_LOADER_CLASS = "crawler.spiderloader.SourceLoader"
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False  # an HTTP server that runs any code it is sent
LOG_LEVEL = "INFO"

OCOP_CONTACT = os.environ.get("OCOP_CONTACT", "").strip()
OCOP_CORPUS = os.environ.get("OCOP_CORPUS", "corpus")
OCOP_SOURCES = os.environ.get("OCOP_SOURCES", "")
"""The rows of sources; empty for the bundled ``sources.csv``."""
OCOP_REFETCH_DAYS = None
"""Ask everything again after so many days; None: by the schedule of the ledger."""
OCOP_LISTING_PAGES = 5
"""Pages of a listing that are read, as far as they are new."""
OCOP_LISTING_PAGES_SINCE = 400
"""Pages of a listing that are read back to the day that ``since`` names."""
OCOP_WARC_MB = int(os.environ.get("OCOP_WARC_MB", "512"))
"""Size at which a new WARC file is begun."""
OCOP_PRIVATE_ADDRESSES = os.environ.get("OCOP_PRIVATE_ADDRESSES") == "1"
"""Whether hosts inside private networks may be asked: for tests against a local server."""
OCOP_HOSTS = os.environ.get("OCOP_HOSTS", "{}")
"""Names and the addresses they stand for, as JSON (``{"*.town.test": "127.0.0.1"}``): for tests.

With some, these are the only private addresses that may be asked."""

USER_AGENT = f"ocop/0.1 (+{OCOP_CONTACT})"
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "vi,en;q=0.5",
}

# Manners. CONCURRENT_REQUESTS counts hosts: each is asked one thing at a time.
DOWNLOADER = "crawler.manners.downloader.PoliteDownloader"
ROBOTSTXT_OBEY = True
OCOP_CRAWL_DELAY_MAX = 300
"""A longer ``Crawl-delay`` than so many seconds is not kept, and nothing is fetched."""
OCOP_PATIENCE = 600
"""Seconds that a pause a host asks for, its hours or another crawl are waited for."""
OCOP_LEASES = os.environ.get("OCOP_LEASES", "")
"""Folder of host leases, for all crawls of this machine; empty: ``hosts`` in the corpus."""
OCOP_FAILURES_IN_A_ROW = 10
"""After so many failures a host is left alone until the next crawl."""
CONCURRENT_REQUESTS = 16
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 3.0
DOWNLOAD_DELAY_JITTER = 0.5  # only ever added
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 3.0
AUTOTHROTTLE_MAX_DELAY = 120.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0
RETRY_TIMES = 2
REDIRECT_MAX_TIMES = 5
COOKIES_ENABLED = False
REFERER_ENABLED = False

# Limits. Vietnam's outbound links are slow at times, so patience is long, and sizes are not.
DOWNLOAD_TIMEOUT = 90
DNS_TIMEOUT = 30
DOWNLOAD_MAXSIZE = 20 << 20
DOWNLOAD_WARNSIZE = 5 << 20
URLLENGTH_LIMIT = 2083
DEPTH_LIMIT = 0  # pages of a listing follow each other: they have limits of their own
CLOSESPIDER_TIMEOUT = 6 * 3600
CLOSESPIDER_PAGECOUNT = 5000  # of a source in one run; the next goes on

# Safety. Proxies of the environment are used when HTTPPROXY_ENABLED is set for a run.
HTTPPROXY_ENABLED = False
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_HANDLERS = {
    "http": "crawler.safety.handler.SafeDownloadHandler",
    "https": "crawler.safety.handler.SafeDownloadHandler",
    **dict.fromkeys(("data", "file", "ftp", "s3")),
}
DOWNLOADER_MIDDLEWARES = {
    "crawler.safety.guard.GuardMiddleware": 50,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.manners.robots.RobotsMiddleware": 100,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "crawler.safety.redirects.SafeMetaRefreshMiddleware": 580,
    "crawler.letters.LettersMiddleware": 585,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "crawler.safety.compression.SafeCompressionMiddleware": 590,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "crawler.safety.redirects.SafeRedirectMiddleware": 600,
}
# The guard refuses long addresses by name, also those of redirects; this one drops some unsaid.
SPIDER_MIDDLEWARES = {"scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None}
ITEM_PIPELINES = {"crawler.pipelines.ArchivePipeline": 300}

# Watching: at the end of each crawl its source is judged, see crawler.monitors.
EXTENSIONS = {"crawler.monitors.Watch": 500}
SPIDERMON_ENABLED = True
SPIDERMON_SPIDER_CLOSE_MONITORS = ("crawler.monitors.SourceSuite",)
