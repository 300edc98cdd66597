"""Each alarm is raised when it should be, with its beginning, and is quiet when not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from string import Formatter

import pytest
from nights import Nights

from crawler.alarms import RULES, WORDS, AlarmCode
from crawler.source import Status

A = AlarmCode


def test_every_code_has_a_rule_and_words_in_both_languages() -> None:
    assert set(RULES) == set(WORDS) == set(AlarmCode)
    for words in WORDS.values():
        fields = [
            {name for _, name, _, _ in Formatter().parse(one) if name} - {"field", "field_vi"}
            for one in (words.en, words.vi)
        ]
        assert fields[0] == fields[1]
        assert words.advice
        assert words.advice_vi


def test_a_source_that_lives_raises_nothing(nights: Nights) -> None:
    assert nights.usual(200).alarms == {}


def test_a_source_that_was_never_crawled_raises_nothing(nights: Nights) -> None:
    assert nights.alarms == {}


def test_nothing_was_asked(nights: Nights) -> None:
    nights.usual(20)
    begun = nights.now
    nothing = {"requests": 0, "index_pages": 0, "indexes_read": 0}
    nights.quiet(3, **nothing)
    alarm = nights.alarms[A.NOTHING_ASKED]
    assert alarm.since == begun
    # Not now, because of the hours or a pause that was asked for, is no alarm.
    assert A.NOTHING_ASKED not in nights.crawl(**nothing, postponed=1).alarms


DOWN = {"index_pages": 0, "indexes_read": 0, "indexes_lost": 2, "failures__dns_failed": 2}


def test_nothing_answers(nights: Nights) -> None:
    nights.usual(40)
    begun = nights.now
    nights.quiet(5, **DOWN)
    found = nights.alarms
    assert found[A.UNREACHABLE].since == begun
    assert "dns_failed 2" in found[A.UNREACHABLE].message
    assert "dns_failed 2" in found[A.UNREACHABLE].message_vi
    assert not {A.REFUSED, A.EMPTY_INDEXES, A.MANY_ERRORS} & set(found)
    # An outage that has passed is forgotten.
    assert A.UNREACHABLE not in nights.crawl(1).alarms


@pytest.mark.parametrize("why", ["failures__robots_forbidden", "failures__http_403"])
def test_all_is_refused(nights: Nights, why: str) -> None:
    lost = {"index_pages": 0, "indexes_read": 0, "indexes_lost": 2, why: 2}
    found = nights.usual(40).quiet(2, **lost).alarms
    assert A.REFUSED in found
    assert A.UNREACHABLE not in found


def test_all_is_refused_with_status_200(nights: Nights) -> None:
    walls = {"indexes_read": 0, "indexes_lost": 2, "identity__firewall": 2}
    assert set(nights.usual(40).crawl(**walls).alarms) == {A.REFUSED}


def test_documents_are_refused_while_listings_are_not(nights: Nights) -> None:
    kept = {"documents_asked": 12, "refused": 12, "identity__firewall": 12}
    found = nights.usual(40).crawl(**kept).crawl(**kept).alarms
    assert "firewall" in found[A.REFUSED].message
    assert A.MANY_ERRORS not in found


def test_many_errors(nights: Nights) -> None:
    nights.usual(40)
    noise = {"documents_asked": 40, "failed": 2, "failures__timeout": 2}
    assert A.MANY_ERRORS not in nights.crawl(**noise).alarms
    found = nights.crawl(documents_asked=40, failed=20, failures__timeout=20).alarms
    assert found[A.MANY_ERRORS].message.startswith("20 of 42 pages failed")


def test_two_failures_of_three_pages_are_chance(nights: Nights) -> None:
    few = {"documents_asked": 3, "failed": 2, "failures__timeout": 2}
    assert A.MANY_ERRORS not in nights.crawl(**few).alarms


def test_index_pages_without_links(nights: Nights) -> None:
    nights.usual(40)
    begun = nights.now
    found = nights.quiet(2, indexes_read=0, indexes_lost=2).alarms
    assert set(found) == {A.EMPTY_INDEXES}
    assert found[A.EMPTY_INDEXES].since == begun
    assert A.UNREACHABLE not in found


def test_one_way_of_several_is_lost(nights: Nights) -> None:
    lost = {"index_pages": 2, "indexes_read": 1, "indexes_lost": 1}
    nights.usual(40)
    assert A.LOST_INDEX not in nights.crawl(**lost).alarms  # once may be an accident
    assert A.LOST_INDEX in nights.crawl(**lost).alarms
    # A guessed way that fails is nothing to be alarmed of.
    assert nights.usual(8).crawl(guesses_failed=3).alarms == {}


def test_pages_that_are_no_articles(nights: Nights) -> None:
    nights.usual(40)
    soft = {"documents_asked": 30, "gone": 20, "identity__soft_not_found": 20}
    found = nights.crawl(**soft).alarms
    assert "soft_not_found 20" in found[A.ODD_PAGES].message


def test_a_source_that_always_has_odd_pages_is_known(nights: Nights) -> None:
    odd = {"documents_asked": 30, "identity__placeholders": 20}
    assert A.ODD_PAGES not in nights.quiet(40, **odd).alarms


def test_somebody_elses_pages(nights: Nights) -> None:
    nights.usual(40)
    one = {"documents_asked": 8, "archived": 7, "taken_over": 1, "identity__gambling": 1}
    assert A.TAKEN_OVER not in nights.crawl(**one).alarms
    three = {"documents_asked": 8, "taken_over": 3, "identity__gambling": 3}
    assert "gambling 3" in nights.crawl(**three).alarms[A.TAKEN_OVER].message


def test_a_front_page_that_is_parked(nights: Nights) -> None:
    parked = {"indexes_read": 0, "indexes_lost": 2, "identity__parked": 2}
    assert A.TAKEN_OVER in nights.usual(40).crawl(**parked).alarms


def test_a_publisher_that_moved(nights: Nights) -> None:
    led = {"indexes_read": 0, "indexes_lost": 2, "identity__moved": 2}
    assert A.MOVED in nights.usual(40).crawl(**led).alarms


def test_a_redesign_shows_as_a_fall(nights: Nights) -> None:
    for _ in range(30):
        nights.crawl(2)
    begun = nights.now
    for _ in range(5):
        nights.crawl(2, articles_with_body=0)
    alarm = nights.alarms[A.LAYOUT_CHANGED]
    assert alarm.message == "the body is found on 0% of pages, it was on 100%: a redesign"
    assert "nội dung" in alarm.message_vi
    # Three pages may be chance, so that the alarm rings with the third night.
    assert begun <= alarm.since <= begun + timedelta(days=3)


def test_a_redesign_that_nobody_mends_does_not_become_usual(nights: Nights) -> None:
    for night in range(150):
        nights.crawl(2, **({} if night < 30 else {"articles_with_body": 0}))
    assert A.LAYOUT_CHANGED in nights.alarms
    for _ in range(4):
        nights.crawl(2)
    assert nights.alarms == {}


def test_a_listing_whose_links_are_no_more_where_they_were(nights: Nights) -> None:
    for _ in range(30):
        nights.crawl(listings=2)
    for _ in range(3):
        nights.crawl(listings=2, drift__links=2)
    assert "list of links" in nights.alarms[A.LAYOUT_CHANGED].message


def test_a_title_that_only_the_page_itself_tells_is_lost_to_the_portal(nights: Nights) -> None:
    """A fallback finds a title in the page's metadata: the selector is broken all the same."""
    for _ in range(30):
        nights.crawl(2)
    for _ in range(3):
        nights.crawl(2, drift__title=2)
    assert "the title is found on 0%" in nights.alarms[A.LAYOUT_CHANGED].message


def test_a_field_that_never_was_there_is_not_missed(nights: Nights) -> None:
    for _ in range(40):
        nights.crawl(2, articles_with_published=0)
    assert nights.alarms == {}


def test_one_odd_article_is_no_redesign(nights: Nights) -> None:
    for night in range(60):
        nights.crawl(2, articles_with_body=1 if night % 5 == 0 else 2)
    assert nights.alarms == {}


def test_clocks_instead_of_dates(nights: Nights) -> None:
    nights.usual(40)
    clocks = {"articles": 20, "identity__clock_as_date": 18}
    assert A.CLOCKS in nights.crawl(**clocks).alarms


def test_silence_is_measured_by_the_pauses_of_the_source(nights: Nights) -> None:
    nights.usual(200, every=4)
    last = nights.facts.days[0]
    nights.quiet(8)
    assert A.SILENT not in nights.alarms
    nights.quiet(20)
    alarm = nights.alarms[A.SILENT]
    assert alarm.since.date() == last
    assert alarm.message.startswith("no new document for 31 days")
    assert "pauses of 4 days are usual" in alarm.message


def test_a_source_with_long_pauses_may_be_silent_longer(nights: Nights) -> None:
    nights.usual(360, every=30, new=12)
    assert A.SILENT not in nights.quiet(10).alarms


def test_silence_of_a_new_source_is_measured_by_its_row(nights: Nights) -> None:
    nights.quiet(28)
    assert nights.alarms == {}
    assert A.SILENT in nights.expecting(20).alarms
    assert nights.expecting(1).alarms == {}


def test_a_source_that_cannot_be_had_is_not_called_silent(nights: Nights) -> None:
    nights.expecting(30).quiet(60, **DOWN)
    assert set(nights.alarms) == {A.UNREACHABLE}


def test_few_documents(nights: Nights) -> None:
    nights.usual(200, every=1, new=1)
    for _ in range(31):
        nights.crawl(1 if nights.now.day % 10 == 0 else 0)
    alarm = nights.alarms[A.FEW_DOCUMENTS]
    assert "in 30 days, about 30 are usual" in alarm.message


def test_half_of_what_is_usual_is_usual(nights: Nights) -> None:
    nights.usual(200, every=1, new=1).usual(31, every=2, new=1)
    assert A.FEW_DOCUMENTS not in nights.alarms


def test_expected_documents_grow_with_the_time_since_the_last_success(nights: Nights) -> None:
    nights.expecting(60).usual(20, every=1, new=2)
    nights.quiet(8, **DOWN)
    # It answers again, and has nothing of the sixteen documents that eight days bring.
    alarm = nights.crawl().alarms[A.FEW_DOCUMENTS]
    assert alarm.message.startswith("0 documents in 8 days") or alarm.message.startswith(
        "0 documents in 9 days"
    )


def test_the_first_night_is_no_usual_night(nights: Nights) -> None:
    """A first crawl brings the articles of years: they are of the days they were published."""
    for year in (2019, 2020, 2021, 2022, 2023):
        nights.crawl(40, published=f"{year}-05-01")
    nights.quiet(70)
    assert nights.facts.per_month is None
    assert nights.alarms == {}


def test_articles_without_a_date_are_of_the_day_they_came_except_the_first(nights: Nights) -> None:
    nights.crawl(50, published="").quiet(3).crawl(1, published="")
    assert nights.facts.days == (date(2025, 6, 6),)


def test_crawls_that_do_not_end(nights: Nights) -> None:
    nights.usual(10)
    assert A.INTERRUPTED not in nights.crawl(reason="killed").alarms
    begun = nights.now - timedelta(days=1)
    nights.crawl(reason="closespider_timeout")
    alarm = nights.alarms[A.INTERRUPTED]
    assert alarm.message == "the last 2 crawls did not come to their end (closespider_timeout)"
    assert alarm.since >= begun
    assert A.INTERRUPTED not in nights.crawl().alarms


def test_nobody_crawls(nights: Nights) -> None:
    nights.usual(10)
    last = nights.now - timedelta(days=1)
    assert A.NOT_CRAWLED not in nights.idle(2).alarms
    alarm = nights.idle(5).alarms[A.NOT_CRAWLED]
    assert alarm.since == last
    # Unproved sources are asked weekly.
    nights.source = replace(nights.source, status=Status.UNPROVED)
    assert A.NOT_CRAWLED not in nights.alarms
