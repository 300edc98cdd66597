"""A claim can say which features carried it, in the order in which its choices were taken."""

from __future__ import annotations

import pytest

from extract.claims.why import Remembering
from extract.documents.plain import from_text
from extract.model import SourceInfo
from extract.reading import decision, read

TEXT = "Nghệ An công nhận 48 sản phẩm OCOP đạt 4 sao. Năm 2023, tỉnh phấn đấu có thêm 60 sản phẩm."


@pytest.fixture
def remembered():
    document = from_text(
        TEXT,
        document_id="t",
        title=None,
        published="2022-12-15",
        source=SourceInfo(name="Báo Nghệ An", type="newspaper", province="Nghệ An"),
    )
    remembering = Remembering(decision())
    reading = read(document, remembering)
    return {c.count: list(remembering.reasons(c)) for c in reading.claims}, reading


def test_each_choice_of_a_claim_is_told_with_its_value(remembered) -> None:
    reasons, reading = remembered
    for claim in reading.claims:
        told = {reason.field: reason.chosen for reason in reasons[claim.count]}
        assert told["kind"] == claim.kind.value
        assert told["stars"] == ",".join(map(str, claim.stars))
        assert told["place"] == claim.place.name
        assert told["time"] == (claim.as_of or "none")
        assert next(iter(told)) == "count"


def test_what_carried_a_target_names_its_cue(remembered) -> None:
    reasons, _ = remembered
    kind = next(reason for reason in reasons[60] if reason.field == "kind")
    assert kind.chosen == "target"
    assert 0 < kind.share <= 1
    assert any("cue" in name and added > 0 for name, added in kind.carried)
    sizes = [abs(added) for _, added in kind.carried]
    assert sizes == sorted(sizes, reverse=True)


def test_remembering_changes_nothing(remembered) -> None:
    _, reading = remembered
    assert read(reading.document).claims == reading.claims
