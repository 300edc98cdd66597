"""Letters: the office above the number writes, and what stands below "Kính gửi" is addressed."""

import pytest

from extract.claims.scene import build
from extract.documents.plain import from_text
from extract.model import Level

HEAD = """UBND TỈNH NINH BÌNH
SỞ NÔNG NGHIỆP VÀ PTNT
Số: 901/SNN-KHTC
V/v báo cáo sản phẩm OCOP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Ninh Bình, ngày 09 tháng 4 năm 2024
"""
TOLD = "Toàn tỉnh có 181 sản phẩm OCOP."
BODIES = {
    "one": f"Kính gửi: Sở Công Thương.\n{TOLD}",
    "several": f"Kính gửi:\n- Ủy ban nhân dân tỉnh Nam Định;\n- UBND huyện Nho Quan.\n{TOLD}",
    "below": f"Kính gửi:\nỦy ban nhân dân huyện Yên Mô\n{TOLD}",
    "with a base": (
        "Kính gửi:\nUBND huyện Nho Quan\n"
        f"Thực hiện Kế hoạch số 12/KH-UBND ngày 02/02/2024 của UBND tỉnh. {TOLD}"
    ),
    "a table": f"Kính gửi: UBND tỉnh.\n{TOLD}\nTT | Huyện | Số\nXÃ | Gia Viễn | 12\n",
    "a table alone": f"{TOLD}\nTT | Huyện | Số\n1 | Gia Viễn | 12\nTP | Tam Điệp | 7\n",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_the_office_of_the_letterhead_writes(body):
    issuer = build(from_text(HEAD + body, document_id="t")).decision.issuer
    assert issuer.name == "SỞ NÔNG NGHIỆP VÀ PTNT"
    assert (issuer.place.level, issuer.place.name) == (Level.PROVINCE, "Ninh Bình")


def test_a_name_goes_on_above_the_number():
    text = HEAD.replace("NGHIỆP VÀ PTNT", "NGHIỆP\nVÀ MÔI TRƯỜNG") + BODIES["a table alone"]
    issuer = build(from_text(text, document_id="t")).decision.issuer
    assert issuer.name == "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"
    assert issuer.place.name == "Ninh Bình"
