"""The doubts of rows of annexes, in words."""

from __future__ import annotations

from ocop.phrases import Lang

DOUBTS: dict[Lang, dict[str, str]] = {
    Lang.EN: {
        "producer_missing": "no producer is named",
        "row_split": "one cell named several products",
        "several_products": "perhaps several products in one cell",
        "stars_unknown": "nothing tells the stars",
        "stars_unread": "the cell of the stars holds something else",
        "score_unread": "the cell of the points holds something else",
        "stars_outside": "no class from 1 to 5",
        "score_over_100": "more than 100 points",
        "stars_against_head": "the head above the row tells other stars",
        "several_marks": "more than one class is marked",
        "not_recognised": "the row says that the product did not pass",
        "standing_unknown": "nothing says what the list does for its products",
        "excerpt": "the list leaves rows out",
        "ocr_unsure": "the scan is hard to read here",
        "rows_against_head": "the head prints another number than there are rows",
        "rows_against_total": "the total is another number than there are rows",
        "rows_against_text": "the text tells another number than there are rows",
        "number_gap": "a number is missing in the numbers of the rows",
        "number_repeated": "the number of the row repeats",
        "score_against_stars": "the points are those of another class",
        "duplicate_row": "another row names the same product",
    },
    Lang.VI: {
        "producer_missing": "không nêu chủ thể",
        "row_split": "một ô nêu nhiều sản phẩm",
        "several_products": "có thể có nhiều sản phẩm trong một ô",
        "stars_unknown": "không nêu hạng sao",
        "stars_unread": "ô hạng sao có nội dung khác",
        "score_unread": "ô điểm có nội dung khác",
        "stars_outside": "hạng không nằm trong 1–5 sao",
        "score_over_100": "điểm lớn hơn 100",
        "stars_against_head": "đề mục phía trên nêu hạng sao khác",
        "several_marks": "đánh dấu nhiều hơn một hạng sao",
        "not_recognised": "dòng ghi sản phẩm không đạt",
        "standing_unknown": "không rõ danh sách dùng để làm gì",
        "excerpt": "danh sách chỉ trích một phần",
        "ocr_unsure": "bản quét khó đọc ở chỗ này",
        "rows_against_head": "số trong đề mục khác số dòng",
        "rows_against_total": "số tổng cộng khác số dòng",
        "rows_against_text": "số trong văn bản khác số dòng",
        "number_gap": "số thứ tự bị nhảy",
        "number_repeated": "số thứ tự bị lặp",
        "score_against_stars": "điểm không ứng với hạng sao",
        "duplicate_row": "một dòng khác nêu cùng sản phẩm",
    },
}
