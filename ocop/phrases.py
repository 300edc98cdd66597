"""The phrases in which claims are said, a table for each language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extract.model import Comparator, Kind, Level


class Lang(StrEnum):
    """Languages that the command speaks."""

    EN = "en"
    VI = "vi"


@dataclass(frozen=True, slots=True)
class Words:
    """What differs between two languages; templates take their values by position.

    ``kinds`` hold the standing and, after a bar, how its time is said; ``on_a_day`` says
    which of these differs when the time is a day. ``reasons`` are the named grounds of
    ``Claim.reasons``.
    """

    comparators: dict[Comparator, str]
    kinds: dict[Kind, str]
    levels: dict[Level, str]
    one: str
    many: str
    none: str
    one_star: str
    stars: str
    stars_up: str
    star_range: str
    star_list: str
    potential: str
    potential_too: str
    unnamed: dict[Level, str]
    round: str
    decision: str
    end_of_year: str
    end_of_month: str
    month: str
    day: str
    month_names: tuple[str, ...]
    year: str
    years: str
    span: str
    on_a_day: tuple[str, str]
    thousands: str
    reasons: dict[str, str]


ENGLISH = Words(
    comparators={
        Comparator.EXACT: "{}",
        Comparator.AT_LEAST: "at least {}",
        Comparator.MORE_THAN: "more than {}",
        Comparator.ABOUT: "about {}",
        Comparator.NEARLY: "nearly {}",
        Comparator.AT_MOST: "at most {}",
    },
    kinds={
        Kind.NEW: "newly recognised|in {}",
        Kind.RE_RECOGNISED: "recognised again|in {}",
        Kind.UPGRADED: "moved up in stars|in {}",
        Kind.CUMULATIVE: "recognised in all|up to {}",
        Kind.IN_FORCE: "with a valid certificate|as of {}",
        Kind.EXPIRED: "with a lapsed certificate|as of {}",
        Kind.WITHDRAWN: "withdrawn|in {}",
        Kind.ASSESSED: "passed by a council, not yet recognised|in {}",
        Kind.PROPOSED: "put forward for recognition|in {}",
        Kind.REGISTERED: "registered to take part|in {}",
        Kind.TARGET: "target|for {}",
        Kind.FORECAST: "expected|by {}",
    },
    levels={
        Level.NATION: "{}",
        Level.REGION: "{} region",
        Level.PROVINCE: "{}",
        Level.DISTRICT: "{} (district level)",
        Level.COMMUNE: "{} (commune level)",
    },
    one="{} product",
    many="{} products",
    none="no product",
    one_star="of {} star",
    stars="of {} stars",
    stars_up="of {} stars or more",
    star_range="{}–{}",
    star_list=" and ",
    potential="of potential 5 stars",
    potential_too="potential 5 stars included",
    unnamed={
        Level.NATION: "country not named",
        Level.REGION: "region not named",
        Level.PROVINCE: "province not named",
        Level.DISTRICT: "district not named",
        Level.COMMUNE: "commune not named",
    },
    round="round {}",
    decision="decision {}",
    end_of_year="the end of {}",
    end_of_month="the end of {}",
    month="{1} {0}",
    day="{2} {1} {0}",
    month_names=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    year="{}",
    years="{}–{}",
    span="{} to {}",
    on_a_day=("in {}", "on {}"),
    thousands=",",
    reasons={
        "place_unknown": "nobody names the place",
        "place_inherited": "the place is told elsewhere in the document",
        "kind_close": "another standing is nearly as likely",
        "stars_close": "another set of stars is nearly as likely",
        "readers_disagree": "the second reader takes the number otherwise",
        "parts_do_not_add_up": "the star classes told add up to more than the total",
        "number_without_noun": "the number stands without its noun",
        "time_unknown": "no time is told",
        "recognised_from_picture": "recognised from a picture: compare it with the page",
        "sums_against_rows": "the table of sums adds up to another number than the list",
        "result_to_come": "a result is told for a day after publication",
    },
)

VIETNAMESE = Words(
    comparators={
        Comparator.EXACT: "{}",
        Comparator.AT_LEAST: "ít nhất {}",
        Comparator.MORE_THAN: "hơn {}",
        Comparator.ABOUT: "khoảng {}",
        Comparator.NEARLY: "gần {}",
        Comparator.AT_MOST: "nhiều nhất {}",
    },
    kinds={
        Kind.NEW: "mới công nhận|{}",
        Kind.RE_RECOGNISED: "công nhận lại|{}",
        Kind.UPGRADED: "nâng hạng sao|{}",
        Kind.CUMULATIVE: "lũy kế đã công nhận|tính đến {}",
        Kind.IN_FORCE: "còn hiệu lực|tính đến {}",
        Kind.EXPIRED: "hết hiệu lực|tính đến {}",
        Kind.WITHDRAWN: "bị thu hồi|{}",
        Kind.ASSESSED: "hội đồng đã đánh giá, chưa công nhận|{}",
        Kind.PROPOSED: "đề nghị công nhận|{}",
        Kind.REGISTERED: "đăng ký tham gia|{}",
        Kind.TARGET: "mục tiêu|đến {}",
        Kind.FORECAST: "dự kiến|đến {}",
    },
    levels={
        Level.NATION: "{}",
        Level.REGION: "vùng {}",
        Level.PROVINCE: "{}",
        Level.DISTRICT: "{} (cấp huyện)",
        Level.COMMUNE: "{} (cấp xã)",
    },
    one="{} sản phẩm",
    many="{} sản phẩm",
    none="chưa có sản phẩm",
    one_star="{} sao",
    stars="{} sao",
    stars_up="{} sao trở lên",
    star_range="{}–{}",
    star_list=" và ",
    potential="tiềm năng 5 sao",
    potential_too="kể cả tiềm năng 5 sao",
    unnamed={
        Level.NATION: "không nêu tên nước",
        Level.REGION: "không nêu tên vùng",
        Level.PROVINCE: "không nêu tên tỉnh",
        Level.DISTRICT: "không nêu tên huyện",
        Level.COMMUNE: "không nêu tên xã",
    },
    round="đợt {}",
    decision="Quyết định {}",
    end_of_year="hết năm {}",
    end_of_month="hết {}",
    month="tháng {1}/{0}",
    day="ngày {2}/{1}/{0}",
    month_names=tuple(str(month) for month in range(1, 13)),
    year="năm {}",
    years="giai đoạn {}–{}",
    span="{} đến {}",
    on_a_day=("{}", "{}"),
    thousands=".",
    reasons={
        "place_unknown": "không nêu địa danh",
        "place_inherited": "địa danh được nêu ở chỗ khác trong văn bản",
        "kind_close": "một tình trạng khác cũng gần như hợp lý",
        "stars_close": "một nhóm sao khác cũng gần như hợp lý",
        "readers_disagree": "người đọc thứ hai hiểu con số theo cách khác",
        "parts_do_not_add_up": "các hạng sao cộng lại lớn hơn tổng số",
        "number_without_noun": "con số đứng không có danh từ",
        "time_unknown": "không nêu thời gian",
        "recognised_from_picture": "nhận dạng từ ảnh, cần đối chiếu với trang gốc",
        "sums_against_rows": "bảng tổng hợp cộng lại khác số sản phẩm trong danh sách",
        "result_to_come": "kết quả được nêu cho một ngày sau ngày đăng",
    },
)

LANGUAGES = {Lang.EN: ENGLISH, Lang.VI: VIETNAMESE}
