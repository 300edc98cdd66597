"""The two works of ocop whose speeds stand side by side are really two."""

import extract.reading
from bench import pace
from bench.report import NOT_INSTALLED, Table

TEXT = "Đến nay, toàn tỉnh có 128 sản phẩm OCOP, trong đó 12 sản phẩm 4 sao."


def test_only_the_whole_reading_hears_the_second_reader(monkeypatch) -> None:
    heard = []
    hear = extract.reading.hear
    monkeypatch.setattr(extract.reading, "hear", lambda *given: heard.append(given) or hear(*given))
    assert pace.claims_by_rules(TEXT).claims
    assert not heard
    assert pace.claims(TEXT).claims
    assert len(heard) == 1


def test_a_peer_that_is_not_installed_is_a_row() -> None:
    table = Table("Speed", ("texts", "ocop's work", "ocop", "peer", "peer", "ratio"))
    rows = pace._Rows(table, lambda _: None)
    rows.add("news", [TEXT], "whole", pace.claims, "dateparser", None)
    assert table.rows == [("news", "whole", "", "dateparser", NOT_INSTALLED, "")]
