"""Words without the blank between them are told apart from long words and other languages."""

import json
from pathlib import Path

import pytest

from extract.text.glued_words import glued_words

GOLD = Path(__file__).parents[2] / "gold"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("48 sảnphẩm OCOP", ("sảnphẩm",)),
        ("48 sảnphẩmđạt 3 sao, 5 sảnphẩmđạt 4 sao", ("sảnphẩmđạt",)),
        ("HỘIĐỒNG đánh giá", ("HỘIĐỒNG",)),
        ("nghiêng, khuỷu, ngoằn ngoèo, thưởng", ()),
        ("website, farmstay, Überprüfung, déjà", ()),
        ("Kêt quảxyz", ()),
        ("", ()),
    ],
)
def test_words_that_lost_their_blank(text: str, found: tuple[str, ...]) -> None:
    assert glued_words(text) == found


def test_few_labelled_texts_have_any() -> None:
    texts = [
        json.loads(line)["text"] for line in (GOLD / "news.jsonl").read_text("utf-8").splitlines()
    ]
    assert sum(bool(glued_words(text)) for text in texts) <= 1
