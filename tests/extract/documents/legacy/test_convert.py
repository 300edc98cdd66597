"""Old encodings are converted where font or text prove them, and nothing else is."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from oldwriting import tcvn3, viscii, vni, windows_1258

from extract.documents.legacy.convert import Converted, convert, convert_as, encoding_of

GOLD = Path(__file__).parents[3] / "gold"
TEXT = (
    "Đến hết năm 2024, toàn tỉnh có 128 sản phẩm được công nhận đạt hạng 3 sao trở lên.\n"
    "Trong đó: 5 sản phẩm 5 sao; 37 sản phẩm 4 sao. Ưu tiên ở các xã đặc biệt khó khăn."
)
WRITERS: dict[str, Callable[[str], str]] = {
    "tcvn3": tcvn3,
    "vni": vni,
    "viscii": lambda text: viscii(text).decode("latin-1"),
    "windows1258": lambda text: windows_1258(text).decode("cp1252"),
}


@pytest.mark.parametrize("encoding", list(WRITERS))
def test_text_proves_its_encoding(encoding: str) -> None:
    assert convert(WRITERS[encoding](TEXT)) == Converted(TEXT, encoding)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
    ],
)
def test_lines_that_every_official_knows(written: str, meant: str) -> None:
    assert convert(written).text == meant


@pytest.mark.parametrize(
    ("written", "font", "meant"),
    [
        ("QuyÕt ®Þnh", ".VnTimeH", "QUYẾT ĐỊNH"),
        ("Nam", ".VnTimeH", "NAM"),
        ("®", ".VnTime", "đ"),
        ("Tè", ".VnTime", "Tố"),
        ("tr-ëng", ".VnTime", "trưởng"),
        ("tr\xad\xebng", ".VnTime", "trưởng"),
        ("n-íc m¾m -u tiªn", ".VnTime", "nước mắm ưu tiên"),
        ("Th- ký", ".VnTime", "Thư ký"),
        ("2021-2025, Q§-UBND, Tù do - H¹nh", ".VnTime", "2021-2025, QĐ-UBND, Tự do - Hạnh"),
        ("\uf04e\uf0ad\uf0ed\uf063 m\uf0be\uf06d", ".VnTime", "Nước mắm"),
        ("saûn phaåm", "VNI-Times", "sản phẩm"),
        ("HTX", "VNI-Times", "HTX"),
    ],
)
def test_font_decides_for_a_single_word(written: str, font: str, meant: str) -> None:
    found = convert(written, font)
    assert found.text == meant
    assert bool(found.encoding) == (written != meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ñY BAN NH¢N D¢N TØNH HßA B×NH", "ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH"),
        ("Sè 12 cña tØnh: QUYÕT §ÞNH", "Số 12 của tỉnh: QUYẾT ĐỊNH"),
        ("HTX ®· ®­îc, UBND x·; Tè, §ç, Hµ", "HTX đã được, UBND xã; Tố, Đỗ, Hà"),
    ],
)
def test_capitals_whose_font_is_gone_are_told_by_those_beside_them(
    written: str, meant: str
) -> None:
    assert convert_as(written, "tcvn3") == meant


@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", "VNI-Times", "VI Times"])
@pytest.mark.parametrize("text", ["Quyết định công nhận", "sản phẩm", "và", "3 sao", ""])
def test_font_is_not_believed_against_the_text(text: str, font: str) -> None:
    if font == ".VnTimeH" and text.isascii():
        return  # capitals by font
    assert convert(text, font) == Converted(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les médaillés français ont été reçus à l'hôtel de ville; la fête a duré jusqu'à l'aube. "
        "Où est né le thé? Le café, la pâte, le pâté, la crème brûlée et le maïs naïf.",
        "Größe, Übung, Straße, Mädchen, Käse, Öl und Äpfel: das Gemüse wächst schön für Köche.",
        "El niño español comió piña, jalapeño y ñame en el año; también bebió ron añejo.",
        "A produção de açúcar e maçãs não é só do sertão; avó, avô, irmã e mãe são daí.",
        "Þórður og Æsa fóru út á sjó; þau hétu því að koma aftur með fisk í kvöld, öll sömul.",
        "Türkçe öğrenmek çok güzel; şeker, süt ve ıspanak aldık, gün boyu yürüdük.",
        "Café Rhône, Nestlé®, Häagen-Dazs™, Citroën, Noël, naïve, façade, rosé, entrée.",
        "Área: 25 m² ± 3 °C; §5 ¶2 «ngoặc» × ÷ ½ © 2024 · ® µg",
        "Nước mắm Lê Gia® và trà Shan tuyết «Fìn Hò» đạt 5 sao.",
        "cá và các, có là và bà, khô và tôm",
    ],
)
def test_other_text_is_never_changed(text: str) -> None:
    assert convert(text) == Converted(text)
    for line in re.split("[.;]", text):
        assert convert(line).encoding == ""


def test_labelled_texts_are_never_changed() -> None:
    texts = [
        json.loads(line)["text"]
        for file in sorted(GOLD.glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
        if '"text"' in line
    ]
    assert len(texts) > 1000
    assert [text for text in texts if encoding_of(text)] == []


@pytest.mark.parametrize("encoding", list(WRITERS))
def test_labelled_texts_come_back_from_each_encoding(encoding: str) -> None:
    lines = (GOLD / "news.jsonl").read_text("utf-8").splitlines()
    for line in lines:
        text = json.loads(line)["text"]
        if re.search("[Ðð\xa0-\xbf×\u0300-\u036f\u2000-\U0010ffff]", text):
            continue  # signs that the encoding lacks or has for letters
        found = convert(WRITERS[encoding](text))
        assert found.encoding == encoding
        if encoding == "tcvn3":
            assert found.text.lower() == text.lower()
        else:
            assert found.text == text


def test_lines_in_unicode_beside_old_ones_stay() -> None:
    old = tcvn3("Quyết định công nhận sản phẩm của các chủ thể đã được đánh giá")
    mixed = f"Trang thông tin điện tử\n{old}\nGiá: 25.000đ · © 2024"
    meant = "quyết định công nhận sản phẩm của các chủ thể đã được đánh giá"
    assert convert(mixed).text.lower() == mixed.lower().replace(old.lower(), meant)


def test_letters_among_the_control_characters_are_letters_of_words() -> None:
    assert "\x06" in WRITERS["viscii"]("HƯỚNG DẪN")
    assert convert_as(WRITERS["viscii"]("HƯỚNG DẪN"), "viscii") == "HƯỚNG DẪN"


def test_a_few_words_are_no_proof_without_a_font() -> None:
    assert convert("S¶n phÈm") == Converted("S¶n phÈm")
    assert convert_as("S¶n phÈm", "tcvn3") == "Sản phẩm"
