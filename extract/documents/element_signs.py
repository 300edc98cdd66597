"""What an element is by its tag, its names and its style: hidden, or furniture of a page."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

# Never seen by a reader as text of the page.
UNSEEN = frozenset(
    {
        "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math",
        "canvas", "audio", "video", "map", "head", "select", "datalist", "textarea", "input", "bdo",
        "frameset", "noframes",
    }
)  # fmt: skip
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|"
    r"font-size\s*:\s*0(?:\.0+)?\s*(?:px|pt|em|rem|%)?\s*(?:;|!|$)|"
    r"(?:text-indent|left|top|margin-left)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*0|"
    r"(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*;[^}]*overflow\s*:\s*hidden",
    re.IGNORECASE,
)
_WHITE = re.compile(
    r"(?:^|[;\s])color\s*:\s*(?:#f{3}\b|#f{6}\b|white\b|transparent\b|"
    r"rgba?\(\s*255\s*,\s*255\s*,\s*255)",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"background(?:-color|-image)?\s*:\s*+(?!#f{3}\b|#f{6}\b|white|none|transp)", re.I
)

_TAG_ROLES = {
    "nav": "menu",
    "footer": "footer",
    "aside": "sidebar",
    "marquee": "ticker",
    "menu": "menu",
}
_ARIA_ROLES = {
    "navigation": "menu",
    "contentinfo": "footer",
    "complementary": "sidebar",
    "search": "search",
    "banner": "masthead",
}
# Words in class and id names, between separators or humps (``box-tin-lien-quan``).
_NAMES: tuple[tuple[str, str], ...] = (
    ("breadcrumb", r"breadcrumbs?|bread|pathway|duong-?dan"),
    ("comments", r"comments?|binh-?luan|disqus|fb-comments|y-?kien|respond|feedback"),
    (
        "related",
        r"related\w*|relate|lien-?quan|tin-?lien-?quan|tin-?khac|cac-?tin-?khac|cung-?chuyen-?muc|"
        r"other-?(?:news|posts?|articles?)|(?:news|article|tin)-?others?|more-?news|read-?more|"
        r"tin-?moi|doc-?nhieu|xem-?nhieu|most-?(?:read|view\w*)|recommend\w*|suggest\w*|hot-?news|"
        r"tin-?cung-?loai|same-?(?:news|cat\w*)|news-?list|list-?news|category-?posts|tin-?cu",
    ),
    ("share", r"share|sharing|socials?|addthis|addtoany|zalo\w*|fb-like"),
    ("menu", r"nav|navbar|navigation|menus?|main-?menu|top-?menu|megamenu|language\w*"),
    ("footer", r"footer|copyright|chan-?trang"),
    ("masthead", r"site-?header|masthead|top-?bar|header-?top|logo|banner-?top|page-?header"),
    ("sidebar", r"sidebar\w*|side-?bar|right-?col\w*|col-?right|left-?col\w*|cot-?phai|widgets?"),
    ("ads", r"ads?|advert\w*|adsense|quang-?cao|banners?|sponsor\w*"),
    ("tags", r"tags?|tag-?list|article-?tags|keywords?|tu-?khoa|c-tags"),
    ("search", r"search\w*|tim-?kiem"),
    ("login", r"login|dang-?nhap|sign-?in"),
    ("pager", r"pag(?:er|ing|ination)|page-?nav\w*|box-?page|phan-?trang"),
    (
        "counter",
        r"visitors?|counter|luot-?(?:xem|truy-?cap)|thong-?ke|view-?count\w*|online-?users",
    ),
    ("clock", r"clock|dong-?ho|time-?now|current-?time|header-?(?:date|time)|top-?date|today"),
    ("weather", r"weather|thoi-?tiet|gold-?price|ty-?gia"),
    ("rating", r"rating\w*|vote|votes|poll|binh-?chon|tham-?do"),
    ("tools", r"print\w*|toolbar|tools?|font-?size|text-?size|audio-?player|action-?bar"),
    ("skip", r"skip-?link|skip-?nav|screen-?reader\w*|sr-only|visually-?hidden"),
)
_NAME_RULES = tuple(
    (role, re.compile(rf"(?:^|[-_ ])(?:{words})(?=$|[-_ ])", re.IGNORECASE))
    for role, words in _NAMES
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TOO_WIDE = frozenset({"html", "body", "main", "form", "article"})


def is_hidden(element: HtmlElement, *, on_colour: bool) -> bool:
    """Whether a reader cannot see the element: by attribute or by its inline style.

    White text counts as hidden where no element around it has a background of its own
    (``on_colour``).
    """
    get = element.get
    if get("hidden") is not None or (get("aria-hidden") or "").lower() == "true":
        return True
    style = get("style")
    if not style:
        return False
    if _HIDING.search(style):
        return True
    return bool(_WHITE.search(style)) and not on_colour and not has_background(style)


def has_background(style: str) -> bool:
    """Whether an inline style gives a background other than white."""
    return bool(style) and bool(_BACKGROUND.search(style))


def furniture_role(tag: str, names: str, aria: str = "") -> str:
    """The furniture that an element is by tag, ARIA role, class and id, or ``""``.

    ``names`` is class and id in one string. Elements that hold whole pages are never
    judged by their names (``<body class="has-sidebar">``).
    """
    if tag in _TOO_WIDE:
        return ""
    if tag in _TAG_ROLES:
        return _TAG_ROLES[tag]
    if aria.lower() in _ARIA_ROLES:
        return _ARIA_ROLES[aria.lower()]
    if not names:
        return ""
    view = _HUMP.sub("-", names)
    return next((role for role, pattern in _NAME_RULES if pattern.search(view)), "")
