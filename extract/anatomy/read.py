"""The decision, or other official paper, that a document itself is.

A page that prints a paper with its letterhead or its articles is that paper, also where a
portal has put a headline above ("Toàn văn Quyết định số …"); news that only tell of one are
none. An annex that stands alone is known by "(Kèm theo Quyết định số … ngày …)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.anatomy.attachment import Attachment, attachment_of
from extract.anatomy.compose import Parts
from extract.anatomy.issuer import names_office
from extract.anatomy.letterhead import Letterhead, letterhead_of
from extract.anatomy.skeleton import Skeleton, skeleton_of
from extract.anatomy.view import View
from extract.model import BlockKind, Decision, Document, Mention
from extract.places.units import OLD_MAP
from extract.text.normalise import fold

_SIGNS = re.compile(
    r"^[\W\d]{0,6}(?:(?:trích|toàn văn|nội dung) )?"
    r"(?:qu[yỵ][eếêềẹ]t ?[đd][iịỉ]nh|ngh[iịỉ] ?qu[yỵ][eếêề]t|k[eếê] ho[aạ]ch|b[aá]o c[aá]o|"
    r"th[oô]ng b[aá]o|t[oờơ] tr[iì]nh|s[ốôo6] ?(?:hi[eệ]u)? ?[:./]|s[ốôo6] \d|ph[uụ] l[uụ]c|"
    r"danh s[aá]ch|danh m[uụ]c|bi[eể]u|[uủ][yỷý] ?ban|ubnd|chủ tịch|bộ trưởng|"
    r"[đd]i[eềêế]u ?[1il](?!\w)|c[oộô]ng h[oòa]{2})"
    r"|kèm theo (?:quyết định|qđ)",
    re.MULTILINE,
)
_LOOKED = 6000


def decision_of(
    document: Document,
    folded: str,
    papers: Sequence[Mention],
    *,
    province: str | None = None,
    regime: int = OLD_MAP,
) -> Decision | None:
    """The paper that ``document`` is; None where it is none.

    Args:
        document: What is read.
        folded: Its folded article (furniture blank), of the length of its text.
        papers: ``find_decisions`` of the page.
        province: The bare name of the province that the document is about, where it is
            sure; it tells districts of one name apart.
        regime: The map of the document, for a paper without a day.
    """
    if not _SIGNS.search(folded, 0, _LOOKED):
        return None
    view = View(document, _with_letterhead(document, folded))
    if not view.lines:
        return None
    skeleton = skeleton_of(view)
    head = letterhead_of(view, skeleton, papers)
    attached = attachment_of(view, skeleton, papers)
    if not _is_paper(view, head, skeleton, attached):
        return None
    return Parts(view, skeleton, head, attached, papers, province, regime).decision()


_HEAD = 3000
_SHORT = 240
_LETTERHEAD = re.compile(
    r"ng[aà]y ?[\d._ ]{0,8}th[aá]ng|^\W{0,4}s[ốôo] ?:|c[oộ]ng h[oòa]{2} x|"
    r"^\W{0,4}(?:[uủ][yỷ] ?ban|ubnd|b[oộ] n[oô]ng|s[oở] n[oô]ng)"
)


def _with_letterhead(document: Document, folded: str) -> str:
    """The article with lines of a letterhead that were taken for the clock of the page."""
    for block in document.blocks:
        if block.start > _HEAD:
            break
        if block.kind is not BlockKind.FURNITURE or block.end - block.start > _SHORT:
            continue
        words = fold(document.text[block.start : block.end])
        if _LETTERHEAD.search(words):
            folded = folded[: block.start] + words + folded[block.end :]
    return folded


def _is_paper(
    view: View, head: Letterhead, skeleton: Skeleton, attached: Attachment | None
) -> bool:
    """Whether the document prints a paper, and does not only tell of one."""
    bodies = _has_letterhead(view, head)
    whole = bool(skeleton.articles) or skeleton.operative is not None
    if head.is_labelled and (bodies or head.type_line or whole or head.seat):
        return True
    if head.type_line is not None and (whole or bodies or head.has_motto):
        return True
    if head.type_line is not None and head.number is not None and not _has_prose(view, head):
        return True
    if skeleton.operative is not None and skeleton.articles:
        return True
    if _reprints(head, skeleton):
        return True
    return attached is not None and attached.is_first and not skeleton.articles


def _has_letterhead(view: View, head: Letterhead) -> bool:
    return any(names_office(view, *piece) for piece in head.pieces)


def _has_prose(view: View, head: Letterhead) -> bool:
    """Whether sentences of news stand in the head."""
    return any(
        end - start > 120
        and re.search(r"(?<!\w)(?:vừa|mới đây|theo đó)(?!\w)", view.folded[start:end])
        for start, end in head.pieces
    )


def _reprints(head: Letterhead, skeleton: Skeleton) -> bool:
    """Whether the articles of a numbered paper are printed, two or more."""
    return head.number is not None and len(skeleton.articles) >= 2
