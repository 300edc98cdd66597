"""What can be read of a date in reach of a count, as names for the choice of its time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.counts import Count
from extract.claims.moments import Moment, Timeline, paper_before
from extract.claims.scene import Scene
from extract.mentions.dates import Edge, Shape, TimeRole
from extract.mentions.numbers import Number
from extract.model import BlockKind

Sign = str | tuple[str, float]

_GRAIN = {
    Shape.DAY_RANGE: "day",
    Shape.QUARTER: "run",
    Shape.MONTH_RANGE: "run",
}


def signs(timeline: Timeline, count: Count, moment: Moment) -> Iterator[Sign]:
    """The names of a date: what it is, where it stands, and what stands between."""
    scene, value = timeline.scene, moment.value
    role = value.role.value if value.role else "plain"
    grain = _GRAIN.get(value.shape, value.shape.value)
    if value.edge in (Edge.BY_END, Edge.END):
        yield "by_end"
        grain += ".by_end"
    yield f"role.{role}"
    yield f"shape.{value.shape.value}"
    yield f"way.{moment.way}"
    yield f"{moment.way}.{role}.{grain}"
    if timeline.is_paper:
        yield f"paper.{moment.way}.{role}.{grain}"
    pointer = points_back(scene, count)
    if pointer:
        yield f"{pointer}.{role}"
    if moment.distance:
        yield ("far", float(moment.distance))
    paper = paper_before(scene, moment)
    if paper is not None:
        yield f"of_paper.{paper.role.value}"
        yield f"of_paper.{paper.kind or 'none'}"
    start = moment.mention.span.start
    if value.role is TimeRole.START and _IN_FORCE.search(scene.words(max(0, start - 60), start)):
        yield "in_force_from"
    if value.shape is Shape.NOW:
        yield f"now.{_word(scene, moment)}"
    if "(" in scene.words(max(0, start - 12), start):
        yield f"bracket.{moment.way}"
    if moment.way == "own":
        yield from _in_sentence(scene, count, moment, role)


_IN_FORCE = re.compile(r"(?:giá trị|hiệu lực|thời hạn|36 tháng|3 năm|ba năm)[^.;\n]{0,40}$")


def _word(scene: Scene, moment: Moment) -> str:
    """Whether the present is told as the end of a time ("đến nay") or only as now ("hiện")."""
    words = scene.words(moment.mention.span.start, moment.mention.span.end)
    return "until" if words.startswith(("đến", "tới")) else "plain"


# "Sau đợt này", "đến ngày ký", "trước phiên họp" point to the day of the act that is told;
# "cùng thời điểm" to the day that was told last; "nâng tổng số lên" goes on from the act.
_POINTERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(words))
    for name, words in (
        (
            "after_act",
            r"sau (?:khi (?:có|ký|công bố) )?(?:\w+ ){0,2}(?:đợt|quyết định|lần|lễ|phiên|kỳ|thu hồi"
            r"|rà soát|chấm|đánh giá|công nhận)(?!\w)|(?:cùng|cộng|tính)(?: \w+){0,2} với"
            r"|(?:tính )?cả đợt này|như vậy|theo đó",
        ),
        ("act_day", r"(?:đến|tới|từ|tại)(?: thời điểm)? ngày (?:ký|họp|ban hành|công bố)"),
        ("before_act", r"trước (?:phiên|kỳ|đợt|lần|lễ|hội|khi|cuộc)"),
        (
            "same_time",
            r"cùng (?:thời điểm|ngày|kỳ|mốc)|(?:lúc|khi) (?:này|ấy|đó)|nói trên|nêu trên",
        ),
        ("raises", r"(?:nâng|đưa|lên|tăng)(?: \w+){0,6} lên|nâng|đưa tổng"),
    )
)


def points_back(scene: Scene, count: Count) -> str | None:
    """How the words before a count point to a day told before; None where they do not."""
    start = max(count.sentence.start, count.start - 110)
    words = scene.words(start, count.start)
    return next((name for name, pattern in _POINTERS if pattern.search(words)), None)


_CLAUSE = re.compile(r"[,;:()]")


def _in_sentence(scene: Scene, count: Count, moment: Moment, role: str) -> Iterator[Sign]:
    """How a date stands to the count within one sentence."""
    sentence, start, end = count.sentence, moment.mention.span.start, moment.mention.span.end
    if sentence.clause_at(start) == count.clause:
        yield "same_clause"
        yield f"same_clause.{role}"
    products = [n for n in sentence.numbers if n.noun == "product"]
    if start > count.end:
        yield "after"
        yield f"after.{role}"
        if any(count.end < n.start < start for n in products):
            yield "after.crosses_count"
        elif not _CLAUSE.search(scene.words(count.end, start)):
            yield "after.linked"
        return
    yield ("before.near", max(0.0, 1 - (count.start - end) / 80))
    if _crossed(products, end, count.start):
        yield "before.crosses_count"
    else:
        yield "before.first"
    if not any(end < m.span.start < count.start for m in sentence.dates):
        yield "before.last"
        yield f"before.last.{role}"


def _crossed(products: list[Number], start: int, end: int) -> bool:
    return any(start <= n.start < end for n in products)


def publication_signs(timeline: Timeline, moments: list[Moment], count: Count) -> Iterator[Sign]:
    """What tells whether a count is told for the day of the page."""
    yield "published"
    kinds = {(m.way, m.value.role, m.value.shape) for m in moments}
    ways = {way for way, _, _ in kinds}
    if "own" in ways:
        yield "published.dated"
    if any(role is TimeRole.AS_OF and shape in _DAYS for _, role, shape in kinds):
        yield "published.counted_on"
    if timeline.is_paper:
        yield "published.paper"
    if timeline.issued:
        yield "published.issued"
    if "title" in ways:
        yield "published.title_dated"
    if any(way == "lead" and role is TimeRole.EVENT for way, role, _ in kinds):
        yield "published.event"
    if count.sentence.block.kind is BlockKind.TITLE:
        yield "published.of_title"
    pointer = points_back(timeline.scene, count)
    if pointer:
        yield f"published.{pointer}"


_DAYS = (Shape.DAY, Shape.MONTH, Shape.DAY_RANGE)
_ACTS = (TimeRole.EVENT, TimeRole.DECISION, TimeRole.ISSUED, TimeRole.AS_OF)


def rivals(moments: list[Moment]) -> list[str]:
    """Ways in which a day is told: a year beside it only names the assessment."""
    found = {m.way for m in moments if m.value.shape in _DAYS and m.value.role in _ACTS}
    return [f"year.day_{way}" for way in sorted(found)]


def firsts(moments: list[Moment]) -> dict[int, list[str]]:
    """The nearest date of each role, and the nearest day, by the start of the date."""
    seen: set[str] = set()
    found: dict[int, list[str]] = {}
    for moment in moments:
        if moment.way in ("below", "note", "issued"):
            continue
        role = moment.value.role.value if moment.value.role else "plain"
        names = [f"first.{role}"]
        if moment.value.shape in _DAYS:
            names.append("first.day")
        new = [name for name in names if name not in seen]
        seen.update(new)
        found[moment.mention.span.start] = new
    return found
