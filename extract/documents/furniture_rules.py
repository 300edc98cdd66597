"""The words of furniture: which lines are a menu, a counter, a comment form, a footer.

One row is one role with its alternatives; the order of the rows is their precedence.
All are searched without case in lines of at most ``LONG_LINE`` characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineRule:
    """What the lines of one role begin with, and what they hold anywhere."""

    role: str
    opening: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None

    def search(self, line: str) -> re.Match[str] | None:
        """The first match in a line: its opening, where that is one."""
        found = self.opening.match(line) if self.opening else None
        return found or (self.anywhere.search(line) if self.anywhere else None)


def _rule(role: str, opening: tuple[str, ...] = (), anywhere: tuple[str, ...] = ()) -> LineRule:
    return LineRule(role, _either(opening), _either(anywhere))


def _either(alternatives: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(alternatives), re.IGNORECASE) if alternatives else None


LINE_RULES: tuple[LineRule, ...] = (
    _rule(
        "template",  # what a script would have filled in
        opening=(r"\[?tắt \[x\]",),
        anywhere=(r"\{(?:name|time|title|publish|head|body|content|date)\}",),
    ),
    _rule(
        "breadcrumb",
        opening=(
            r"(?:bạn đang (?:ở|xem)\s*:|trang (?:chủ|nhất)\s*(?:[»>/›]|::))",
            r"(?:home|🏠)\s*[/›»>]",
            r"[\w.-]+\.(?:gov\.)?vn\s*[›»>]",
            r"(?:(?:»|>>|›)\s)?[^.,:;()\d»>›]{2,60}(?:\s(?:»|>>|›)\s[^.,:;()\d»>›]{2,60})+$",
        ),
    ),
    _rule(
        "menu",
        opening=(
            r"(?:menu|skip (?:ribbon commands|to main content))\b",
            r"(?:about|contact|liên hệ)\s*\|",
            r"\[\s?(?:trang chủ|chính quyền)\s?\]",
            r"liên kết (?:website|web)",
            r"(?:đăng nhập|đăng ký|đăng xuất)\s*(?:[|/]|$)",
        ),
        anywhere=(
            r"(?:^|[|\[•≡])\s*(?:trang chủ|trang nhất|home)\s*(?:$|[|\]•≡]|\s{1,3}\S)",
            r"≡|☰",
            r"giới thiệu\s*[|•]\s*(?:tin tức|văn bản|bộ máy|tổ chức)",
            r"tiếng việt\s*(?:[|▾]|english)|\bvi \| en\b",
            r"đăng nhập quản trị",
        ),
    ),
    _rule("search", opening=(r"(?:tìm kiếm|xem tin theo ngày|chọn ngày)\b.{0,40}$",)),
    _rule(
        "clock",
        opening=(r"(?:hôm nay|today)\s*:", r"-*\s?in lúc \d"),
        anywhere=(r"trang \d+/\d+$|page \d+ of \d+",),
    ),
    _rule(
        "weather",
        opening=(r"\d{1,2}\s?°\s?c\b", r"thời tiết\b|tỷ giá\b|chào mừng bạn"),
        anywhere=(r"(?:\d\s?°\s?c\b[^°]*){2}",),
    ),
    _rule(
        "comments",
        opening=(
            r"(?:ý kiến(?: của bạn| bạn đọc)?|bình luận|góp ý|phản hồi)\s*\(\d*\)",
            r"(?:gửi|viết|để lại|đăng)\s+(?:bình luận|ý kiến|phản hồi)",
            r"\d+\s+(?:bình luận|ý kiến|comments?)\b",
            r"leave a (?:comment|reply)",
            r"mã xác nhận|trả lời$|hủy trả lời|lưu tên của tôi",
            r"bình luận\s*(?:\(\d+\)|\d+$|:)|ý kiến của bạn sẽ được",
        ),
        anywhere=(r"họ (?:và )?tên\s*[*:|].*(?:email|nội dung|điện thoại)",),
    ),
    _rule("poll", opening=(r"thăm dò ý kiến",)),
    _rule(
        "rating",
        opening=(r"đánh giá\s*:\s*[☆★]|tổng số điểm của bài viết",),
        anywhere=(r"rate this item|\(\d+ votes?\)",),
    ),
    _rule(
        "counter",
        opening=(
            r"(?:tổng|số lượng) truy cập|truy cập tổng",
            r"thống kê(?: truy cập)?\s*:.*(?:hôm nay|tuần này)",
            r"[\d.,]+k?\s+lượt (?:xem|đọc|truy cập)|read \d+ times|hits?:\s*\d",
        ),
        anywhere=(
            r"(?:lượt|lần) (?:xem|truy cập|đọc)\s*:?\s*\d|đang trực tuyến\s*:?\s*\d",
            r"tổng truy cập|truy cập hiện tại",
            r"đang xem\s*:\s*\d|\d người đang xem",
        ),
    ),
    _rule(
        "share",
        opening=(
            r"(?:chia sẻ|share)\s*(?::|$|bài viết|qua|lên|thông tin|facebook)",
            r"(?:click để copy|gửi (?:email|cho bạn bè))",
        ),
        anywhere=(r"facebook\s*\|\s*zalo|theo dõi .{0,30}(?:zalo|google)", r"copy link"),
    ),
    _rule(
        "tools",
        opening=(
            r"\[?(?:in (?:trang|bài|ra)|bản in|print|về (?:đầu )?trang)",
            r"\[?đóng(?: cửa sổ)?\]",
            r"(?:cỡ chữ|font size|quay (?:lại|về)|trở về|đầu trang).{0,40}$",
            r"(?:back to top|scroll to top)",
            r"\[\s?(?:quay lại|trang trước|ý kiến phản hồi)",
            r"(?:đọc tiếp|xem tiếp|xem thêm|tải về|nghe bài|nghe đọc)\s*[»>.…▶]*$",
            r"a[+-]?(?:\s+a[+-]?)+$|100%$|\d+ phút đọc$|đọc bài\b|xem bản pdf",
        ),
    ),
    _rule(
        "pager",
        opening=(
            r"trang\s+\d+(?:[/\s]\d+|\s+\d)|←",
            r"(?:\[(?:trước|sau|\d+)\]\s*)+$|trang (?:sau|trước|tiếp)$",
            r"(?:⇨\s?)?tin kế tiếp",
        ),
        anywhere=(r"bài (?:cũ|mới) hơn",),
    ),
    _rule("related", opening=(r"(?:»|>>|⇨)\s",)),
    _rule(
        "tags",
        opening=(
            r"(?:từ khóa|từ khoá|tags?|thẻ|chuyên mục|thể loại)\s*[:|]",
            r"(?:tagged under|published in|lưu trữ (?:danh mục|chuyên mục))",
            r"(?:#\w+\s*){1,12}$",
        ),
    ),
    _rule(
        "attachment",
        opening=(r"(?:tệp|tập tin|file|tài liệu) (?:đính )?kèm\s*:|văn bản liên quan\s*:",),
    ),
    _rule(
        "ads",
        opening=(r"\W*quảng cáo\b|▼|giỏ hàng\b|đặt hàng ngay",),
        anywhere=(r"liên hệ quảng cáo",),
    ),
    _rule(
        "footer",
        opening=(
            r"(?:địa chỉ|trụ sở|tòa soạn|toà soạn)\s*:.{0,150}$",
            r"(?:điện thoại|đt|fax|email|hotline)\s*:",
            r"(?:©|bản quyền|copyright|giấy phép (?:số|xuất bản)|designed by|thiết kế bởi)",
            r"(?:đơn vị|cơ quan) (?:chủ quản|quản lý)|(?:tổng biên tập|chịu trách nhiệm)",
            r"(?:thông tin cần biết|chung nhan tin nhiem|chứng nhận tín nhiệm)",
        ),
        anywhere=(r"iso 9001",),
    ),
)

# The headline of a box. The headlines that it offers follow, perhaps on the same line.
BOX = re.compile(
    r"^[\W_]*(?:"
    r"(?:các\s+)?(?:tin|bài)(?:\s+(?:viết|bài|tức))?\s+(?:"
    r"liên quan|cùng (?:chuyên mục|chủ đề|loại)|khác|mới(?:\s+(?:hơn|nhất|đăng))?|cũ hơn|nổi bật|"
    r"đã (?:đưa|đăng)|đọc nhiều|xem nhiều|đọc tiếp|kế tiếp|trước|tiếp theo|nóng)"
    r"|(?:những|các)\s+(?:tin|bài)(?:\s+(?:viết|tức))?\s+(?:mới|cũ|khác|đã)"
    r"(?:\s+(?:hơn|đưa|đăng|nhất))?"
    r"|(?:có thể bạn|bạn (?:có thể|nên))\s+quan tâm|mời bạn đọc|(?:xem|đọc) nhiều(?:\s+nhất)?"
    r"|(?:đọc|xem) thêm|xem tiếp các tin(?:\s+khác)?|cùng (?:chuyên mục|chủ đề)|liên quan"
    r"|mới nhất|quan tâm nhất|video (?:đang )?hot|related (?:articles|posts|news)"
    r")(?P<more>\s*(?:[:|»>–-].*)?)$",
    re.IGNORECASE,
)

# The headline of a section of comments that holds some.
COMMENTS = re.compile(
    r"^(?:bình luận|ý kiến(?: (?:của )?bạn(?: đọc)?)?|phản hồi|nhận xét|comments?)"
    r"\s*(?:\(\s*[1-9]\d*\s*\))?\s*:?$|^[1-9]\d* (?:bình luận|ý kiến|comments?)$",
    re.IGNORECASE,
)

# Labels of menus and tools: a line of such labels between bars is a menu.
MENU_WORDS = frozenset(
    {
        "trang chủ", "giới thiệu", "tin tức", "văn bản", "liên hệ", "hỏi đáp", "video", "rss",
        "thủ tục hành chính", "dịch vụ công", "thư viện ảnh", "góp ý", "sơ đồ cổng", "sơ đồ site",
        "in trang", "gửi email", "đăng nhập", "lịch công tác", "công khai", "bộ máy", "một cửa",
        "lịch tiếp dân", "in ra", "lưu bài viết", "cỡ chữ", "chỉ đạo điều hành", "mới nhất",
        "quan tâm nhất", "in bài viết", "bản in", "phản hồi", "print", "email", "sitemap",
        "hộp thư", "tin nổi bật",
    }
)  # fmt: skip
