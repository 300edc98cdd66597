"""Keys of names and longest match."""

from extract.places.names import NameIndex, name_key, spellings


def test_hyphens_case_tone_style_and_eth_do_not_matter() -> None:
    keys = {name_key(n) for n in ("Bà Rịa - Vũng Tàu", "Bà Rịa–Vũng Tàu", "BÀ RỊA VŨNG TÀU")}
    assert keys == {"bà rịa vũng tàu"}
    assert name_key("Ðắk R’Lấp") == "đắk r'lấp"
    assert name_key("Khánh Hoà") == name_key("Khánh Hòa")


def test_final_y_may_be_written_i() -> None:
    assert spellings("Chương Mỹ") == ("chương mỹ", "chương mĩ")
    assert spellings("Quy Nhơn") == ("quy nhơn", "qui nhơn")
    assert spellings("Bảy Núi") == ("bảy núi",)


def test_the_longest_name_wins() -> None:
    index = NameIndex([("điện biên", 1), ("điện biên đông", 2), ("đông", 3)])
    words = ["huyện", "điện", "biên", "đông"]
    assert index.longest(words, 1) == (3, (2,))
    assert index.longest(words[:3], 1) == (2, (1,))
    assert index.longest(words, 0) == (0, ())
