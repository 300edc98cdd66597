"""Reports about papers of ours; one tells another number than the paper has rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from papers.truth import News, TestPaper, Told


def reports(papers: Mapping[str, TestPaper]) -> Iterator[News]:
    """The reports, about papers that exist."""
    for report in (_same(), _other()):
        assert report.about in papers
        yield report


def _same() -> News:
    return News(
        key="news-nghe-an",
        about="nghe-an-2022",
        date="2022-01-13",
        site="Báo Sông Lam",
        headline="Nghệ An có thêm 13 sản phẩm OCOP",
        lead="UBND tỉnh Nghệ An vừa ban hành Quyết định số 87/QĐ-UBND ngày 11/01/2022 công nhận 13 "
        "sản phẩm OCOP năm 2021.",
        paragraphs=(
            "Trong số này có 4 sản phẩm đạt 4 sao, 9 sản phẩm đạt 3 sao, đến từ nhiều huyện của "
            "tỉnh.",
            "Các sản phẩm được cấp Giấy chứng nhận có thời hạn 36 tháng.",
        ),
        told=(Told(13, (3, 4, 5)), Told(4, (4,)), Told(9, (3,))),
    )


def _other() -> News:
    """The reporter counted producers, or misread: the decision has 24 rows."""
    return News(
        key="news-phu-tho",
        about="phu-tho-2025",
        date="2025-12-15",
        site="Báo Đất Tổ",
        headline="Phú Thọ công nhận 26 sản phẩm OCOP",
        lead="Theo Quyết định số 4410/QĐ-UBND ngày 12/12/2025 của UBND tỉnh Phú Thọ, 26 sản phẩm "
        "của các chủ thể trên địa bàn tỉnh được công nhận OCOP đợt 1 năm 2025.",
        paragraphs=("Trong đó có 9 sản phẩm đạt 4 sao và 17 sản phẩm đạt 3 sao.",),
        told=(Told(26, (3, 4, 5)), Told(9, (4,)), Told(17, (3,))),
        differs=True,
    )
