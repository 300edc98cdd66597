"""The ways in which texts name places, each with the texts that prove it.

The ids go into ``Mention.rule``. Unlike the rules of other concepts these work
together (a list needs the level word before it), so they are proved through
``find_places`` and not one by one through a pattern.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.places.units import NEW_MAP, OLD_MAP


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the places that one rule finds in it.

    Attributes:
        text: What is read.
        finds: "level name" of each place in order; "level" alone if it is unnamed.
        home: The province that the text is about, or empty.
        regime: The map in force.
    """

    text: str
    finds: tuple[str, ...]
    home: str = ""
    regime: int = OLD_MAP


@dataclass(frozen=True, slots=True)
class PlaceRule:
    """One way of naming places.

    Attributes:
        id: Stable name, ``place.way``.
        note: What the rule reads, and why it is safe.
        examples: Texts with what the rule finds in them, and nothing else.
        counter_examples: Texts in which the rule finds nothing.
    """

    id: str
    note: str
    examples: tuple[Example, ...]
    counter_examples: tuple[Example, ...] = ()


def _nothing(text: str, home: str = "", regime: int = OLD_MAP) -> Example:
    return Example(text, (), home, regime)


LEVEL_WORD = PlaceRule(
    id="place.level_word",
    note="A level word and the name after it. A city is a province or a district by its name; "
    "a commune needs no gazetteer, any capitalised name will do.",
    examples=(
        Example("UBND tỉnh Nghệ An ban hành quyết định", ("province Nghệ An",)),
        Example("HUYỆN TỦA CHÙA (09 sản phẩm)", ("district Tủa Chùa",)),
        Example("TP.Lạng Sơn có 12 sản phẩm", ("district Lạng Sơn",)),
        Example("TP. Hồ Chí Minh và TP.HCM", ("province Hồ Chí Minh", "province Hồ Chí Minh")),
        Example("thành phố Hải Phòng công nhận", ("province Hải Phòng",)),
        Example("xã Đại Hiệp có 6 sản phẩm", ("commune Đại Hiệp",)),
        Example("thị trấn Nông trường Lệ Ninh (03)", ("commune Nông trường Lệ Ninh",)),
        Example("H. Yên Mô, TX. Tân Châu", ("district Yên Mô", "district Tân Châu")),
        Example("huyện đảo Cô Tô, tỉnh miền núi Hà Giang", ("district Cô Tô", "province Hà Giang")),
        Example("thị xã nghi Sơn", ("district Nghi Sơn",)),
        Example("tỉnh Lâm đồng", ("province Lâm Đồng",)),
        Example("tỉnh Thừa Thiên – Huế", ("province Huế",)),
        Example("huyện Cư M’gar", ("district Cư M'gar",)),
        Example("quận 1 và Quận Tây Hồ", ("district Quận 1", "district Tây Hồ")),
        Example(
            "Tỉnh Ðiện Biên: huyện Điện Biên Đông",
            ("province Điện Biên", "district Điện Biên Đông"),
        ),
        Example(
            "phường Hà Giang 1, xã Bắc Quang",
            ("commune Hà Giang 1", "commune Bắc Quang"),
            "Tuyên Quang",
            NEW_MAP,
        ),
        Example("Xã Kim Long 9, xã Xà Bang 6", ("commune Kim Long", "commune Xà Bang")),
        Example("Phường 5, TP. Vĩnh Long", ("commune Phường 5", "district Vĩnh Long")),
        Example("phường Hà Giang 2 công nhận", ("commune Hà Giang 2",), "Tuyên Quang", NEW_MAP),
        Example("TP Huế của tỉnh Thừa Thiên Huế", ("district Huế", "province Huế")),
        Example("phường Lê Hồng Phong có 2 sản phẩm", ("commune Lê Hồng Phong",)),
        Example("Đặc khu Phú Quốc", ("commune Phú Quốc",), "An Giang", NEW_MAP),
    ),
    counter_examples=(
        _nothing("Hợp tác xã Tân Trào nộp hồ sơ"),
        _nothing("việc chuyển về xã. Trên địa bàn"),
        _nothing("cấp tỉnh Hội đồng chấm lại"),
        _nothing("UBND tỉnh OCOP"),
        _nothing("TT | Tên sản phẩm | Chủ thể"),
        _nothing("ông H. Nguyễn Văn Nam"),
        _nothing("xã NTM nâng cao"),
        _nothing("mỗi phường 2 sản phẩm"),
        _nothing("riêng phường 3 sản phẩm"),
        _nothing("Nước mắm và cam Xã Đoài"),
        _nothing("Phó Chủ tịch UBND tỉnh Nguyễn Văn Phương chủ trì"),
        _nothing("Chủ tịch UBND xã Lê Hồng Phong cho biết"),
    ),
)

LIST = PlaceRule(
    id="place.list",
    note="The names after the first in a list that a level word opens; communes only where the "
    "word is plural, the name is a commune of home, or a count in brackets follows.",
    examples=(
        Example(
            "các huyện Lạng Giang, Lục Ngạn, Tân Yên và TP Bắc Giang",
            ("district Lục Ngạn", "district Tân Yên"),
        ),
        Example(
            "các xã Hồ Sơn, Bồ Lý, Yên Dương mỗi xã 01 sản phẩm",
            ("commune Bồ Lý", "commune Yên Dương"),
        ),
        Example("các xã: Hồ Sơn, Bồ Lý", ("commune Bồ Lý",)),
        Example("hai xã Duyên Thái và Vạn Điểm", ("commune Vạn Điểm",)),
        Example("Xã Mai Thủy (05), tiếp đến Phú Thủy (04)", ("commune Phú Thủy",)),
        Example(
            "Ba xã biên giới Lũng Cú, Sơn Vĩ và Thàng Tín",
            ("commune Sơn Vĩ", "commune Thàng Tín"),
            "Tuyên Quang",
            NEW_MAP,
        ),
        Example("các huyện Tuần Giáo, Điện Biên", ("district Điện Biên",), "Điện Biên"),
        Example("Lệ Thủy, Quảng Ninh và Bố Trạch đều có", ("district Quảng Ninh",), "Quảng Bình"),
    ),
    counter_examples=(
        _nothing("xã Mỹ Bằng, Yên Sơn", "Tuyên Quang"),
        _nothing("xã Xuân Thành, Công ty Minh Anh"),
        _nothing("Quảng Ninh, Hải Phòng", "Quảng Bình"),
    ),
)

BARE = PlaceRule(
    id="place.bare",
    note="A name alone: a province always, a district where home or a province named nearby "
    "makes it sure. Not inside another name.",
    examples=(
        Example("Nghệ An vẫn chưa có sản phẩm 5 sao", ("province Nghệ An",)),
        Example("TUYÊN QUANG: 63 SẢN PHẨM MỚI", ("province Tuyên Quang",)),
        Example("Riêng Mường Ảng có 4", ("district Mường Ảng",), "Điện Biên"),
        Example("rong nho Trí Tín (Ninh Hòa)", ("district Ninh Hòa",), "Khánh Hòa"),
        Example("BR-VT và Bà Rịa–Vũng Tàu", ("province Bà Rịa - Vũng Tàu",) * 2),
        Example("Sở NN&PTNT Đắk Lắk", ("province Đắk Lắk",)),
        Example("nông dân ở Đắc Lắc, Daklak", ("province Đắk Lắk", "province Đắk Lắk")),
        Example("ở Quảng Trị, nơi Hướng Hóa có 9", ("province Quảng Trị", "district Hướng Hóa")),
        Example("Hà Giang góp 157", ("province Hà Giang",), "Tuyên Quang", NEW_MAP),
        Example("Hữu Lũng góp 2", ("commune Hữu Lũng",), "Lạng Sơn", NEW_MAP),
        Example("Vạn Tường dẫn đầu", ("commune Vạn Tường",), "Quảng Ngãi", NEW_MAP),
    ),
    counter_examples=(
        _nothing("vì hòa bình thế giới"),
        _nothing("viên nén cao bằng 1/3 chiều rộng"),
        _nothing("vùng biển Thái Bình Dương"),
        _nothing("cụm công nghiệp Nam Định Vũ"),
        _nothing("bà Nguyễn Thái Bình"),
        _nothing("Công ty Long An Phát"),
        _nothing("Kim Sơn có 10 sản phẩm"),
        _nothing("Đồng Xuân nằm ở phố cổ", "Hà Nội"),
        _nothing("Vạn Tường dẫn đầu", "Nghệ An", NEW_MAP),
    ),
)

TAUGHT = PlaceRule(
    id="place.taught",
    note="A commune's name again, without the level word that the text gave it elsewhere.",
    examples=(
        Example("ở xã Kim Liên. Đi đầu là Kim Liên với 19", ("commune Kim Liên",), "Nghệ An"),
        Example("UBND XÃ ĐẠI HIỆP\nNay Đại Hiệp có 6 sản phẩm", ("commune Đại Hiệp",), "Quảng Nam"),
    ),
    counter_examples=(
        _nothing("xã Kim Liên và bà Nguyễn Kim Liên", "Nghệ An"),
        _nothing("xã Nam Đàn và Nam Đàn", "Nghệ An"),
    ),
)

SHOWN = PlaceRule(
    id="place.shown",
    note="Communes without their level word, where the text shows what they are: 'mỗi xã', "
    "'là xã', a row in which each name has its number, a headline over 'xã nhà'.",
    examples=(
        Example(
            "Tam Kỳ Hạ và Bình Lâm mỗi xã 01 sản phẩm", ("commune Tam Kỳ Hạ", "commune Bình Lâm")
        ),
        Example("Phú Hậu là xã khó nhất huyện", ("commune Phú Hậu",), "Phú Thọ"),
        Example("Phú Hậu và Sơn Lạc, hai xã ven sông", ("commune Phú Hậu", "commune Sơn Lạc")),
        Example("có xã như Phú Hậu đã tới 7", ("commune Phú Hậu",), "Phú Thọ"),
        Example("5 xã (Phú Hậu, Sơn Lạc) đã nộp", ("commune Phú Hậu", "commune Sơn Lạc")),
        Example(
            "Xã nào cũng có, riêng Phú Hậu có 4 sản phẩm, Trà Lạc 3, Sơn Lạc 02",
            ("commune Phú Hậu", "commune Trà Lạc", "commune Sơn Lạc"),
        ),
        Example(
            "các xã đều vướng, nhất là Phú Hậu (4) và Sơn Lạc (3)",
            ("commune Phú Hậu", "commune Sơn Lạc"),
        ),
        Example("Phú Hậu: nem chua lên 4 sao\nXã nhà có 4 sản phẩm", ("commune Phú Hậu",)),
    ),
    counter_examples=(
        _nothing("Nguyễn Văn Nam và Trần Thị Hòa mỗi xã một người"),
        _nothing("xã có HTX Minh Phát 3 sản phẩm, Công ty Hoàng Lạc 2 sản phẩm"),
        _nothing("trong xã: Trà Sen Vàng 3, Rượu Men Lá 2"),
        _nothing("Phú Hậu 4, Sơn Lạc 3"),
        _nothing("Hương Khê 5, Can Lộc 3, xã nào cũng có", "Hà Tĩnh"),
        _nothing("Bên Dòng Sông: nem chua lên 4 sao\nXã Phú Hậu có 4 sản phẩm"),
    ),
)

NATION = PlaceRule(
    id="place.nation",
    note="The country; not as a part of the names of offices and events.",
    examples=(
        Example("cả nước có 8.867 sản phẩm", ("nation Việt Nam",)),
        Example("toàn quốc đạt 17.068", ("nation Việt Nam",)),
        Example("lớn nhất tại Việt Nam", ("nation Việt Nam",)),
    ),
    counter_examples=(
        _nothing("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        _nothing("hội nghị toàn quốc"),
        _nothing("Hội Nông dân Việt Nam"),
        _nothing("hàng Việt Nam chất lượng cao"),
        _nothing("Văn phòng Điều phối nông thôn mới Trung ương"),
    ),
)

REGION = PlaceRule(
    id="place.region",
    note="Socio-economic regions in their usual names.",
    examples=(
        Example("vùng đồng bằng sông Hồng dẫn đầu", ("region Đồng bằng sông Hồng",)),
        Example("13 tỉnh ĐBSCL", ("region Đồng bằng sông Cửu Long",)),
        Example("Tây Nguyên 1.385", ("region Tây Nguyên",)),
        Example("khu vực miền núi của tỉnh có 80", ("region miền núi",)),
        Example(
            "Trung du và miền núi phía Bắc có gần 2.600",
            ("region Trung du và miền núi phía Bắc",),
        ),
    ),
    counter_examples=(_nothing("gió thổi từ phía tây bắc"), _nothing("cán bộ trung bộ phận")),
)

NICKNAME = PlaceRule(
    id="place.nickname",
    note="By-names that stand for one province only.",
    examples=(
        Example("xứ Lạng có 11 sản phẩm", ("province Lạng Sơn",)),
        Example("về thăm đất Tổ", ("province Phú Thọ",)),
        Example("THỦ ĐÔ CÓ THÊM 108 SẢN PHẨM", ("province Hà Nội",)),
        Example("XỨ DỪA xếp thứ 3", ("province Bến Tre",)),
    ),
    counter_examples=(_nothing("vườn dừa ba héc-ta"), _nothing("đất tốt")),
)

UNNAMED = PlaceRule(
    id="place.unnamed",
    note="One unit that the text does not name: to be found by whoever reads the claim.",
    examples=(
        Example("Toàn tỉnh có 405 sản phẩm", ("province",)),
        Example("nâng tổng số của huyện lên 10", ("district",)),
        Example("tỉnh ta thêm 53 sản phẩm", ("province",)),
        Example("trên địa bàn tỉnh", ("province",)),
        Example("Tỉnh ủy đã ban hành nghị quyết", ("province",)),
        Example("Thành phố đã công nhận 2.167", ("province",), "Hà Nội"),
        Example("Thành phố có 10 sản phẩm", ("district",), "Sơn La"),
        Example("địa phương này có 4", ("province",)),
        Example("Hồi tháng 8 tỉnh công nhận 30", ("province",)),
    ),
    counter_examples=(
        _nothing("hội đồng cấp tỉnh, cấp huyện"),
        _nothing("hợp tác xã và xã hội"),
        _nothing("mỗi xã một sản phẩm"),
        _nothing("Chương trình mỗi xã, phường một sản phẩm"),
        _nothing("tiêu thụ ngoài tỉnh"),
        _nothing("đi theo tỉnh lộ 5"),
    ),
)

SEVERAL = PlaceRule(
    id="place.several",
    note="Several units at once; a number of provinces is a region named as printed, all of them "
    "are the nation.",
    examples=(
        Example("các huyện, thị xã, thành phố", ("district",)),
        Example("9/10 huyện, thị xã", ("district",)),
        Example("đã có 22 tỉnh, thành phố tham gia", ("region 22 tỉnh, thành phố",)),
        Example("63/63 tỉnh, thành phố triển khai", ("nation Việt Nam",)),
        Example("mỗi huyện 12 sản phẩm", ("district",)),
        Example("92/220 xã, phường, thị trấn", ("commune",)),
        Example("các địa phương khác", ("province",)),
    ),
    counter_examples=(
        _nothing("mỗi xã một sản phẩm"),
        _nothing("liên xã, liên huyện"),
        _nothing("13 tỉnh, thành phố vùng Đồng bằng sông Hồng"),
        _nothing("các tỉnh Tây Nguyên"),
    ),
)

RULES = (LEVEL_WORD, LIST, BARE, TAUGHT, SHOWN, NATION, REGION, NICKNAME, UNNAMED, SEVERAL)
