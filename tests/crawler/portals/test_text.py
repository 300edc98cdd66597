"""Visible text of elements."""

from __future__ import annotations

from parsel import Selector

from crawler.portals.text import is_filled, lines_of, text_of


def body(html: str) -> Selector:
    return Selector(text=f"<body>{html}</body>").css("body")[0]


def test_a_line_is_a_block() -> None:
    html = "<h2>Chè</h2><p>Xã có <b>3</b> sản\nphẩm.</p>Một<br>hai<ul><li>ba</li><li>bốn</li></ul>"
    assert lines_of(body(html)).splitlines() == [
        "Chè", "Xã có 3 sản phẩm.", "Một", "hai", "ba", "bốn",
    ]  # fmt: skip


def test_numbers_split_by_tags_stay_whole() -> None:
    assert text_of(body("<p>1.<b>245</b> sản phẩm</p>")) == "1.245 sản phẩm"


def test_a_table_row_is_a_line() -> None:
    html = "<table><tr><td>1</td><td>Chè</td></tr><tr><td>2</td><td>Mật ong</td></tr></table>"
    assert lines_of(body(html)).splitlines() == ["1 Chè", "2 Mật ong"]


def test_scripts_styles_and_comments_are_not_seen() -> None:
    html = "<script>'99 OCOP'</script><style>p{}</style>Chè<!-- ẩn --> xanh<noscript>x</noscript>"
    assert text_of(body(html)) == "Chè xanh"


def test_text_is_composed() -> None:
    assert text_of(body("Huye\u0323\u0302n")) == "Huyện"


def test_attributes_are_texts() -> None:
    assert (
        text_of(Selector(text="<a title=' Chè  xanh '>x</a>").css("a::attr(title)")[0])
        == "Chè xanh"
    )


def test_deep_pages_do_not_end_the_run() -> None:
    assert isinstance(lines_of(Selector(text="<div>" * 50_000 + "sâu")), str)


def test_unfilled_templates_say_nothing() -> None:
    unfilled = ["", " \n", "{title}", "{title} {publish}", "{publish} | {head}", "{{ item.title }}"]
    for template in [*unfilled, "<%= head %>", "${a}"]:
        assert not is_filled(template), template
    assert is_filled("3 sao {ảnh}")
