"""Nouns before a place name that make it part of another name. All folded.

Goods are those of the six groups of the programme (Decision 919/QĐ-TTg); firms are the
legal forms of producers and the signs of their goods.
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(word.strip() for word in listed.replace("\n", ",").split(",") if word.strip())


FIRMS = _words(
    """
    công ty, cty, htx, hợp tác, tổ hợp, tht, doanh nghiệp, dntn, cơ sở, hộ kinh, tập đoàn
    nhà máy, xí nghiệp, trang trại, nông trại, nhãn hiệu, thương hiệu, chỉ dẫn, farm, siêu thị
    khách sạn, khu du, làng nghề, điểm du, homestay, hợp tác xã
    """
)
GOODS = _words(
    """
    cam, quýt, bưởi, chanh, nho, táo, lê, mận, xoài, sầu riêng, thanh long, dừa, chuối, mít, vải
    nhãn, hồng, na, ổi, dưa, tỏi, hành, gừng, nghệ, sen, sâm, quế, hồi, thảo quả, yến, gốm, lụa
    thổ cẩm, nón, chiếu, tranh, mây tre, chả, giò, nem, lạp xưởng, lạp sườn, xúc xích, đậu phụ
    sữa, muối, rong, hàu, mực, cá, tôm, cua, ghẹ, gà, vịt, lợn, heo, bò, trâu, dê, thịt, trứng
    măng, nấm, miến, bún, phở, bánh, kẹo, mứt, tương, mắm, rượu, bia, trà, chè, cà phê, cacao
    ca cao, tiêu, hồ tiêu, mắc ca, gạo, nếp, ngô, khoai, sắn, lạc, vừng, mật ong, mật, tinh bột
    tinh dầu, dầu, hạt, thạch
    rau, củ, trái cây, đặc sản, đông trùng, nước khoáng, ruốc, khô, tré, đường
    """
)
LANDMARKS = _words(
    """
    sông, hồ, núi, vịnh, đèo, thác, cầu, phố, đường, đại lộ, quốc lộ, ga, sân bay, trường
    bệnh viện, đền, chùa, công nghiệp, kcn, cảng, chợ, rừng, cao nguyên, nhà tù, chiến dịch
    chiến thắng, làng
    """
)
# Words that end the reach of such a noun: what follows them is a place of its own.
STOPS = _words(
    """
    ở, tại, của, thuộc, từ, trên, do, và, với, là, có, được, cho, về, đến, như, gồm, khi, mà
    thì, để, huyện, xã, tỉnh, sản phẩm, ocop, năm, nay, đã, đi, ra, vào, sang, lên, xuống, bán, tới
    rời, riêng, còn, kể, nói, làm, trồng, mang, đưa, bén, đất, thành, quê, đạt, góp, thêm, nước
    cùng, nhất, tiêu biểu, vùng, địa bàn, bà con, người
    """
)
# Offices whose name a place ends: "Sở Nông nghiệp và PTNT Hà Nội".
OFFICES = _words(
    """
    ubnd, ủy ban, hđnd, hội đồng, sở, ban, văn phòng, vpđp, chi cục, phòng, trung tâm
    hội nông, hội liên, hội phụ, hội cựu, hội làm, hội khuyến, hội doanh, liên minh, đoàn
    mặt trận, mttq, chủ tịch, lãnh đạo, bí thư, tỉnh ủy, thành ủy, huyện ủy, thị ủy, thường trực
    công an, cục, ngành, nnptnt, ptnt, snn, ptth, bảo tàng, bưu điện, hiệp hội
    """
)
# Words between an office and a name that show that the name is not the office's own.
NOT_OWN = _words(
    """
    cho, tại, ở, có, đã, vừa, công nhận, chấm, trao, ký, hành, với, đến, từ, trên, trong, là, gồm
    nghị, giao, cầu, đạt, họp, làm, thừa, biết, nói, định, cáo, kê, tỉnh, huyện, xã, thành, hay
    được, khi, để, đang, sẽ, mới, còn, nhận, về, theo
    """
)
# Family names (Kinh, and of the peoples of the highlands) that seldom begin a sentence.
SURNAMES = _words(
    """
    nguyễn, trần, lê, phạm, hoàng, huỳnh, phan, vũ, võ, đặng, bùi, đỗ, hồ, ngô, dương, lý, đinh
    trịnh, đoàn, lương, mai, tô, trương, tạ, tống, đào, lưu, thái, tăng, châu, quách, la, lâm, hà
    cao, lò, vàng, giàng, sùng, thào, lầu, quàng, cà, tòng, nông, ma, hứa, vi, chu, triệu, bế
    thạch, kim, danh, siu, ksor
    """
)
# Capitalised words after a level word that are no name of a commune.
NO_NAME = _words(
    """
    ocop, ntm, ubnd, hđnd, htx, mttq, quyết, chương, đảng, sở, hiện, đến, trong, năm, theo, tuy
    sau, trước, ngày, tại, khi, tôi, chúng
    """
)
# Words of speech that no name of a unit holds: where capitals tell nothing, they end it.
SPEECH = _words(
    """
    và, có, được, đã, đang, sẽ, với, cho, của, ở, tại, đến, là, gồm, cũng, đạt, gửi, nâng, thêm
    đều, chỉ, còn, mỗi, trong, khi, để, thì, nào, này, không, chưa, phải, nhận, hiện, vừa, sau
    trước, theo, làm, giữ, tối, hết, hơn, trên, dưới, bị, do, vào, ra, về, chuyển, nhìn, kê, phân
    khác, cùng, như, nhiều, ít, các, những, sản, huyện, xã, phường, tỉnh, đứng, dẫn, tháng, ngày
    tính, đánh, chấm, trao, cấp, xếp, hạng, số, trình, nộp, lần, lượt, nhưng, nên, vì, qua, rồi
    nữa, ngoài, trở, lên, xuống, đó, mà, đầu, đi, góp, nói, lại, thuộc
    công nhận, đăng ký, thống nhất, đề nghị, đề xuất, tham gia, tổ chức, giới thiệu, ban hành
    trả lời, xây dựng, vận động, nhiệm kỳ, hoàn thành, phấn đấu, duy trì
    """
)
