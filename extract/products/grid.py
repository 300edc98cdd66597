"""Which run of rows is a list of products, where its titles end, what its columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.model import Span
from extract.products.column_titles import names_body, read_title
from extract.products.columns import Column, Holds, are_of_list
from extract.products.contents import ORDINAL, settled
from extract.products.rival_columns import with_repeats, without_old
from extract.products.sheet import Line
from extract.text.normalise import fold

_LONGEST_TITLE = 160
_TITLES = """
sửa đổi bổ sung điều chỉnh thay thế đính chính tên sau khi
mô tả quy cách ý tưởng lý do bị thu hồi loại hết căn cứ
tt stt số thứ tự no tên gọi các sản phẩm sp ocop hàng hóa mặt chủ thể cơ sở đơn vị nhà
doanh nghiệp htx hợp tác xã tổ chức cá nhân hộ sản xuất kinh doanh công ty địa chỉ điểm
bàn trụ nơi huyện thị thành phố tỉnh phường trấn phân hạng xếp loại sao kết quả đánh giá
tổng bình quân trung nhóm ngành bộ lĩnh vực ghi chú lưu ý hình thức công nhận mới lại đã
được đạt đăng ký tham gia đề nghị thông tin phần a b c i ii iii thành chấm hội đồng cấp
đại diện điện thoại thời hạn hiệu lực nâng cũ trước đây hiện tại tình trạng và của có
theo từ lần đầu đợt năm giấy chứng nhận quyết định ngày tháng họ sở hữu chức vụ số lượng
đvt tính kinh phí mức hỗ trợ thưởng tiền đồng giá mã địa phương liên hệ quy mô tr tp tx
dự thi danh mục loại diện hồ sơ đủ điều kiện trở lên qua so với quốc tối đa thang x hay
hoặc gcn sđt email người đứng ra làm tên thôn tổ ấp khóm bản buôn xóm làng bậc kết luận thêm
sau sửa nay nguyên ban hành nội dung
"""
_TITLE_WORDS = frozenset(_TITLES.split())


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of a table: its columns, and ``[first, stop)`` of the lines that hold them.

    ``names`` are the lowest titles of the columns, folded.
    """

    columns: tuple[Column | None, ...]
    first: int
    stop: int
    words: frozenset[str]
    names: tuple[str, ...]

    def repeats(self, line: Line) -> bool:
        """Whether a later row prints these titles again."""
        texts = [fold(cell.text) for cell in line.texts()]
        known = sum(text in self.words for text in texts)
        return len(texts) >= 2 and known * 2 > len(texts)


def titles_of(lines: Sequence[Line], first: int, stop: int) -> Titles | None:
    """The titles at or below ``first``: the first rows that title a list of products."""
    for at in range(first, min(stop, first + 12)):
        if not is_titled(lines[at]):
            continue
        end = at + 1
        while end < stop and _goes_on(lines[at:end], lines[end]):
            end += 1
        columns, names = _columns(lines[at:end])
        while end > at + 1 and not are_of_list(columns):
            end -= 1
            columns, names = _columns(lines[at:end])
        if not are_of_list(columns):
            return None
        texts = {fold(cell.text) for line in lines[at:end] for cell in line.texts()}
        return Titles(settled(columns, lines[end:stop]), at, end, frozenset(texts), names)
    return None


def is_titled(line: Line) -> bool:
    """Whether a row is one of titles: two or more that we know, and no row number."""
    texts = line.texts()
    if len(texts) < 2 or ORDINAL.fullmatch(texts[0].text.strip()):
        return False
    if titles_numbers(texts[0]):
        return True
    if any(len(text.text) > _LONGEST_TITLE for text in texts):
        return False
    known = [read_title([fold(text.text)]) for text in texts]
    found = [column for column in known if column is not None]
    return len(found) >= 2 and len(found) * 2 > len(texts) and _are_title_words(texts)


def titles_numbers(cell: Span) -> bool:
    """Whether a cell is "TT" or "STT": no product has that number, so its row is of titles."""
    return read_title([fold(cell.text)]) == Column(Holds.NUMBER)


_WORD = re.compile(r"[^\W\d_]+")


def _are_title_words(texts: Sequence[Span]) -> bool:
    """Whether nearly all words are those of titles: names of places and firms are not."""
    words = [word for text in texts for word in _WORD.findall(fold(text.text))]
    return bool(words) and sum(word in _TITLE_WORDS for word in words) >= 0.8 * len(words)


def _goes_on(head: Sequence[Line], line: Line) -> bool:
    """Whether a row is still one of titles: below a merged title, or numbers of columns."""
    if numbers_columns(line):
        return True
    above = {cell for row in head for cell in row.cells if cell.text.strip()}
    texts = line.texts()
    fresh = [text for text in texts if text not in above]
    if not fresh or len(line.cells) != len(head[0].cells):
        return False
    if any(ORDINAL.fullmatch(text.text.strip()) or len(text.text) > 60 for text in fresh):
        return False
    titles = [fold(text.text) for text in fresh]
    known = sum(read_title([title]) is not None or names_body(title) for title in titles)
    if not _are_title_words(fresh):
        return False
    return len(fresh) < len(texts) or (known == len(fresh) and len(fresh) >= 2)


def numbers_columns(line: Line) -> bool:
    """Whether a row only numbers the columns: "(1) | (2) | (3)", "A | B | 1 | 2"."""
    signs = [cell.text.strip().strip("()[]").lower() for cell in line.texts()]
    numbers = [int(sign) for sign in signs if sign.isdigit()]
    letters = [sign for sign in signs if not sign.isdigit()]
    return (
        len(numbers) >= 2
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and numbers[0] in (1, 2, 3)
        and all(len(sign) <= 1 or "=" in sign or "+" in sign for sign in letters)
        and len(signs) >= 3
    )


def _columns(head: Sequence[Line]) -> tuple[tuple[Column | None, ...], tuple[str, ...]]:
    """What the columns hold, and their lowest titles, folded."""
    width = max(len(line.cells) for line in head)
    columns: list[Column | None] = []
    lowest: list[Span | None] = []
    over: Span | None = None
    for index in range(width):
        spans: list[Span] = []
        over = _title_over(head, index, over)
        if over is not None and not head[0].cells[index].text.strip():
            spans.append(over)
        for line in head:
            if numbers_columns(line) or index >= len(line.cells):
                continue
            cell = line.cells[index]
            if cell.text.strip() and cell not in spans and len(cell.text) <= _LONGEST_TITLE:
                spans.append(cell)
        column = read_title([fold(span.text) for span in spans])
        if column is not None and column.holds is Holds.MARK:
            column = replace(column, title=spans[-1])
        columns.append(column)
        lowest.append(spans[-1] if spans else None)
    titles = tuple(fold(span.text) if span else "" for span in lowest)
    return with_repeats(without_old(columns, titles), titles, lowest), titles


def _title_over(head: Sequence[Line], index: int, left: Span | None) -> Span | None:
    """The title above a column; one that stands left of blanks goes over them as well.

    Sheets centre a title across cells without merging them: "Kết quả chấm", and below it
    "Cấp huyện", "Cấp tỉnh".
    """
    if len(head) < 2 or index >= len(head[0].cells) or index >= len(head[1].cells):
        return None
    below = head[1].cells[index]
    if not below.text.strip() or below == head[0].cells[index] or numbers_columns(head[1]):
        return None
    own = head[0].cells[index]
    return own if own.text.strip() else left
