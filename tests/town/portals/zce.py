"""``cms-body``: ``slug-post<id>.html``, lists that a script goes on with, monthly sitemaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from town.portals import syndication
from town.portals.base import Portal
from town.portals.front import Make
from town.portals.shelves import Sheet, Shelf
from town.portals.writing import canonical, e, each, opengraph, paragraphs, quoted
from town.story import Paper, Story
from town.wire import Answer


class Zce(Portal):
    """The family of baohatinh, baolaocai, nhandan: old stories stand in sitemaps only."""

    family = "zce"
    shelves = (
        ("section", re.compile(r"/(?P<slug>[a-z-]+)/(?P<number>\d+)\.html")),
        ("tag", re.compile(r"/tag/(?P<slug>[^/]+)\.html")),
        ("search", re.compile(r"/tim-kiem\.html\?q=(?P<words>[^&]+)")),
    )
    page_size = 6
    paged = False
    feed = "/rss/kinh-te-4.rss"
    sitemap = "/sitemap.xml"
    tag = "/tag/OCOP.html"
    article_pattern = r"-post\d+\.html$"
    rules = ("User-agent: *", "Disallow: /tim-kiem.html", "Disallow: /*.amp$")
    packs = True

    def address(self, story: Story) -> str:
        """``slug-post<id>.html``."""
        return f"/{story.slug}-post{story.id}.html"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """A section carries its number; there is one page of it."""
        if shelf.kind == "tag":
            return f"/tag/{quoted(shelf.name)}.html"
        return f"/{shelf.slug}/{shelf.number}.html"

    def file_address(self, story: Story, paper: Paper) -> str:
        """On the host of files."""
        return f"{self.files}/{self.name}/{story.published:%Y/%m/%d}/{paper.name}"

    def twins(self, story: Story) -> Iterator[tuple[str, Make]]:
        """AMP, which names the canonical address."""
        amp = self.address(story).removesuffix(".html") + ".amp"
        yield amp, lambda: self.telling(story, self.amp(story))

    def article(self, story: Story) -> str:
        """``article__*`` classes, an advertisement inside the body."""
        path = self.url(self.address(story))
        head = (
            canonical(path)
            + f'<link rel="amphtml" href="{path.removesuffix(".html")}.amp">\n'
            + opengraph(type="article", url=path, title=story.title, description=story.summary)
        )
        when = story.published.replace(second=0)
        first, *rest = story.paragraphs
        body = (
            f'<article class="article"><h1 class="article__title cms-title">{e(story.title)}</h1>'
            '<div class="article__meta"><time class="time" '
            f'datetime="{when:%Y-%m-%dT%H:%M:%S%z}">{when:%d/%m/%Y %H:%M}</time></div>'
            f'<div class="article__sapo cms-desc">{e(story.summary)}</div>'
            '<div class="article__body zce-content-body cms-body" itemprop="articleBody">'
            f"<p>{e(first)}</p>"
            '<div class="ads_middle"><p>Quảng cáo: 365 sản phẩm OCOP giảm giá 50%</p></div>'
            f"{paragraphs(rest)}{self.files_of(story)}"
            f'</div><div class="article__author"><span class="name cms-author">{e(story.author)}'
            f"</span></div>{self.boxes(story)}</article>"
        )
        return self.furniture.document(story.title, body, head)

    def boxes(self, story: Story) -> str:
        """Other stories with their links, tags."""
        others = each(
            lambda one, _: (
                f'<article class="story"><a class="cms-link" href="{e(self.address(one))}" '
                f'title="{e(one.title)}">{e(one.title)}</a>'
                f"<time>{one.published:%d/%m/%Y}</time></article>"
            ),
            self.related(story),
        )
        return (
            f'<div class="article__tag"><a href="{self.tag}">OCOP</a></div>'
            f'<div class="related-news">{others}</div>{self.furniture.comments(story)}'
        )

    def amp(self, story: Story) -> str:
        """The page for phones."""
        return (
            '<!doctype html><html amp lang="vi"><head><meta charset="utf-8">'
            f"<title>{e(story.title)}</title>{canonical(self.url(self.address(story)))}</head>"
            f'<body><h1>{e(story.title)}</h1><div class="sapo">{e(story.summary)}</div>'
            f'<div class="content">{paragraphs(story.paragraphs)}</div></body></html>'
        )

    def listing(self, sheet: Sheet) -> str:
        """``article.story`` cards; more of them only by a script."""
        items = each(
            lambda one, place: (
                f'<article class="story"><figure class="story__thumb">'
                f'<a class="cms-link" href="{self.link(one, place)}"></a></figure>'
                f'<h2 class="story__heading"><a class="cms-link" href="{self.link(one, place)}" '
                f'title="{e(one.title)}">{e(one.title)}</a></h2>'
                f'<div class="story__summary">{e(one.summary)}</div></article>\n'
            ),
            sheet.stories,
        )
        more = '<button type="button" class="control__loadmore" data-page="1">Xem thêm</button>'
        body = f'<div class="content-list">{items}</div>{more}'
        return self.furniture.document(sheet.shelf.name, body)

    def sitemaps(self) -> Iterator[tuple[str, Make]]:
        """An index of years, the old ones zipped."""
        years: dict[str, list[Story]] = {}
        for story in self.latest():
            kind = "xml" if story.published.year >= 2025 else "xml.gz"
            years.setdefault(f"/sitemaps/news-{story.published.year}.{kind}", []).append(story)
        yield self.sitemap, lambda: syndication.index(self, list(years.items()))
        for path, stories in years.items():
            yield path, partial(self._year, path, stories)

    def _year(self, path: str, stories: list[Story]) -> Answer:
        answer = syndication.sitemap(self, stories)
        return syndication.zipped(answer) if path.endswith(".gz") else answer
