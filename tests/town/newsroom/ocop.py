"""Stories on OCOP: recognition, totals, terms that end, plans, fairs, people who make things.

Each writer takes a beat (place, programme, day) and gives a draft. A decision brings its
paper, so that reading the attachment tells what the article tells.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from town.newsroom.programme import Batch, Programme, Stars
from town.places import MERGERS, Place
from town.story import Paper, slug


@dataclass(frozen=True, slots=True)
class Beat:
    """What a writer goes out with."""

    place: Place
    programme: Programme
    day: date
    chance: Random

    def area(self, number: int) -> str:
        """A district; since the mergers there are none, and communes bear their names."""
        return f"{'huyện' if self.day < MERGERS else 'xã'} {self.place.districts[number]}"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a writer comes back with."""

    title: str
    summary: str
    paragraphs: tuple[str, ...]
    papers: tuple[Paper, ...] = ()


Writer = Callable[[Beat], Draft]


def split(stars: Stars) -> str:
    """Classes in words, highest first."""
    parts = [(stars.five, "5 sao"), (stars.four, "4 sao"), (stars.three, "3 sao")]
    return ", ".join(f"{count} sản phẩm {name}" for count, name in parts if count)


def capital(text: str) -> str:
    """First letter large, others as they are."""
    return text[:1].upper() + text[1:]


def launched(beat: Beat) -> Draft:
    """The programme begins: a plan with a target, and its paper."""
    place, number = beat.place, beat.chance.randint(40, 390)
    target = beat.chance.randint(30, 80)
    return Draft(
        f"{place.name} triển khai Chương trình mỗi xã một sản phẩm",
        f"UBND {place.full} vừa ban hành kế hoạch thực hiện Chương trình OCOP giai đoạn "
        f"2018-2020, mở đường cho những sản vật làng quê bước ra thị trường.",
        (
            f"Theo Kế hoạch số {number}/KH-UBND, chương trình được làm từ dưới lên: người dân tự "
            "chọn thứ mình làm giỏi, xã giúp hồ sơ, tỉnh chấm điểm và xếp hạng.",
            f"Mục tiêu đến hết năm 2020, toàn {place.level} phấn đấu có ít nhất {target} sản phẩm "
            "OCOP được đánh giá, phân hạng đạt từ 3 sao trở lên.",
            f"Các huyện {', '.join(place.districts)} được chọn làm trước. Riêng xã "
            f"{place.communes[0]} đã có 12 hộ đăng ký tham gia với mặt hàng {place.goods[0]}.",
            "Điều khó nhất lúc này là thói quen bán hàng thô: chưa có nhãn, chưa có mã vạch, giá "
            "cả do thương lái định. Chương trình được mong đợi sẽ thay đổi điều ấy.",
        ),
        (
            Paper(
                f"ke-hoach-{number}-kh-ubnd",
                "docx",
                f"KẾ HOẠCH Số: {number}/KH-UBND",
                (f"Mục tiêu: ít nhất {target} sản phẩm OCOP đạt từ 3 sao trở lên.",),
            ),
        ),
    )


def recognised(beat: Beat) -> Draft:
    """A decision of the province: how many products, of which class, and the list."""
    place, batch = beat.place, beat.programme.latest(beat.day)
    stars = Stars(0, batch.stars.four, batch.stars.three)
    return Draft(
        f"{place.name} công nhận {stars.all} sản phẩm OCOP năm {batch.year}",
        f"UBND {place.full} công nhận {stars.all} sản phẩm OCOP đạt từ 3 sao trở lên năm "
        f"{batch.year}, trong đó có {stars.four} sản phẩm 4 sao.",
        (
            f"Chủ tịch UBND {place.full} đã ký Quyết định số {batch.decision} ngày {batch.day} "
            f"phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP năm {batch.year}.",
            f"Theo quyết định, {stars.all} sản phẩm được công nhận gồm {stars.four} sản phẩm đạt "
            f"4 sao và {stars.three} sản phẩm đạt 3 sao. Giấy chứng nhận có giá trị 36 tháng kể "
            "từ ngày ký.",
            f"Nhiều cái tên quen thuộc có mặt trong danh sách: {', '.join(place.goods)}. Hội đồng "
            "chấm theo bộ tiêu chí gồm ba phần, cao nhất 89,5 điểm.",
            "Các chủ thể được in sao trên bao bì, được hỗ trợ một phần chi phí tem truy xuất và "
            "gian hàng trên sàn thương mại điện tử.",
        ),
        decision_papers(place, batch, stars),
    )


def decision_papers(place: Place, batch: Batch, stars: Stars) -> tuple[Paper, ...]:
    """The decision and its list, a row for a product."""
    stem = f"qd-{batch.number}-{slug(place.name)}-{batch.year}"
    head = f"QUYẾT ĐỊNH Số: {batch.decision} ngày {batch.day}"
    text = f"Công nhận {stars.all} sản phẩm OCOP đạt từ 3 sao trở lên năm {batch.year}."
    rows = [("STT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Hạng sao")]
    for number in range(1, stars.all + 1):
        good = place.goods[number % len(place.goods)]
        commune = place.communes[number % len(place.communes)]
        star = "4 sao" if number <= stars.four else "3 sao"
        name = good if number <= len(place.goods) else f"{good} loại {number}"
        rows.append((str(number), name, f"Hợp tác xã {commune} {number}", f"Xã {commune}", star))
    return (
        Paper(stem, "pdf", head, (text, f"Trong đó: {split(stars)}.")),
        Paper(f"danh-sach-{stem}", "xlsx", f"Danh sách kèm theo {head}", (), tuple(rows)),
    )


def total(beat: Beat) -> Draft:
    """What the province has by now, class by class."""
    place, day, stars = beat.place, beat.day, beat.programme.total(beat.day)
    makers = stars.all // 2 + 7
    opening = (
        f"Đến hết tháng {day.month}/{day.year}, {place.full} có {stars.all} sản phẩm OCOP được "
        f"công nhận đạt từ 3 sao trở lên"
    )
    return Draft(
        f"{place.name}: {stars.all} sản phẩm OCOP và con đường ra chợ lớn",
        f"{opening}. Nhiều mặt hàng đã lên kệ siêu thị, song đầu ra vẫn là nỗi lo của người làm.",
        (
            f"{opening}, gồm {split(stars)}. Đứng sau những ngôi sao ấy là {makers} chủ thể, phần "
            "đông là hợp tác xã và hộ gia đình.",
            f"Ở {beat.chance.choice(place.communes)}, gần {beat.area(0)}, sân nhà ai "
            "mùa này cũng phơi kín. Hàng làm ra không đủ bán, nhưng bán xa thì phải có hóa đơn, "
            "có kiểm nghiệm, và đó là chỗ nhiều hộ còn lúng túng.",
            f"Cán bộ {beat.area(1)} kể rằng khâu mất thì giờ nhất là hồ sơ: mỗi mặt "
            "hàng cần hơn chục loại giấy tờ, có giấy phải chờ hai tháng.",
            f"Năm tới, {place.level} đặt mục tiêu có thêm {beat.chance.randint(15, 40)} sản phẩm "
            "OCOP, ưu tiên chế biến sâu và du lịch cộng đồng.",
        ),
    )


def in_force(beat: Beat) -> Draft:
    """Certificates end: what was ever recognised, and what still counts."""
    place, day = beat.place, beat.day
    ever, valid = beat.programme.total(day), beat.programme.in_force(day)
    ended = ever.all - valid.all
    return Draft(
        f"{place.name} rà soát sản phẩm OCOP hết hạn chứng nhận",
        f"Trong tổng số {ever.all} sản phẩm OCOP từng được công nhận, {place.full} hiện còn "
        f"{valid.all} sản phẩm còn thời hạn.",
        (
            f"Lũy kế đến tháng {day.month}/{day.year}, {place.full} đã công nhận {ever.all} sản "
            f"phẩm OCOP. Số còn hiệu lực là {valid.all} sản phẩm, gồm {split(valid)}.",
            f"Như vậy đã có {ended} sản phẩm quá hạn 36 tháng mà chủ thể chưa nộp hồ sơ đánh giá "
            "lại hoặc không còn sản xuất.",
            f"Tại {beat.area(2)}, chủ một cơ sở làm {place.goods[1]} cho biết làm lại "
            "hồ sơ tốn công chẳng kém lần đầu, trong khi đơn hàng không tăng.",
            "Ngành nông nghiệp đề nghị các xã lập danh sách theo tháng hết hạn, nhắc chủ thể trước "
            "sáu tháng để không ai mất sao vì quên ngày.",
        ),
    )


def maker(beat: Beat) -> Draft:
    """One family and its two products; no figure of the province in it but in passing."""
    place, good = beat.place, beat.chance.choice(beat.place.goods)
    commune = beat.chance.choice(place.communes)
    return Draft(
        f"Người giữ lửa cho {good}",
        f"Từ gian bếp nhỏ ở {commune}, {good} được công nhận OCOP 4 sao và theo xe khách đi khắp "
        "các chợ đầu mối.",
        (
            f"Hợp tác xã {commune} có 2 sản phẩm OCOP đạt 4 sao, đều làm từ nguyên liệu trong "
            "vùng. Mỗi sáng 18 người chia nhau rửa, cắt, phơi, đóng gói.",
            "Chị giám đốc nhớ lại mẻ hàng đầu tiên hỏng gần nửa vì mưa. Từ đó hợp tác xã dựng nhà "
            "phơi, đo độ ẩm bằng máy, ghi chép từng ngày.",
            "Giá bán cao hơn hàng chợ ba mươi nghìn đồng một cân, nhưng khách quay lại vì ăn là "
            "biết thật.",
            f"Phòng Nông nghiệp {beat.area(0)} coi đây là mô hình để các xã khác đến học.",
        ),
    )


def fair(beat: Beat) -> Draft:
    """A fair with stands and visitors; the national class of five stars on the way."""
    place, batch = beat.place, beat.programme.latest(beat.day)
    stands = beat.chance.randint(42, 118)
    stars = beat.programme.total(beat.day)
    five = f" và {stars.five} sản phẩm 5 sao cấp quốc gia" if stars.five else ""
    return Draft(
        f"{stands} gian hàng dự tuần lễ OCOP {place.name} {beat.day.year}",
        f"Tuần lễ giới thiệu sản phẩm OCOP {place.full} mở cửa với {stands} gian hàng của trong và "
        "ngoài tỉnh.",
        (
            f"Ngày {beat.day.day}/{beat.day.month}, tuần lễ khai mạc tại quảng trường trung tâm. "
            f"Riêng chủ nhà mang đến {stars.four} sản phẩm OCOP 4 sao{five}.",
            "Người mua đông nhất vào buổi chiều, khi các hợp tác xã nấu thử tại chỗ. Một gian bán "
            f"{place.goods[0]} hết 300 phần trong hai giờ.",
            f"Ban tổ chức cho biết năm {batch.year} {place.level} có thêm {batch.stars.all} sản "
            "phẩm OCOP được công nhận mới, và đó là dịp để đưa chúng đến tay người tiêu dùng.",
            "Bên lề hội chợ, 9 hợp đồng tiêu thụ được ký giữa hợp tác xã và hệ thống bán lẻ.",
        ),
    )


TURNS: tuple[Writer, ...] = (recognised, total, maker, recognised, in_force, fair, total)
"""Who writes after ``launched``, again and again."""
