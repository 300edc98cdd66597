"""Reading one document: mentions, claims, decisions and what was not understood."""

from __future__ import annotations

from collections.abc import Callable

from extract.anatomy.blanks import blank_issues
from extract.claims.alarm import issues_of
from extract.claims.annex import with_rows
from extract.claims.assemble import READING, READING_ALONE, claims_of
from extract.claims.choice import Decide
from extract.claims.hearing import hear
from extract.claims.papers import with_own_role
from extract.claims.recognised import with_recognition
from extract.claims.scene import build
from extract.mentions.dates import Anchors
from extract.mentions.decisions import decision_refs
from extract.model import Document, Reading
from extract.ner.network import Network, shipped
from extract.products.read import NO_PRODUCTS, products_of


def decision() -> Decide:
    """How choices are made as it ships: with the second reader, or without one."""
    return READING if shipped() else READING_ALONE


def read(
    document: Document,
    decide: Decide | None = None,
    second: Callable[[], Network | None] = shipped,
) -> Reading:
    """Read ``document``: every claim is grounded in its text, every doubt is an Issue.

    Deterministic and pure; a text without OCOP words is left at once. ``second`` gives the
    second reader, or None to read by rules alone; ``decide`` takes each choice: by the
    weights that ship for that case, unless others are tried.
    """
    scene = build(document)
    network = second() if scene.sentences else None
    heard = hear(scene, network) if network else {}
    published = document.published.date if document.published else None
    found = decision_refs(document.text, scene.folded, Anchors(published), scene.papers)
    refs = with_own_role(scene, found)
    claims = tuple(claims_of(scene, refs, decide or (READING if network else READING_ALONE), heard))
    listed = NO_PRODUCTS
    if scene.sentences:
        listed = products_of(document, scene.folded, scene.decision)
    made = with_rows(document, scene.decision, listed, claims, scene.grids)
    blank = blank_issues(document, scene.decision) if scene.sentences else ()
    told_of = issues_of(scene, made.claims)
    issues = (*document.issues, *blank, *told_of, *listed.issues, *made.issues)
    told = with_recognition(document, made.claims)
    return Reading(document, scene.mentions, told, refs, issues, scene.decision, made.products)
