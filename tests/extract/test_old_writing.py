"""Text in old encodings, decomposed, misread or cut up says what its clean twin says."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

import pytest
from oldwriting import cut_up, tcvn3, viscii, vni, windows_1258
from papers.render import encodings

from extract.documents.load import load
from extract.model import Claim, Document
from extract.reading import read

TEXTS = {
    "news": """Ninh Thuận: Thêm 23 sản phẩm OCOP được công nhận
14/11/2023 09:15
UBND tỉnh Ninh Thuận vừa ban hành Quyết định số 1571/QĐ-UBND ngày 10/11/2023 công nhận sản phẩm \
OCOP đợt 2 năm 2023.
Theo đó, có 23 sản phẩm được công nhận đạt hạng 3 sao trở lên, trong đó có 5 sản phẩm đạt hạng 4 \
sao, 18 sản phẩm đạt hạng 3 sao.
Lũy kế đến nay, toàn tỉnh có 178 sản phẩm OCOP còn hiệu lực của 96 chủ thể ở các xã, phường.""",
    "decision": """ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH
Số: 2816/QĐ-UBND
Hòa Bình, ngày 15 tháng 12 năm 2022
QUYẾT ĐỊNH
Về việc công nhận kết quả đánh giá, phân hạng sản phẩm OCOP tỉnh Hòa Bình năm 2022
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Quyết định số 919/QĐ-TTg ngày 01/8/2022 của Thủ tướng Chính phủ;
Điều 1. Công nhận 31 sản phẩm OCOP của tỉnh Hòa Bình năm 2022, gồm: 7 sản phẩm đạt hạng 4 sao; \
24 sản phẩm đạt hạng 3 sao (có danh sách kèm theo).
Điều 2. Giấy chứng nhận có giá trị trong thời hạn 36 tháng kể từ ngày ký Quyết định này.""",
    "report": """Kết quả thực hiện Chương trình mỗi xã một sản phẩm
Ngày 20/6/2024, Văn phòng Điều phối nông thôn mới tỉnh Quảng Trị cho biết, đến hết năm 2023 toàn \
tỉnh có 112 sản phẩm OCOP được xếp hạng từ 3 sao trở lên, gồm 1 sản phẩm 5 sao, 29 sản phẩm 4 sao \
và 82 sản phẩm 3 sao.
Mục tiêu đến năm 2025, tỉnh phấn đấu có thêm ít nhất 40 sản phẩm được công nhận.""",
}
PLAIN: dict[str, Callable[[str], bytes]] = {
    "tcvn3": lambda text: tcvn3(text).encode(),
    "tcvn3 bytes": lambda text: tcvn3(text).encode("cp1252"),
    "tcvn3 with hyphens for ư": lambda text: tcvn3(text).replace("\xad", "-").encode(),
    "tcvn3 private": lambda text: "".join(
        chr(0xF000 + ord(c)) if ord(c) >= 0xA0 else c for c in tcvn3(text)
    ).encode(),
    "vni": lambda text: vni(text).encode(),
    "vni bytes": lambda text: vni(text).encode("cp1252"),
    "viscii": viscii,
    "windows-1258": windows_1258,
    "windows-1258 misread": lambda text: windows_1258(text).decode("cp1252").encode(),
    "decomposed": lambda text: unicodedata.normalize("NFD", text).encode(),
    "UTF-8 read as Latin-1": lambda text: text.encode().decode("latin-1").encode(),
    "cut up": lambda text: cut_up(text).encode(),
}
ENCODINGS = {
    "tcvn3": "tcvn3",
    "tcvn3 bytes": "tcvn3",
    "vni": "vni",
    "vni bytes": "vni",
    "viscii": "viscii",
    "windows-1258": "cp1258",
    "windows-1258 misread": "windows1258",
    "decomposed": "utf-8",
    "cut up": "utf-8",
}


def said(claims: Iterable[Claim]) -> list[dict[str, object]]:
    """What claims say: place, count, stars, kind, times, decision; in their order."""
    return [claim.meaning() | {"decision_date": claim.decision_date} for claim in claims]


def document(payload: bytes) -> Document:
    return load(payload, document_id="d", charset=None)


def page(text: str, encode: encodings.Encoder, charset: str = "utf-8") -> bytes:
    lines = "\n".join(
        "<p>{}</p>".format(
            "".join(f'<font face="{font}">{part}</font>' for part, font in encode(line))
        )
        for line in text.split("\n")
    )
    html = f"<html><head><title>x</title></head><body><div>{lines}</div></body></html>"
    return html.encode(charset)


@pytest.mark.parametrize("name", list(TEXTS))
def test_the_clean_twin_says_something(name: str) -> None:
    assert len(read(document(TEXTS[name].encode())).claims) >= 3


@pytest.mark.parametrize("writing", list(PLAIN))
@pytest.mark.parametrize("name", list(TEXTS))
def test_plain_text_says_what_its_twin_says(name: str, writing: str) -> None:
    clean, old = document(TEXTS[name].encode()), document(PLAIN[writing](TEXTS[name]))
    assert old.encoding == ENCODINGS.get(writing, old.encoding)
    told = {issue.code for issue in old.issues}
    assert ("legacy_encoding" in told) == (old.encoding not in ("utf-8", "cp1258"))
    if "tcvn3" in writing:  # single capitals with tones (Ủy) need a font
        assert old.text.lower() == clean.text.lower()
    else:
        assert old.text == clean.text
    assert said(read(old).claims) == said(read(clean).claims)


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
@pytest.mark.parametrize("encode", [encodings.tcvn3, encodings.vni])
@pytest.mark.parametrize("name", list(TEXTS))
def test_pages_with_old_fonts_say_what_their_twins_say(
    name: str, encode: encodings.Encoder, charset: str
) -> None:
    clean = document(page(TEXTS[name], encodings.unicode_in("Times New Roman")))
    old = document(page(TEXTS[name], encode, charset))
    assert old.text == clean.text
    assert old.encoding == encode.__name__
    assert "legacy_encoding" in {issue.code for issue in old.issues}
    assert said(read(old).claims) == said(read(clean).claims)


@pytest.mark.parametrize("name", list(TEXTS))
def test_pages_whose_words_are_cut_up_say_what_their_twins_say(name: str) -> None:
    clean, old = (
        document(page(text, encodings.unicode_in("Arial")))
        for text in (TEXTS[name], cut_up(TEXTS[name]))
    )
    assert old.text == clean.text
    assert "split_syllables" in {issue.code for issue in old.issues}
    assert said(read(old).claims) == said(read(clean).claims)


@pytest.mark.parametrize("writing", ["tcvn3", "vni", "windows-1258 misread", "cut up"])
@pytest.mark.parametrize("name", list(TEXTS))
def test_places_are_those_of_the_text_as_it_came(name: str, writing: str) -> None:
    clean, payload = TEXTS[name].split("\n"), PLAIN[writing](TEXTS[name])
    raw = payload.decode()
    for block in document(payload).blocks:
        assert block.raw is not None
        first, last = raw[: block.raw[0]].count("\n"), raw[: block.raw[1]].count("\n")
        assert raw[slice(*block.raw)] == "\n".join(raw.split("\n")[first : last + 1])
        assert document(payload).text[block.start : block.end].lower() == (
            "\n".join(clean[first : last + 1]).lower()
        )


@pytest.mark.parametrize("name", list(TEXTS))
def test_clean_text_has_no_issue_of_its_letters(name: str) -> None:
    codes = {issue.code for issue in document(TEXTS[name].encode()).issues}
    assert not codes & {"legacy_encoding", "split_syllables", "repaired_encoding"}


def test_an_old_article_on_a_page_in_unicode_is_converted_and_the_page_is_not() -> None:
    menu = "<ul><li>Trang chủ</li><li>Văn bản</li><li>Café · Größe ® § 5</li></ul>"
    article = "".join(f"<p>{tcvn3(line)}</p>" for line in TEXTS["report"].split("\n"))
    found = document(f"<html><body>{menu}<div>{article}</div></body></html>".encode())
    assert "Café · Größe ® § 5" in found.text
    assert "Trang chủ" in found.text
    assert TEXTS["report"].split("\n")[1] in found.text
    assert found.encoding == "tcvn3"


@pytest.mark.parametrize(
    "style",
    [
        '<style>p.MsoTitle, li.x {font-size:14pt; font-family:"\\.VnTimeH"; color:red}</style>'
        '<p class="MsoTitle">',
        "<style>.big{font-family:.VnTimeH,serif}</style><p class='a big'>",
        "<style>p{font-family:.VnTimeH}</style><p>",
        "<p style=\"font-family:'.VnTimeH'\">",
        '<div style="font-family: .VnTimeH"><p>',
    ],
)
def test_fonts_of_style_sheets_are_known(style: str) -> None:
    body = tcvn3("Quyết định công nhận sản phẩm đạt hạng sao")
    found = document(f"<html><body>{style}{body}</p></body></html>".encode())
    assert "QUYẾT ĐỊNH CÔNG NHẬN SẢN PHẨM ĐẠT HẠNG SAO" in found.text


def test_letters_that_are_entities_are_converted() -> None:
    body = "".join(f"&#{ord(c)};" if c > "\x7f" else c for c in tcvn3(TEXTS["report"]))
    found = document(f"<html><body><p>{body}</p></body></html>".encode())
    assert TEXTS["report"].split("\n")[2] in found.text
