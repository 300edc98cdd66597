"""underthesea's words, found again in the sentence with exact offsets."""

import pytest

from extract.text.tokens import offsets, tokenise

SENTENCES = [
    "Ngày16/6, tỉnh Nghệ An công bố kết quả phân hạng sản phẩm OCOP năm 2019.",
    "Hoà Bình, Thuỷ Nguyên và uỷ ban có 48 sản phẩm đạt 3 sao.",
    "Quyết định số 490/QĐ-TTg ngày 7.5.2018, hạng ★★★★.",
    "Cập nhật lúc19:29, Thứ Tư, 01/04/2020 (GMT+7)",
    "Bà Rịa - Vũng Tàu  có hai  dấu cách.",
    "…",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_doc_is_the_sentence(sentence):
    doc = tokenise(sentence)
    assert doc.text == sentence
    assert all(sentence[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_words_of_two_syllables_stay_together():
    words = [t.text for t in tokenise("Tỉnh có 48 sản phẩm đạt 3 sao.")]
    assert "sản phẩm" in words
    assert "48" in words


def test_nothing_is_left_out():
    sentence = SENTENCES[0]
    covered = "".join(sentence[a:b] for a, b in offsets(sentence))
    assert covered.replace(" ", "") == sentence.replace(" ", "")
