from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from national.copies import count_independent, sentence_codes


def _count(cells: list[int], contents: list[int], sentences: list[str | None]) -> list[int]:
    return count_independent(
        np.array(cells, dtype=np.int64),
        np.array(contents, dtype=np.int64),
        sentence_codes(pd.Series(sentences, dtype="str")),
    ).tolist()


def test_forty_copies_of_a_wire_story_are_one_source() -> None:
    assert _count([0] * 40, [7] * 40, [f"Câu {i}" for i in range(40)]) == [1]


def test_the_same_sentence_in_other_documents_is_one_source() -> None:
    assert _count([0, 0], [1, 2], ["Có 48 sản phẩm.", " CÓ 48 SẢN PHẨM. "]) == [1]


def test_different_words_are_independent() -> None:
    assert _count([0, 0], [1, 2], ["Có 48 sản phẩm.", "Tỉnh có 48 sản phẩm."]) == [2]


def test_copies_are_linked_by_a_third() -> None:
    assert _count([0, 0, 0], [1, 1, 2], ["a", "b", "b"]) == [1]
    assert _count([0, 0, 0, 0], [3, 1, 1, 2], ["x", "a", "b", "b"]) == [2]


def test_missing_sentences_are_not_the_same_sentence() -> None:
    assert _count([0, 0], [1, 2], [None, None]) == [2]


def test_cells_are_counted_apart() -> None:
    assert _count([0, 1, 1], [5, 5, 6], ["a", "a", "b"]) == [1, 2]
    assert _count([], [], []) == []


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 4), st.integers(0, 4)), min_size=1))
def test_as_a_plain_search_would_count(rows: list[tuple[int, int, int]]) -> None:
    groups: list[list[tuple[int, int, int]]] = []
    for row in rows:
        linked = [
            group
            for group in groups
            if any(row[0] == o[0] and (row[1] == o[1] or row[2] == o[2]) for o in group)
        ]
        groups = [g for g in groups if g not in linked] + [[row, *(o for g in linked for o in g)]]
    known = sorted({cell for cell, _, _ in rows})
    expected = [sum(group[0][0] == cell for group in groups) for cell in known]
    numbered = [(known.index(cell), content, sentence) for cell, content, sentence in rows]
    cells, contents, sentences = (list(column) for column in zip(*numbered, strict=True))
    assert _count(cells, contents, [f"câu {s}" for s in sentences]) == expected
