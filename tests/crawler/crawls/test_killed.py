"""A crawl that is killed again and again ends where an undisturbed one does."""

from __future__ import annotations

import random
from collections.abc import Callable

from towncrawl import Nights

NAMES = ("baothainguyen", "baonghean", "ntmbinhphuoc", "bacgiang")
KILLS = 20


def test_twenty_kills_at_random_moments_lose_and_double_nothing(
    nights: Callable[..., Nights],
) -> None:
    undisturbed = nights(*NAMES)
    undisturbed.crawl(since="2018-01-01")
    night = Nights(undisturbed.town, undisturbed.folder / "killed")
    night.folder.mkdir()
    moments = random.Random(20)
    for _ in range(KILLS):
        night.kill_after(moments.randrange(1, 12), *NAMES, since="2018-01-01")

    night.crawl(*NAMES, since="2018-01-01")

    assert night.captures() == undisturbed.captures()
    assert not [one for one in night.corpus.glob("shelves/*") if one.is_dir()]
    for name in NAMES:
        with night.ledger() as ledger, undisturbed.ledger() as whole:
            assert {
                (one.url, one.title, one.published, one.digest)
                for one in ledger.documents(night.row(name)["id"])
            } == {
                (one.url, one.title, one.published, one.digest)
                for one in whole.documents(undisturbed.row(name)["id"])
            }
