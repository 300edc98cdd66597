"""A row of the ledger, and what discovery and answers make of it. Nothing here touches SQL."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta

from crawler.ledger import schedule
from crawler.ledger.model import Fetched, Found, Kind, Seen, Verdict, Waiting

AT_ONCE = 0
"""As a time when an address is due."""

_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Page:
    """An address as one source knows it; times are seconds since 1970.

    Attributes:
        lastmod: What discovery told last.
        asked_at: The last answer or try; None: never.
        asked_run: The run that asked.
        due_at: When it is to be asked; None: not in the frontier.
        times: How often in a row this verdict came.
        attempts: Failures in a row.
        alarms: Changes in a row that ``lastmod`` announced and that were none.
    """

    source_id: str
    url: str
    kind: Kind
    found_at: int
    words: str = ""
    via: str = ""
    way: str = ""
    lastmod: str = ""
    title: str = ""
    published: str = ""
    asked_at: int | None = None
    asked_run: int | None = None
    due_at: int | None = AT_ONCE
    verdict: Verdict | None = None
    times: int = 0
    attempts: int = 0
    alarms: int = 0
    status: int | None = None
    etag: str = ""
    last_modified: str = ""
    digest: str = ""
    changed_at: int | None = None
    stored_at: int | None = None
    code: str = ""
    message: str = ""

    def seen(self) -> Seen:
        """What is told of an address that was asked."""
        assert self.verdict is not None
        assert self.asked_at is not None
        return Seen(
            url=self.url,
            source_id=self.source_id,
            kind=self.kind,
            verdict=self.verdict,
            status=self.status,
            fetched_at=_moment(self.asked_at),
            changed_at=_moment(self.asked_at if self.changed_at is None else self.changed_at),
            etag=self.etag,
            last_modified=self.last_modified,
            digest=self.digest,
            title=self.title,
            published=self.published,
            due_at=None if self.due_at is None else _moment(self.due_at),
            found_at=_moment(self.found_at),
            stored_at=None if self.stored_at is None else _moment(self.stored_at),
            attempts=self.attempts,
            code=self.code,
            message=self.message,
        )

    def waiting(self) -> Waiting:
        """What is told of an address that is to be asked."""
        return Waiting(
            url=self.url,
            kind=self.kind,
            words=self.words,
            via=self.via,
            attempts=self.attempts,
            etag=self.etag,
            last_modified=self.last_modified,
            way=self.way,
            published=self.published,
        )


COLUMNS = tuple(one.name for one in fields(Page))


def first_met(source_id: str, found: Found, now: int) -> Page:
    """The row of an address that the source did not know."""
    return Page(
        source_id=source_id,
        url=found.url,
        kind=found.kind,
        found_at=now,
        words=found.words,
        via=found.via,
        way=found.way,
        lastmod=found.lastmod,
        published=found.published,
    )


def met_again(page: Page, found: Found, now: int) -> Page:
    """The row when discovery meets the address once more: it may be due at once."""
    told = replace(page, lastmod=found.lastmod or page.lastmod, words=found.words or page.words)
    if not _comes_in(page, found, now):
        return told
    attempts = 0 if page.due_at is None else page.attempts  # one given up begins anew
    return replace(told, due_at=AT_ONCE, attempts=attempts)


def answered(page: Page, answer: Fetched, now: int, run: int | None) -> Page:
    """The row after an answer."""
    if answer.kind is Kind.INDEX or page.kind is Kind.INDEX:
        return _index_answered(page, answer, now, run)
    if answer.verdict in schedule.TRANSIENT:
        return _failed(page, answer, now, run)
    verdict = answer.verdict
    if answer.status == _NOT_MODIFIED and page.verdict is not None:
        verdict = page.verdict
    digest = answer.digest or page.digest
    changed = digest != page.digest or verdict is not page.verdict
    same = verdict is page.verdict and not page.attempts
    times = page.times + 1 if same else 1
    published = answer.published or page.published
    pause = schedule.pause(verdict, answer.kind, times, _age(published, page.found_at, now))
    called = page.due_at == AT_ONCE and page.asked_at is not None  # by lastmod
    etag, last_modified = _validators(page, answer)
    return replace(
        page,
        kind=answer.kind,
        title=answer.title or page.title,
        published=published,
        asked_at=now,
        asked_run=run,
        due_at=_later(now, pause),
        verdict=verdict,
        times=times,
        attempts=0,
        alarms=0 if changed else page.alarms + called,
        status=answer.status,
        etag=etag,
        last_modified=last_modified,
        digest=digest,
        changed_at=now if changed else page.changed_at,
        stored_at=now if answer.digest and page.stored_at is None else page.stored_at,
        code=answer.code,
        message=answer.message,
    )


def _failed(page: Page, answer: Fetched, now: int, run: int | None) -> Page:
    """A failure does not undo an earlier success: that keeps its verdict and its validators."""
    attempts = page.attempts + 1
    pause = schedule.pause(answer.verdict, page.kind, attempts, timedelta())
    stands = page.verdict is not None and page.verdict not in schedule.TRANSIENT
    if pause is None and stands:
        attempts = 0
        age = _age(page.published, page.found_at, now)
        pause = schedule.pause(page.verdict or answer.verdict, page.kind, page.times, age)
    return replace(
        page,
        asked_at=now,
        asked_run=run,
        due_at=_later(now, pause),
        verdict=page.verdict if stands else answer.verdict,
        times=page.times if stands else attempts,
        attempts=attempts,
        status=answer.status,
        changed_at=page.changed_at if page.verdict is not None else now,
        code=answer.code,
        message=answer.message,
    )


def _index_answered(page: Page, answer: Fetched, now: int, run: int | None) -> Page:
    """A page of links: always due when it stands in the row of a source, else when met again."""
    attempts = 0 if answer.verdict is Verdict.INDEX else page.attempts + 1
    due: int | None = None if page.via else AT_ONCE
    if page.via and attempts:
        due = _later(now, schedule.pause(Verdict.FAILED, page.kind, attempts, timedelta()))
    etag, last_modified = _validators(page, answer)
    return replace(
        page,
        kind=answer.kind,
        asked_at=now,
        asked_run=run,
        due_at=due,
        verdict=answer.verdict,
        times=page.times + 1 if answer.verdict is page.verdict else 1,
        attempts=attempts,
        status=answer.status,
        etag=etag,
        last_modified=last_modified,
        changed_at=page.changed_at if answer.status == _NOT_MODIFIED else now,
        title=answer.title or page.title,
        code=answer.code,
        message=answer.message,
    )


def _comes_in(page: Page, found: Found, now: int) -> bool:
    """Whether an address that is known is to be asked at once, although it is not due."""
    if page.due_at == AT_ONCE or page.asked_at is None:
        return False
    if found.kind is Kind.INDEX:
        return True
    if page.due_at is None:
        return now - page.asked_at >= schedule.AGAIN_AFTER.total_seconds()
    if found.lastmod == page.lastmod or page.alarms >= schedule.MAX_FALSE_ALARMS:
        return False
    told = schedule.moment(found.lastmod)
    slack = schedule.LASTMOD_SLACK.total_seconds()
    return told is not None and told.timestamp() + slack > page.asked_at


def _validators(page: Page, answer: Fetched) -> tuple[str, str]:
    """Validators belong to one payload: those of another are dropped."""
    if answer.status == _NOT_MODIFIED:
        return answer.etag or page.etag, answer.last_modified or page.last_modified
    return answer.etag, answer.last_modified


def _age(published: str, found_at: int, now: int) -> timedelta:
    """Time since publication, or since the page was met when its date is none or not yet."""
    told = schedule.moment(published)
    since = found_at if told is None or told.timestamp() > now else int(told.timestamp())
    return timedelta(seconds=max(now - since, 0))


def _later(now: int, pause: timedelta | None) -> int | None:
    return None if pause is None else now + int(pause.total_seconds())


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
