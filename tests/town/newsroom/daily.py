"""Ordinary news of a province: none of it speaks of OCOP, some of it counts products."""

from __future__ import annotations

from town.newsroom.ocop import Beat, Draft, Writer


def road(beat: Beat) -> Draft:
    """A road is mended."""
    place, km = beat.place, beat.chance.randint(4, 27)
    return Draft(
        f"Sửa xong {km} km đường qua {beat.area(0)}",
        "Sau bảy tháng thi công, tuyến đường huyện nối ba xã đã thông xe, bớt được nửa giờ đi lại.",
        (
            f"Tuyến dài {km} km, mặt đường rộng 5,5 m, có rãnh thoát nước hai bên. Kinh phí lấy từ "
            "ngân sách huyện và phần đất người dân hiến.",
            f"Ông trưởng thôn ở {place.communes[0]} nói 36 hộ đã lùi hàng rào mà không đòi bồi "
            "thường.",
            "Đơn vị thi công nhắc xe tải trên tám tấn chưa được đi cho đến hết mùa mưa.",
        ),
    )


def school(beat: Beat) -> Draft:
    """A school year begins."""
    place, rooms = beat.place, beat.chance.randint(12, 64)
    return Draft(
        f"{rooms} phòng học mới trước ngày khai giảng",
        f"Ngành giáo dục {place.full} gấp rút hoàn thành {rooms} phòng học để kịp đón học sinh.",
        (
            f"Huyện {place.districts[1]} nhận nhiều nhất, với những dãy phòng hai tầng thay cho "
            "nhà tạm mái tôn.",
            f"Trường tiểu học {place.communes[1]} năm nay có 412 học sinh, tăng 35 học sinh so với "
            "năm ngoái.",
            "Sách giáo khoa cũ được thu lại, bọc bìa và trao cho các em nhà khó.",
        ),
    )


def weather(beat: Beat) -> Draft:
    """Rain is coming."""
    place = beat.place
    return Draft(
        f"{place.name} đón đợt mưa lớn, nhiều nơi đề phòng sạt lở",
        "Đài khí tượng cho biết mưa kéo dài ba ngày, lượng mưa có nơi vượt 180 mm.",
        (
            f"Vùng núi thuộc {place.districts[2]} được cảnh báo lũ quét. Xã {place.communes[2]} đã "
            "chuyển 48 hộ ở ven suối lên nhà văn hóa.",
            "Học sinh các điểm trường lẻ được nghỉ. Lực lượng dân quân trực ở ngầm tràn suốt đêm.",
            "Bà con được nhắc thu hoạch sớm phần lúa đã chín và kê cao thóc giống.",
        ),
    )


def match(beat: Beat) -> Draft:
    """A football cup."""
    place = beat.place
    return Draft(
        f"Bóng đá phong trào: {place.districts[0]} vào chung kết",
        "Loạt luân lưu cân não kết thúc với tỷ số 4-3 và những giọt nước mắt.",
        (
            f"Hiệp một, đội {place.districts[1]} chơi ép sân nhưng xà ngang hai lần cứu chủ nhà.",
            "Bàn gỡ hòa đến ở phút 78 từ một quả phạt góc. Trận đấu có 5 thẻ vàng.",
            "Chung kết diễn ra vào chiều chủ nhật tại sân vận động trung tâm, vào cửa tự do.",
        ),
    )


def blood(beat: Beat) -> Draft:
    """People give blood."""
    place, units = beat.place, beat.chance.randint(180, 620)
    return Draft(
        f"Ngày hội hiến máu thu về {units} đơn vị máu",
        f"Hơn một nghìn người ở {place.full} xếp hàng từ sáng sớm để hiến máu cứu người.",
        (
            f"Ban tổ chức nhận được {units} đơn vị máu, phần lớn là nhóm O.",
            "Người lớn tuổi nhất năm nay 58 tuổi, đã hiến 31 lần. Người trẻ nhất vừa tròn 18.",
            "Máu được chuyển ngay về bệnh viện tỉnh, nơi mỗi tháng cần chừng 500 đơn vị.",
        ),
    )


def coffee(beat: Beat) -> Draft:
    """Prices on the market; products that are no OCOP products."""
    place = beat.place
    return Draft(
        f"Giá nông sản ở {place.name} nhích lên đầu tháng",
        "Rau xanh và trái cây tăng giá nhẹ, thịt lợn đứng yên, người bán mừng mà người mua lo.",
        (
            "Ở chợ trung tâm, giá tăng từ 2.000 đến 5.000 đồng một cân. Cửa hàng tiện lợi niêm "
            "yết 240 sản phẩm tươi mỗi ngày.",
            f"Thương lái từ {place.districts[1]} nói đường trơn làm xe về chậm.",
            "Ngành công thương bố trí 14 điểm bán bình ổn đến hết tháng.",
        ),
    )


def museum(beat: Beat) -> Draft:
    """An exhibition opens."""
    place = beat.place
    return Draft(
        f"Bảo tàng {place.name} mở cửa buổi tối",
        "Lần đầu tiên khách được xem hiện vật dưới ánh đèn dầu, nghe kể chuyện bằng hai thứ tiếng.",
        (
            "Phòng trưng bày có 96 hiện vật, nhiều món do người dân gửi tặng trong mười năm qua.",
            f"Tối đầu tiên đón 530 người, trong đó có một đoàn học sinh đi bộ từ xã "
            f"{place.communes[0]}.",
            "Vé vào cửa được miễn đến hết quý, sau đó thu 20.000 đồng một người lớn.",
        ),
    )


def clinic(beat: Beat) -> Draft:
    """Doctors go to a far village."""
    place = beat.place
    return Draft(
        f"Khám bệnh miễn phí cho bà con {place.communes[1]}",
        "Mười bác sĩ lên xã từ mờ sáng, mang theo máy siêu âm và hai thùng thuốc.",
        (
            "Đoàn khám cho 275 người, phát hiện 19 người có huyết áp cao mà chưa từng đo.",
            "Trẻ nhỏ được cân, đo và tẩy giun. Người già được tặng kính đọc sách.",
            f"Chuyến tới đoàn sẽ về {place.communes[2]}, nơi trạm y tế đang sửa.",
        ),
    )


TURNS: tuple[Writer, ...] = (road, school, weather, match, blood, coffee, museum, clinic)
"""Who writes, again and again."""
