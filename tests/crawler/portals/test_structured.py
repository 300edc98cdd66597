"""What pages say of themselves, and what of it is not believed."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from scrapy.http import HtmlResponse

from crawler.portals import structured
from tests.crawler.portals.conftest import Answer

URL = "https://baoa.vn/xa-nuoc-trong-12.html"


def script(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f'<script type="application/ld+json">{text}</script>'


NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Xã Nước Trong có thêm 3 sản phẩm",
    "description": "Ba sản phẩm chè được công nhận.",
    "datePublished": "2026-01-08T18:21:00+07:00",
    "dateModified": "2026-11-22T08:15:00+07:00",
    "author": {"@type": "Person", "name": "Lò Thị Mây"},
    "mainEntityOfPage": {"@type": "WebPage", "@id": URL},
}


def said(answer: Answer, head: str = "", body: str = "", **given: str | None) -> structured.Said:
    return structured.article(answer(URL, body, head=head, **given))


def test_json_ld(answer: Answer) -> None:
    found = said(answer, script(NEWS))
    assert found.title == "Xã Nước Trong có thêm 3 sản phẩm"
    assert found.summary == "Ba sản phẩm chè được công nhận."
    assert found.published == "2026-01-08T18:21:00+07:00"
    assert found.author == "Lò Thị Mây"


@pytest.mark.parametrize(
    "wrapped",
    [
        {"@graph": [{"@type": "WebSite", "name": "Báo A"}, NEWS]},
        [{"@type": "Organization", "name": "Báo A"}, NEWS],
        {"@type": "WebPage", "name": "Trang", "mainEntity": NEWS},
        NEWS | {"@type": ["NewsArticle", "Thing"]},
        NEWS | {"@type": "http://schema.org/NewsArticle"},
        NEWS | {"author": ["Lò Thị Mây", {"name": "Lò Thị Mây"}]},
    ],
    ids=["graph", "list", "page", "kinds", "namespace", "authors"],
)
def test_json_ld_of_any_nesting(answer: Answer, wrapped: object) -> None:
    found = said(answer, script(wrapped))
    assert (found.title, found.author) == ("Xã Nước Trong có thêm 3 sản phẩm", "Lò Thị Mây")
    assert found.published == "2026-01-08T18:21:00+07:00"


def test_an_object_named_by_a_fragment_is_of_this_page(answer: Answer) -> None:
    other = NEWS | {"headline": "Xã khác", "mainEntityOfPage": "https://baoa.vn/khac-13.html"}
    ours = {key: value for key, value in NEWS.items() if key != "mainEntityOfPage"}
    assert said(answer, script([other, ours | {"@id": "#article"}])).title == NEWS["headline"]
    assert said(answer, script([other, ours | {"@id": f"{URL}#x"}])).title == NEWS["headline"]


def test_what_broken_json_cuts_is_not_said(answer: Answer) -> None:
    source = '{"@type":"NewsArticle","headline":"Nói "thật" lòng","datePublished":"2026-01-08"}'
    found = said(answer, script(source), '<h1>Nói "thật" lòng</h1>')
    assert (found.title, found.published) == ('Nói "thật" lòng', "2026-01-08")


def test_names_inside_names_are_not_followed_for_ever(answer: Answer) -> None:
    deep: object = "Lò Thị Mây"
    for _ in range(300):
        deep = [{"name": deep}]
    assert said(answer, script(NEWS | {"author": deep})).author == ""


def test_entities_and_tags_in_strings(answer: Answer) -> None:
    broken = NEWS | {"headline": "Chè &quot;Mây&quot; &amp; <b>mật</b> ong"}
    assert said(answer, script(broken)).title == 'Chè "Mây" & mật ong'


@pytest.mark.parametrize(
    "source",
    [
        '{"@type":"NewsArticle","headline":"Chè Mây","datePublished":"2026-01-08",}',
        '{"@type":"NewsArticle","headline":"Chè Mây","datePublished":"2026-01-08"',
        '{"@type":"NewsArticle","headline":"Chè Mây",\n"description":"Nói "thật" lòng",'
        '"datePublished":"2026-01-08"}',
        '<!-- {"@type":"NewsArticle","headline":"Chè Mây","datePublished":"2026-01-08"} -->',
        '//<![CDATA[\n{"@type":"NewsArticle","headline":"Chè Mây","datePublished":"2026-01-08"}\n'
        "//]]>",
        '{"@type":"NewsArticle","headline":"Chè\tMây","datePublished":"2026-01-08"}',
        '[{"@type":"WebSite","name":"Báo"},{"@type":"NewsArticle","headline":"Ch\\u00e8 Mây",'
        '"datePublished":"2026-01-08"};]',
    ],
    ids=["comma", "cut", "quotes", "comment", "cdata", "tab", "semicolon"],
)
def test_broken_json(answer: Answer, source: str) -> None:
    found = said(answer, script(source))
    assert (found.title, found.published) == ("Chè Mây", "2026-01-08")


@pytest.mark.parametrize("source", ["", "null", "[]", "42", '"x"', "{", "[" * 20_000, '{"a": NaN}'])
def test_json_that_says_nothing(answer: Answer, source: str) -> None:
    assert said(answer, script(source)).title == ""


def test_other_articles_in_lists_are_not_this_one(answer: Answer) -> None:
    other = NEWS | {"headline": "Xã khác", "mainEntityOfPage": "https://baoa.vn/khac-13.html"}
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": other}]}
    assert said(answer, script(listed)).title == ""
    assert said(answer, script([other, NEWS])).title == NEWS["headline"]
    third = other | {"mainEntityOfPage": "https://baoa.vn/nua-14.html"}
    assert said(answer, script([other, third])).published == ""


def test_opengraph_and_meta(answer: Answer) -> None:
    head = """
    <title>Chè Mây | Báo A</title><link rel="canonical" href="/che-may-12.html">
    <meta property="og:title" content="Chè Mây lên hạng">
    <meta property="og:description" content="Sapo.">
    <meta property="article:published_time" content="2026-01-08T11:21:00Z">
    <meta name="author" content="Lò Thị Mây">"""
    found = said(answer, head)
    assert found.url == "https://baoa.vn/che-may-12.html"
    assert (found.title, found.summary) == ("Chè Mây lên hạng", "Sapo.")
    assert (found.published, found.author) == ("2026-01-08T18:21:00+07:00", "Lò Thị Mây")


def test_microdata(answer: Answer) -> None:
    body = """
    <div itemscope itemtype="https://schema.org/NewsArticle">
    <h1 itemprop="headline">Chè Mây</h1><p itemprop="description">Sapo.</p>
    <span itemprop="datePublished" content="2026-01-08">08/01</span>
    <span itemprop="author" itemscope><b itemprop="name">Lò Thị Mây</b></span>
    <div itemprop="articleBody"><p>Một.</p><p>Hai.</p></div></div>"""
    found = said(answer, body=body)
    assert (found.title, found.summary, found.author) == ("Chè Mây", "Sapo.", "Lò Thị Mây")
    assert (found.published, found.body) == ("2026-01-08", "Một.\nHai.")


def test_time_elements_of_the_article_only(answer: Answer) -> None:
    body = """
    <aside><time datetime="2026-02-02">x</time></aside>
    <ul><li><time datetime="2026-03-03">x</time></li></ul>
    <time datetime="2026-01-08T18:21">18:21</time>"""
    assert said(answer, body=body).published == "2026-01-08T18:21:00+07:00"


def test_title_of_the_head_without_the_site(answer: Answer) -> None:
    site = '<meta property="og:site_name" content="Báo A">'
    assert said(answer, f"<title>Chè - Mây - Báo A</title>{site}").title == "Chè - Mây"
    assert said(answer, "<title>Chè Mây - Báo A</title>").title == "Chè Mây - Báo A"
    assert said(answer, "<title>{title}</title>").title == ""


@pytest.mark.parametrize(
    "date",
    ["1970-01-01T00:00:00Z", "0001-01-01", "2026-11-23T08:00:00+07:00", "2031-01-01", "31/02/2025"],
)
def test_dates_that_cannot_be(answer: Answer, date: str) -> None:
    assert said(answer, script(NEWS | {"datePublished": date})).published == ""
    meta = f'<meta property="article:published_time" content="{date}">'
    assert said(answer, meta).published == ""


def test_the_time_of_the_request_needs_a_second_place(answer: Answer) -> None:
    clock = script(NEWS | {"datePublished": "2026-11-22T08:15:00+07:00"})
    assert said(answer, clock).published == ""
    meta = '<meta property="article:published_time" content="2026-11-22T08:00:00+07:00">'
    assert said(answer, clock + meta).published == "2026-11-22T08:15:00+07:00"


def test_the_moment_is_a_parameter_or_the_header_never_the_machines(answer: Answer) -> None:
    head = script(NEWS | {"datePublished": "2098-01-01"})
    assert said(answer, head, date=None).published == "2098-01-01"
    page = answer(URL, "", head=head)
    assert structured.article(page, datetime(2099, 1, 1, tzinfo=UTC)).published == "2098-01-01"
    assert structured.article(page).published == ""


def test_feeds_that_a_page_announces() -> None:
    html = """<link rel="alternate" type="application/rss+xml" href="/rss/ocop.rss">
    <link rel="alternate" type="application/atom+xml" href="https://b.vn/atom">
    <link rel="alternate" hreflang="en" href="/en"><link rel=alternate type="application/rss+xml"
    href="/rss/ocop.rss">"""
    page = HtmlResponse("https://baoa.vn/kt/", body=html.encode(), encoding="utf-8").selector
    assert structured.feeds(page, "https://baoa.vn/kt/") == (
        "https://baoa.vn/rss/ocop.rss", "https://b.vn/atom",
    )  # fmt: skip
