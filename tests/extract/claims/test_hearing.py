"""What the second reader is told: how people write, never about whom or how many."""

from __future__ import annotations

from extract.claims.hearing import log_odds, sequence_of
from extract.claims.scene import build
from extract.documents.plain import from_text
from extract.model import SourceInfo


def told(text: str) -> tuple[list[str], list[str]]:
    """The names of all tokens, and those asked about."""
    document = from_text(
        text,
        document_id="t",
        title=None,
        published="2023-06-15",
        source=SourceInfo(name="Báo Lào Cai", type="newspaper", province="Lào Cai"),
    )
    scene = build(document)
    sequence, starts = sequence_of(scene)
    names = [names[0] for names in sequence.tokens]
    assert len(starts) == len(sequence.asked)
    return names, [names[position] for position in sequence.asked]


def test_names_and_figures_are_told_as_what_they_are() -> None:
    names, asked = told("Năm 2022, tỉnh Lào Cai công nhận 48 sản phẩm OCOP đạt 3 sao.")
    assert "<province>" in names
    assert "<stars 3>" in names
    assert any(name.endswith("-> ".strip()) and name.startswith("<year") for name in names)
    assert asked == ["<2 digits>"]
    assert not {"lào", "cai", "48", "2022"} & set(names)


def test_two_texts_that_differ_in_names_and_figures_only_are_told_alike() -> None:
    one = told("Đến hết năm 2022, tỉnh Lào Cai có 148 sản phẩm OCOP, gồm 20 sản phẩm 4 sao.")
    other = told("Đến hết năm 2021, tỉnh Bến Tre có 251 sản phẩm OCOP, gồm 31 sản phẩm 4 sao.")
    assert one == other


def test_a_number_told_by_its_absence_is_asked_about_and_its_words_are_kept() -> None:
    names, asked = told("Toàn huyện chưa có sản phẩm OCOP nào đạt 4 sao.")
    assert asked == ["<0>"]
    assert "chưa" in names
    assert "<stars 4>" in names


def pointable(text: str, published: str | None = "2023-06-15") -> dict[str, dict[str, set[str]]]:
    """What numbers may point to, by pointer: the name of the token, and its answers."""
    document = from_text(
        text,
        document_id="t",
        title=None,
        published=published,
        source=SourceInfo(name="Báo Lào Cai", type="newspaper", province="Lào Cai"),
    )
    sequence, _ = sequence_of(build(document))
    found: dict[str, dict[str, set[str]]] = {}
    for pointer, tokens in sequence.pointable.items():
        found[pointer] = {}
        for position, answers in tokens:
            found[pointer].setdefault(sequence.tokens[position][0], set()).update(answers)
    return found


def test_a_number_may_point_to_what_is_printed_and_to_what_stands_before_the_text() -> None:
    found = pointable("Đến hết năm 2022, huyện Bát Xát có 14 sản phẩm OCOP đạt 3 sao.")
    assert found["place"]["<home>"] == {"province Lào Cai"}
    assert found["place"]["<district>"] == {"district Bát Xát"}
    assert found["time"]["<published>"] == {"2023-06-15"}
    assert {"2022-12-31"} in found["time"].values()
    assert found["classes"] == {"<nothing>": {"345"}, "<stars 3>": {"3"}}
    for pointer in ("time", "period", "place"):
        assert found[pointer]["<nothing>"] == {""}


def test_without_a_day_of_publication_there_is_none_to_point_to() -> None:
    found = pointable("Hiện tỉnh có 14 sản phẩm OCOP.", published=None)
    assert "<unpublished>" not in found["time"]
    assert found["time"] == {"<nothing>": {""}}


def test_the_odds_of_a_certain_share_are_bounded() -> None:
    assert log_odds(1.0) == 6.0
    assert log_odds(0.0) == -6.0
    assert log_odds(0.5) == 0.0
