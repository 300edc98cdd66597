"""Names of fonts as PDF, Word and style sheets write them."""

import pytest

from extract.documents.legacy.fonts import FontCode, font_code


@pytest.mark.parametrize(
    ("font", "code"),
    [
        (".VnTime", FontCode("tcvn3")),
        (".vntime", FontCode("tcvn3")),
        (".VnArial Narrow", FontCode("tcvn3")),
        (".VnTimeH", FontCode("tcvn3", capitals=True)),
        (".vntimeh", FontCode("tcvn3", capitals=True)),
        (".VnArial NarrowH", FontCode("tcvn3", capitals=True)),
        ("ABCDEF+.VnTime-Bold", FontCode("tcvn3")),
        ("ABCDEF+#2EVnAvantH,BoldItalic", FontCode("tcvn3", capitals=True)),
        (".VnTimeHBold", FontCode("tcvn3", capitals=True)),
        ('"\\.VnTimeH", sans-serif', FontCode("tcvn3", capitals=True)),
        ("VNI-Times", FontCode("vni")),
        ("'VNI-Helve-Condense'", FontCode("vni")),
        ("VNI Times,Bold", FontCode("vni")),
        ("VI Times", FontCode("viscii")),
        ("VI Times Hoa", FontCode("viscii", capitals=True)),
    ],
)
def test_fonts_that_need_an_old_encoding(font: str, code: FontCode) -> None:
    assert font_code(font) == code


@pytest.mark.parametrize(
    "font", ["Times New Roman", "Arial", "ABCDEF+TimesNewRomanPSMT", "Vinh Sans", "Vnunicode", ""]
)
def test_other_fonts_say_nothing(font: str) -> None:
    assert font_code(font) is None
