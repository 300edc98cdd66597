from __future__ import annotations

import pytest

from extract.model import Kind
from national.schema import star_sets
from national.series import FLOW_SERIES, RESULT_SERIES, SERIES, address_of, star_class


def test_every_kind_is_a_series_of_its_own() -> None:
    assert set(SERIES) == {kind.value for kind in Kind}


def test_what_is_not_recognised_is_no_result() -> None:
    aims = {"target", "forecast", "assessed", "proposed", "registered"}
    assert set(RESULT_SERIES) == set(SERIES) - aims


def test_flows_are_told_by_period() -> None:
    assert {"new", "re_recognised", "upgraded"} <= set(FLOW_SERIES)
    assert not {"cumulative", "in_force", "target"} & set(FLOW_SERIES)


@pytest.mark.parametrize(
    ("stars", "name"),
    [
        ("3,4,5", "3+"),
        ("4,5", "4+"),
        ("2,3,4,5", "2+"),
        ("3,4", "3-4"),
        ("2,3,4", "2-4"),
        ("5", "5"),
        ("3", "3"),
        ("2", "2"),
        ("3,5", "3,5"),
    ],
)
def test_star_class(stars: str, name: str) -> None:
    assert star_class(stars) == name


def test_potential_five_stars_are_never_five_stars() -> None:
    assert star_class("5", potential5=True) == "potential5"
    assert star_class("4,5", potential5=True) not in {star_class(s) for s in star_sets()}


def test_different_sets_have_different_classes_and_addresses() -> None:
    names = {star_class(stars, potential5=p) for stars in star_sets() for p in (False, True)}
    assert len(names) == 2 * 31
    assert len({address_of(name) for name in names}) == 2 * 31
    assert all(address_of(name).replace("-", "").replace("_", "").isalnum() for name in names)
