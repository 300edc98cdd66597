"""Names of products and producers, found by a small trained spaCy ``ner``.

Hashed embeddings of each syllable, its first letter, its last three and its shape, four
convolutions that see four syllables to either side, and spaCy's transitions. It is no
part of reading claims: what it finds is told on demand (``ocop read --names``). Trained
by ``ocop train --names``; what on, and how well it did, stands in ``meta``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from extract.model import Document, Label, Mention
from extract.text.sentences import sentences
from extract.text.tokens import pieces

if TYPE_CHECKING:
    from spacy.language import Language

ASSET: Final = "names.spacy"
_NOT_KEPT: Final = ("vocab", "tokenizer")
"""Parts of a pipeline that are the same in every one, or that grow with what it has read."""

_ARCHITECTURE: Final[Mapping[str, Any]] = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "nO": None,
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 64,
        "depth": 4,
        "embed_size": 1000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    },
}


def find_names(document: Document, recogniser: Language | None = None) -> tuple[Mention, ...]:
    """The names of products and producers in the text, furniture included.

    Args:
        document: What to look through.
        recogniser: Another than the one that ships; without any, nothing is found.
    """
    recogniser = recogniser or shipped()
    return tuple(_mentions(document, recogniser)) if recogniser else ()


def _mentions(document: Document, recogniser: Language) -> Iterator[Mention]:
    runs = list(sentences(document.text))
    docs = recogniser.pipe(pieces(document.text[a:b], recogniser.vocab) for a, b in runs)
    for (start, _), doc in zip(runs, docs, strict=True):
        for name in doc.ents:
            span = document.span(start + name.start_char, start + name.end_char)
            yield Mention(span, Label(name.label_), span.text, "names.learned")


def untrained() -> Language:
    """The pipeline before it has learned anything, not even its labels."""
    import spacy

    nlp = spacy.blank("xx")
    nlp.add_pipe("ner", config={"model": _ARCHITECTURE})
    return nlp


def to_bytes(nlp: Language) -> bytes:
    """What ``from_bytes`` makes the pipeline of again, ``meta`` included."""
    return nlp.to_bytes(exclude=_NOT_KEPT)


def from_bytes(data: bytes) -> Language:
    """The pipeline that ``to_bytes`` wrote."""
    return untrained().from_bytes(data, exclude=_NOT_KEPT)


@lru_cache(maxsize=1)
def shipped() -> Language | None:
    """The recogniser that comes with the package; None where it was left out."""
    asset = files(__package__).joinpath(ASSET)
    return from_bytes(asset.read_bytes()) if asset.is_file() else None
