from __future__ import annotations

import pandas as pd
import pytest

from national.agreement import agrees, ranges


def _ranges(count: int, comparator: str = "exact", high: int | None = None) -> pd.DataFrame:
    return ranges(
        pd.DataFrame(
            {
                "count": [count],
                "count_high": pd.array([high], dtype="Int64"),
                "comparator": pd.array([comparator], dtype="str"),
            }
        )
    )


@pytest.mark.parametrize(
    ("one", "other", "agreed"),
    [
        ((48,), (48,), True),
        ((48,), (49,), False),
        ((10322,), (10300, "more_than"), True),
        ((10200,), (10300, "more_than"), False),
        ((20000,), (10300, "more_than"), False),
        ((2956,), (3000, "nearly"), True),
        ((3001,), (3000, "nearly"), False),
        ((2956,), (3000, "about"), True),
        ((3050,), (3000, "about"), True),
        ((240,), (240, "at_least"), True),
        ((239,), (240, "at_least"), False),
        ((240,), (240, "at_most"), True),
        ((300, "more_than"), (310, "more_than"), False),
        ((25,), (20, "exact", 30), True),
        ((31,), (20, "exact", 30), False),
        ((20, "exact", 30), (20, "exact", 30), True),
        ((20, "exact", 30), (20, "exact", 25), False),
        ((0,), (0,), True),
        ((0,), (1,), False),
    ],
)
def test_agreement_goes_both_ways(one: tuple, other: tuple, agreed: bool) -> None:
    assert agrees(_ranges(*one), _ranges(*other)).tolist() == [agreed]
    assert agrees(_ranges(*other), _ranges(*one)).tolist() == [agreed]
