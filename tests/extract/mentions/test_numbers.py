"""Numbers know what they count; every noun class proves its examples."""

import pytest

from extract.mentions.numbers import NOUNS, find_numbers
from extract.text.normalise import fold


def first(text):
    found = list(find_numbers(fold(text), 0, len(text)))
    return found[0] if found else None


EXAMPLES = [(noun.name, text) for noun in NOUNS for text in noun.examples]
COUNTER_EXAMPLES = [(noun.name, text) for noun in NOUNS for text in noun.counter_examples]


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_a_noun_class_finds_its_examples(name, text):
    assert first(text).noun == name


@pytest.mark.parametrize(("name", "text"), COUNTER_EXAMPLES)
def test_a_noun_class_leaves_its_counter_examples(name, text):
    assert first(text) is None or first(text).noun != name


@pytest.mark.parametrize(
    "text",
    ["năm 2022 sản phẩm OCOP", "quý 3 sản phẩm", "một số sản phẩm", "hàng năm sản phẩm", "27,3%"],
)
def test_names_and_articles_are_no_numbers(text):
    assert first(text) is None


@pytest.mark.parametrize(
    ("text", "value", "high", "of"),
    [
        ("20 - 30 sản phẩm", 20, 30, None),
        ("từ 8 đến 10 sản phẩm", 8, 10, None),
        ("22/23 sản phẩm", 22, None, 23),
        ("2.167/9.852 sản phẩm", 2167, None, 9852),
        ("công nhận lại7 sản phẩm", 7, None, None),
        ("năm sản phẩm đạt 3 sao", 5, None, None),
        ("trong năm 25 sản phẩm hết hạn", 25, None, None),
    ],
)
def test_a_number_has_its_value(text, value, high, of):
    number = first(text)
    assert (number.value, number.high, number.of) == (value, high, of)


def test_a_falling_row_is_no_range():
    found = list(find_numbers("109 - 40 - 2 sản phẩm", 0, 21))
    assert [number.value for number in found] == [109, 40, 2]


def test_a_name_before_a_number_is_no_table():
    text = fold("Kim Bảng 5, Bình Lục 4")
    assert [n.value for n in find_numbers(text, 0, len(text))] == [4]
    assert [n.value for n in find_numbers(text, 0, len(text), names=[8])] == [5, 4]


@pytest.mark.parametrize(
    "printed",
    [
        *("7", "1.245", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín"),
        *("mười", "mười lăm", "hai mươi mốt", "ba chục", "một trăm linh hai", "hai nghìn"),
    ],
)
def test_a_number_is_found_however_it_begins(printed):
    (number,) = find_numbers(f"nam sao có {printed} sản phẩm", 0, len(printed) + 20)
    assert number.start == 11
    assert number.noun == "product"
