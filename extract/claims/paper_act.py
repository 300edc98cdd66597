"""What the paper that a document is does to the counts printed in it.

A paper that takes certificates back, lists entrants or sends files on gives nothing: "Thu hồi
Giấy chứng nhận của 05 sản phẩm đạt 4 sao" holds the words of recognition and recognises
nothing. What an article does holds for its counts and for those of the annexes; the bases
tell of other papers, and what an article only reports ("sau khi thu hồi, còn 249 sản phẩm")
is read by its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extract.claims.counts import Count
from extract.claims.scene import Scene
from extract.claims.sentence import Sentence
from extract.model import Act, Decision, Kind

GIVES: Final = {
    Act.REVOKES: (Kind.WITHDRAWN,),
    Act.LISTS: (Kind.REGISTERED,),
    Act.FORWARDS: (Kind.PROPOSED, Kind.ASSESSED),
}
"""The kinds of the counts of a paper that recognises nothing."""
NOTHING_GIVEN: Final = "paper.gives_nothing"
TAKEN_BACK: Final = "paper.takes_back"
OWN_BATCH: Final = "paper.batch"
"""Name of what a recognising paper says of a figure that tells its own batch."""
_NOTE: Final = re.compile(r"\s?(?:\*|\(?ghi chú|lưu ý)")
"""How a note below an annex begins: it tells of other products."""
_PUT_RIGHT: Final = re.compile(
    r"cụm từ|(?:thay|sửa|đọc|ghi)(?: lại)? (?:bằng|thành|là)(?!\w)|giữ nguyên|nay là"
)
"""Words of a line that replaces one number by another."""
_RECOGNISED: Final = frozenset({Kind.NEW, Kind.RE_RECOGNISED, Kind.UPGRADED})
_APART: Final = frozenset({Kind.CUMULATIVE, Kind.IN_FORCE, Kind.TARGET, Kind.FORECAST})


def act_at(decision: Decision, offset: int) -> Act:
    """What the paper does where ``offset`` stands: in its title, an article or an annex."""
    title = decision.title
    if title is not None and title.start <= offset < title.end:
        return decision.act
    for article in decision.articles:
        if article.span.start <= offset < article.span.end:
            return article.act
    annex = decision.annexes[0].start if decision.annexes else None
    return decision.act if annex is not None and offset >= annex else Act.OTHER


def recognises(scene: Scene, count: Count, kind: Kind) -> bool:
    """Whether the paper that the document is recognises these products where the count stands."""
    decision = scene.decision
    if decision is None or decision.type != "QĐ" or kind not in _RECOGNISED:
        return False
    return act_at(decision, count.start) is Act.RECOGNISES


def amended(scene: Scene, offset: int) -> bool:
    """Whether a number there counts what a paper only corrects, in its title or articles.

    "Sửa đổi tên chủ thể của 03 sản phẩm", "Bổ sung 02 sản phẩm vào Phụ lục": what they were
    given stands in the paper that is amended. Where an article of such a paper recognises
    products by itself, it gives; and where the number itself is put right ("cụm từ “58 sản
    phẩm” được thay bằng “57 sản phẩm”"), it is that of the other paper.
    """
    decision = scene.decision
    if decision is None or decision.type != "QĐ" or decision.act is not Act.AMENDS:
        return False
    if act_at(decision, offset) is Act.RECOGNISES:
        return False
    start, end = (scene.folded.rfind("\n", 0, offset) + 1, scene.folded.find("\n", offset))
    return not _PUT_RIGHT.search(scene.folded, start, end if end >= 0 else len(scene.folded))


def corrects(scene: Scene, count: Count, kind: Kind) -> bool:
    """Whether a count would be a recognition that the paper does not give."""
    return kind in _RECOGNISED and amended(scene, count.start)


def recognises_in_table(scene: Scene, count: Count) -> bool:
    """Whether the paper recognises products by the table in which the count stands.

    An annex that stands alone, as a workbook does, may have its sums on a sheet of their
    own before the list: all of it is the annex.
    """
    decision = scene.decision
    if decision is None or decision.type != "QĐ":
        return False
    act = act_at(decision, count.start) if decision.articles else decision.act
    return act is Act.RECOGNISES


def of_act(scene: Scene, count: Count) -> Iterator[str]:
    """Names of what the paper does to a count; nothing where the document is none."""
    yield from _told(scene, count.start, count.sentence)


def of_act_in_table(scene: Scene, count: Count) -> tuple[Kind, ...]:
    """The kinds that the paper gives a figure of a table."""
    return _kinds(scene, count.start)


def _told(scene: Scene, offset: int, sentence: Sentence) -> Iterator[str]:
    kinds = _kinds(scene, offset)
    if not kinds or _NOTE.match(scene.folded, sentence.block.start):
        return
    yield NOTHING_GIVEN
    if kinds == GIVES[Act.REVOKES]:
        yield TAKEN_BACK
    # "Kết thúc năm 2020, tỉnh có 55 sản phẩm": an article may tell of a stock or an aim too.
    firm = {cue.kind for _, cue in sentence.told_kinds if cue.strength == 3}
    if not firm & _APART:
        yield from (f"paper={kind}" for kind in kinds)


def _kinds(scene: Scene, offset: int) -> tuple[Kind, ...]:
    decision = scene.decision
    if decision is None or decision.type != "QĐ":
        return ()
    return GIVES.get(act_at(decision, offset), ())
