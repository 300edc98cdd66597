"""Bisection finds the runs that a walk over all of them finds."""

from hypothesis import given
from hypothesis import strategies as st

from extract.text.taken import Taken

RUN = st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda r: (r[0], r[0] + r[1]))


@given(st.lists(RUN, max_size=8), RUN)
def test_a_run_meets_what_it_shares_a_character_with(runs, probe):
    taken = Taken(runs)
    shared = [
        (a, b) for a, b in runs if any(a <= offset < b for offset in range(probe[0], probe[1]))
    ]
    assert taken.meets(*probe) is bool(shared)
    assert taken.holds(probe[0]) is any(a <= probe[0] < b for a, b in runs)
    within = {offset for a, b in taken.within(*probe) for offset in range(a, b)}
    assert {o for a, b in shared for o in range(a, b)} <= within
    assert within <= {o for a, b in runs for o in range(a, b)}


def test_runs_that_are_empty_hold_nothing():
    assert not Taken([(3, 3)]).meets(0, 9)
