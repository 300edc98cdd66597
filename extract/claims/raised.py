"""A batch belongs to the unit whose total it raises.

"Với 38 sản phẩm vừa được công nhận, tổng số sản phẩm OCOP của huyện Hải Hậu lên 96": the 38 are
the district's, though nothing is named before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.claims.counts import Count
from extract.claims.scene import Scene
from extract.model import Mention

_RAISES = re.compile(
    r"(?:(?:[^.;:\d]|[1-5](?= ?sao)){0,60}?(?<!\w))?"
    r"(?:tổng số|số lượng|số|tổng)(?: các)?(?: sản phẩm| sp)(?: ocop)?"
    r"(?: đạt chuẩn| được công nhận)?(?: hiện có)? (?:của|tại|ở|trên địa bàn|toàn)[^.;:\d]{2,60} "
    r"(?:lên|đạt|tăng lên|thành)(?: (?:con số|thành|tới|đến|hơn|gần|là))*(?: số)? "
)


def raised_unit(scene: Scene, counts: Sequence[Count], position: int) -> Mention | None:
    """The one unit named between a count and the total that it raises; None where any is before.

    Counter-examples: "Huyện Hải Hậu có thêm 12 sản phẩm, đưa tổng số của tỉnh lên 427" (the
    district is named), "38 sản phẩm mới; huyện Hải Hậu có 96 sản phẩm" (nothing is raised).
    """
    count = counts[position]
    after = counts[position + 1] if position + 1 < len(counts) else None
    if after is None or after.sentence is not count.sentence:
        return None
    if not _RAISES.fullmatch(scene.words(count.end, after.start)):
        return None
    units = [m for m in count.sentence.units if m.span.start < after.start]
    named = set(count.sentence.named_units)
    return units[0] if len(units) == 1 and units[0] in named else None
