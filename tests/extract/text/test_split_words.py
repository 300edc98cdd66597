"""Letters that stand apart are joined where the language leaves no doubt."""

import json
import re
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.split_words import mend_syllables

GOLD = Path(__file__).parents[2] / "gold"
LINES = [
    "Hội đồng đánh giá, phân hạng sản phẩm của tỉnh họp tại Sở Nông nghiệp",
    "Quyết định số 490/QĐ-TTg ngày 07/5/2018; xã A, 48 sản phẩm đạt 3 sao",
]


@pytest.mark.parametrize(
    ("split", "whole"),
    [
        ("ĐIỀ U KHO ẢN", "ĐIỀU KHOẢN"),
        ("sả n phẩ m", "sản phẩm"),
        ("cá c chủ thể", "các chủ thể"),
        ("QUY ẾT Đ ỊNH", "QUYẾT ĐỊNH"),
        ("Q U Y Ế T  Đ Ị N H", "QUYẾT  ĐỊNH"),
        ("Tỉ nh Ngh ệ An có 48 sả n phẩ m.", "Tỉnh Nghệ An có 48 sản phẩm."),
        ("và n ước mắ m", "và nước mắm"),
        ("v à n ướ c", "và nước"),
        ("N guyễn Th ị Đ ào (x ã Lý S ơn)", "Nguyễn Thị Đào (xã Lý Sơn)"),
        ("hu yện Đ ăk Hà", "huyện Đăk Hà"),
        ("490/Q Đ-TTg", "490/QĐ-TTg"),
        ("Số: 1234 /QĐ- U BND", "Số: 1234/QĐ-UBND"),
        ("số 12/2024/Q Đ - UB ND", "số 12/2024/QĐ-UBND"),
        ("Ủy ban (U BND), chương trình O COP", "Ủy ban (UBND), chương trình OCOP"),
        (
            "Hộ i đồ ng đá nh giá củ a tỉ nh họ p tạ i Sở",
            "Hội đồng đánh giá của tỉnh họp tại Sở",
        ),
    ],
)
def test_cut_words_are_whole_again(split: str, whole: str) -> None:
    assert mend_syllables(split) == whole
    assert mend_syllables(unicodedata.normalize("NFD", split)) == whole
    assert mend_syllables(whole) == whole


@pytest.mark.parametrize(
    "text",
    [
        "xã A, ấp Ba, số 1, lô c, tổ n, điểm c khoản 2, ý c",
        "ẤP PHÚ C, ẤP TÂN B, TỔ N",
        "dài 3 m ở thửa; 500 g ở; 2 triệu đ ở đây; 4 x 6",
        "ông Nguyễn Văn A, bà H Nia, anh Y Bion, Lê A N",
        "Chương I, Phần V, Quý I, phụ lục II, khóa X",
        "vitamin C, vitamin c, hạng A, nhóm b, Big C ở",
        "a) hồ sơ; b) sản phẩm; c) chủ thể",
        "Ea H leo, Cư M gar, Krông Păk, K Bang",
        "kho an toàn, tu yên, thị xã Mường Ảng",
        "the best of a shop in town",
        "SP OCOP, HTX, TP. HCM, Q. 1, tr. 5, ThS. N. V. A",
    ],
)
def test_what_only_looks_cut_stays(text: str) -> None:
    assert mend_syllables(text) == text


def test_lone_vowels_are_joined_where_the_page_is_known_to_be_cut() -> None:
    assert mend_syllables("củ a hộ i") == "củ a hộ i"
    assert mend_syllables("củ a hộ i", spoilt=True) == "của hội"


def test_labelled_texts_stay_as_they_are() -> None:
    for file in sorted(GOLD.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            if '"text"' in line:
                text = unicodedata.normalize("NFC", json.loads(line)["text"])
                assert _without_blanks_in_codes(mend_syllables(text)) == (
                    _without_blanks_in_codes(text)
                )


def _without_blanks_in_codes(text: str) -> str:
    """Some of the texts have codes with blanks in them ("490/Q Đ-TTg"), and nothing else."""
    return re.sub(" ?([/-]) ?", r"\1", text.replace("/Q Đ-", "/QĐ-"))


@given(st.sampled_from(LINES), st.data())
def test_lines_and_letters_are_never_lost(line: str, data: st.DataObject) -> None:
    cuts = data.draw(st.lists(st.integers(0, len(line)), max_size=12))
    cut = "".join(" " * (i in cuts) + char for i, char in enumerate(line))
    mended = mend_syllables(f"{cut}\n{line}")
    assert mended.endswith(f"\n{line}")
    assert mended.replace(" ", "") == f"{cut}\n{line}".replace(" ", "")


def test_most_cut_texts_come_back() -> None:
    """Gaps behind accented letters, as fallback fonts leave them."""
    right = words = 0
    for line in (GOLD / "news.jsonl").read_text("utf-8").splitlines():
        text = " ".join(unicodedata.normalize("NFC", json.loads(line)["text"]).split())
        cut = re.sub(r"(?<=[ạ-ỹ])(?=[a-zà-ỹ])", " ", text)
        mended = mend_syllables(cut)
        words += len(text.split())
        right += sum(
            b.size
            for b in SequenceMatcher(
                None, text.split(), mended.split(), autojunk=False
            ).get_matching_blocks()
        )
    assert right / words > 0.99
