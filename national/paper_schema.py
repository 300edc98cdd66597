"""Tables of the primary evidence: official papers, the products in them, the decisions.

A *paper* is one document that is an official paper itself. A *decision* is an event that
papers and news tell of: several documents can be the same decision, and a decision can be
known from news alone.
"""

from __future__ import annotations

from enum import StrEnum

from extract.model import Act, Group, Kind, Level, Maker
from national.schema import REGIMES, Column, Table, maybe, number, text


class History(StrEnum):
    """What a row is to the earlier rows of the same product.

    ``FIRST``: none is known. ``REPEATED``: printed again in another document of the same
    decision, in one that corrects it, or in a list without a day. ``RENEWED``,
    ``UPGRADED``, ``LOWERED``: recognised again with as many, more or fewer stars.
    ``NONE``: the row recognises nothing.
    """

    FIRST = "first"
    REPEATED = "repeated"
    RENEWED = "renewed"
    UPGRADED = "upgraded"
    LOWERED = "lowered"
    NONE = "none"


class Agreement(StrEnum):
    """How the numbers of a decision's papers and those of the news about it meet."""

    AGREE = "agree"
    DISAGREE = "disagree"
    ONLY_PAPER = "only_paper"
    ONLY_NEWS = "only_news"


_ROW = (
    text("document_id", "The document with the annex"),
    number("row", "Rows of the document count from 1"),
    text("product_id", "Hash of decision, name, producer and place; equal for reprints"),
    text("number", "Row number as printed"),
    text("name", "Product as printed"),
    text("producer", "Producer as printed; empty where the row names none"),
    maybe("maker", "What the producer is by law", of=list(Maker)),
    text("address", "Address as printed"),
    maybe("commune", "Commune that the row names"),
    maybe("district", "District that the row names"),
    maybe("province63", "Province on the map of 63"),
    maybe("province34", "Province on the map of 34"),
    maybe("product_group", "Group of products", of=list(Group)),
    Column("score", "float64", "Score out of 100", nullable=True),
    number("stars", "Star class", nullable=True),
    Column("potential5", "bool", "Put forward for 5 stars, not yet recognised nationally"),
    text("standing", "What the paper gives the row", of=list(Kind)),
    number("stars_before", "Star class before an upgrade", nullable=True),
    maybe("decision", "Number of the paper"),
    maybe("decision_date", "Its date (EDTF)"),
    Column("for_review", "bool", "Whether a person should look at the row"),
    text("reasons", "Doubts about the row (JSON list)"),
    Column("confidence", "float64", "Probability that the row is read rightly"),
    text("evidence", "W3C Web Annotation selectors by role (JSON)"),
)
_PAST = (
    maybe("decision_id", "The decision (table decisions)"),
    maybe("valid_until", "Last day in force: 36 months from the decision (EDTF)"),
    text("history", "What the row is to earlier rows of the product", of=list(History)),
    maybe("earlier_document_id", "Document of the row before it"),
    number("earlier_row", "That row", nullable=True),
    Column("likeness", "float64", "How alike the two rows are (0 to 100)", nullable=True),
)

ROWS = Table(
    "rows",
    "One row for each product that an annex lists, as it was read.",
    _ROW,
    key=("document_id", "row"),
)

PRODUCTS = Table(
    "products",
    "One row for each product that an annex of an official paper lists, with its history.",
    (*_ROW, *_PAST),
    key=("document_id", "row"),
)

PAPERS = Table(
    "papers",
    "One row for each document that is an official paper itself.",
    (
        text("document_id", "The document"),
        maybe("decision_id", "The decision that it is (table decisions)"),
        text("type", "Code of the type: QĐ, KH, TB …"),
        maybe("number", "Number as the paper bears it"),
        maybe("date", "Date that it bears (EDTF)"),
        maybe("issuer", "Issuing body as printed"),
        maybe("level", "Level of the unit that the body governs", of=list(Level)),
        maybe("place_name", "That unit"),
        maybe("place_code", "Its GSO code in the map of place_regime"),
        Column("place_regime", "int64", "Map: 63 or 34 provinces", allowed=REGIMES),
        maybe("province", "Province in which it lies"),
        maybe("province_code", "GSO code of that province in the map of place_regime"),
        text("act", "What the paper does for products", of=list(Act)),
        text("title", "Its title as printed"),
        maybe("period", "Assessment period of its title (EDTF)"),
        number("round", "Round (đợt) of the period", nullable=True),
        text("bases", "Papers that it is founded on (JSON list of numbers)"),
        text("concerns", "Papers that it amends or revokes (JSON list of numbers)"),
        maybe("signer", "Who signed it"),
        number("n_products", "Rows of its annexes"),
    ),
    key=("document_id",),
)

DECISIONS = Table(
    "decisions",
    "One row for each decision that papers or news tell of, and how their numbers meet.",
    (
        text("decision_id", "regime.unit.year.number-body; _ where a part is unknown"),
        text("number", "Number as printed most often"),
        maybe("date", "Its date (EDTF)"),
        maybe("level", "Level of the unit that issued it", of=list(Level)),
        maybe("place_name", "That unit"),
        maybe("province", "Province in which it lies"),
        Column("place_regime", "int64", "Map: 63 or 34 provinces", allowed=REGIMES),
        maybe(
            "act", "What it does, by its paper; missing where only news tell of it", of=list(Act)
        ),
        maybe("period", "Assessment period (EDTF)"),
        number("round", "Round (đợt) of the period", nullable=True),
        number("n_papers", "Documents that are this decision"),
        number("n_news", "Other documents whose claims name it"),
        number("n_products", "Product rows of its papers (of the fullest one)"),
        text("counts", "By star class: rows, paper and news, each with its values (JSON)"),
        text("agreement", "How papers and news meet", of=list(Agreement)),
        text("document_ids", "Its documents, papers first (blank-separated)"),
        text("claim_ids", "Claims that name it (blank-separated)"),
    ),
    key=("decision_id",),
)
