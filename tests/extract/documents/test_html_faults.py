"""Faults of pages: each must cost at most what it breaks, and nothing in silence."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract.documents.html import from_html
from extract.model import BlockKind, Document
from extract.text.normalise import normalise

NEWS = "Ngày 17-11, UBND huyện Mây Trắng công nhận 12 sản phẩm OCOP đạt hạng 3 sao."


def read(body: str, head: str = "") -> Document:
    return from_html(f"<html><head>{head}</head><body>{body}</body></html>", document_id="d")


def content(document: Document) -> str:
    return "\n".join(document.text[b.start : b.end] for b in document.content_blocks())


@pytest.mark.parametrize("tag", ["b", "table><tr><td", "ul><li", "span", "p", "blockquote"])
def test_unclosed_nesting(tag: str) -> None:
    document = from_html(f"<{tag}>" * 10_000 + NEWS + "<p>Hết tin ở đây.", document_id="d")
    assert NEWS in document.text
    assert "Hết tin" in document.text


def test_closed_nesting_of_100_000() -> None:
    document = from_html(
        "<div>" * 100_000 + NEWS + "</div>" * 100_000 + "<p>Sau</p>", document_id="d"
    )
    assert document.text.split("\n") == [NEWS, "Sau"]


def test_long_single_line() -> None:
    document = from_html("<p>" + "Có 12 sản phẩm OCOP. " * 50_000 + "</p>", document_id="d")
    assert len(document.blocks) == 1
    assert document.blocks[0].kind is BlockKind.LEAD


def test_nul_characters_and_lone_surrogates() -> None:
    assert NEWS in read(f"<p>{NEWS}\0</p>\0\ud800<p>Sau \0 đó</p>").text


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">{}</p>',
        '<p style="DISPLAY : NONE !important">{}</p>',
        "<p hidden>{}</p>",
        '<p aria-hidden="true">{}</p>',
        '<span style="font-size:0">{}</span>',
        '<span style="color:#fff">{}</span>',
        '<span style="color: white; background: white">{}</span>',
        '<div style="visibility:hidden"><p>{}</p></div>',
        '<div style="position:absolute;left:-9999px">{}</div>',
        '<div style="height:0;overflow:hidden">{}</div>',
        "<template><p>{}</p></template>",
        "<script>var x = '{}'</script>",
        "<style>{}</style>",
        "<noscript>{}</noscript>",
        "<!-- {} -->",
        '<img alt="{}" src="x">',
        '<input value="{}">',
        "<textarea>{}</textarea>",
        "<bdo dir=rtl>{}</bdo>",
        "<svg><text>{}</text></svg>",
    ],
)
def test_text_that_no_reader_sees(hidden: str) -> None:
    document = read(f"<p>{NEWS}</p>" + hidden.format("888 sản phẩm OCOP") + "<p>Sau đó.</p>")
    assert document.text.split("\n") == [NEWS, "Sau đó."]


def test_hidden_number_is_an_issue() -> None:
    document = read(f'<p>{NEWS}</p><p style="display:none">888 sản phẩm OCOP</p>')
    assert [issue.code for issue in document.issues] == ["hidden_text"]


def test_white_text_on_a_colour_is_seen() -> None:
    document = read(f'<div style="background:#c00"><p style="color:#fff">{NEWS}</p></div>')
    assert NEWS in document.text


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("có 1.<b>245</b> sản phẩm", "có 1.245 sản phẩm"),
        ("có <span>1</span><span>2</span> sản phẩm", "có 12 sản phẩm"),
        ("có 1<wbr>2 sản phẩm", "có 12 sản phẩm"),
        ("có 1\u00ad2&nbsp;sản\u200b phẩm", "có 12 sản phẩm"),
        ("có 48<sup>1</sup> sản phẩm", "có 48 1 sản phẩm"),
        ("có 12<br>sản phẩm", "có 12\nsản phẩm"),
        ("có &#49;2 sản ph&#7849;m", "có 12 sản phẩm"),
        ("co\u0301 12 sa\u0309n phâ\u0309m", "có 12 sản phẩm"),
        ("có 3 < 4 & 5 sản phẩm", "có 3 < 4 & 5 sản phẩm"),
    ],
)
def test_numbers_and_words_over_tags(markup: str, seen: str) -> None:
    assert read(f"<p>{markup}</p>").text == seen


def test_menu_links_are_words_apart() -> None:
    assert read("<div><a>Trang chủ</a><a>Tin tức</a></div>").text == "Trang chủ Tin tức"


def test_quotes_and_brackets_in_attributes() -> None:
    document = read(f'<p title="a > b" onclick="x(\'<p>\')">{NEWS}</p><p class=\'c"\'>Sau đó.</p>')
    assert document.text.split("\n") == [NEWS, "Sau đó."]


def test_unclosed_comment_script_and_attribute() -> None:
    assert NEWS in read(f"<p>{NEWS}</p><script>if (a < b) {{").text
    assert NEWS in read(f'<p>{NEWS}</p><p title="x>Sau').text
    assert NEWS in read(f"<p>{NEWS}</p><!-- Sau").text


def test_script_in_the_title() -> None:
    document = read(f"<p>{NEWS}</p>", head="<title><script>alert(1)</script>Tin</title>")
    assert "alert" not in document.text


def test_paragraphs_that_close_each_other() -> None:
    document = read(f"<p>{NEWS}<p>Hai.<ul><li>Ba<li>Bốn</ul>Năm.")
    assert document.text.split("\n") == [NEWS, "Hai.", "Ba", "Bốn", "Năm."]


def test_related_box_in_mid_article_ends_where_prose_begins() -> None:
    document = read(
        f"<p>{NEWS}</p><p>Tin liên quan</p><ul><li><a href=x>Tỉnh bạn có 901 sản phẩm</a></li>"
        "<li><a href=y>Huyện bạn có 902 sản phẩm</a></li></ul><p>Mục tiêu mới</p>"
        "<p>Đến năm 2025, huyện phấn đấu có 30 sản phẩm OCOP.</p>"
    )
    text = content(document)
    assert "30 sản phẩm" in text
    assert "Mục tiêu mới" in text
    assert "901" not in text
    assert "902" not in text
    assert "902" in document.text


def test_template_that_no_script_filled() -> None:
    document = read(f"<div>{{title}} {{publish}} {{head}}</div><p>{NEWS}</p>")
    assert document.blocks[0].role == "template"
    assert content(document) == NEWS


def test_form_of_a_webforms_page_is_not_furniture() -> None:
    document = read(
        f'<form id="form1" class="search-on"><div class="main"><p>{NEWS}</p></div></form>'
    )
    assert content(document) == NEWS


def test_preformatted_lines() -> None:
    assert read("<pre>I. MỤC TIÊU\n- 12 sản phẩm\n</pre>").text == "I. MỤC TIÊU\n- 12 sản phẩm"


_BITS = [
    *[
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<br>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<h1>",
        "</a>",
        "<!--",
        "-->",
    ],
    *["<script>", "</script>", "<li>", "<x", ">", "&amp;", "&#0;", "20/11/2023", "12", '"', "'"],
    *(
        "<td rowspan=3>",
        "<td colspan=0>",
        "<a href=x>",
        "<p style='display:none'>",
        "\0",
        " ",
        "\n",
    ),
    *(NEWS, "Tin liên quan", "Ảnh: x", "e\u0301", "\u00ad", "\u2028", "|"),
]


@settings(max_examples=300)
@example("<p><p><p><p><p><p>><!--12")  # a comment of the page is no mark of a place
@example("<p><p><p>một<!--2--><p>")
@example("<p><p><p>một<!--ocop-at:99--><p>")
@example("<p><p>một<!--><p>hai")  # a whole comment, after which tags go on
@given(st.lists(st.sampled_from(_BITS), max_size=40).map("".join))
def test_any_markup_gives_a_sound_document(source: str) -> None:
    document = from_html(source, document_id="d")
    assert normalise(document.text).text == document.text
    position = 0
    for block in document.blocks:
        assert block.start >= position
        assert not document.text[position : block.start].strip()
        assert block.raw is not None
        assert 0 <= block.raw[0] <= block.raw[1] <= len(source)
        for cell in block.cells:
            assert document.text[cell.start : cell.end] == cell.text
        position = block.end
    assert position == len(document.text)
