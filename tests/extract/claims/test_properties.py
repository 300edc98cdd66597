"""What holds for every document, whatever it says."""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.documents.plain import from_text
from extract.model import SourceInfo
from extract.reading import read
from extract.text.normalise import fold
from extract.text.numbers import parse

GOLD = Path(__file__).parents[2] / "gold" / "sample.jsonl"
DOCUMENTS = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
IDS = [document["id"] for document in DOCUMENTS]


def reading_of(label, text=None):
    document = from_text(
        label["text"] if text is None else text,
        document_id=label["id"],
        title=label["title"],
        published=label["published"],
        source=SourceInfo(**label["source"]),
    )
    return read(document)


@cache
def plain_reading(index):
    return reading_of(DOCUMENTS[index])


def meanings(reading):
    return [json.dumps(claim.meaning(), ensure_ascii=False) for claim in reading.claims]


every_document = pytest.mark.parametrize("index", range(len(DOCUMENTS)), ids=IDS)


@every_document
def test_every_span_holds_its_text(index):
    reading = plain_reading(index)
    text = reading.document.text
    spans = [mention.span for mention in reading.mentions]
    spans += [evidence.span for claim in reading.claims for evidence in claim.evidence]
    spans += [claim.quote for claim in reading.claims]
    spans += [decision.span for decision in reading.decisions]
    assert all(text[s.start : s.end] == s.text for s in spans)


@every_document
def test_every_number_of_a_claim_is_printed_at_its_quote(index):
    for claim in plain_reading(index).claims:
        rows = {evidence.span for evidence in claim.evidence if evidence.role == "row"}
        if rows:
            assert claim.count == len(rows)  # nobody prints it: each row is its evidence
            continue
        printed = fold(claim.quote.text)
        values = {parse(found) for found in re.findall(r"\d[\d.,]*\d|\d", printed)}
        if not values:
            continue  # in words, or none: the grounding of words is tested on its own
        assert claim.count in values
        assert claim.count_high is None or claim.count_high in values


@every_document
def test_claims_have_ids_of_their_own_and_parts_that_exist(index):
    claims = plain_reading(index).claims
    ids = [claim.claim_id for claim in claims]
    assert len(ids) == len(set(ids))
    assert all(claim.part_of in ids for claim in claims if claim.part_of)


@every_document
def test_reading_twice_gives_the_same(index):
    assert reading_of(DOCUMENTS[index]) == plain_reading(index)


@every_document
def test_decomposed_letters_change_nothing(index):
    label = DOCUMENTS[index]
    decomposed = unicodedata.normalize("NFD", label["text"])
    assert meanings(reading_of(label, decomposed)) == meanings(plain_reading(index))


_OLD_STYLE = {"òa": "oà", "óa": "oá", "ủy": "uỷ", "ùy": "uỳ", "úy": "uý", "òe": "oè", "ọa": "oạ"}


@every_document
def test_old_tone_marks_change_nothing(index):
    label = DOCUMENTS[index]
    text = unicodedata.normalize("NFC", label["text"])
    for new, old in _OLD_STYLE.items():
        text = re.sub(rf"(?<!q){new}(?!\w)", old, text)
    same = unicodedata.normalize("NFC", label["text"])
    assert meanings(reading_of(label, text)) == meanings(reading_of(label, same))


@every_document
def test_extra_blanks_change_nothing(index):
    label = DOCUMENTS[index]
    text = re.sub(r"(?<=\S) (?=\S)", "  ", label["text"])
    assert meanings(reading_of(label, text)) == meanings(plain_reading(index))


@every_document
def test_invisible_characters_change_nothing(index):
    label = DOCUMENTS[index]
    text = re.sub(r"(?<=\w) (?=\w)", " \u200b", label["text"])
    assert meanings(reading_of(label, text)) == meanings(plain_reading(index))


# ── one number changed ───────────────────────────────────────────────────────────────

STATEMENTS = (
    "Đến nay, toàn tỉnh có {a} sản phẩm OCOP đạt từ 3 sao trở lên.\n"
    "Năm 2021, UBND tỉnh công nhận {b} sản phẩm OCOP 4 sao.\n"
    "Năm 2023, tỉnh phấn đấu có thêm {c} sản phẩm OCOP."
)
counts = st.integers(min_value=6, max_value=1800)


def _read_statements(**numbers):
    document = from_text(
        STATEMENTS.format(**numbers),
        document_id="t",
        published="2022-06-15",
        source=SourceInfo("Báo Nghệ An", "newspaper", "Nghệ An"),
    )
    return {c.kind.value: c.meaning() for c in read(document).claims}


@settings(max_examples=60, deadline=None)
@given(a=counts, b=counts, c=counts, other=counts)
def test_changing_one_number_changes_that_claim_alone(a, b, c, other):
    before = _read_statements(a=a, b=b, c=c)
    after = _read_statements(a=a, b=other, c=c)
    assert before["new"]["count"][0] == b
    assert after["new"]["count"][0] == other
    before["new"]["count"] = after["new"]["count"]
    assert before == after


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_no_text_breaks_the_reader(text):
    reading = read(from_text("OCOP 3 sao " + text, document_id="t"))
    assert all(
        reading.document.text[m.span.start : m.span.end] == m.span.text for m in reading.mentions
    )


_JUMBLE = [
    *("12 sản phẩm", "OCOP", "4 sao", "trong đó", "(", ")", ",", ";", "và", "lần lượt", "Nghệ An"),
    *("huyện Nam Đàn", "mỗi huyện", "ngày 3/4/2022", "490/QĐ-TTg", "phấn đấu", "1.245", ":", "\n"),
]
_NOISE = st.lists(st.sampled_from(_JUMBLE), max_size=60)


@settings(max_examples=150, deadline=None)
@given(_NOISE)
def test_no_jumble_of_known_words_breaks_the_reader(words):
    reading = read(from_text(" ".join(words), document_id="t", published="2022-06-15"))
    text = reading.document.text
    assert all(text[c.quote.start : c.quote.end] == c.quote.text for c in reading.claims)
