"""What the front door says when it cannot go on: a sentence, and what to do."""

from __future__ import annotations


class OcopError(Exception):
    """A failure that a person can mend.

    ``what`` says what was wrong and where, ``advice`` what to do or type next;
    both are whole sentences and go to stderr without a traceback.
    """

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(f"{what} {advice}".strip())
        self.what = what
        self.advice = advice
