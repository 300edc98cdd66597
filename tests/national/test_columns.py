from __future__ import annotations

import pandas as pd

from national.columns import codes_of, in_one_piece, map_distinct, ranks_of

TEXT = pd.Series(["b", None, "a", "b"], dtype="str", index=[3, 1, 7, 5])


def test_each_different_value_is_translated_once() -> None:
    asked: list[str] = []

    def upper(value: str) -> str | None:
        asked.append(value)
        return value.upper() if value == "a" else None

    result = map_distinct(TEXT, upper)
    assert sorted(asked) == ["a", "b"]
    assert result.index.tolist() == TEXT.index.tolist()
    assert [None if pd.isna(v) else v for v in result] == [None, None, "A", None]


def test_codes_are_equal_where_values_are_and_0_for_missing() -> None:
    codes = codes_of(TEXT)
    assert codes[0] == codes[3] != codes[2]
    assert codes[1] == 0 < codes.min(where=codes > 0, initial=9)


def test_ranks_follow_the_order() -> None:
    assert ranks_of(pd.Series(["b", "a", "b", "ă"], dtype="str")).tolist() == [2, 1, 2, 3]
    assert ranks_of(pd.Series([30, 4, 30])).tolist() == [2, 1, 2]


def test_joined_pieces_hold_the_same() -> None:
    frame = pd.concat([TEXT.to_frame("t").assign(n=1)] * 3)
    assert frame["t"].array.__arrow_array__().num_chunks == 3
    whole = in_one_piece(frame)
    pd.testing.assert_frame_equal(whole, frame)
    assert whole["t"].array.__arrow_array__().num_chunks == 1
