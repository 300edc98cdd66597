"""Pages that say, with status 200, that there is nothing at their address."""

from __future__ import annotations

from crawler.identity.codes import Code
from crawler.identity.rule import Rule, both, either, headline, lead, no_files, thin, title

_THING = (
    r"(?:trang(?: web| này| tin)?|bài viết|bài báo|bài|tin tức|tin bài|nội dung|bản tin|văn bản|"
    r"tài liệu|đường dẫn|liên kết|địa chỉ(?: url)?|chuyên mục|link|url)"
)
_WANTED = (
    r"(?:,? ?(?:mà )?(?:bạn|quý vị|quý khách|anh/chị|độc giả|bạn đọc)?,? ?(?:vừa |đang |muốn |"
    r"cần )?(?:yêu cầu|tìm kiếm|tìm|truy cập|xem|nhấn|chọn|cần|này|đó)(?: kiếm| vào| xem| cập)?)?"
)
_GONE = (
    r"(?:(?:hiện )?(?:không|ko|chưa|không còn) (?:còn )?(?:được )?(?:tồn tại|tìm thấy|có sẵn|"
    r"khả dụng|hợp lệ)|(?:đã |vừa )?(?:bị |được )?(?:gỡ bỏ|gỡ|xoá|xóa|hủy|huỷ)(?: bỏ| khỏi| |$|\.))"
)
_SORRY = r"(?:rất tiếc|xin lỗi|oops|ôi|lỗi(?: 404)?|404|thông báo|error(?: 404)?)[ ,!:.–-]{0,4}"

RULES: tuple[Rule, ...] = (
    Rule(
        "missing.vietnamese",
        Code.SOFT_NOT_FOUND,
        both(
            thin,
            either(
                headline(rf"(?:{_SORRY})?{_THING}{_WANTED} {_GONE}"),
                headline(rf"(?:{_SORRY})?không (?:tìm thấy|tồn tại|có) {_THING}(?: |$|\.|!)"),
                both(no_files, lead(rf"(?:{_SORRY})?{_THING}{_WANTED} {_GONE}")),
                both(
                    no_files, lead(rf"(?:{_SORRY})?không (?:tìm thấy|tồn tại) {_THING}(?: |$|\.|!)")
                ),
            ),
        ),
        "What papers and portals write into their template for an article that is gone.",
        (
            "<title>Không tìm thấy trang - Báo A</title><h1>Không tìm thấy trang</h1>",
            "<title>Báo A</title><div>Trang không tồn tại</div>",
            "<title>Báo A</title><p>Bài viết không tồn tại hoặc đã bị xóa!</p>",
            "<title>Cổng TTĐT</title><div>Trang bạn yêu cầu không tồn tại.</div><a href=/>Về "
            "trang chủ</a>",
            "<title>Lỗi</title><h2>Rất tiếc, nội dung bạn đang tìm kiếm không còn tồn tại.</h2>",
            "<title>404 - Trang không được tìm thấy</title><p>Xin quay lại sau.</p>",
            "<title>Sở NN</title><span>Nội dung này đã bị gỡ bỏ.</span>",
            "<title>Báo A</title><p>Đường dẫn không hợp lệ</p>",
        ),
        (
            "<title>Bài học từ OCOP</title><h1>Trang trại tôm không còn lo đầu ra</h1>",
            "<title>Tìm kiếm</title><p>Không tìm thấy kết quả nào cho từ khóa</p>",
            "<title>Quyết định 9/QĐ-UBND</title><h1>Quyết định 9/QĐ-UBND công nhận OCOP</h1><a "
            "href='/upload/9.pdf'>Tệp đính kèm</a><div>Không tìm thấy bài viết liên quan</div>",
            "<title>Khu phố</title><h1>Liên kết sản xuất không còn là chuyện lạ</h1>",
        ),
    ),
    Rule(
        "missing.404",
        Code.SOFT_NOT_FOUND,
        both(
            thin,
            either(
                title(r"^(?:lỗi |error |http )?404\b(?! (?:sản phẩm|hộ|tỷ|triệu|người|ha|xã))"),
                headline(
                    r"(?:lỗi|error|mã lỗi|http(?: error| status)?)[ :]{1,3}404\b|404$|"
                    r"404 ?[-–:|]? ?(?:not found|error|page|trang|không|lỗi|oops)"
                ),
                headline(
                    r"(?:the )?(?:page|file or directory|resource|requested url|article)"
                    r"(?: you(?:'re| are)? (?:looking for|requested))? (?:was |is |could |can )?"
                    r"(?:not|cannot) (?:be )?found|page not found|not found$"
                ),
            ),
        ),
        "The number of the status, printed with another status.",
        (
            "<title>404</title><img src=/404.png><a href=/>Trang chủ</a>",
            "<title>Báo A</title><h1>404</h1><p>Quay về trang chủ</p>",
            "<title>404 Not Found</title><h1>Not Found</h1>",
            "<title>Lỗi 404 | Cổng thông tin</title>",
            "<title>Page not found - Site</title>",
            "<title>The resource cannot be found.</title><h1>Server Error</h1>",
        ),
        (
            "<title>404 sản phẩm OCOP được công nhận</title><h1>404 sản phẩm OCOP</h1>",
            "<title>Xã A có 404 hộ trồng chè</title><p>404 hộ</p>",
            "<title>Quyết định 404/QĐ-UBND</title><h1>404/QĐ-UBND</h1>",
        ),
    ),
)
