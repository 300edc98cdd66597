"""Which numbers count OCOP products: a scored yes or no for every number.

A number with the noun ``sản phẩm`` is one unless something speaks against it (a firm's
own goods, a fair, a difference, a rate); a number without a noun is none unless
something speaks for it (a star class beside it, a place before it in a list, a word for
the total). Every feature is a few words of context that a reader would use too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.claims.bare import of_bare, tells_number
from extract.claims.choice import Candidate, Decide
from extract.claims.comparisons import is_difference
from extract.claims.firms import firm_is_subject, public_again
from extract.claims.scene import Scene
from extract.claims.sentence import Sentence
from extract.mentions.numbers import Number


@dataclass(slots=True, eq=False)
class Count:
    """A number that counts products, with the sentence and clause that it stands in."""

    index: int
    sentence: Sentence
    number: Number
    clause: int
    probability: float
    features: Mapping[str, float] = field(default_factory=dict)
    bare: bool = False
    start: int = field(init=False)
    """Offset of the number."""
    end: int = field(init=False)
    """Offset behind the number and its noun."""

    def __post_init__(self) -> None:
        self.start = self.number.start
        self.end = max(self.number.end, self.number.noun_end)


def find_counts(scene: Scene, decide: Decide) -> list[Count]:
    """Counts of products in the order of the text, indexed from 0."""
    found: list[Count] = []
    for sentence in scene.sentences:
        kept: list[Number] = []
        firm: Number | None = None  # the last number that was a firm's own
        for number in _numbers(scene, sentence):
            features = _features(scene, sentence, number, kept, found)
            if firm is not None and not public_again(scene, firm, number):
                features["after_firm"] = 1.0
            count = Count(
                len(found),
                sentence,
                number,
                sentence.clause_at(number.start),
                0.0,
                features,
                number.noun == "bare",
            )
            choice = decide("count", count, [Candidate(True, features), Candidate(False, {})])
            if choice.value:
                count.probability = choice.probability
                kept.append(number)
                found.append(count)
            elif "firm_is_subject" in features:
                firm = number
    return found


def _numbers(scene: Scene, sentence: Sentence) -> list[Number]:
    """Numbers that may count products: with the noun, or without any noun."""
    absences = list(sentence.absences)
    numbers = [
        n
        for n in sentence.numbers
        if n.noun in ("product", "stand_in", "bare", "rate")
        and not _numbers_a_line(scene, sentence, n)
        and not is_difference(scene.words(max(sentence.start, n.start - 90), n.start))
        and not any(a.start < n.noun_end and n.start < a.end for a in absences)
    ]
    return sorted(numbers + absences, key=lambda n: n.start)


_AFTER_LINE_NUMBER = re.compile(r" ?[.)|/\]]|[.,]? (?=[^\W\d_])|$")


def _numbers_a_line(scene: Scene, sentence: Sentence, number: Number) -> bool:
    """Whether a bare number only numbers its line ("2. Lũy kế", "3 | Mật ong …")."""
    if number.noun != "bare" or number.in_words or tells_number(scene, number):
        return False
    before = scene.words(sentence.start, number.start)
    opens = not before.strip(" (-+*•–")
    rest = scene.words(number.end, min(sentence.end, number.end + 4))
    return opens and bool(_AFTER_LINE_NUMBER.match(rest))


def _features(
    scene: Scene, sentence: Sentence, number: Number, kept: list[Number], before: list[Count]
) -> dict[str, float]:
    left = scene.words(max(sentence.start, number.start - 90), number.start)
    right = scene.words(number.noun_end, min(sentence.end, number.noun_end + 90))
    features: dict[str, float] = {"noun." + number.noun: 1.0}
    if number.value == 0 and number.in_words:
        features |= _of_absence(sentence, number, left, scene.words(number.start, number.end))
    features |= {f"left.{name}": 1.0 for name, pattern in _LEFT if pattern.search(left)}
    features |= {f"right.{name}": 1.0 for name, pattern in _RIGHT if pattern.match(right)}
    features |= _beside(number, left, right)
    if number.noun in ("bare", "stand_in"):
        near = bool(before) and before[-1].sentence.index >= sentence.index - 2
        near = near or number.noun == "stand_in"
        features |= of_bare(scene, sentence, number, kept, near, left, right)
    elif not scene.once(("ocop", sentence.index), lambda: _speaks_of_ocop(scene, sentence)):
        features["no_ocop_near"] = 1.0 if scene.folded.count("ocop") < 3 else 0.4
    per_unit = number.noun == "rate" or "right.per_unit" in features
    if per_unit and _of_named_units(scene, sentence, number):
        features["rate.of_named"] = 1.0
    if scene.once("other scheme", lambda: _is_of_other_scheme(scene)):
        features["other_scheme"] = 1.0
    if scene.document.text[number.noun_start : number.noun_start + 2] == "Sả":
        features["capital_noun"] = 1.0
    if firm_is_subject(scene, sentence, number):
        features["firm_is_subject"] = 1.0
    if number.noun == "product" and number.value >= 5000 and number.high is None:
        features["very_large"] = 1.0
    return features


# Words right before and behind a number: whether something has, gets, sells so many.
_LAST = re.compile(
    r"(?<!\w)(có|còn|được|với|là|chỉ|nhận|gồm|giữ|đạt|xong|lên|xuống|số|đến|mới|thêm|từ|cho|của|"
    r"cả|dưới|trong|ngưỡng|và|mỗi) (?:hơn |trên |gần |khoảng |tới |đúng )?$"
)
_FIRST = re.compile(
    r" (đạt|của|là|được|và|còn|mới|ở|hết|điểm|so|trong|trên|đến|sao|mỗi|lên|ocop|có|đăng ký|"
    r"tham gia)(?!\w)"
)


def _beside(number: Number, left: str, right: str) -> dict[str, float]:
    sort = "bare." if number.noun == "bare" else ""
    before, after = _LAST.search(left), _FIRST.match(right)
    features = {f"{sort}left={before[1]}": 1.0} if before else {}
    return features | ({f"{sort}right={after[1]}": 1.0} if after else {})


# ── numbers with the noun ────────────────────────────────────────────────────────────

_LEFT: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "difference",
        re.compile(
            r"(?:tăng|tăng thêm|giảm|nhiều hơn|(?<!không )ít hơn|kém|thiếu|hụt|chênh|chênh lệch|"
            r"cao hơn|thấp hơn|gấp)"
            r"(?: gần| hơn| khoảng| tới| được)? $"
        ),
    ),
    (
        "compared",
        re.compile(r"(?:(?:nhiều|ít|cao|thấp) hơn|hơn (?:tỉnh|huyện|xã)) [^.;:\d]{0,40}$"),
    ),
    (
        "failed",
        re.compile(
            r"(?:đánh trượt|trượt|loại(?: bỏ| ra)?|trả (?:lại|về)|không (?:xếp hạng|công nhận)"
            r"(?: [^,.;:()\d]{0,30})?) $"
        ),
    ),
    ("set", re.compile(r"(?<!\w)bộ $")),
    ("exceeds", re.compile(r"vượt(?: gần| hơn| khoảng| tới| được)? $")),
    (
        "average",
        re.compile(r"(?:bình quân|trung bình|mỗi năm bán|mỗi tháng|mỗi ngày)[^,.;]{0,40}$"),
    ),
    (
        "goods",
        re.compile(
            r"(?:mua|tặng|bán(?: được)?|trưng bày|bày|giới thiệu|(?<!đánh )giá|combo|đổi|tiêu thụ|"
            r"xuất khẩu|quét|đủ|mỗi phần) (?:hơn |trên |gần |từ |khoảng )?$"
        ),
    ),
)
_RIGHT: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "on_sale",
        re.compile(
            r"[^,.;:()]{0,40}(?:trưng bày|lên sàn|sàn thương mại|được bày bán|xuất khẩu|trên kệ|"
            r"vào siêu thị|"
            r"được bán|hội chợ|gian hàng|livestream|đưa vào spa|quà tặng|du khách|giảm giá|gắn mã|"
            r"bảo hộ|đăng ký nhãn hiệu|vietgap|so với|postmart|voso)"
        ),
    ),
    ("compared", re.compile(r"[^,.;:()]{0,12}so với")),
    (
        "failed",
        re.compile(
            r"[^.;:,()\d]{0,30}(?:không đạt|chưa đạt|(?:bị|đã) loại|chưa qua|"
            r"bị (?:tỉnh |huyện )?trả|không đủ|phải (?:làm lại|bổ sung)|bị đánh trượt)"
            r"(?! (?:[45]|bốn|năm) ?sao)"
        ),
    ),
    ("per_unit", re.compile(r" ?/ ?(?:xã|huyện|năm|đơn vị|chủ thể|bộ|tháng)")),
    (
        "idea",
        re.compile(
            r"[^.;:]{0,30}(?:có thể phát triển|tiềm năng(?! 5| đạt|,)|đặc thù|tiêu biểu|có tiềm "
            r"năng(?! 5)|lợi thế|ý tưởng|chủ lực|đặc trưng)"
        ),
    ),
    ("group", re.compile(r" (?:thuộc )?(?:nhóm|ngành)(?! \d ?sao)")),
    ("anaphor", re.compile(r" (?:ocop )?(?:ấy|này|kia|đó|nêu trên|nói trên)(?!\w)")),
)


def _of_named_units(scene: Scene, sentence: Sentence, number: Number) -> bool:
    """Whether units are named right before: "Các xã A, B: 3 sản phẩm/xã" counts in each."""
    before = [m for m in sentence.places if m.span.end <= number.start]
    return bool(before) and not scene.words(before[-1].span.end, number.start).strip(" :-(")


_OTHER_SCHEME = re.compile(r"công nghiệp nông thôn|cnnt")


def _is_of_other_scheme(scene: Scene) -> bool:
    """Whether the text opens with another scheme and hardly speaks of OCOP or classes at all."""
    if not _OTHER_SCHEME.search(scene.folded, 0, scene.opening(700)):
        return False
    stars = sum(len(sentence.stars) for sentence in scene.sentences)
    return scene.folded.count("ocop") < 3 and stars < 3


def _speaks_of_ocop(scene: Scene, sentence: Sentence) -> bool:
    """Whether OCOP or stars are named in the sentence or right around it."""
    low = max(0, sentence.index - 2)
    near = scene.sentences[low : sentence.index + 2]
    return (
        any(
            s.stars
            or "ocop" in (words := scene.words(s.start, s.end))
            or _RECOGNITION.search(words)
            for s in near
        )
        or bool(_RECOGNITION.search(sentence.heading))
        or "ocop" in sentence.heading
    )


_RECOGNITION = re.compile(
    r"công nhận|phân hạng|xếp hạng|gắn sao|mang sao|đạt chuẩn|o\.cop|hết hạn|chứng nhận|hạng sao|"
    r"mỗi xã"
)


_OF_SOME = re.compile(r"(?:các|những|nhiều|một số|đối với|nếu|khi|nơi|ở|mỗi) [^,.;]{0,30}$")


def _of_absence(sentence: Sentence, number: Number, left: str, words: str) -> dict[str, float]:
    features = {"absence": 1.0}
    if any(
        m.span.start <= number.end + 30 and m.span.end >= number.start - 40 for m in sentence.stars
    ):
        features["absence.star"] = 1.0
    if "nào" in words:
        features["absence.any"] = 1.0
    if sentence.places and sentence.places[0].span.start < number.start:
        features["absence.place"] = 1.0
    if _OF_SOME.search(left):
        features["absence.of_some"] = 1.0
    return features
