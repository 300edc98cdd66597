"""What was met and not understood: said in Issues, never swallowed.

``unexplained_number`` is the recall alarm: a number of products near OCOP words that
neither a claim nor a named exclusion (``exclusions``) explains; or one whose noun is in
none of our classes. That noun is named with the tokeniser, so that a person sees at once
whether a class is missing ("12 ‘nông sản’") or a slip of the pen ("166 ‘sản phẩn’").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.claims.exclusions import counts_products, excluded_by, is_starred
from extract.claims.paper_act import amended
from extract.claims.scene import Scene
from extract.claims.sentence import Sentence
from extract.mentions.numbers import PRODUCT_NOUN, Number
from extract.model import Claim, Issue, Span
from extract.text.tokens import TokeniseError, tokenise

_PRODUCTS = re.compile(PRODUCT_NOUN)
_OCOP = re.compile(r"ocop|o\.cop|gắn sao|[1-5] ?sao|(?:ba|bốn|năm) sao")


def issues_of(scene: Scene, claims: Sequence[Claim]) -> list[Issue]:
    """Everything of one document that a person should look at, in the order of its text."""
    return [
        *_unexplained(scene, claims),
        *_unknown_places(scene, claims),
        *_uneven_parts(scene, claims),
        *_undated(scene, claims),
    ]


AMENDED = "amended"
"""What explains a number that counts what an official paper only corrects."""
CLAIM = "claim"
"""What explains a number that a claim was made of; all else is the name of an exclusion."""


def explained(scene: Scene, claims: Sequence[Claim]) -> Iterator[tuple[Sentence, Number, str]]:
    """Every number near OCOP words, and what explains it: a claim, an exclusion, or ``""``.

    Numbers without a noun are left to the reading: there are too many of them.
    """
    taken = [(c.quote.start, c.quote.end) for c in claims]
    told = {c.count for c in claims}
    for sentence in scene.sentences:
        numbers = [number for number in sentence.numbers if number.noun != "bare"]
        if not numbers or not _is_near(scene, sentence):
            continue
        firm: Number | None = None
        for number in numbers:
            end = max(number.end, number.noun_end)
            if any(a < end and number.start < b for a, b in taken):
                yield sentence, number, CLAIM
                continue
            if amended(scene, number.start):
                yield sentence, number, AMENDED
                continue
            reason = excluded_by(scene, sentence, number, firm)
            firm = number if reason is not None and reason.name == "firm" else firm
            again = number.value in told and _AGAIN.match(scene.words(end, end + 20))
            yield sentence, number, reason.name if reason else "told_before" if again else ""


# "trong số 31 sản phẩm này": the number was told, and claimed, before.
_AGAIN = re.compile(r" (?:ocop )?(?:này|ấy|đó|kia|trên|nêu trên|nói trên)(?!\w)")


def _is_near(scene: Scene, sentence: Sentence) -> bool:
    """Whether OCOP or a star class is named in a sentence, beside it, or above it."""
    low = max(0, sentence.index - 1)
    near = scene.sentences[low : sentence.index + 2]
    return bool(_OCOP.search(sentence.heading)) or any(_names_ocop(scene, s) for s in near)


def _names_ocop(scene: Scene, sentence: Sentence) -> bool:
    """Whether OCOP or a star class is named in a sentence itself."""
    return scene.once(
        ("alarm", sentence.index),
        lambda: bool(_OCOP.search(scene.words(sentence.start, sentence.end))),
    )


def _unexplained(scene: Scene, claims: Sequence[Claim]) -> Iterator[Issue]:
    for sentence, number, reason in explained(scene, claims):
        if reason:
            continue
        if counts_products(scene, number):
            yield _unclaimed(scene, number)
        elif _speaks_of_products(scene, sentence) or is_starred(scene, sentence, number):
            yield _unexplained_number(scene, sentence, number)


def _speaks_of_products(scene: Scene, sentence: Sentence) -> bool:
    words = scene.words(sentence.start, sentence.end)
    return _names_ocop(scene, sentence) and bool(_PRODUCTS.search(words))


def _unclaimed(scene: Scene, number: Number) -> Issue:
    """A number of products that was left out for no reason that has a name."""
    span = scene.document.span(number.start, max(number.end, number.noun_end))
    return Issue(
        "unexplained_number",
        f"“{span.text}” counts products, but neither a claim nor an exclusion explains it.",
        advice="Check whether it counts OCOP products; if not, name the reason in "
        "extract/claims/exclusions.py with an example.",
        document_id=scene.document.id,
        span=span,
    )


def _unexplained_number(scene: Scene, sentence: Sentence, number: Number) -> Issue:
    noun = _noun(scene, sentence, number)
    printed = scene.document.text[number.start : number.end]
    return Issue(
        "unexplained_number",
        f"The number {printed} counts “{noun}”, a noun that the rules do not know.",
        advice="Check whether it counts OCOP products; if so, add the noun to "
        "extract/mentions/numbers.py with an example.",
        document_id=scene.document.id,
        span=scene.document.span(number.start, number.end),
    )


def _noun(scene: Scene, sentence: Sentence, number: Number) -> str:
    """The word after the number, as underthesea cuts it."""
    text = scene.document.text[sentence.start : sentence.end]
    try:
        tokens = tokenise(text)
    except TokeniseError:
        return text[number.end - sentence.start :].split()[0]
    after = [t.text for t in tokens if t.idx >= number.end - sentence.start and not t.is_space]
    return after[0] if after else ""


def _unknown_places(scene: Scene, claims: Sequence[Claim]) -> Iterator[Issue]:
    nameless = [claim for claim in claims if claim.place.name is None]
    if nameless:
        yield Issue(
            "unknown_place",
            f"{len(nameless)} claim(s) belong to a {nameless[0].place.level} that the text "
            "does not name.",
            advice="Name the place in review; it is never guessed from the products.",
            document_id=scene.document.id,
            span=nameless[0].quote,
        )


def _uneven_parts(scene: Scene, claims: Sequence[Claim]) -> Iterator[Issue]:
    """Totals whose star classes are all printed and do not add up to them."""
    for total in claims:
        parts = [c for c in claims if c.part_of == total.claim_id and len(c.stars) == 1]
        classes = {(c.stars, c.potential5): c.count for c in parts}
        if len(classes) < 2 or (3,) not in {stars for stars, _ in classes}:
            continue
        found = sum(classes.values())
        if found != total.count and total.comparator == "exact":
            yield Issue(
                "parts_do_not_add_up",
                f"The star classes printed add up to {found}, the total says {total.count}.",
                advice="Look at the page: one of the figures is misprinted or misread.",
                document_id=scene.document.id,
                span=total.quote,
            )


def _undated(scene: Scene, claims: Sequence[Claim]) -> Iterator[Issue]:
    undated = [c for c in claims if c.as_of is None and c.kind in ("cumulative", "in_force")]
    if undated and scene.document.published is None:
        yield Issue(
            "no_publication_date",
            f"{len(undated)} stock(s) have no date: the page prints none that can be trusted.",
            advice="Give the document its date of publication in review.",
            document_id=scene.document.id,
            span=Span.of(scene.document.text, undated[0].quote.start, undated[0].quote.end),
        )
