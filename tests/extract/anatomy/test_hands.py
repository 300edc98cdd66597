"""Number, day, issuer, level and act of invented papers in many hands."""

import pytest
from anatomy.hands import HANDS

from extract.claims.scene import build
from extract.documents.plain import from_text

_each = pytest.mark.parametrize("hand", HANDS.values(), ids=HANDS.keys())


def decision(text):
    return build(from_text(text, document_id="t")).decision


@_each
def test_number_and_day(hand):
    read = decision(hand.text)
    assert (read.type, read.number, read.date) == ("QĐ", hand.number, hand.date)
    assert read.doubts == hand.doubts


@_each
def test_issuer_and_level(hand):
    issuer = decision(hand.text).issuer
    place = issuer.place
    assert (place.level, place.name, place.regime) == (hand.level, hand.name, hand.regime)
    if hand.province:
        assert place.province == hand.province
    if hand.issuer:
        assert issuer.name == hand.issuer


@_each
def test_act(hand):
    read = decision(hand.text)
    assert read.act is hand.act
    assert [article.number for article in read.articles][:2] == [1, 2]
    assert read.articles[0].act is hand.act


@_each
def test_every_piece_of_evidence_stands_in_the_text(hand):
    document = from_text(hand.text, document_id="t")
    read = build(document).decision
    spans = [evidence.span for evidence in read.evidence]
    spans += [article.span for article in read.articles] + [ref.span for ref in read.bases]
    assert all(document.text[span.start : span.end] == span.text for span in spans)
