"""Labelled runs stand where they say, in the sentences that a recogniser is shown."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from extract.model import Label
from ocop.evaluate.gold import GoldError, load
from ocop.train.spans import FACTS, NAMES, fact_lines, load_names, name_lines

GOLD = Path(__file__).parents[2] / "gold"
NAMED = GOLD / "names" / "names.jsonl"


@pytest.fixture(scope="module")
def documents():
    return load([GOLD])


@pytest.fixture(scope="module")
def names(documents):
    return load_names(NAMED, documents)


def test_names_are_whole_words_of_their_documents(documents, names) -> None:
    texts = {document.id: document.text for document in documents}
    for document, found in names.items():
        for name in found:
            text = texts[document]
            quote = text[name.start : name.end]
            assert quote == quote.strip()
            assert not text[name.start - 1 : name.start].isalnum(), quote
            assert not text[name.end : name.end + 1].isalnum(), quote
            assert "|" not in quote


def test_producers_have_a_form(documents, names) -> None:
    forms = ("htx", "hợp tác xã", "công ty", "cty", "chi nhánh công ty", "hộ ", "hkd", "cơ sở")
    forms += ("tht", "tổ hợp tác", "dntn", "doanh nghiệp")
    texts = {document.id: document.text for document in documents}
    for document, found in names.items():
        for name in found:
            quote = unicodedata.normalize("NFC", texts[document][name.start : name.end]).lower()
            # "Bánh tráng Cơ sở Tư" would be a producer taken into the product.
            assert quote.startswith(forms) == (name.label is Label.PRODUCER), quote


def test_many_documents_name_some_and_some_name_none(names) -> None:
    told = {
        label: [n for found in names.values() for n in found if n.label is label] for label in NAMES
    }
    assert sum(bool(found) for found in names.values()) >= 150
    assert sum(not found for found in names.values()) >= 50
    assert min(map(len, told.values())) >= 200


def test_every_name_in_one_line_lies_in_a_sentence(documents, names) -> None:
    for document in documents:
        if document.id in names:
            lines = name_lines(document, names[document.id])
            whole = [n for n in names[document.id] if "\n" not in document.text[n.start : n.end]]
            assert sum(len(line.spans) for line in lines) == len(whole), document.id


def test_names_of_decomposed_text_are_found_in_the_composed_one(documents, names) -> None:
    document = next(
        d for d in documents if d.id in names and not unicodedata.is_normalized("NFC", d.text)
    )
    found = [
        line.text[s.start : s.end]
        for line in name_lines(document, names[document.id])
        for s in line.spans
    ]
    raw = [document.text[n.start : n.end] for n in names[document.id]]
    assert found == [unicodedata.normalize("NFC", quote) for quote in raw]


@pytest.mark.parametrize(
    "wrong",
    [
        [{"start": 0, "end": 3, "label": "PRODUCT", "text": "xyz"}],
        [{"start": 0, "end": 3, "label": "PLACE", "text": None}],
        [{"start": 0, "end": 3, "label": "PRODUCT", "text": None}] * 2,
    ],
    ids=["another text", "another label", "overlap"],
)
def test_what_is_wrong_is_refused(documents, tmp_path, wrong) -> None:
    document = documents[0]
    for name in wrong:
        name["text"] = name["text"] or document.text[:3]
    path = tmp_path / "names.jsonl"
    path.write_text(json.dumps({"id": document.id, "names": wrong}), "utf-8")
    with pytest.raises(GoldError):
        load_names(path, documents)


def test_facts_are_the_numbers_of_claims_and_do_not_overlap(documents) -> None:
    for document in documents[:60]:
        for line in fact_lines(document):
            for span, other in zip(line.spans, line.spans[1:], strict=False):
                assert span.end <= other.start
            for span in line.spans:
                assert span.label in FACTS
                quote = line.text[span.start : span.end]
                assert quote.strip()
                if span.label is Label.COUNT:
                    assert "sản phẩm" not in quote or not any(c.isdigit() for c in quote)
