"""Claims from the rows of annexes: what they count, what grounds them, what doubts them."""

from dataclasses import replace

import pytest
from products.annexes import NGHE_AN, PLAIN, decision, document, row, wide

from extract.claims.annex import with_rows
from extract.claims.grounding import is_grounded
from extract.model import Act, Article, Claim, Kind, Level, Place, Span
from extract.products.read import products_of
from extract.text.normalise import fold

TITLE = "DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN"


def line(number, name, score, stars):
    return row(str(number), name, f"HTX {name}", "xã Nghi Văn, huyện Nghi Lộc", score, stars)


FOUR = [line(1, "Gạo Sim", "86", "4 sao"), line(2, "Chè Sim", "84", "4 sao")]
THREE = [line(3, "Mật Sim", "62", "3 sao")]


def read(parts, paper=None, told=()):
    doc = document(*parts)
    paper = paper or decision()
    reading = with_rows(
        doc, paper, products_of(doc, fold(doc.text), paper), told(doc) if told else ()
    )
    return doc, reading


def counted(reading):
    return {
        (claim.count, claim.stars, claim.kind, claim.potential5)
        for claim in reading.claims
        if claim.rule == "annex.rows"
    }


def test_rows_of_a_recognition_count_by_class_and_in_all():
    doc, reading = read([TITLE, PLAIN, *FOUR, *THREE])
    assert counted(reading) == {
        (3, (3, 4, 5), Kind.NEW, False),
        (2, (4,), Kind.NEW, False),
        (1, (3,), Kind.NEW, False),
    }
    for claim in reading.claims:
        assert claim.place == NGHE_AN
        assert (claim.as_of, claim.as_of_anchor) == ("2022-01-11", "decision")
        assert (claim.decision, claim.reader) == ("87/QĐ-UBND", "table")
        assert claim.reasons == ()
        assert is_grounded(claim, doc.text)


def test_parts_point_at_their_total():
    _, reading = read([TITLE, PLAIN, *FOUR, *THREE])
    total = next(claim for claim in reading.claims if claim.count == 3)
    assert {claim.part_of for claim in reading.claims} == {None, total.claim_id}


def test_one_class_says_nothing_of_the_others():
    """Since 2023 provinces list 4 stars alone: nothing follows for 3 stars or in all."""
    _, reading = read([TITLE, PLAIN, *FOUR], decision(date="2024-06-01"))
    assert counted(reading) == {(2, (4,), Kind.NEW, False)}


def test_every_counted_row_is_evidence():
    doc, reading = read([TITLE, PLAIN, *FOUR, *THREE])
    for claim in reading.claims:
        rows = [evidence.span for evidence in claim.evidence if evidence.role == "row"]
        assert len(rows) == claim.count
        assert all(doc.text[span.start : span.end] == span.text for span in rows)


def test_a_count_of_other_rows_is_not_grounded():
    doc, reading = read([TITLE, PLAIN, *FOUR])
    (claim,) = reading.claims
    assert not is_grounded(replace(claim, count=3), doc.text)


def test_the_head_above_the_rows_is_quoted_with_its_number():
    head = wide("I. Sản phẩm hạng 4 sao, gồm 02 sản phẩm", 6)
    _, reading = read([TITLE, PLAIN, head, *FOUR])
    (claim,) = reading.claims
    assert claim.quote.text == "I. Sản phẩm hạng 4 sao, gồm 02 sản phẩm"
    assert [e.span.text for e in claim.evidence if e.role == "number"] == ["02"]


def test_where_head_and_rows_differ_both_are_claimed_with_the_doubt():
    head = wide("I. Sản phẩm hạng 4 sao, gồm 05 sản phẩm", 6)
    _, reading = read([TITLE, PLAIN, head, *FOUR])
    assert {(claim.count, claim.stars) for claim in reading.claims} == {(2, (4,)), (5, (4,))}
    assert all("rows_against_head" in claim.reasons for claim in reading.claims)
    assert all(claim.confidence < 0.7 for claim in reading.claims)
    assert all("rows_against_head" in product.reasons for product in reading.products)


def test_standings_are_counted_apart():
    titles = row("TT", "Tên sản phẩm", "Chủ thể", "Hạng sao", "Hình thức công nhận")
    rows = [
        row("1", "Gạo Sim", "HTX A", "4 sao", "Công nhận mới"),
        row("2", "Chè Sim", "HTX B", "4 sao", "Công nhận lại"),
        row("3", "Mật Sim", "HTX C", "4 sao", "Nâng hạng"),
    ]
    _, reading = read([TITLE, titles, *rows])
    assert counted(reading) == {
        (1, (4,), Kind.NEW, False),
        (1, (4,), Kind.RE_RECOGNISED, False),
        (1, (4,), Kind.UPGRADED, False),
    }


@pytest.mark.parametrize(
    ("act", "kind"),
    [(Act.LISTS, Kind.REGISTERED), (Act.REVOKES, Kind.WITHDRAWN), (Act.FORWARDS, Kind.PROPOSED)],
)
def test_other_papers_give_claims_of_their_kind_and_never_new(act, kind):
    _, reading = read(["DANH SÁCH SẢN PHẨM OCOP", PLAIN, *FOUR], decision(act))
    assert {claim.kind for claim in reading.claims} == {kind}


def test_an_amendment_claims_nothing_by_its_rows():
    _, reading = read([TITLE, PLAIN, *FOUR], decision(Act.AMENDS))
    assert reading.claims == ()
    assert len(reading.products) == 2


def test_a_list_in_the_news_claims_nothing_by_its_rows():
    doc = document(TITLE, PLAIN, *FOUR)
    reading = with_rows(doc, None, products_of(doc, fold(doc.text), None), ())
    assert reading.claims == ()
    assert len(reading.products) == 2


def test_potential_five_stars_are_a_class_of_their_own():
    rows = [line(1, "Gạo Sim", "92", "5 sao"), line(2, "Chè Sim", "84", "4 sao")]
    _, reading = read([TITLE, PLAIN, *rows])
    assert counted(reading) == {
        (2, (3, 4, 5), Kind.NEW, False),
        (1, (5,), Kind.NEW, True),
        (1, (4,), Kind.NEW, False),
    }


def test_two_stars_make_no_ocop_product():
    rows = [*FOUR, line(3, "Mật Sim", "45", "2 sao")]
    _, reading = read([TITLE, PLAIN, *rows])
    assert counted(reading) == {(2, (4,), Kind.NEW, False)}


@pytest.mark.parametrize("mark", ["(…)", "...", "…"])
def test_an_excerpt_is_not_counted(mark):
    _, reading = read([TITLE, PLAIN, *FOUR, mark])
    assert reading.claims == ()
    assert [product.reasons for product in reading.products] == [("excerpt",)] * 2


def test_a_gap_in_the_numbers_that_nobody_explains_is_not_counted():
    _, reading = read([TITLE, PLAIN, FOUR[0], line(9, "Mật Sim", "81", "4 sao")])
    assert reading.claims == ()


def told_in_article(count):
    """A claim that the first article tells, with the paper that has this article."""

    def claims(doc):
        start = doc.text.index(f"{count:02} sản phẩm")
        quote = Span.of(doc.text, start, start + len(f"{count:02} sản phẩm"))
        return (
            Claim(
                "annex", NGHE_AN, count, (4,), Kind.NEW, quote=quote, confidence=0.9, rule="noun"
            ),
        )

    return claims


@pytest.mark.parametrize(("count", "agree"), [(2, True), (3, False)])
def test_articles_and_rows_check_each_other(count, agree):
    article = f"Điều 1. Công nhận {count:02} sản phẩm OCOP hạng 4 sao."
    span = Span(0, len(article), article)
    paper = decision(articles=(Article(1, span, Act.RECOGNISES),))
    _, reading = read([article, TITLE, PLAIN, *FOUR], paper, told_in_article(count))
    assert {claim.count for claim in reading.claims} == {2, count}
    doubted = [c for c in reading.claims if "rows_against_text" in c.reasons]
    assert bool(doubted) is not agree
    assert [issue.code for issue in reading.issues] == ([] if agree else ["rows_against_text"])
    if not agree:
        assert len(doubted) == len(reading.claims)
        assert all("rows_against_text" in product.reasons for product in reading.products)


def test_numbers_inside_a_row_count_nothing():
    doc = document(TITLE, PLAIN, line(1, "Bộ 5 sản phẩm trà Sim", "86", "4 sao"))
    start = doc.text.index("5 sản phẩm")
    quote = Span.of(doc.text, start, start + len("5 sản phẩm"))
    wrong = Claim("annex", NGHE_AN, 5, (3, 4, 5), Kind.NEW, quote=quote)
    listed = products_of(doc, fold(doc.text), decision())
    assert wrong not in with_rows(doc, decision(), listed, (wrong,)).claims


def test_ids_do_not_hang_on_offsets():
    _, one = read([TITLE, PLAIN, *FOUR])
    _, two = read([TITLE, PLAIN, *FOUR])
    assert [c.claim_id for c in one.claims] == [c.claim_id for c in two.claims]
    assert all(len(c.claim_id) == 16 for c in one.claims)


def test_a_ministry_counts_by_province_too():
    nation = Place(Level.NATION, "Việt Nam")
    titles = row("TT", "Tên sản phẩm", "Chủ thể", "Tỉnh", "Hạng")
    rows = [
        row("1", "Gạo Sim", "HTX A", "Nghệ An", "5 sao"),
        row("2", "Chè Sim", "HTX B", "Nghệ An", "5 sao"),
        row("3", "Mật Sim", "HTX C", "Bến Tre", "5 sao"),
    ]
    _, reading = read([TITLE, titles, *rows], decision(place=nation, date="2021-06-30"))
    assert {(c.place.name, c.count, c.stars, c.potential5) for c in reading.claims} == {
        ("Việt Nam", 3, (5,), False),
        ("Nghệ An", 2, (5,), False),
        ("Bến Tre", 1, (5,), False),
    }


def test_a_head_tells_for_what_the_heads_above_it_name():
    titles = row("TT", "Tên sản phẩm", "Chủ thể", "Điểm")
    parts = [
        TITLE,
        titles,
        wide("HUYỆN NGHI LỘC", 4, "A"),
        wide("Hạng 4 sao (02 sản phẩm)", 4, "I"),
        row("1", "Gạo Sim", "HTX A", "86"),
        row("2", "Chè Sim", "HTX B", "84"),
        wide("HUYỆN YÊN THÀNH", 4, "B"),
        wide("Hạng 4 sao (01 sản phẩm)", 4, "I"),
        row("1", "Mật Sim", "HTX C", "81"),
    ]

    def claims(doc):
        start = doc.text.index("02 sản phẩm")
        quote = Span.of(doc.text, start, start + 11)
        told = Claim("annex", NGHE_AN, 2, (4,), Kind.NEW, quote=quote, reasons=("place_inherited",))
        return (replace(told, claim_id="a"),)

    _, reading = read(parts, told=claims)
    found = {(c.place.name, c.count, c.stars) for c in reading.claims}
    assert found == {("Nghệ An", 3, (4,)), ("Nghi Lộc", 2, (4,)), ("Yên Thành", 1, (4,))}
