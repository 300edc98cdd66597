"""What an alarm is, and the words of each in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class AlarmCode(StrEnum):
    """What is wrong; stable, for filters and for muting."""

    NOT_CRAWLED = "not_crawled"
    INTERRUPTED = "interrupted"
    NOTHING_ASKED = "nothing_asked"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    MANY_ERRORS = "many_errors"
    EMPTY_INDEXES = "empty_indexes"
    LOST_INDEX = "lost_index"
    ODD_PAGES = "odd_pages"
    TAKEN_OVER = "taken_over"
    MOVED = "moved"
    LAYOUT_CHANGED = "layout_changed"
    CLOCKS = "clocks"
    FEW_DOCUMENTS = "few_documents"
    SILENT = "silent"


class Gravity(IntEnum):
    """How much an alarm weighs."""

    NOTICE = 1  # to be looked at when there is time
    WARNING = 2  # documents may be missing
    ERROR = 3  # documents are missing


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an alarm; ``{places}`` are filled with what was seen."""

    gravity: Gravity
    en: str
    vi: str
    advice: str
    advice_vi: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that is wrong with a source.

    Attributes:
        source_id: Whose.
        code: What.
        gravity: How much it weighs.
        message: The same in words, with numbers.
        message_vi: In Vietnamese.
        advice: What to do.
        advice_vi: In Vietnamese.
        since: From when on it was so, as far as the runs tell (aware).
    """

    source_id: str
    code: AlarmCode
    gravity: Gravity
    message: str
    message_vi: str
    advice: str
    advice_vi: str
    since: datetime


_BROWSER = "open the address in a browser"
_BROWSER_VI = "mở địa chỉ bằng trình duyệt"
_ROW = "mend its row in crawler/sources.csv"
_ROW_VI = "sửa dòng của nguồn trong crawler/sources.csv"

WORDS: dict[AlarmCode, Words] = {
    AlarmCode.NOT_CRAWLED: Words(
        Gravity.WARNING,
        "not crawled for {days} days",
        "{days} ngày chưa được thu thập",
        "look whether the schedule runs (ocop crawl --due) and whether its hours allow it",
        "kiểm tra lịch chạy (ocop crawl --due) và giờ cho phép (hours) của nguồn",
    ),
    AlarmCode.INTERRUPTED: Words(
        Gravity.WARNING,
        "the last {runs} crawls did not come to their end ({reason})",
        "{runs} lần thu thập gần nhất không chạy đến cùng ({reason})",
        "read the log of the crawl; when its time is too short raise CLOSESPIDER_TIMEOUT",
        "đọc nhật ký thu thập; nếu thiếu thời gian, tăng CLOSESPIDER_TIMEOUT",
    ),
    AlarmCode.NOTHING_ASKED: Words(
        Gravity.ERROR,
        "the crawl asked for nothing at all",
        "lần thu thập không hỏi trang nào",
        f"it has no way of hearing of articles: {_ROW} (feed, listing, sitemap or tag)",
        f"nguồn không có đường dò tin: {_ROW_VI} (feed, listing, sitemap hoặc tag)",
    ),
    AlarmCode.UNREACHABLE: Words(
        Gravity.ERROR,
        "nothing comes that can be read ({codes})",
        "không nhận được gì đọc được ({codes})",
        f"{_BROWSER}; when it does not open there, too, wait a week, then look for a new "
        "address of the publisher",
        f"{_BROWSER_VI}; nếu cũng không mở được, chờ một tuần rồi tìm địa chỉ mới của cơ quan",
    ),
    AlarmCode.REFUSED: Words(
        Gravity.ERROR,
        "the site refuses us ({codes})",
        "trang từ chối chúng ta ({codes})",
        "write to the publisher and ask to be let in; until then set status to blocked",
        "viết thư xin phép cơ quan chủ quản; trong lúc chờ, đặt status là blocked",
    ),
    AlarmCode.MANY_ERRORS: Words(
        Gravity.WARNING,
        "{part} of {whole} pages failed ({codes})",
        "{part} trên {whole} trang bị lỗi ({codes})",
        "read what failed in the log; when the site is slow raise delay in its row",
        "đọc nhật ký xem trang nào lỗi; nếu trang chậm, tăng delay",
    ),
    AlarmCode.EMPTY_INDEXES: Words(
        Gravity.ERROR,
        "no feed, listing or search of it names any document",
        "không feed, chuyên mục hay trang tìm kiếm nào nêu được bài",
        f"{_BROWSER}; when the page has changed {_ROW} or its selectors of links",
        f"{_BROWSER_VI}; nếu trang đã đổi, {_ROW_VI} hoặc selector của liên kết",
    ),
    AlarmCode.LOST_INDEX: Words(
        Gravity.WARNING,
        "{part} of its feeds, listings or searches name no document",
        "{part} feed, chuyên mục hoặc trang tìm kiếm không nêu được bài nào",
        f"read in the log which; {_BROWSER} and {_ROW}",
        f"xem nhật ký để biết trang nào; {_BROWSER_VI} và {_ROW_VI}",
    ),
    AlarmCode.ODD_PAGES: Words(
        Gravity.WARNING,
        "{part} of {whole} pages are no articles ({codes})",
        "{part} trên {whole} trang không phải bài viết ({codes})",
        "look up the codes in docs/crawling.md; each says what to do",
        "tra các mã trong docs/crawling.md; mỗi mã có cách xử lý",
    ),
    AlarmCode.TAKEN_OVER: Words(
        Gravity.ERROR,
        "the name seems to belong to somebody else ({codes})",
        "tên miền có vẻ đã đổi chủ ({codes})",
        "open the home page: set status to taken_over and look for the publisher's new address",
        "mở trang chủ: đặt status là taken_over và tìm địa chỉ mới của cơ quan",
    ),
    AlarmCode.MOVED: Words(
        Gravity.ERROR,
        "the publisher has moved to another name",
        "cơ quan đã chuyển sang tên miền khác",
        "set status to moved, add a row for the new address and name it as successor",
        "đặt status là moved, thêm dòng cho địa chỉ mới và ghi vào successor",
    ),
    AlarmCode.LAYOUT_CHANGED: Words(
        Gravity.ERROR,
        "the {field} is found on {now} of pages, it was on {before}: a redesign",
        "chỉ tìm thấy {field_vi} ở {now} số trang, trước đây là {before}: trang đã đổi giao diện",
        "look at an article in a browser and set the selectors of the row or of its portal",
        "mở một bài bằng trình duyệt và sửa selector của dòng hoặc của portal",
    ),
    AlarmCode.CLOCKS: Words(
        Gravity.WARNING,
        "the dates of {part} of {whole} articles are the clock of the page",
        "ngày của {part} trên {whole} bài chỉ là đồng hồ của trang",
        "set the selector of the date to the one beside the article's title",
        "sửa selector của ngày cho đúng chỗ cạnh tiêu đề bài",
    ),
    AlarmCode.FEW_DOCUMENTS: Words(
        Gravity.WARNING,
        "{received} documents in {days} days, about {expected} are usual",
        "{received} tài liệu trong {days} ngày, thường có khoảng {expected}",
        "search the site for OCOP in a browser: when there is more, a way of the row misses it",
        "tìm OCOP trên trang bằng trình duyệt: nếu có nhiều hơn, đường dò tin đang bỏ sót",
    ),
    AlarmCode.SILENT: Words(
        Gravity.WARNING,
        "no new document for {days} days; pauses of {usual} days are usual",
        "{days} ngày không có tài liệu mới; thường chỉ nghỉ {usual} ngày",
        "search the site for OCOP in a browser: when there is news, a way of the row misses it",
        "tìm OCOP trên trang bằng trình duyệt: nếu có tin mới, đường dò tin đang bỏ sót",
    ),
}
