"""The way from an answer to its identity: its status, where from, what bytes, what page."""

from __future__ import annotations

from collections.abc import Callable

from scrapy.http import HtmlResponse, Response, TextResponse

from crawler.identity import failures, missing, payloads, redirects, refusals, takeover, templates
from crawler.identity.codes import Code
from crawler.identity.face import Face
from crawler.identity.model import Identity, found
from crawler.identity.rule import THIN, Rule
from crawler.ledger import Kind
from crawler.portals import Portal
from crawler.portals.addresses import is_file
from crawler.portals.text import text_of
from crawler.records import bare_media_type
from crawler.relevance import speaks_of_ocop
from crawler.source import Source
from crawler.ways import WayKind

_FAILING = (*refusals.RULES, takeover.PARKED, takeover.GAMBLING, *failures.RULES)
RULES: tuple[Rule, ...] = (
    *_FAILING,
    *missing.RULES,
    templates.UNFILLED,
    *templates.SHELLS,
    templates.BESIDE,
)
"""Every rule on pages, in the order in which they are asked: the first that sees wins."""

_LONGEST = 2 << 20
"""Of a page with more bytes only the bytes are looked at: no notice is that long."""
_MEDIA = "img, video, audio, iframe, embed, object, a[href]"

Finding = tuple[Code, str]


def identify(
    response: Response,
    source: Source,
    portal: Portal,
    kind: Kind = Kind.ARTICLE,
    way: WayKind | None = None,
) -> Identity:
    """What an answer really is.

    Args:
        response: The answer, its body decoded. Redirects that were followed are read from
            ``meta["redirect_urls"]`` of its request.
        source: Whose page was asked for.
        portal: The source's portal: where it looks for the body of an article.
        kind: What the address is to the crawl.
        way: What an INDEX is: feeds and sitemaps are no pages.
    """
    if response.status == 304 and _is_conditional(response):
        return found(Code.NONE, kind)
    media_type = payloads.media_type(response.body)
    face = _face(response, media_type)
    looks: tuple[Callable[[], Finding | None], ...] = (
        lambda: _by_status(face),
        lambda: _by_redirect(face, source, kind, media_type),
        lambda: _by_bytes(response, media_type, kind, way),
        lambda: _by_page(face, kind),
        lambda: _by_publisher(face, source, kind),
        lambda: _by_body(face, response, portal, kind),
        lambda: _by_type(response, media_type, kind, way),
        lambda: _by_oddity(face, kind),
    )
    code, seen = next(filter(None, (look() for look in looks)), (Code.NONE, ""))
    return found(code, kind, seen, media_type)


def _is_conditional(response: Response) -> bool:
    """Whether conditions were set, without which 304 says nothing (RFC 9110 §15.4.5)."""
    sent = response.request.headers if response.request is not None else {}
    return any(name in sent for name in ("If-None-Match", "If-Modified-Since"))


def _face(response: Response, media_type: str) -> Face:
    request = response.request
    led = request.meta.get("redirect_urls", ()) if request is not None else ()
    is_page = (
        isinstance(response, TextResponse)
        and media_type in (payloads.HTML, payloads.UNKNOWN)
        and len(response.body) <= _LONGEST
    )
    return Face(
        markup=response.text if is_page else "",
        url=response.url,
        asked=next(iter(led), response.url),
        status=response.status,
        headers={
            name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
            for name, values in response.headers.items()
        },
        root=response.selector.root if is_page and isinstance(response, HtmlResponse) else None,
    )


def _by_status(face: Face) -> Finding | None:
    """A status that is no success; its page may say more than its number."""
    if 200 <= face.status < 300 and face.status != 206:
        return None
    for rule in _FAILING if face.markup else ():
        if seen := rule.seen(face):
            return rule.code, f"status {face.status}, {rule.id}: {seen}"
    return _status_code(face.status), f"status {face.status}"


def _status_code(status: int) -> Code:
    """RFC 9110 §15; 206 was never asked for, so a part is all that came."""
    if status in (404, 410):
        return Code.NOT_FOUND
    if status in (401, 402, 403, 405, 406, 407, 451):
        return Code.FORBIDDEN
    if status in (425, 429):
        return Code.TOO_MANY_REQUESTS
    if status == 206:
        return Code.CUT_SHORT
    return Code.SERVER_ERROR if status >= 500 or status == 408 else Code.BAD_STATUS


def _by_redirect(face: Face, source: Source, kind: Kind, media_type: str) -> Finding | None:
    """An answer from elsewhere, by redirects or by a page that only leads on."""
    end = redirects.scripted(face) or face.url
    if kind is Kind.ATTACHMENT and media_type not in (payloads.HTML, payloads.UNKNOWN):
        return None  # files lie on storage hosts
    if host := redirects.led_abroad(face.asked, end, source.hosts):
        return _abroad(face, source, host)
    if redirects.led_home(face.asked, end, source.home):
        return Code.REDIRECTED_HOME, end
    if end != face.asked and (code := redirects.led_to_notice(end)):
        return code, end
    return None


def _abroad(face: Face, source: Source, host: str) -> Finding:
    for rule in (takeover.GAMBLING, takeover.PARKED):
        if seen := rule.seen(face):
            return rule.code, f"{host}: {seen}"
    if takeover.speaks_as(face, _names(source)):
        return Code.MOVED, host
    return Code.FOREIGN_HOST, host


def _names(source: Source) -> list[str]:
    """The publisher's name, and those of its provinces: papers merged when provinces did."""
    return [source.publisher, *(province.name for province in source.provinces)]


def _by_bytes(
    response: Response, media_type: str, kind: Kind, way: WayKind | None
) -> Finding | None:
    """Bytes that are none, too few, or cannot be read."""
    if not response.body.strip(b" \t\r\n\0"):
        return Code.EMPTY, f"{len(response.body)} bytes"
    if "dataloss" in response.flags or payloads.is_cut(response.body, media_type):
        return Code.CUT_SHORT, f"{len(response.body)} bytes of {media_type or 'unknown type'}"
    packed = kind is Kind.ATTACHMENT or way is WayKind.SITEMAP
    if payloads.is_compressed(media_type) and not packed:
        return Code.STILL_COMPRESSED, media_type
    if isinstance(response, TextResponse) and _is_unread(response, media_type):
        return Code.UNDECODABLE, f"read as {response.encoding}"
    return None


def _is_unread(response: TextResponse, media_type: str) -> bool:
    """Whether what is called text, or a page, cannot be read in the encoding that it names."""
    if media_type == payloads.HTML:
        return payloads.is_misread(response.text)
    return media_type == payloads.UNKNOWN and payloads.is_noise(response.body, response.text)


def _by_page(face: Face, kind: Kind) -> Finding | None:
    """What the page says to a reader."""
    for rule in RULES if face.markup else ():
        if rule is templates.BESIDE or (kind is Kind.INDEX and rule.code is Code.TITLE_ONLY):
            continue
        if seen := rule.seen(face):
            return rule.code, f"{rule.id}: {seen}"
    return None


def _by_publisher(face: Face, source: Source, kind: Kind) -> Finding | None:
    """A page that is not the publisher's; one that speaks of OCOP is kept all the same."""
    if not face.markup or kind is Kind.ATTACHMENT:
        return None
    if seen := takeover.other_script(face, face.asked):
        return Code.FOREIGN_LANGUAGE, seen
    name = takeover.other_name(face, _names(source), source.host)
    if name and not speaks_of_ocop(face.spoken):
        return Code.OTHER_PUBLISHER, name
    return None


def _by_body(face: Face, response: Response, portal: Portal, kind: Kind) -> Finding | None:
    """An article's page in which the body's place is there and empty."""
    body = portal.selectors.body
    if kind is not Kind.ARTICLE or not body or not face.markup or face.prose >= THIN:
        return None
    places = response.css(body)
    if not places or any(text_of(place) or place.css(_MEDIA) for place in places):
        return None
    return (Code.TITLE_ONLY, face.title[:80]) if not face.links_to_files else None


def _by_type(
    response: Response, media_type: str, kind: Kind, way: WayKind | None
) -> Finding | None:
    """Bytes against what was asked for and what the server says that they are."""
    declared = bare_media_type((response.headers.get("Content-Type") or b"").decode("latin-1"))
    if media_type == payloads.HTML:
        if kind is Kind.ATTACHMENT or is_file(response.url):
            return Code.PAGE_FOR_FILE, declared
        if way in (WayKind.FEED, WayKind.SITEMAP):
            return Code.PAGE_FOR_FEED, declared
    if payloads.differs(declared, media_type):
        return Code.TYPE_DIFFERS, f"{declared} is {media_type}"
    return None


def _by_oddity(face: Face, kind: Kind) -> Finding | None:
    """What is odd about a good article."""
    if kind is not Kind.ARTICLE or not face.markup:
        return None
    seen = templates.BESIDE.seen(face)
    return (templates.BESIDE.code, seen) if seen else None
