"""The record of a paper, put together from what its parts say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from extract.anatomy.acts import act_of_annex, act_of_article, act_of_paper, act_of_title
from extract.anatomy.attachment import Attachment
from extract.anatomy.ending import recipients_of, signer_of
from extract.anatomy.issuer import issuer_of
from extract.anatomy.letterhead import Letterhead, Printed, span_of
from extract.anatomy.skeleton import Clause, Skeleton
from extract.anatomy.title import period_of, round_of, title_of
from extract.anatomy.unit import Ground, names_lower, province_told
from extract.anatomy.view import View, rule_pattern
from extract.mentions.decisions import DecisionValue
from extract.model import Act, Article, Decision, DecisionRef, Evidence, Issuer, Mention, Span
from extract.places.units import regime_on

_RECOGNISING = (Act.RECOGNISES, Act.LISTS, Act.FORWARDS)
_REPLACES = rule_pattern(r"(?:thay thế|bãi bỏ|hủy bỏ|sửa đổi|hết hiệu lực)[^.;\n]{0,60}$")


@dataclass(frozen=True, slots=True)
class Parts:
    """What the parts of a paper say, put together."""

    view: View
    skeleton: Skeleton
    head: Letterhead
    attached: Attachment | None
    papers: Sequence[Mention]
    province: str | None
    regime: int

    def decision(self) -> Decision:
        """The record of the paper."""
        view, skeleton, head = self.view, self.skeleton, self.head
        title = title_of(view, head, skeleton) or self._annex_title()
        number, date, doubts = self._number(), self._date(), list(self._doubts())
        issuer = self._issuer(title, date)
        articles = tuple(self._articles())
        kind = head.kind or (self.attached.kind if self.attached else "") or "QĐ"
        told = self._act_told(title)
        act = act_of_paper(told, tuple(a.act for a in articles)) if kind == "QĐ" else _other(told)
        if act is Act.LISTS:  # what leaves or enters a list of entrants is no product lost or won
            articles = tuple(_listing(article) for article in articles)
        period, year, number_of_round = self._assessment(title, articles, act)
        signer = signer_of(view, skeleton, skeleton.body_end) if skeleton.articles else None
        if issuer is None:
            doubts.append("issuer_unknown")
        return Decision(
            type=kind,
            act=act,
            number=number,
            date=date,
            issuer=issuer,
            seat=head.seat,
            title=view.span(*title) if title else None,
            period=period,
            round=number_of_round,
            bases=tuple(self._bases()),
            concerns=tuple(self._concerns(act, title, articles, number)),
            articles=articles,
            recipients=recipients_of(view, skeleton),
            signer=signer,
            annexes=tuple(view.span(*annex) for annex in skeleton.annexes),
            evidence=tuple(
                self._evidence(
                    issuer.span if issuer else None, title, year, signer.span if signer else None
                )
            ),
            doubts=tuple(doubts),
        )

    # ── number and day ───────────────────────────────────────────────────────────────

    def _number(self) -> str | None:
        if self.head.number is not None:
            return self.head.number.value
        return self.attached.number if self.attached else None

    def _date(self) -> str | None:
        """The day of the line of place and day, else that told with the number."""
        told = [
            self.head.day.value if self.head.day else None,
            self.head.signed,
            self.attached.date if self.attached and self._agrees() else None,
        ]
        return max((day for day in told if day), key=len, default=None)

    def _agrees(self) -> bool:
        """Whether the annex belongs to the paper of the head."""
        number = self.head.number.value if self.head.number else None
        return number is None or self.attached is None or self.attached.number in (None, number)

    def _doubts(self) -> Iterable[str]:
        """What the paper leaves open, by stable names."""
        head, attached = self.head, self.attached
        if self._number() is None:
            yield "number_blank" if self._number_printed() else "number_unknown"
        date = self._date()
        if date is None or len(date) < 10:
            yield "day_blank" if self._day_printed() else "day_unknown"
        days = [head.day.value if head.day else None, head.signed]
        if attached is not None and self._agrees():
            days.append(attached.date)
        if len({day for day in days if day and len(day) == 10}) > 1:
            yield "days_differ"
        if not self._agrees():
            yield "annex_of_other_paper"

    def _number_printed(self) -> Printed | None:
        """The number of the head, else that of the line of an annex, blank or not."""
        return self.head.number or (self.attached.printed if self.attached else None)

    def _day_printed(self) -> Printed | None:
        """The day of the head, else that of the line of an annex of the same paper."""
        attached = self.attached if self._agrees() else None
        return self.head.day or (attached.day if attached else None)

    # ── parts ────────────────────────────────────────────────────────────────────────

    def _annex_title(self) -> tuple[int, int] | None:
        """The head of an annex that stands alone, which says what it lists."""
        annexes = self.skeleton.annexes
        alone = annexes and not self.skeleton.articles and self.head.type_line is None
        return annexes[0] if alone else None

    def _issuer(self, title: tuple[int, int] | None, date: str | None) -> Issuer | None:
        """The office of the letterhead; that of the line "(Kèm theo …)" for an annex alone."""
        view = self.view
        told = province_told(view, *title) if title else None
        plain = told is not None and title is not None and not names_lower(view, *title)
        regime = regime_on(date) if date else self.regime
        ground = Ground(regime, date, told or self.province, plain)
        if self._annex_title() and self.attached is not None:
            named = self.attached.issuer(view, ground)
            if named is not None and named.place.name is not None:
                return named
        above = issuer_of(view, self.head, title[1] if title else 0, ground)
        return above or (self.attached.issuer(view, ground) if self.attached else None)

    def _act_told(self, title: tuple[int, int] | None) -> Act | None:
        """What the title says; for an annex alone the words behind its paper, or its head."""
        bare = self.view.bare
        if title is None:
            return None
        if self._annex_title() and self.attached is not None:
            return act_of_title(bare[slice(*self.attached.run)]) or act_of_annex(
                bare[slice(*title)]
            )
        return act_of_title(bare[slice(*title)])

    def _articles(self) -> Iterable[Article]:
        clauses = self.skeleton.articles
        for clause, after in zip_longest(clauses, clauses[1:]):
            end = self._article_end(clause, after)
            act = act_of_article(self.view.bare[clause.words : end])
            yield Article(clause.number, self.view.span(clause.start, end), act)

    def _article_end(self, clause: Clause, after: Clause | None) -> int:
        ends = [after.start if after else self.skeleton.body_end]
        ends += [start for start, _ in self.skeleton.annexes if start > clause.start][:1]
        return max(min(ends), clause.words)

    def _refs(self, start: int, end: int) -> Iterable[DecisionRef]:
        first = bisect_left(self.papers, start, key=lambda mention: mention.span.start)
        for mention in islice(self.papers, first, None):
            if mention.span.start >= end:
                return
            value = mention.value
            if isinstance(value, DecisionValue):
                yield DecisionRef(value.number, value.date, value.role, mention.span)

    def _bases(self) -> Iterable[DecisionRef]:
        return self._refs(*self.skeleton.bases) if self.skeleton.bases else ()

    def _concerns(
        self,
        act: Act,
        title: tuple[int, int] | None,
        articles: tuple[Article, ...],
        own: str | None,
    ) -> Iterable[DecisionRef]:
        """The papers that it amends, revokes or replaces, each once."""
        changes = (Act.AMENDS, Act.REVOKES)
        runs = [title] if title and act in (*changes, Act.LISTS) else []
        runs += [
            (a.span.start, a.span.end) for a in articles if act in changes and a.act in changes
        ]
        cited = [ref for run in runs for ref in self._refs(*run)]
        for article in articles:
            refs = self._refs(article.span.start, article.span.end)
            cited += [ref for ref in refs if self._is_replaced(ref, article.span.start)]
        seen = {own}
        for ref in sorted(cited, key=lambda ref: ref.span.start):
            if ref.number not in seen and not ref.number.endswith(("TTg", "-CP")):
                seen.add(ref.number)
                yield ref

    def _is_replaced(self, ref: DecisionRef, begin: int) -> bool:
        """Whether the words before a paper say that this one takes its place."""
        start = ref.span.start
        return bool(_REPLACES.search(self.view.bare, max(begin, start - 90), start))

    def _assessment(
        self, title: tuple[int, int] | None, articles: tuple[Article, ...], act: Act
    ) -> tuple[str | None, Span | None, int | None]:
        """Period and batch that the title names, else the article that acts."""
        if act not in _RECOGNISING:
            return None, None, None
        runs = [title] if title else []
        runs += [
            (a.span.start, min(a.span.end, a.span.start + 300)) for a in articles if a.act is act
        ]
        for run in runs[:2]:
            period, where = period_of(self.view, run)
            number = round_of(self.view, run)
            if period or number:
                return period, self.view.span(*where) if where else None, number
        return None, None, None

    def _evidence(
        self,
        issuer: Span | None,
        title: tuple[int, int] | None,
        year: Span | None,
        signer: Span | None,
    ) -> Iterable[Evidence]:
        found: list[tuple[str, Span | None]] = [
            ("number", self._run(self._number_printed())),
            ("date", self._run(self._day_printed())),
            ("issuer", issuer),
            ("title", self.view.span(*title) if title else None),
            ("period", year),
            ("signer", signer),
        ]
        return (Evidence(role, span) for role, span in found if span is not None)

    def _run(self, printed: Printed | None) -> Span | None:
        return span_of(self.view, printed) if printed is not None else None


def _other(told: Act | None) -> Act:
    """The act of a paper that is no decision: it may list or forward, never recognise."""
    return told if told in (Act.LISTS, Act.FORWARDS) else Act.OTHER


def _listing(article: Article) -> Article:
    lists = article.act in (Act.REVOKES, Act.AMENDS, Act.RECOGNISES)
    return replace(article, act=Act.LISTS) if lists else article
