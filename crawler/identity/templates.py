"""Templates with unfilled places, and pages that a script should have filled.

A paper was seen to print ``{title} {publish} {head}`` above a real article: then the places
are an oddity to count, and no reason to leave the article.
"""

from __future__ import annotations

import re

from crawler.identity.codes import Code
from crawler.identity.face import Face
from crawler.identity.rule import Rule, both, either, no_files, source, thin

_PLACES = re.compile(
    r"\{\{\s{0,9}[\w$.|:'\"()\[\] -]{1,80}\s{0,9}\}\}"  # mustache, Angular, Vue, Twig, Jinja
    r"|\{%\s{0,9}\w[^%{}]{0,80}%\}"
    r"|<%[=#:]?[^%<>]{1,120}%>"  # ASP, JSP, ERB
    r"|\$\{\s{0,9}[\w.]{1,60}\s{0,9}\}"  # JSP, Freemarker, JavaScript
    r"|#\{\s{0,9}[\w.]{1,60}\s{0,9}\}"
    r"|\[%\s{0,9}\w[^%]{0,80}%\]"
    r"|(?<![\w$#{])\{[a-z_]{3,30}\}(?!\})"  # NukeViet, MasterCMS: {title}
    r"|\[\[\s{0,9}[\w.]{2,60}\s{0,9}\]\]"
)
_MARKS = ("{", "<%", "[%", "[[")


def places(face: Face) -> str:
    """Unfilled places that a reader sees; those of an article on templates stand in ``code``."""
    told = f"{face.title} {face.text}"
    found = any(mark in told for mark in _MARKS) and _PLACES.search(told)
    return found[0] if found else ""


def _bare(face: Face, most: int) -> bool:
    """A page with at most so many words beside its title, nothing to see and no links."""
    said = face.words - len(face.title.split())
    return said <= most and not face.has_media and len(face.links) < 3 and face.loose_words <= 40


def _scripted(face: Face) -> str:
    """A bare page with a script."""
    return "script" if _bare(face, 12) and "<script" in face.source else ""


def _nothing(face: Face) -> str:
    """A page that holds nothing at all for a reader."""
    empty = not face.words and not face.title and not face.links and _bare(face, 0)
    return "no words" if empty and not face.loose_words else ""


def _only_title(face: Face) -> str:
    """A page that says its title and next to nothing else."""
    alone = face.title and not face.links and _bare(face, 6)
    return face.title[:80] if alone else ""


UNFILLED: Rule = Rule(
    "template.unfilled",
    Code.UNFILLED_TEMPLATE,
    both(thin, places),
    "Nothing but the template was sent.",
    (
        "<title>{title}</title><h1>{title}</h1><span>{publish}</span><div>{head}</div>",
        "<title>Báo A</title><h1>{{ item.title }}</h1><div>{{item.content | raw}}</div>",
        "<title>Cổng</title><h1>&lt;%= TieuDe %&gt;</h1>",
        "<title>Báo A</title><h1>${article.title}</h1>",
    ),
    (
        "<title>Báo A</title><h1>Sản phẩm OCOP</h1><script>var t='{{ title }}';</script>",
        "<title>A</title><template><b>{{ x }}</b></template><h1>OCOP Sơn La</h1>",
        "<title>A</title><h1>Giá chè {loại một}: 200.000 đ/kg</h1>",
    ),
)

BESIDE: Rule = Rule(
    "template.beside",
    Code.PLACEHOLDERS,
    places,
    "Places stand unfilled beside an article.",
    counter_examples=("<title>A</title><p>Sản phẩm OCOP (3 sao)</p>",),
)

SHELLS: tuple[Rule, ...] = (
    Rule(
        "shell.application",
        Code.NEEDS_JAVASCRIPT,
        either(
            both(
                _scripted,
                source(
                    r"<(?:div|main|section) [^>]{0,80}id=[\"']?(?:root|app|__next|__nuxt|___gatsby|"
                    r"q-app|main-app|react-root|vue-app)[\"' >]|<app-root|<ion-app|<base-layout|"
                    r"ng-app"
                ),
            ),
            both(_scripted, source(r"<noscript>.{0,400}?java ?script")),
            both(_scripted, no_files),
        ),
        "Applications in the browser: the page is empty until a script asks for its content.",
        (
            "<html><head><title>Cổng OCOP</title></head><body><div id='root'></div><script "
            "src='/static/js/main.js'></script></body></html>",
            "<title>Báo A</title><app-root></app-root><script src=main.js></script>",
            "<title>A</title><noscript>Vui lòng bật JavaScript</noscript><script>go()</script>",
        ),
        (
            "<title>A</title><div id=app><h1>OCOP Lạng Sơn công nhận thêm 12 sản phẩm đạt ba sao "
            "trong đợt hai</h1><a href=1>1</a><a href=2>2</a><a href=3>3</a></div><script>",
        ),
    ),
    Rule(
        "shell.empty",
        Code.EMPTY,
        _nothing,
        "Markup without a word.",
        ("<html><head></head><body></body></html>", "<html><body><!-- ok --></body></html>"),
        ("<title>Album</title><img src=1.jpg>",),
    ),
    Rule(
        "shell.title",
        Code.TITLE_ONLY,
        _only_title,
        "A headline without a text; a page with pictures or links may be whole.",
        (
            "<title>Hội chợ OCOP Hà Giang</title><h1>Hội chợ OCOP Hà Giang</h1>",
            "<title>Tin mới</title><body><h1>Tin mới</h1><p></p></body>",
        ),
        (
            "<title>Ảnh</title><h1>Ảnh</h1><img src=1.jpg>",
            "<title>Hội chợ</title><h1>Hội chợ</h1><p>Có 48 sản phẩm của chín xã tham gia.</p>",
        ),
    ),
)
