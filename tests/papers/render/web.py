"""Leaves to HTML: bare, as Word saves it, or inside the page of a portal."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from papers.leaves import Box, Grid, Leaf, NewPage
from papers.render.encodings import Encoder
from papers.truth import News


def to_html(
    parts: Sequence[Leaf],
    *,
    title: str,
    portal: str = "",
    encode: Encoder | None = None,
    charset: str = "utf-8",
) -> bytes:
    """A page of ``parts``, in an old encoding with ``encode``.

    With ``portal`` (its name) the paper stands in the middle column of a layout table,
    between a menu, a clock, a list of other news and a footer, as portals print papers.
    """
    body = "\n".join(_leaf(part, encode) for part in parts)
    if portal:
        body = _portal(body, title, portal)
    shown = _words(title, encode) if encode is None else ""
    page = (
        f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="{charset}">'
        f"<title>{shown}</title></head>\n<body>\n{body}\n</body></html>\n"
    )
    return page.encode(charset)


def _leaf(part: Leaf, encode: Encoder | None) -> str:
    if isinstance(part, NewPage):
        return '<br style="page-break-before:always">'
    if isinstance(part, Grid):
        return _table(part, encode)
    text = _words(part.text, encode)
    for flag, tag in ((part.bold, "b"), (part.italic, "i")):
        text = f"<{tag}>{text}</{tag}>" if flag else text
    return f'<p style="text-align:{part.align}">{text}</p>'


def _table(grid: Grid, encode: Encoder | None) -> str:
    rows = "\n".join(
        f"<tr>{''.join(_cell(box, encode) for box in row if box)}</tr>" for row in grid.rows
    )
    border = 1 if grid.ruled else 0
    return f'<table border="{border}" cellspacing="0" width="100%">\n{rows}\n</table>'


def _cell(box: Box, encode: Encoder | None) -> str:
    spans = "".join(
        f' {name}="{value}"'
        for name, value in (("rowspan", box.down), ("colspan", box.across))
        if value > 1
    )
    text = _words(box.text, encode)
    text = f"<b>{text}</b>" if box.bold else text
    return f'<td{spans} align="{box.align}">{text}</td>'


def _words(text: str, encode: Encoder | None) -> str:
    """The text with its line breaks, each piece in its font."""
    if encode is None:
        return escape(text).replace("\n", "<br>")
    return "<br>".join(
        "".join(f'<font face="{font}">{escape(piece)}</font>' for piece, font in encode(line))
        for line in text.split("\n")
    )


def _portal(body: str, title: str, portal: str) -> str:
    return f"""<table width="100%" border="0"><tr><td colspan="3">
<h2>{escape(portal)}</h2><div class="menu"><a href="/">Trang chủ</a>
<a href="/gioi-thieu">Giới thiệu</a>
<a href="/van-ban">Văn bản</a> <a href="/lien-he">Liên hệ</a></div></td></tr>
<tr><td width="18%"><ul><li><a href="/chi-dao">Chỉ đạo, điều hành</a></li>
<li><a href="/thong-bao">Thông báo</a></li></ul></td>
<td><div class="content"><h1>{escape(title)}</h1>
{body}
</div></td>
<td width="20%"><div class="related"><b>Tin liên quan</b><ul>
<li><a href="/tin/1">Hội nghị triển khai nhiệm vụ quý I</a></li>
<li><a href="/tin/2">Lịch tiếp công dân tháng này</a></li></ul></div></td></tr>
<tr><td colspan="3"><div class="footer">Bản quyền thuộc {escape(portal)}.
Số lượt truy cập: 1.204.877</div>
</td></tr></table>"""


def report(news: News) -> bytes:
    """A report as the page of a newspaper."""
    day = "/".join(reversed(news.date.split("-")))
    body = "\n".join(f"<p>{escape(text)}</p>" for text in news.paragraphs)
    page = f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{escape(news.headline)}</title>
<meta property="og:site_name" content="{escape(news.site)}">
<meta property="article:published_time" content="{news.date}T08:15:00+07:00"></head>
<body><header><a href="/">{escape(news.site)}</a></header>
<article><h1>{escape(news.headline)}</h1><span class="time">{day} 08:15</span>
<p class="sapo"><strong>{escape(news.lead)}</strong></p>
{body}
</article>
<aside><h3>Tin khác</h3><a href="/khac">Thời tiết ngày mai: có mưa vài nơi</a></aside>
</body></html>
"""
    return page.encode()
