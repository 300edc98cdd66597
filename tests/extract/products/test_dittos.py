"""Cells that say what another one says."""

import pytest

from extract.products.dittos import is_ditto
from products.annexes import PLAIN, RICE, TITLE, cell, decision, listed, row

TITLES = ("TT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Điểm", "Hạng sao")


@pytest.mark.parametrize("mark", ["nt", "-nt-", "N.t", "như trên", "(Như trên)", '"', "″", "//"])
def test_a_ditto_means_the_cell_above(mark):
    bun = row("2", "Bún Khe Sim", mark, mark, "72", mark)
    ham = row("3", "Tré Khe Sim", mark, mark, "71", mark)
    found = listed((TITLE, PLAIN, RICE, bun, ham)).products
    assert [(p.producer, p.commune, p.stars) for p in found] == [("HTX Khe Sim", "Nghi Văn", 4)] * 3
    assert len({e.span for p in found for e in p.evidence if e.role == "producer"}) == 1


@pytest.mark.parametrize("text", ["NT Farm", "HTX Nhu Trên", "-", "", "n", "Công ty NT"])
def test_what_is_no_ditto(text):
    assert not is_ditto(text)


def test_a_ditto_with_nothing_above_says_nothing():
    (found,) = listed((TITLE, PLAIN, row("1", "Bún Khe Sim", "nt", "nt", "72", "4 sao"))).products
    assert (found.producer, found.reasons) == ("", ("producer_missing",))


def test_a_row_whose_name_is_a_ditto_is_told():
    found = listed((TITLE, PLAIN, RICE, row("2", "nt", "HTX Khác", "nt", "72", "3 sao")))
    assert len(found.products) == 1
    assert [issue.code for issue in found.issues] == ["unread_row"]


def test_what_an_amendment_keeps_stands_in_its_old_half():
    old, new = cell("Nội dung đã ban hành"), cell("Nội dung sửa đổi")
    halves = row("TT", old, old, old, new, new, new)
    titles = row("TT", *("Tên sản phẩm", "Chủ thể", "Điểm") * 2)
    kept = row("1", "Gạo Sim", "HTX Khe Sim", "64,5", "Gạo nếp Sim", "Giữ nguyên", "giữ nguyên")
    maker = row("2", "Chè Sim", "Hộ Lê Na", "61", "Không thay đổi", "Công ty Đồi Sim", "Như cũ")
    found = listed((halves, titles, kept, maker), decision()).products
    assert [(p.name, p.producer, p.score) for p in found] == [
        ("Gạo nếp Sim", "HTX Khe Sim", 64.5),
        ("Chè Sim", "Công ty Đồi Sim", 61),
    ]


def test_dittos_do_not_reach_over_titles():
    other = (row(*TITLES), row("1", "Chè Đồi Sim", "nt", "nt", "62", "3 sao"))
    found = listed((TITLE, PLAIN, RICE, "PHỤ LỤC II. SẢN PHẨM 3 SAO", *other)).products
    assert [p.producer for p in found] == ["HTX Khe Sim", ""]


def test_a_dash_for_a_producer_means_the_one_above_with_its_place():
    bun = row("2", "Bún Khe Sim", "-", "–", "-", "3 sao")
    found = listed((TITLE, PLAIN, RICE, bun)).products[1]
    assert (found.producer, found.commune, found.score) == ("HTX Khe Sim", "Nghi Văn", None)


def test_a_dash_for_a_place_alone_is_none():
    bun = row("2", "Bún Khe Sim", "HTX Bún Sim", "-", "72", "4 sao")
    assert listed((TITLE, PLAIN, RICE, bun)).products[1].address == ""
