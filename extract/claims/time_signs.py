"""What can be read of a date in reach of a count, as names for the choice of its time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.counts import Count
from extract.claims.moments import Moment, Timeline, paper_before
from extract.claims.scene import Scene
from extract.mentions.dates import DateValue, Edge, Shape, TimeRole
from extract.mentions.numbers import Number
from extract.mentions.place_mention import PlaceMention
from extract.model import BlockKind, Level, Mention

Sign = str | tuple[str, float]

_GRAIN = {
    Shape.DAY_RANGE: "day",
    Shape.QUARTER: "run",
    Shape.MONTH_RANGE: "run",
}


def signs(timeline: Timeline, count: Count, moment: Moment) -> Iterator[Sign]:
    """The names of a date: what it is, where it stands, and what stands between."""
    yield from timeline.scene.once(
        ("signs", moment),
        lambda: (*_of_date(timeline, moment), *_of_words(timeline.scene, moment)),
    )
    pointer = pointed_back(timeline, count)
    if pointer:
        yield f"{pointer}.{_role(moment)}"
    if moment.way == "own":
        yield from _in_sentence(timeline.scene, count, moment)
        paired = paired_year(timeline, count)
        if paired is not None and moment.value.shape is Shape.YEAR:
            yield "paired" if moment.mention is paired else "paired.other"


def settled_signs(moment: Moment) -> Iterator[Sign]:
    """What speaks for a date above a count that goes on with its total or its neighbour."""
    yield f"settled.{moment.way}"
    yield f"settled.{_role(moment)}"


def _role(moment: Moment) -> str:
    return moment.value.role.value if moment.value.role else "plain"


def _of_date(timeline: Timeline, moment: Moment) -> Iterator[Sign]:
    """What a date is and the way in which it reaches the count."""
    value, role = moment.value, _role(moment)
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
    if moment.distance:
        yield ("far", float(moment.distance))


def _of_words(scene: Scene, moment: Moment) -> Iterator[Sign]:
    """What the words right before a date, or of it, say."""
    value, start = moment.value, moment.mention.span.start
    paper = paper_before(scene, moment)
    if paper is not None:
        yield f"of_paper.{paper.role.value}"
        yield f"of_paper.{paper.kind or 'none'}"
    if value.role is TimeRole.START and _IN_FORCE.search(scene.words(max(0, start - 60), start)):
        yield "in_force_from"
    if value.shape is Shape.NOW:
        yield f"now.{_word(scene, moment)}"
    if "(" in scene.words(max(0, start - 12), start):
        yield f"bracket.{moment.way}"


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


def pointed_back(timeline: Timeline, count: Count) -> str | None:
    """What ``points_back`` says of a count."""
    return timeline.scene.once(("pointer", count.start), lambda: points_back(timeline.scene, count))


_CLAUSE = re.compile(r"[,;:()]|(?<!\w)thì(?!\w)")


def _in_sentence(scene: Scene, count: Count, moment: Moment) -> Iterator[Sign]:
    """How a date stands to the count within one sentence."""
    role = _role(moment)
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


_IN_TURN = re.compile(r"lần lượt|tương ứng|theo thứ tự")


def paired_year(timeline: Timeline, count: Count) -> Mention | None:
    """The year that belongs to a count of "các năm 2021, 2022 lần lượt là 74, 109 sản phẩm"."""
    return timeline.scene.once(("paired", count.start), lambda: _paired_year(timeline.scene, count))


def _paired_year(scene: Scene, count: Count) -> Mention | None:
    sentence = count.sentence
    turn = _IN_TURN.search(scene.words(sentence.start, sentence.end))
    if turn is None:
        return None
    years = [m for m in sentence.dates if _is_year(m) and m.span.end < count.start]
    since = years[-1].span.end if years else sentence.end
    numbers = [n for n in sentence.numbers if n.start > since and n.noun in ("product", "bare")]
    places = [i for i, number in enumerate(numbers) if number.start == count.start]
    return years[places[0]] if places and len(years) > 1 and places[0] < len(years) else None


def _is_year(mention: Mention) -> bool:
    return isinstance(mention.value, DateValue) and mention.value.shape is Shape.YEAR


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
    pointer = pointed_back(timeline, count)
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


def elsewhere(moment: Moment, home: str | None) -> list[str]:
    """Whether the sentence of a date names the province of the count, or only others."""
    mentions = moment.sentence.places if moment.sentence and moment.way != "own" else ()
    places = [m.value.place for m in mentions if isinstance(m.value, PlaceMention)]
    named = {p.province or p.name for p in places if p.level is not Level.NATION} - {None}
    if home is None or not named:
        return []
    return ["at_home"] if home in named else ["elsewhere", f"elsewhere.{moment.way}"]
