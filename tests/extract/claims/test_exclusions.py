"""The recall alarm: what it is silent for has a name, and what has none it tells."""

from __future__ import annotations

import re

import pytest

from extract.claims.alarm import CLAIM, explained
from extract.claims.exclusions import EXCLUSIONS, Exclusion
from extract.claims.scene import build
from extract.documents.plain import from_text
from extract.model import SourceInfo
from extract.reading import read

PAPER = SourceInfo("Báo Nghệ An", "newspaper", "Nghệ An")


def reasons(text: str) -> list[str]:
    """What explains each number of a text of which no claim is made."""
    scene = build(from_text(text, document_id="t", source=PAPER, published="2023-05-05"))
    return [reason for _, _, reason in explained(scene, ())]


def cases(kind: str) -> list[object]:
    return [
        pytest.param(row, text, id=f"{row.name}: {text}")
        for row in EXCLUSIONS
        for text in getattr(row, kind)
    ]


@pytest.mark.parametrize(("row", "text"), cases("examples"))
def test_an_exclusion_explains_its_examples(row: Exclusion, text: str) -> None:
    assert reasons(text)[0] == row.name


@pytest.mark.parametrize(("row", "text"), cases("counter_examples"))
def test_an_exclusion_leaves_its_counter_examples(row: Exclusion, text: str) -> None:
    assert row.name not in reasons(text)[:1]


def test_every_exclusion_is_proved_and_its_repeats_are_bounded() -> None:
    for row in EXCLUSIONS:
        assert row.examples
        assert row.note
        assert row.around is None or not re.search(r"[*+]", row.around.pattern)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Hàng OCOP của huyện còn 66 cái ba sao.", ""),
        ("Về OCOP, tỉnh có 4 thương hiệu đạt 4 sao.", ""),
        ("Gian OCOP bán 66 cái bánh mỗi ngày.", "measures"),
        ("Chương trình OCOP có 12 chủ thể 4 sao.", "producers"),
    ],
)
def test_a_piece_with_a_star_class_may_be_a_product(text: str, reason: str) -> None:
    assert reasons(text)[0] == reason


def alarms(text: str) -> list[str]:
    document = from_text(text, document_id="t", source=PAPER, published="2023-05-05")
    return [
        issue.span.text
        for issue in read(document).issues
        if issue.code == "unexplained_number" and issue.span
    ]


def test_number_of_products_without_claim_or_reason_is_told() -> None:
    text = "Trong kho OCOP của làng cất 48 sản phẩm."
    scene = build(from_text(text, document_id="t", source=PAPER, published="2023-05-05"))
    claims = read(scene.document).claims
    assert reasons(text) == [""]
    assert [reason for _, _, reason in explained(scene, claims)] == [CLAIM if claims else ""]
    assert alarms(text) == ([] if claims else ["48 sản phẩm"])


def test_alarm_is_silent_for_claims_and_named_reasons() -> None:
    text = (
        "Tỉnh Nghệ An công nhận 12 sản phẩm OCOP của 9 chủ thể, tăng 3 sản phẩm so với năm ngoái; "
        "phiên chợ bày hơn 150 sản phẩm OCOP."
    )
    assert alarms(text) == []


def test_alarm_names_an_unknown_noun() -> None:
    assert alarms("Nghệ An có 12 sản phẩm OCOP và 31 bọc trà.") == ["31"]


def test_parts_of_what_a_firm_owns_are_its_own() -> None:
    text = "HTX Bản Mây có 5 sản phẩm OCOP, trong đó 2 sản phẩm 4 sao; toàn huyện có 30 sản phẩm."
    assert reasons(text) == ["firm", "firm", ""]


def test_number_that_was_claimed_before_may_be_told_again() -> None:
    text = "Tỉnh Nghệ An công nhận 12 sản phẩm OCOP. Hồ sơ của 12 sản phẩm này đã lưu ở Sở."
    scene = build(from_text(text, document_id="t", source=PAPER, published="2023-05-05"))
    claims = [claim for claim in read(scene.document).claims if claim.quote.start < 40]
    assert [reason for *_, reason in explained(scene, claims)] == [CLAIM, "told_before"]
