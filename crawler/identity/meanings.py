"""What each code means, for those who act on it: the words of logs, records and health page."""

from __future__ import annotations

from crawler.identity.codes import Code, Meaning
from crawler.ledger import Verdict

_WAIT = "nothing at once: it is asked again after a pause; when it lasts, look in a browser"
_WAIT_VI = "chưa cần làm gì: sẽ hỏi lại sau; nếu kéo dài, hãy mở bằng trình duyệt để xem"
_WRITE = (
    "do not go around it: write to the publisher and ask to be let in, with the name in the "
    "user agent; until then set status to blocked"
)
_WRITE_VI = (
    "không tìm cách vượt qua: hãy viết thư xin phép cơ quan chủ quản, nêu tên trong user agent; "
    "trong lúc chờ, đặt status là blocked"
)
_LOOK = "open the address in a browser and mend the row in crawler/sources.csv"
_LOOK_VI = "mở địa chỉ bằng trình duyệt rồi sửa dòng trong crawler/sources.csv"
_OWNER = (
    "open the home page in a browser: when the name has a new owner set status to taken_over, "
    "look for the publisher's new address and name it as successor"
)
_OWNER_VI = (
    "mở trang chủ bằng trình duyệt: nếu tên miền đã đổi chủ, đặt status là taken_over, tìm địa chỉ "
    "mới của cơ quan và ghi vào successor"
)
_DATE = "the date is not kept; set the selector of the date to that of the article"
_DATE_VI = "không lưu ngày này; sửa selector của ngày cho đúng chỗ trong bài"
_MAZE = "nothing: such addresses are left out; narrow listing in the row when it leads there"
_MAZE_VI = "không cần làm gì: các địa chỉ này bị bỏ qua; nếu cần, thu hẹp listing của nguồn"
_NOTHING = "nothing: it is not asked again soon"
_NOTHING_VI = "không cần làm gì: sẽ không hỏi lại sớm"

MEANINGS: dict[Code, Meaning] = {
    Code.SERVER_ERROR: Meaning(
        Verdict.FAILED, "the server failed", "máy chủ gặp lỗi", _WAIT, _WAIT_VI
    ),
    Code.TOO_MANY_REQUESTS: Meaning(
        Verdict.FAILED,
        "the server asks for a slower pace",
        "máy chủ yêu cầu truy cập chậm lại",
        "raise delay in the row of the source",
        "tăng delay ở dòng của nguồn",
    ),
    Code.BAD_STATUS: Meaning(
        Verdict.FAILED,
        "the server did not answer the question",
        "máy chủ không trả lời đúng yêu cầu",
        _LOOK,
        _LOOK_VI,
    ),
    Code.MAINTENANCE: Meaning(
        Verdict.FAILED, "the site is being mended", "trang đang bảo trì", _WAIT, _WAIT_VI
    ),
    Code.ERROR_PAGE: Meaning(
        Verdict.FAILED,
        "the page is the report of a program error",
        "trang chỉ là báo lỗi của chương trình",
        _WAIT,
        _WAIT_VI,
    ),
    Code.SUSPENDED: Meaning(
        Verdict.FAILED,
        "the hosting of the site is suspended",
        "trang bị nhà cung cấp tạm ngưng",
        "wait a month; when it lasts set status to dead and look for the publisher's new address",
        "chờ một tháng; nếu vẫn vậy, đặt status là dead và tìm địa chỉ mới của cơ quan",
    ),
    Code.FORBIDDEN: Meaning(
        Verdict.REFUSED, "the server refuses", "máy chủ từ chối", _WRITE, _WRITE_VI
    ),
    Code.LOGIN_WALL: Meaning(
        Verdict.REFUSED,
        "the page asks for a login",
        "trang đòi đăng nhập",
        "look whether the document has a public address; else leave it",
        "xem tài liệu có địa chỉ công khai không; nếu không thì bỏ qua",
    ),
    Code.FIREWALL: Meaning(
        Verdict.REFUSED, "a firewall refuses", "tường lửa từ chối", _WRITE, _WRITE_VI
    ),
    Code.CAPTCHA: Meaning(
        Verdict.REFUSED, "the page asks for a captcha", "trang đòi captcha", _WRITE, _WRITE_VI
    ),
    Code.JAVASCRIPT_CHALLENGE: Meaning(
        Verdict.REFUSED,
        "the page tests the browser with a script",
        "trang kiểm tra trình duyệt bằng JavaScript",
        _WRITE,
        _WRITE_VI,
    ),
    Code.COOKIE_WALL: Meaning(
        Verdict.REFUSED,
        "the page asks for cookies",
        "trang đòi bật cookie",
        _WRITE,
        _WRITE_VI,
    ),
    Code.REFUSAL_NOTICE: Meaning(
        Verdict.REFUSED,
        "the page says that access is refused",
        "trang thông báo từ chối truy cập",
        _WRITE,
        _WRITE_VI,
    ),
    Code.NOT_FOUND: Meaning(
        Verdict.GONE, "there is no such page", "không có trang này", _NOTHING, _NOTHING_VI
    ),
    Code.SOFT_NOT_FOUND: Meaning(
        Verdict.GONE,
        "the page says that it does not exist",
        "trang tự báo là không tồn tại",
        _NOTHING,
        _NOTHING_VI,
    ),
    Code.REDIRECTED_HOME: Meaning(
        Verdict.GONE,
        "the address leads to the front page",
        "địa chỉ chuyển về trang chủ",
        "when it is a listing or a feed: look for its new address and mend the row",
        "nếu là chuyên mục hoặc feed: tìm địa chỉ mới và sửa dòng của nguồn",
    ),
    Code.MOVED: Meaning(
        Verdict.GONE,
        "the publisher now lives under another name",
        "cơ quan đã chuyển sang tên miền khác",
        "set status to moved, add a row for the new address and name it as successor",
        "đặt status là moved, thêm dòng cho địa chỉ mới và ghi vào successor",
    ),
    Code.FOREIGN_HOST: Meaning(
        Verdict.TAKEN_OVER,
        "the address leads to somebody else's site",
        "địa chỉ dẫn sang trang của người khác",
        _OWNER,
        _OWNER_VI,
    ),
    Code.PARKED: Meaning(
        Verdict.TAKEN_OVER,
        "the name is for sale or expired",
        "tên miền đang rao bán hoặc hết hạn",
        _OWNER,
        _OWNER_VI,
    ),
    Code.GAMBLING: Meaning(
        Verdict.TAKEN_OVER,
        "the page advertises gambling",
        "trang quảng cáo cờ bạc",
        f"{_OWNER}; when only some pages do it the site was broken into: tell the publisher",
        f"{_OWNER_VI}; nếu chỉ vài trang như vậy thì trang bị xâm nhập: hãy báo cho cơ quan",
    ),
    Code.OTHER_PUBLISHER: Meaning(
        Verdict.TAKEN_OVER,
        "the page bears another name than the publisher's",
        "trang mang tên khác với tên cơ quan",
        f"{_OWNER}; when the publisher was merged set status to moved",
        f"{_OWNER_VI}; nếu cơ quan đã sáp nhập, đặt status là moved",
    ),
    Code.FOREIGN_LANGUAGE: Meaning(
        Verdict.TAKEN_OVER,
        "the page is written in another script",
        "trang viết bằng chữ nước khác",
        _OWNER,
        _OWNER_VI,
    ),
    Code.EMPTY: Meaning(Verdict.BROKEN, "the answer is empty", "câu trả lời rỗng", _WAIT, _WAIT_VI),
    Code.TITLE_ONLY: Meaning(
        Verdict.BROKEN,
        "the page has a title and no text",
        "trang chỉ có tiêu đề, không có nội dung",
        "open it in a browser: when there is text mend the selector of the body",
        "mở bằng trình duyệt: nếu có nội dung, sửa selector của thân bài",
    ),
    Code.NEEDS_JAVASCRIPT: Meaning(
        Verdict.BROKEN,
        "the page is empty without JavaScript",
        "trang trống nếu không chạy JavaScript",
        "look for a feed, a sitemap or a print view; else leave status at blocked",
        "tìm feed, sitemap hoặc bản in; nếu không có, để status là blocked",
    ),
    Code.UNFILLED_TEMPLATE: Meaning(
        Verdict.BROKEN,
        "the page is a template with unfilled places",
        "trang là mẫu chưa điền nội dung",
        _WAIT,
        _WAIT_VI,
    ),
    Code.SERVER_DEFAULT: Meaning(
        Verdict.BROKEN,
        "the page is the first page of an empty server",
        "trang là trang mặc định của máy chủ",
        _LOOK,
        _LOOK_VI,
    ),
    Code.PAGE_FOR_FILE: Meaning(
        Verdict.BROKEN,
        "a file was asked for and a page came",
        "hỏi tệp nhưng nhận trang web",
        "look whether the page shows the file in a viewer, and for the file's own address",
        "xem trang có hiển thị tệp không và tìm địa chỉ riêng của tệp",
    ),
    Code.PAGE_FOR_FEED: Meaning(
        Verdict.BROKEN,
        "a feed or sitemap was asked for and a page came",
        "hỏi feed hoặc sitemap nhưng nhận trang web",
        "look for the feed's address in a browser and mend or empty it in the row",
        "tìm địa chỉ feed bằng trình duyệt rồi sửa hoặc bỏ trong dòng của nguồn",
    ),
    Code.CUT_SHORT: Meaning(
        Verdict.BROKEN, "the answer ends too early", "câu trả lời bị cắt", _WAIT, _WAIT_VI
    ),
    Code.STILL_COMPRESSED: Meaning(
        Verdict.BROKEN,
        "the answer is compressed and does not say so",
        "câu trả lời bị nén mà không khai báo",
        _LOOK,
        _LOOK_VI,
    ),
    Code.UNDECODABLE: Meaning(
        Verdict.BROKEN,
        "the answer is called text and is none",
        "khai là văn bản nhưng không đọc được",
        "look at the bytes; when they are text set charset in the row",
        "xem các byte; nếu là văn bản, đặt charset ở dòng của nguồn",
    ),
    Code.TYPE_DIFFERS: Meaning(
        None,
        "the bytes are of another type than declared",
        "byte khác với kiểu đã khai",
        "nothing: the bytes are believed",
        "không cần làm gì: tin theo byte",
    ),
    Code.PLACEHOLDERS: Meaning(
        None,
        "places of the template stand unfilled beside the text",
        "còn chỗ trống của mẫu bên cạnh nội dung",
        "check title and date of the article; mend the selectors when they read the places",
        "kiểm tra tiêu đề và ngày; sửa selector nếu chúng đọc phải chỗ trống",
    ),
    Code.CLOCK_AS_DATE: Meaning(
        None,
        "the date is the clock of the page",
        "ngày đọc được chỉ là đồng hồ của trang",
        _DATE,
        _DATE_VI,
    ),
    Code.FUTURE_DATE: Meaning(
        None, "the date is still to come", "ngày còn ở tương lai", _DATE, _DATE_VI
    ),
    Code.IMPOSSIBLE_DATE: Meaning(
        None,
        "the date is older than the Vietnamese web",
        "ngày cũ hơn cả mạng Internet Việt Nam",
        _DATE,
        _DATE_VI,
    ),
    Code.ENDLESS_CALENDAR: Meaning(
        Verdict.IRRELEVANT,
        "a calendar turns without end",
        "lịch lật mãi không hết",
        _MAZE,
        _MAZE_VI,
    ),
    Code.SESSION_IDS: Meaning(
        Verdict.IRRELEVANT,
        "every answer gives the same page a new address",
        "mỗi lần trả lời, cùng một trang lại có địa chỉ mới",
        _MAZE,
        _MAZE_VI,
    ),
    Code.REPEATING_PATH: Meaning(
        Verdict.IRRELEVANT,
        "a link on the page leads deeper into itself",
        "liên kết trên trang dẫn vòng vào chính nó",
        _MAZE,
        _MAZE_VI,
    ),
}
