"""underthesea's word tokeniser and trafilatura's main text: work that ocop does too."""

from __future__ import annotations

from collections.abc import Callable


def tokeniser() -> Callable[[str], object]:
    """underthesea's words over the whole text."""
    from underthesea import word_tokenize

    return lambda text: word_tokenize(text)


def main_text() -> Callable[[str], object] | None:
    """trafilatura's main text of a page; None where it is not installed."""
    try:
        from trafilatura import extract
    except ImportError:
        return None
    return lambda page: extract(page)
