"""The words of furniture: which lines are a menu, a counter, a comment form, a footer.

One row is one role with its alternatives; the order of the rows is their precedence.
All are searched without case in lines of at most ``LONG_LINE`` characters.
"""

from __future__ import annotations

import re


def _rule(role: str, *alternatives: str) -> tuple[str, re.Pattern[str]]:
    return role, re.compile("|".join(alternatives), re.IGNORECASE)


LINE_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    _rule(
        "template",  # what a script would have filled in
        r"\{(?:name|time|title|publish|head|body|content|date)\}",
        r"^\[?tắt \[x\]",
    ),
    _rule(
        "breadcrumb",
        r"^(?:bạn đang (?:ở|xem)\s*:|trang (?:chủ|nhất)\s*(?:[»>/›]|::))",
        r"^(?:home|🏠)\s*[/›»>]",
        r"^[\w.-]+\.(?:gov\.)?vn\s*[›»>]",
        r"^(?:(?:»|>>|›)\s)?[^.,:;()\d»>›]{2,60}(?:\s(?:»|>>|›)\s[^.,:;()\d»>›]{2,60})+$",
    ),
    _rule(
        "menu",
        r"(?:^|[|\[•≡])\s*(?:trang chủ|trang nhất|home)\s*(?:$|[|\]•≡]|\s{1,3}\S)",
        r"^(?:menu|skip (?:ribbon commands|to main content))\b",
        r"≡|☰",
        r"giới thiệu\s*[|•]\s*(?:tin tức|văn bản|bộ máy|tổ chức)",
        r"^(?:about|contact|liên hệ)\s*\|",
        r"tiếng việt\s*(?:[|▾]|english)|\bvi \| en\b",
        r"^\[\s?(?:trang chủ|chính quyền)\s?\]",
        r"^liên kết (?:website|web)|đăng nhập quản trị",
        r"^(?:đăng nhập|đăng ký|đăng xuất)\s*(?:[|/]|$)",
    ),
    _rule("search", r"^(?:tìm kiếm|xem tin theo ngày|chọn ngày)\b.{0,40}$"),
    _rule(
        "clock",
        r"^(?:hôm nay|today)\s*:",
        r"^-*\s?in lúc \d",
        r"trang \d+/\d+$|page \d+ of \d+",
    ),
    _rule(
        "weather",
        r"^\d{1,2}\s?°\s?c\b|(?:\d\s?°\s?c\b[^°]*){2}",
        r"^thời tiết\b|^tỷ giá\b|^chào mừng bạn",
    ),
    _rule(
        "comments",
        r"^(?:ý kiến(?: của bạn| bạn đọc)?|bình luận|góp ý|phản hồi)\s*\(\d*\)",
        r"^(?:gửi|viết|để lại|đăng)\s+(?:bình luận|ý kiến|phản hồi)",
        r"^\d+\s+(?:bình luận|ý kiến|comments?)\b",
        r"^leave a (?:comment|reply)",
        r"họ (?:và )?tên\s*[*:|].*(?:email|nội dung|điện thoại)",
        r"^mã xác nhận|^trả lời$|^hủy trả lời|^lưu tên của tôi",
        r"^bình luận\s*(?:\(\d+\)|\d+$|:)|^ý kiến của bạn sẽ được",
    ),
    _rule("poll", r"^thăm dò ý kiến"),
    _rule(
        "rating",
        r"^đánh giá\s*:\s*[☆★]|^tổng số điểm của bài viết",
        r"rate this item|\(\d+ votes?\)",
    ),
    _rule(
        "counter",
        r"(?:lượt|lần) (?:xem|truy cập|đọc)\s*:?\s*\d|đang trực tuyến\s*:?\s*\d",
        r"^(?:tổng|số lượng) truy cập|tổng truy cập|^truy cập tổng|truy cập hiện tại",
        r"^thống kê(?: truy cập)?\s*:.*(?:hôm nay|tuần này)",
        r"đang xem\s*:\s*\d|\d người đang xem",
        r"^[\d.,]+k?\s+lượt (?:xem|đọc|truy cập)|^read \d+ times|^hits?:\s*\d",
    ),
    _rule(
        "share",
        r"^(?:chia sẻ|share)\s*(?::|$|bài viết|qua|lên|thông tin|facebook)",
        r"facebook\s*\|\s*zalo|theo dõi .{0,30}(?:zalo|google)",
        r"^(?:click để copy|gửi (?:email|cho bạn bè))|copy link",
    ),
    _rule(
        "tools",
        r"^\[?(?:in (?:trang|bài|ra)|bản in|print|về (?:đầu )?trang)",
        r"^\[?đóng(?: cửa sổ)?\]",
        r"^(?:cỡ chữ|font size|quay (?:lại|về)|trở về|đầu trang).{0,40}$",
        r"^(?:back to top|scroll to top)",
        r"^\[\s?(?:quay lại|trang trước|ý kiến phản hồi)",
        r"^(?:đọc tiếp|xem tiếp|xem thêm|tải về|nghe bài|nghe đọc)\s*[»>.…▶]*$",
        r"^a[+-]?(?:\s+a[+-]?)+$|^100%$|^\d+ phút đọc$|^đọc bài\b|^xem bản pdf",
    ),
    _rule(
        "pager",
        r"^trang\s+\d+(?:[/\s]\d+|\s+\d)|^←|bài (?:cũ|mới) hơn",
        r"^(?:\[(?:trước|sau|\d+)\]\s*)+$|^trang (?:sau|trước|tiếp)$",
        r"^(?:⇨\s?)?tin kế tiếp",
    ),
    _rule("related", r"^(?:»|>>|⇨)\s"),
    _rule(
        "tags",
        r"^(?:từ khóa|từ khoá|tags?|thẻ|chuyên mục|thể loại)\s*[:|]",
        r"^(?:tagged under|published in|lưu trữ (?:danh mục|chuyên mục))",
        r"^(?:#\w+\s*){1,12}$",
    ),
    _rule("attachment", r"^(?:tệp|tập tin|file|tài liệu) (?:đính )?kèm\s*:|^văn bản liên quan\s*:"),
    _rule("ads", r"^\W*quảng cáo\b|^▼|^giỏ hàng\b|^đặt hàng ngay|liên hệ quảng cáo"),
    _rule(
        "footer",
        r"^(?:địa chỉ|trụ sở|tòa soạn|toà soạn)\s*:.{0,150}$",
        r"^(?:điện thoại|đt|fax|email|hotline)\s*:",
        r"^(?:©|bản quyền|copyright|giấy phép (?:số|xuất bản)|designed by|thiết kế bởi)",
        r"^(?:đơn vị|cơ quan) (?:chủ quản|quản lý)|^(?:tổng biên tập|chịu trách nhiệm)|iso 9001",
        r"^(?:thông tin cần biết|chung nhan tin nhiem|chứng nhận tín nhiệm)",
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
