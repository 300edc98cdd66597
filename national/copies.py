"""Copies: one text printed by many is one source.

A wire story that forty newspapers carry is not forty sources. Two claims on one cell
are copies when the words of their documents are the same or when the very sentence is;
so are two that are linked by a third.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

Codes = npt.NDArray[np.int64]


def count_independent(cells: Codes, contents: Codes, sentences: Codes) -> Codes:
    """Number of independent sources of every cell.

    Args:
        cells: for every claim its cell, numbered from 0 without gaps.
        contents: for every claim a number for the words of its document.
        sentences: for every claim a number for its sentence (``sentence_codes``).

    Returns:
        One number for each cell.
    """
    groups = _codes_within(cells, contents), _codes_within(cells, sentences)
    first = _first_copies(groups)
    firsts = first == np.arange(len(cells))
    return np.bincount(cells[firsts], minlength=int(cells.max(initial=-1)) + 1)


def sentence_codes(sentences: pd.Series) -> Codes:
    """Numbers, equal for equal words, whatever the case; a missing sentence equals no other."""
    codes = pd.factorize(sentences.str.strip().str.lower())[0].astype(np.int64)
    missing = codes < 0
    codes[missing] = codes.max(initial=-1) + 1 + np.arange(missing.sum())
    return codes


def _codes_within(cells: Codes, codes: Codes) -> Codes:
    pairs = cells * (int(codes.max(initial=0)) + 1) + codes
    return pd.factorize(pairs)[0].astype(np.int64)


def _first_copies(groups: tuple[Codes, ...]) -> Codes:
    """For every claim the first claim that it is linked with through any of ``groups``."""
    first = np.arange(len(groups[0]))
    while True:
        before = first
        for group in groups:
            least = np.full(int(group.max(initial=-1)) + 1, len(first), dtype=np.int64)
            np.minimum.at(least, group, first)
            first = least[group]
        first = first[first] if len(first) else first
        if np.array_equal(first, before):
            return first
