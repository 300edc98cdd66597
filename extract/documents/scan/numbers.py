"""Numbers in cells: read three times, and compared with the type of their page.

A row number, a score and a star decide what a row says, and a lone digit is what Tesseract
reads worst. So no single reading is believed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from extract.documents.means import Means
from extract.documents.scan.digits import read_by_type
from extract.documents.scan.reading import DISPUTED, SURE, Reading
from extract.documents.scan.recognise import READING_DPI, Grey, recognise

_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?[.,]?")
_SPECKLED = re.compile(r"(?=.*[^\w\s.,])[^\w\s*(]?\s?\d{1,3}(?:[.,]\d{1,3})?\s?[^\w\s*)%]{0,2}")
"""A number with a mark that no number has: dirt, or a part of a digit."""
_STROKE = re.compile(r"[|l!¡]")
_ROMAN = re.compile(r"[IVXLC]{1,5}[.)]?")
_DIGITS = "0123456789,."
_LINE = 7
_HEIGHTS = (16, 22)
"""Pixels of ink at which lone digits are read best, by measurement."""
_BORDER = 14
_SHORT = 4
_MENDED = 0.8


@dataclass(frozen=True, slots=True)
class Number:
    """A settled number; ``rival`` is another reading of it that could be as right."""

    text: str
    sure: float
    rival: str = ""


def settle_numbers(
    readings: Mapping[int, Reading], pictures: Mapping[int, Grey], means: Means
) -> dict[int, Number]:
    """The numbers among ``readings`` (and what may be a number misread) after all comparisons."""
    asked = [index for index, reading in readings.items() if _may_be_number(reading)]
    again = _read_again([pictures[index] for index in asked], means)
    told: dict[int, list[tuple[str, float]]] = {}
    for index, others in zip(asked, again, strict=True):
        first = readings[index]
        seen = [(first.text, first.sure)] if _NUMBER.fullmatch(first.text) else []
        told[index] = [*seen, *(other for other in others if _NUMBER.fullmatch(other[0]))]
    by_type = read_by_type({index: pictures[index] for index in asked}, told)
    settled: dict[int, Number] = {}
    for index in asked:
        number = _settle(readings[index], told[index], by_type.get(index))
        if number is not None:
            settled[index] = number
    return settled


def _may_be_number(reading: Reading) -> bool:
    """Whether it is a number, or so short and odd that it may be one."""
    text = reading.text
    if _NUMBER.fullmatch(text) or _SPECKLED.fullmatch(text):
        return True
    if _ROMAN.fullmatch(text) or len(text) > _SHORT or "*" in text or not reading.inked:
        return False
    return reading.sure < SURE or not any(letter.isalnum() for letter in text)


def _read_again(pictures: Sequence[Grey], means: Means) -> list[list[tuple[str, float]]]:
    """Each picture at each of the heights: what was read, digits only, and how surely."""
    sized = [_sized(picture, height) for picture in pictures for height in _HEIGHTS]
    words = recognise(sized, means, mode=_LINE, dpi=READING_DPI, only=_DIGITS)
    texts = [""] * len(sized)
    sures = [1.0] * len(sized)
    for word in words:
        texts[word.picture] += word.text
        sures[word.picture] = min(sures[word.picture], word.sure)
    found = list(zip(texts, sures, strict=True))
    step = len(_HEIGHTS)
    return [found[at : at + step] for at in range(0, len(found), step)]


def _sized(picture: Grey, height: int) -> Grey:
    """``picture`` with its ink ``height`` pixels high."""
    _, ink = cv2.threshold(picture, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    left, top, width, tall = cv2.boundingRect(ink)
    scale = height / max(tall, 1)
    part = picture[max(top - 2, 0) : top + tall + 2, max(left - 2, 0) : left + width + 2]
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    sized = cv2.resize(part, None, fx=scale, fy=scale, interpolation=method)
    return np.pad(sized, _BORDER, constant_values=255).astype(np.uint8)


def _settle(
    first: Reading, told: Sequence[tuple[str, float]], by_type: str | None
) -> Number | None:
    """The number that readings and type agree on, else the likeliest with its rival.

    None where nothing speaks for a number, and the first reading stands.
    """
    texts = [text for text, _ in told]
    best = max(told, key=lambda each: (texts.count(each[0]), each[1]), default=None)
    if by_type is None and _STROKE.fullmatch(first.text):
        return Number("I", DISPUTED, "1")  # it does not look like any 1 of the page
    if by_type is None:
        if best is None:
            return None
        text, sure = best
        if len(texts) > 1 and len(set(texts)) == 1 and _NUMBER.fullmatch(first.text):
            return Number(text, max(sure for _, sure in told))
        rival = next((other for other in texts if other != text), first.text)
        return Number(text, min(sure, DISPUTED), "" if rival == text else rival)
    if by_type in texts:
        return Number(by_type, max(sure for text, sure in told if text == by_type))
    same_digits = any(_digits(text) == _digits(by_type) for text in texts)
    if same_digits:
        return Number(by_type, _MENDED)
    rival = best[0] if best else first.text
    return Number(by_type, DISPUTED, rival)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
