"""What stands above a list: the annex that it opens, and what its words give all rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.model import Act, Decision, Document
from extract.products.above import (
    CITED,
    LONGEST_HEAD,
    OTHER_SCHEME,
    REACH,
    begins_annex,
    class_of_paper,
    first_of_block,
)
from extract.products.gathered import Gathered
from extract.products.heads import read_head
from extract.products.home import home_of
from extract.products.setting import Setting
from extract.products.sheet import Line
from extract.products.standings import act_of_title, gives_nothing, takes_back
from extract.text.normalise import fold

_PUT_FORWARD = frozenset({"BB", "TTr"})
"""Minutes and submissions: what they rank waits for a decision."""
_LABELS = frozenset({"roman", "letter", "upper", "deep", "arabic", "dash"})


@dataclass(slots=True)
class Opening:
    """Opens the lists of a document one after the other; ``title`` is that of the annex."""

    document: Document
    decision: Decision | None
    gathered: Gathered
    title: str = ""

    def open(self, words: Sequence[Line], *, is_new: bool) -> Setting | None:
        """What holds for the rows below ``words``; None for a list of another scheme.

        ``is_new`` tells that the rows are no continuation of those above.
        """
        near = [line for line in words if line.span.text.strip()]
        self.gathered.look_for_gap(near[:1])
        starts = [i for i, line in enumerate(near) if begins_annex(line)]
        if starts or is_new:
            self.gathered.close_list()
        if starts:
            near = near[first_of_block(starts) :]
            self._begin_annex(near)
        else:
            near = near[-REACH:] if self.gathered.products else near[-3:]
            if is_new and near:
                self.gathered.stack.close_rows()
        title = self.title or " ".join(fold(line.span.text) for line in near)
        if OTHER_SCHEME.search(title) and "ocop" not in title and "sao" not in title:
            return None
        setting = self._setting(title)
        for line in near:
            self._head(line, setting)
        return setting

    def _begin_annex(self, near: Sequence[Line]) -> None:
        self.gathered.stack.clear()
        cited = [line.span for line in near[:4] if CITED.search(fold(line.span.text))]
        self.gathered.left_out = cited[0] if cited else None
        self.title = " ".join(fold(line.span.text) for line in near[:6])

    def _setting(self, title: str) -> Setting:
        """The paper and the usual standing of the rows below."""
        published = self.document.published.date if self.document.published else None
        act = self.decision.act if self.decision else Act.OTHER
        if act is Act.OTHER:
            act = self._act_told(title)
        elif act is Act.RECOGNISES and takes_back(title):
            act = Act.REVOKES
        home = home_of(self.decision, published)
        if self.gathered.paper_head is None and act is Act.RECOGNISES:
            self.gathered.paper_head = class_of_paper(self.decision, home)
        failed = act is Act.RECOGNISES and gives_nothing(title)
        return Setting(self.document, self.decision, home, act, failed)

    def _act_told(self, title: str) -> Act:
        """What the title of a list says; only a decision recognises, minutes put forward."""
        act = act_of_title(title)
        if act is Act.RECOGNISES and self.decision and self.decision.type in _PUT_FORWARD:
            return Act.FORWARDS
        return act

    def _head(self, line: Line, setting: Setting) -> None:
        """A line of words above a table that says something of its rows."""
        text = line.span.text
        if (
            len(text) > LONGEST_HEAD
            or text.lstrip().startswith("(")
            or (line.cells and len(line.texts()) > 1)
        ):
            return
        head = read_head(line.span, setting.home)
        if head.gives:
            style = head.style
            if style not in _LABELS:
                style = "title" if begins_annex(line) else f"above {style}"
            self.gathered.stack.add(replace(head, style=style), in_table=False)
