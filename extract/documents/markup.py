"""Offsets of tags in HTML source, carried through a parser that knows none.

libxml2 parses thirty times faster than anything that keeps positions, but forgets them.
So each start tag gets its offset as an attribute before parsing, and each end tag of a
block a comment with its offset; the tree then tells where in the source everything stood.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from lxml import etree, html

OFFSET = "data-ocop-at"
END_MARK = "ocop-at:"
"""Begin of the comments that carry offsets; a page's own comment may be a bare number."""
_TAG_START = re.compile(
    r"<(?:(?P<comment>!--)|(?P<end>/)(?P<closed>[a-zA-Z][a-zA-Z0-9]*)|(?P<open>[a-zA-Z][^\s/>]*))"
)
# The rest of a start tag: attributes, quoted or not. Possessive, so linear.
_TAG_REST = re.compile(r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
# Their content is text for a parser, whatever it looks like.
_RAW_TEXT = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed"})
# libxml2 drops whatever lies deeper than 2048 elements. Deeper tags than this are left out
# (their text is not); elements that close each other, or hold nothing, do not count.
_MAX_DEPTH = 400
_NEVER_DEEP = frozenset(
    {
        "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dd", "dt", "option", "area",
        "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr",
    }
)  # fmt: skip
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
        "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip


def parse_marked(marked: str) -> html.HtmlElement | None:
    """Parse marked HTML into a tree whose elements know their offset; None when empty."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        return html.document_fromstring(marked.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def mark_offsets(source: str) -> str:
    """Copy of ``source`` in which tags carry their offsets, and nesting has a limit.

    NUL characters, which libxml2 stops at, are read as blanks, and lone surrogates, which
    no encoder takes, as question marks. Linear in the length.
    """
    source = source.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    parts: list[str] = []
    done = position = depth = 0
    finder = _Finder(source)
    while (match := _TAG_START.search(source, position)) is not None:
        start = match.start()
        if match["comment"]:
            position = match.end()
            if not source.startswith((">", "->"), position):  # <!--> is whole, as in HTML 5
                position = finder.after("-->", position)
            continue
        name = (match["open"] or match["closed"]).lower()
        if match["end"]:
            position = match.end()
            depth -= name not in _NEVER_DEEP and depth > 0
            mark, copied = f"<!--{END_MARK}{start}-->" if name in BLOCKS else "", start
        else:
            position = _after_tag(source, match, finder)
            depth += name not in _NEVER_DEEP
            mark, copied = f' {OFFSET}="{start}"', match.end()
            if depth > _MAX_DEPTH:
                parts += (source[done:start], f'<br {OFFSET}="{start}">' if name in BLOCKS else "")
                done = position
                continue
        parts += (source[done:copied], mark)
        done = copied
    parts.append(source[done:])
    return "".join(parts)


def _after_tag(source: str, match: re.Match[str], finder: _Finder) -> int:
    """Where to look on after a start tag: behind it, or behind its raw text."""
    rest = _TAG_REST.match(source, match.end()) if finder.can_end(match.end()) else None
    end = rest.end() if rest else finder.after(">", match.end())
    name = match["open"].lower()
    return finder.end_of_raw_text(name, end) if name in _RAW_TEXT else end


class _Finder:
    """Forward searches in one text that never scan the same stretch twice in vain."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._absent: dict[str, int] = {}
        self._raw_ends: dict[str, list[int]] = {}
        self._last_gt = source.rfind(">")

    def after(self, wanted: str, start: int) -> int:
        """Offset behind the next ``wanted``, or the end of the text."""
        if self._absent.get(wanted, len(self._source) + 1) <= start:
            return len(self._source)
        found = self._source.find(wanted, start)
        if found < 0:
            self._absent[wanted] = start
            return len(self._source)
        return found + len(wanted)

    def can_end(self, start: int) -> bool:
        """Whether a tag that starts here can still end."""
        return start <= self._last_gt

    def end_of_raw_text(self, name: str, start: int) -> int:
        """Offset of the end tag that closes raw text, or the end of the text."""
        ends = self._raw_ends.get(name)
        if ends is None:
            pattern = re.compile(f"</{name}(?![a-z0-9])", re.IGNORECASE)
            ends = self._raw_ends[name] = [m.start() for m in pattern.finditer(self._source)]
        index = bisect_left(ends, start)
        return ends[index] if index < len(ends) else len(self._source)
