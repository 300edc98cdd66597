"""Bounds and probabilities against published values."""

from __future__ import annotations

import pytest

from crawler.alarms.chance import at_most, quantile, share_between


def test_poisson() -> None:
    # Tables of the Poisson distribution: P(X <= 2; 5) = 0.1247, P(X <= 0; 4.6) = 0.0101.
    assert at_most(2, 5.0) == pytest.approx(0.1247, abs=5e-5)
    assert at_most(0, 4.6) == pytest.approx(0.0101, abs=5e-5)
    assert at_most(0, 0.0) == 1.0
    assert at_most(3000, 2900.0) > 0.9


def test_wilson() -> None:
    # Wilson's interval for 0 of 10: upper bound z²/(n+z²).
    z2 = 2.326**2
    assert share_between(0, 10) == (0.0, pytest.approx(z2 / (10 + z2)))
    low, high = share_between(50, 100)
    assert (low, high) == (pytest.approx(1 - high), pytest.approx(0.6134, abs=1e-3))
    assert share_between(0, 0) == (0.0, 1.0)


def test_quantile() -> None:
    assert quantile([3, 1, 2], 0.95) == 3
    assert quantile([1, 2, 3, 4], 0.5) == 2
