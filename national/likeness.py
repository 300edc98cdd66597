"""When two printed names are one: spelling drifts between papers, sizes and grades do not."""

from __future__ import annotations

from extract.text.normalise import fold, strip_marks

_FORMS = (
    "hop tac xa nong nghiep",
    "hop tac xa",
    "htx nong nghiep",
    "htxnn",
    "htx nn",
    "htx",
    "to hop tac",
    "tht",
    "cong ty trach nhiem huu han",
    "cong ty co phan",
    "cong ty tnhh mtv",
    "cong ty tnhh",
    "cong ty cp",
    "cong ty",
    "doanh nghiep tu nhan",
    "dntn",
    "ho kinh doanh",
    "ho san xuat",
    "hkd",
    "co so san xuat",
    "co so",
    "ho",
)


def name_key(name: str) -> str:
    """Words of a name without accents, case and punctuation.

    >>> name_key("GẠO SẠCH Đông Hòa (5kg).")
    'gao sach dong hoa 5kg'
    """
    plain = strip_marks(fold(name))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def producer_key(name: str) -> str:
    """The name proper of a producer: without the words for what it is by law.

    >>> producer_key("HTX nông nghiệp Đông Hòa"), producer_key("Hộ kinh doanh Lò Thị May")
    ('dong hoa', 'lo thi may')
    """
    key = name_key(name)
    for form in _FORMS:
        if key.startswith(form + " "):
            return key.removeprefix(form + " ")
    return key


def numbers_differ(one: str, other: str) -> bool:
    """Whether two names (as keys) bear other numbers, as two goods of one producer do.

    A number that one name alone has tells a size that the other leaves out.

    >>> numbers_differ("gao st24", "gao st25"), numbers_differ("gao 5kg", "gao")
    (True, False)
    """
    mine, theirs = _numbers(one), _numbers(other)
    return bool(mine and theirs and mine != theirs)


def _numbers(key: str) -> set[str]:
    kept = "".join(c if c.isdecimal() else " " for c in key)
    return set(kept.split())
