"""34 provinces since 2025-07-01, made of the 63 before (Resolution 202/2025/QH15)."""

from __future__ import annotations

from crawler.provinces import PREDECESSORS, PROVINCES, SUCCESSOR


def test_both_maps_are_whole() -> None:
    assert len(PREDECESSORS) == 34
    assert len(SUCCESSOR) == 63
    assert len(PROVINCES) == 97
    assert sum(map(len, PREDECESSORS.values())) == 63


def test_eleven_provinces_stayed_as_they_were() -> None:
    # Article 1 of the resolution: 52 provinces became 23, and 11 were not touched.
    untouched = [new for new, olds in PREDECESSORS.items() if len(olds) == 1]
    assert len(untouched) == 11
    assert all(PREDECESSORS[new][0][1:] == new[1:] for new in untouched)


def test_a_code_may_have_changed_its_owner() -> None:
    assert PROVINCES[63, "15"].name == "Yên Bái"
    assert PROVINCES[34, "15"].name == "Lào Cai"
    assert SUCCESSOR[PROVINCES[63, "27"]] == PROVINCES[34, "24"]
