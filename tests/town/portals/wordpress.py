"""WordPress: slugs, ``?p=`` beside them, times in UTC in ``head``, uploads by month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC
from functools import partial

from town.portals import syndication
from town.portals.base import Portal
from town.portals.expected import Precision
from town.portals.front import Make
from town.portals.shelves import Sheet, Shelf
from town.portals.writing import canonical, e, each, opengraph
from town.story import Paper, Story
from town.wire import Answer


class WordPress(Portal):
    """The family of khuyennong.backan.gov.vn, thuonghieuquangninh.gov.vn."""

    family = "wordpress"
    kind = "department"
    precision = Precision.SECOND
    shelves = (
        ("section", re.compile(r"/category/(?P<slug>[a-z-]+)/(?:page/(?P<page>\d+)/)?")),
        ("tag", re.compile(r"/tag/(?P<slug>[a-z-]+)/(?:page/(?P<page>\d+)/)?")),
        ("search", re.compile(r"/\?s=(?P<words>[^&]*)")),
        ("search", re.compile(r"/page/(?P<page>\d+)/\?s=(?P<words>[^&]*)")),
    )
    feed = "/feed/"
    sitemap = "/wp-sitemap.xml"
    search = "/page/{page}/?s={words}"
    tag = "/tag/ocop/"
    article_pattern = r"^/(?!category/|tag/|page/|wp-)[a-z0-9-]+/$|^/\?p=\d+$"
    rules = ("User-agent: *", "Disallow: /wp-admin/", "Allow: /wp-admin/admin-ajax.php")

    def address(self, story: Story) -> str:
        """The slug alone."""
        return f"/{story.slug}/"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``page/2/``."""
        more = f"page/{number}/" if number > 1 else ""
        if shelf.kind == "search":
            return f"/{more}?s={shelf.slug.replace('-', '+')}"
        return f"/{'tag' if shelf.kind == 'tag' else 'category'}/{shelf.slug}/{more}"

    def file_address(self, story: Story, paper: Paper) -> str:
        """Uploads of the month."""
        return f"/wp-content/uploads/{story.published:%Y/%m}/{paper.name}"

    def twins(self, story: Story) -> Iterator[tuple[str, Make]]:
        """The number of the post; AMP."""
        whole = partial(self._post, story)
        yield f"/?p={story.id}", whole
        yield f"/{story.slug}/amp/", whole

    def _post(self, story: Story) -> Answer:
        return self.article_page(story)

    def link(self, story: Story, number: int) -> str:
        """Every fourth link of a list goes by number."""
        return f"/?p={story.id}" if number % 4 == 0 else super().link(story, number)

    def article(self, story: Story) -> str:
        """The visible date is a day; ``time`` and ``head`` know more."""
        when, path = story.published, self.url(self.address(story))
        head = (
            canonical(path)
            + f'<link rel="shortlink" href="{self.base}/?p={story.id}">\n'
            + opengraph(
                type="article",
                title=story.title,
                url=path,
                article_published_time=when.astimezone(UTC).isoformat(),
            )
        )
        body = (
            f'<article id="post-{story.id}" class="post type-post"><header class="entry-header">'
            f'<h1 class="entry-title">{e(story.title)}</h1><div class="entry-meta">'
            f'<time class="entry-date published" datetime="{when.isoformat()}">'
            f'{when:%d/%m/%Y}</time> <span class="byline"><span class="author vcard">'
            f'<a class="url fn n" href="/author/bien-tap/">{e(story.author)}</a></span></span>'
            f'</div></header><div class="entry-content"><p><strong>{e(story.summary)}</strong></p>'
            + "".join(f"<p>{e(one)}</p>\n" for one in story.paragraphs)
            + f'{self.files_of(story)}</div><footer class="entry-footer">'
            f'<a rel="tag" href="{self.tag}">OCOP</a></footer></article>'
            f"{self.furniture.related(self.related(story), 'jp-relatedposts')}"
            f"{self.furniture.comments(story)}"
        )
        return self.furniture.document(story.title, body, head)

    def listing(self, sheet: Sheet) -> str:
        """A loop of posts and page numbers."""
        items = each(
            lambda one, place: (
                f'<article class="post"><h2 class="entry-title"><a rel="bookmark" '
                f'href="{self.link(one, place)}">{e(one.title)}</a></h2>'
                f'<div class="entry-summary"><p>{e(one.summary)}</p></div></article>\n'
            ),
            sheet.stories,
        )
        following = e(self.shelf_address(sheet.shelf, sheet.number + 1))
        forward = (
            f'<a class="next page-numbers" href="{following}">Trang tiếp</a>'
            if sheet.has_next
            else ""
        )
        body = (
            f'<main id="main">{items}<nav class="navigation pagination"><div class="nav-links">'
            f'<span class="page-numbers current">{sheet.number}</span>{forward}</div></nav></main>'
        )
        return self.furniture.document(sheet.shelf.name, body)

    def sitemaps(self) -> Iterator[tuple[str, Make]]:
        """WordPress' own: an index, posts with lastmod."""
        posts = "/wp-sitemap-posts-post-1.xml"
        yield self.sitemap, lambda: syndication.index(self, [(posts, self.latest())])
        yield posts, lambda: syndication.sitemap(self, self.latest())
