"""The town's bad pages, which were written by others than the rules: each is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from scrapy.http import Response
from town.faults import refusals
from town.faults.refusals import Says

from crawler.identity import Code, identify
from crawler.ledger import Verdict
from crawler.source import Source

KNOWN: dict[type[Says], tuple[Code, Verdict]] = {
    refusals.SoftNotFound: (Code.SOFT_NOT_FOUND, Verdict.GONE),
    refusals.Captcha: (Code.CAPTCHA, Verdict.REFUSED),
    refusals.ScriptChallenge: (Code.JAVASCRIPT_CHALLENGE, Verdict.REFUSED),
    refusals.RequestRejected: (Code.FIREWALL, Verdict.REFUSED),
    refusals.Incapsula: (Code.FIREWALL, Verdict.REFUSED),
    refusals.AccessDenied: (Code.REFUSAL_NOTICE, Verdict.REFUSED),
    refusals.TroubledSystem: (Code.ERROR_PAGE, Verdict.FAILED),
    refusals.Maintenance: (Code.MAINTENANCE, Verdict.FAILED),
    refusals.TakenOver: (Code.GAMBLING, Verdict.TAKEN_OVER),
    refusals.Parked: (Code.PARKED, Verdict.TAKEN_OVER),
}


def test_every_page_of_the_town_is_expected() -> None:
    assert set(Says.__subclasses__()) == set(KNOWN)


@pytest.mark.parametrize("fault", KNOWN, ids=lambda fault: fault.__name__)
def test_a_bad_page_of_the_town(
    fault: type[Says], source: Source, answer: Callable[..., Response]
) -> None:
    page = answer(f"<!DOCTYPE html><html>{fault.html}</html>", status=fault.status)
    identity = identify(page, source, source.rules)
    assert (identity.code, identity.verdict) == KNOWN[fault]
