"""Places: every way of naming them, the parts they play, the maps, offsets."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.mentions.place_home import home_province
from extract.mentions.place_rules import RULES, Example, PlaceRule
from extract.mentions.places import PlaceMention, PlaceRole, find_places
from extract.model import Label, Level, Mention
from extract.places.gazetteer import gazetteer
from extract.text.normalise import fold, normalise


def _read(text: str, home: str = "", regime: int = 63) -> tuple[Mention, ...]:
    unit = gazetteer().province(home, regime) if home else None
    return find_places(text, folded=fold(text), home=unit, regime=regime)


def _value(mention: Mention) -> PlaceMention:
    assert isinstance(mention.value, PlaceMention)
    return mention.value


def _told(mention: Mention) -> str:
    place = _value(mention).place
    return f"{place.level.value} {place.name or ''}".strip()


def _one(text: str, home: str = "", regime: int = 63) -> PlaceMention:
    (mention,) = _read(text, home, regime)
    return _value(mention)


def _cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}: {example.text}")
        for rule in RULES
        for example in getattr(rule, kind)
    ]


@pytest.mark.parametrize(("rule", "example"), _cases("examples"))
def test_a_rule_finds_the_places_of_its_examples(rule: PlaceRule, example: Example) -> None:
    found = _read(example.text, example.home, example.regime)
    assert tuple(_told(m) for m in found if m.rule == rule.id) == example.finds


@pytest.mark.parametrize(("rule", "example"), _cases("counter_examples"))
def test_a_rule_finds_nothing_in_its_counter_examples(rule: PlaceRule, example: Example) -> None:
    found = _read(example.text, example.home, example.regime)
    assert [m.span.text for m in found if m.rule == rule.id] == []


def test_every_rule_has_an_id_of_its_own_and_is_proved() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.examples and rule.counter_examples and rule.note for rule in RULES)


# ── The part that a place plays ──────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "printed", "role"),
    [
        ("UBND tỉnh Nghệ An vừa ký quyết định", "tỉnh Nghệ An", "issuer"),
        ("Sở Nông nghiệp và PTNT Hà Nội cho biết", "Hà Nội", "issuer"),
        ("Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Gia Lai họp", "tỉnh Gia Lai", "issuer"),
        ("Hội đồng chấm cho huyện Tủa Chùa 8 sản phẩm", "huyện Tủa Chùa", "subject"),
        ("Sơn La hiện có 156 sản phẩm", "Sơn La", "subject"),
        ("sản phẩm OCOP của Nghệ An", "Nghệ An", "subject"),
        ("cam Vinh nổi tiếng cả nước, ở Nghệ An", "Nghệ An", "subject"),
        ("nhãn lồng Hưng Yên vào vụ", "Hưng Yên", "product"),
        ("Công ty CP thực phẩm Điện Biên góp 2 sản phẩm", "Điện Biên", "product"),
        ("xuôi theo sông Đồng Nai", "Đồng Nai", "product"),
        ("(Báo Nghệ An) - Thêm 124 sản phẩm", "Nghệ An", "publisher"),
        ("Theo thông báo Nghệ An gửi", "Nghệ An", "subject"),
        ("Cao Bằng, ngày 12 tháng 01 năm 2024", "Cao Bằng", "dateline"),
        ("mật ong Hương rừng (huyện Hàm Yên)", "huyện Hàm Yên", "address"),
        ("gồm huyện Hàm Yên (12 sản phẩm)", "huyện Hàm Yên", "subject"),
        ("ở khóm Long Quới C, phường Long Phú", "phường Long Phú", "address"),
        ("1 | Chè Kim | HTX Kim | xã Mỹ Bằng, huyện Yên Sơn | 78,4", "xã Mỹ Bằng", "address"),
        ("Địa chỉ: 38 Tô Hiệu, tỉnh Hà Nam", "tỉnh Hà Nam", "address"),
        ("ỦY BAN NHÂN DÂN\nHUYỆN TAM ĐẢO", "HUYỆN TAM ĐẢO", "issuer"),
        ("Nghệ An đứng thứ 2, chỉ sau Hà Nội", "Hà Nội", "rank"),
        ("ông Thái Bình kể", "Thái Bình", "person"),
        ("quê hương Chủ tịch Hồ Chí Minh", "Hồ Chí Minh", "person"),
        ("đứng thứ hai cả nước", "cả nước", "rank"),
        ("bằng 4,6% của cả nước", "cả nước", "rank"),
        ("nhiều nhất tỉnh", "tỉnh", "rank"),
        ("cả nước có 8.867 sản phẩm", "cả nước", "subject"),
    ],
)
def test_roles(text: str, printed: str, role: str) -> None:
    found = [m for m in _read(text) if m.span.text == printed]
    assert [_value(m).role for m in found] == [PlaceRole(role)]


def test_of_a_chain_only_the_innermost_unit_is_the_subject() -> None:
    found = _read("Xã Chuyên Mỹ (huyện Phú Xuyên, TP Hà Nội) có 21 sản phẩm")
    assert [(_told(m), _value(m).role.value) for m in found] == [
        ("commune Chuyên Mỹ", "subject"),
        ("district Phú Xuyên", "address"),
        ("province Hà Nội", "address"),
    ]
    assert _value(found[0]).place.province == "Hà Nội"


def test_the_committee_before_a_level_word_is_in_the_cue() -> None:
    assert _one("UBND tỉnh Nghệ An").cue == "UBND tỉnh"
    assert _one("HĐND tỉnh").cue == "HĐND tỉnh"
    assert _one("theo ủy ban nhân dân huyện").cue == "UBND huyện"
    assert _one("toàn tỉnh").cue == "toàn tỉnh"


# ── Which unit ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "home", "code", "province"),
    [
        ("huyện Châu Thành, tỉnh Tiền Giang", "", "821", "Tiền Giang"),
        ("huyện Châu Thành", "An Giang", "892", "An Giang"),
        ("Ở Bến Tre, huyện Châu Thành có 9", "", "831", "Bến Tre"),
        ("huyện Châu Thành", "", None, None),
        ("huyện Tủa Chùa", "", "098", "Điện Biên"),
        ("thị xã Kỳ Anh", "Hà Tĩnh", "449", "Hà Tĩnh"),
        ("huyện Kỳ Anh", "Hà Tĩnh", "447", "Hà Tĩnh"),
        ("huyện Hoành Bồ", "Quảng Ninh", "204", "Quảng Ninh"),
    ],
)
def test_districts_of_one_name(
    text: str, home: str, code: str | None, province: str | None
) -> None:
    places = [_value(m).place for m in _read(text, home)]
    (district,) = (place for place in places if place.level is Level.DISTRICT)
    assert (district.code, district.province) == (code, province)


@pytest.mark.parametrize(
    ("text", "regime", "told", "code", "of"),
    [
        ("Bắc Ninh có 143", 63, "province Bắc Ninh", "27", 63),
        ("Bắc Ninh có 143", 34, "province Bắc Ninh", "24", 34),
        ("Hà Giang cũ có 217", 34, "province Hà Giang", "02", 63),
        ("Hà Giang góp 217", 34, "province Hà Giang", "02", 63),
        ("tỉnh Ninh Bình trước sáp nhập có 209", 34, "province Ninh Bình", "37", 63),
        ("Trước khi hợp nhất, Ninh Bình có 209", 34, "province Ninh Bình", "37", 63),
        ("gộp từ Phú Thọ", 34, "province Phú Thọ", "25", 63),
        ("Sau hợp nhất ba tỉnh, Ninh Bình có 980", 34, "province Ninh Bình", "37", 34),
        ("TP. Cần Thơ (cũ): 148", 34, "province Cần Thơ", "92", 63),
        ("địa bàn Cần Thơ (cũ) 01", 34, "province Cần Thơ", "92", 63),
        ("tỉnh Quảng Trị (mới) có 330", 63, "province Quảng Trị", "44", 34),
        ("Nghệ An mới có 3 sản phẩm", 63, "province Nghệ An", "40", 63),
        ("huyện Chương Mỹ có 80", 34, "district Chương Mỹ", "277", 63),
        ("TP Đồng Nai có 439", 34, "province Đồng Nai", "75", 34),
        ("TP Lạng Sơn có 12", 34, "district Lạng Sơn", "178", 63),
    ],
)
def test_the_map_that_a_name_belongs_to(
    text: str, regime: int, told: str, code: str, of: int
) -> None:
    (mention,) = (m for m in _read(text, regime=regime) if not _value(m).anaphoric)
    place = _value(mention).place
    assert (_told(mention), place.code, place.regime) == (told, code, of)


def test_the_parts_of_a_merger_are_of_the_old_map() -> None:
    found = _read("tỉnh Ninh Bình (gộp từ Ninh Bình, Hà Nam và Nam Định)", regime=34)
    assert [(_told(m), _value(m).place.regime) for m in found] == [
        ("province Ninh Bình", 34),
        ("province Ninh Bình", 63),
        ("province Hà Nam", 63),
        ("province Nam Định", 63),
    ]


def test_old_and_new_province_without_a_name() -> None:
    assert _one("của tỉnh cũ", "Ninh Bình", 34).place.regime == 63
    assert _one("tỉnh mới kể từ 1/7/2025", "Quảng Bình").place.regime == 34
    assert _one("tỉnh mới công nhận 30 sản phẩm", "Quảng Bình").place.regime == 63


def test_a_new_commune_has_its_code_and_an_old_one_only_its_name() -> None:
    new = _one("Xã Hồng Thái có 6", "Tuyên Quang", 34).place
    assert (new.code, new.province, new.regime) == ("02260", "Tuyên Quang", 34)
    old = _one("Xã Hồng Thái có 6", "Tuyên Quang", 63).place
    assert (old.name, old.code, old.province, old.regime) == ("Hồng Thái", None, "Tuyên Quang", 63)


def test_a_numbered_ward_of_the_new_map_has_its_code() -> None:
    assert _one("phường Hà Giang 1, nơi", "Tuyên Quang", 34).place.code == "00694"


# ── The province that a document is about ────────────────────────────────────────────


@pytest.mark.parametrize(
    ("title", "text", "source", "home"),
    [
        ("Thêm sản phẩm", "Tỉnh có thêm 30 sản phẩm", "Nghệ An", "Nghệ An"),
        ("Ninh Bình: giữ sao khó", "Ninh Bình: giữ sao khó\nHà Nội mua nhiều", None, "Ninh Bình"),
        ("Bảng xếp hạng Bến Tre, Đồng Tháp", "Bến Tre và Đồng Tháp", None, None),
        ("39 sản phẩm", "UBND tỉnh Hòa Bình vừa công nhận 39 sản phẩm", None, "Hòa Bình"),
        ("Trao chứng nhận", "UBND huyện Mộc Châu, tỉnh Sơn La công bố", None, "Sơn La"),
        ("Điểm tin", "Sơn La: 3 sản phẩm\nHà Nội: 5 sản phẩm", None, None),
        ("Cả nước có 8.867 sản phẩm", "Cả nước có 8.867 sản phẩm", None, None),
        ("Hưng Yên có 24 sản phẩm", "Hưng Yên vừa công nhận", "Lạng Sơn", "Hưng Yên"),
        ("Nhãn Hưng Yên lên kệ", "Hàng của Lạng Sơn bán cùng", "Lạng Sơn", "Lạng Sơn"),
    ],
)
def test_home(title: str, text: str, source: str | None, home: str | None) -> None:
    unit = home_province(title, _read(text), source)
    assert (unit.name if unit else None) == home


def test_home_after_the_merger() -> None:
    text = "Tuyên Quang có gần 500 sản phẩm, Hà Giang cũ có 217"
    unit = home_province("OCOP Tuyên Quang", _read(text, regime=34), None, regime=34)
    assert unit is not None
    assert (unit.name, unit.regime) == ("Tuyên Quang", 34)
    heir = home_province("Tin", (), "Hà Giang", regime=34)
    assert heir is not None
    assert (heir.name, heir.regime) == ("Tuyên Quang", 34)


# ── What always holds ────────────────────────────────────────────────────────────────

_PIECES = st.sampled_from(
    [
        "tỉnh ",
        "TP. ",
        "huyện ",
        "các xã ",
        "xã ",
        "TT ",
        "Nghệ An",
        "Hòa Bình",
        "HÀ NỘI",
        "Đắk R'lấp",
        "Vinh",
        ", ",
        " và ",
        "(cũ)",
        " (",
        ") ",
        ". ",
        "\n",
        "22 ",
        "cả nước",
        "Bà Rịa - Vũng Tàu",
        "Hồ Chí Minh",
        " có 5 sản phẩm",
        "ông ",
        "UBND ",
        "thành phố ",
        "mỗi ",
        "Móng Cái 2",
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join), st.sampled_from([63, 34]))
@example("TT TT TT TT TT ", 63)
@example("xã Hòa Lạc, xã Hòa Lạc Hạ. Hòa Lạc Hạ 3, Hòa Lạc 2", 63)
def test_spans_are_exact_ordered_and_apart(raw: str, regime: int) -> None:
    text = normalise(raw).text
    for home in ("", "Nghệ An"):
        found = _read(text, home, regime)
        for mention in found:
            assert text[mention.span.start : mention.span.end] == mention.span.text != ""
            assert mention.label is Label.PLACE
            assert _value(mention).place.printed == mention.span.text
        for one, other in itertools.pairwise(found):
            assert one.span.end <= other.span.start


@given(st.text(max_size=80))
def test_any_text_can_be_read(raw: str) -> None:
    text = normalise(raw).text
    _read(text, "Hà Nội")


@pytest.mark.parametrize(
    "text",
    [
        "xã " * 50_000,
        "các xã Đại Hiệp, " * 10_000,
        "Nghệ " * 50_000,
        "H.H.H." * 30_000,
        "(" * 100_000,
        "tỉnh, " * 40_000,
        "cam " * 50_000 + "Vinh",
    ],
)
def test_long_runs_of_half_matches_are_read(text: str) -> None:
    assert all(m.span.text for m in _read(text, "Nghệ An"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("7huyện, thành phố đều có sản phẩm", ["district"]),
        ("có 102xã, phường tham gia", ["commune"]),
        ("lúc 10h. Hòa An, 25p sau", ["district Hòa An"]),
        ("4/5địa phương", ["province"]),
    ],
)
def test_a_level_word_may_be_glued_to_its_number(text: str, told: list[str]) -> None:
    found = _read(text, "Cao Bằng")
    assert [_told(mention) for mention in found] == told
    assert [_value(mention).plural for mention in found] == ["h." not in text for _ in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("XÃ MỸ LỘC CŨNG CÓ 2 SẢN PHẨM", ["commune Mỹ Lộc"]),
        ("CÁC XÃ ĐĂNG KÝ 6 SẢN PHẨM", ["commune"]),
        ("MỘT XÃ GÓP 3 SẢN PHẨM", []),
        ("XÃ SUỐI MÂY TRẮNG: 4 SẢN PHẨM", ["commune Suối Mây Trắng"]),
        ("xã Mỹ Cũng có 2 sản phẩm", ["commune Mỹ Cũng"]),
    ],
)
def test_among_capitals_a_name_ends_at_a_word_of_speech(text: str, told: list[str]) -> None:
    assert [_told(mention) for mention in _read(text, "Hà Tĩnh")] == told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("huyện Đăk Hà", "Đăk Hà"),
        ("huyện Đắk Hà", "Đắk Hà"),
        ("huyện Mù Cang Chải", "Mù Cang Chải"),
        ("HUYỆN MÙ CANG CHẢI", "Mù Cang Chải"),
        ("huyện Kbang", "Kbang"),
        ("huyện Krông Ana", "Krông Ana"),
        ("huyện Hoà Vang", "Hòa Vang"),
        ("HUYỆN TỦA CHÙA", "Tủa Chùa"),
    ],
)
def test_a_district_keeps_the_spelling_of_the_text(text: str, name: str) -> None:
    place = _one(text).place
    assert (place.name, place.code is not None) == (name, True)


def test_a_province_has_one_name() -> None:
    assert {_one(text).place.name for text in ("tỉnh Đăk Lăk", "tỉnh Đắk Lắk")} == {"Đắk Lắk"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Khi hợp nhất với Bắc Kạn, tỉnh có 528 sản phẩm", PlaceRole.ADDRESS),
        ("hợp nhất với Bắc Kạn, nơi hiện có 153 sản phẩm", PlaceRole.SUBJECT),
        ("hợp nhất với Bắc Kạn (153 sản phẩm)", PlaceRole.SUBJECT),
        ("sau sáp nhập Bắc Kạn có 153 sản phẩm", PlaceRole.SUBJECT),
    ],
)
def test_the_other_half_of_a_merger_is_told_aside(text: str, role: PlaceRole) -> None:
    told = [_value(m) for m in _read(text, "Thái Nguyên", 34) if _told(m) == "province Bắc Kạn"]
    assert [value.role for value in told] == [role]


def test_a_ward_of_the_new_map_goes_before_the_district_that_it_is_spelt_like() -> None:
    (value,) = (_value(m) for m in _read("riêng Đăk Đoa có 18", "Gia Lai", 34))
    assert value.place.level is Level.COMMUNE


# ── One text, read for several homes ─────────────────────────────────────────────────


def test_a_text_read_again_for_another_home_is_read_for_that_home() -> None:
    """What is kept of a text between two searches does not hang on the home of the first."""
    text = "Đồng Phú và Châu Thành mỗi xã 01 sản phẩm, Châu Thành 04, Đồng Phú 03."
    homes = ("Bình Phước", "Tiền Giang")
    first = {home: [_value(m).place for m in _read(text, home)] for home in homes}
    assert first["Bình Phước"] != first["Tiền Giang"]
    again = {home: [_value(m).place for m in _read(text, home)] for home in reversed(homes)}
    assert again == first
