"""Which words can be Vietnamese syllables: onset, rhyme and tone that go together.

A syllable of the written language is an onset (which may be missing), a rhyme, and a tone
whose mark stands on one letter of the rhyme (Hoàng Phê, *Chính tả tiếng Việt*: the table of
rhymes). The rules leave room for some fifteen thousand syllables, of which about seven
thousand are in use; words of other languages, and Vietnamese whose letters are wrong, are
mostly none of them. Only syllables without onset are so few that those in use are listed:
``khoản`` printed as "kho ản" is two possible syllables, but nobody says "ản".
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPS_TAKE = "\u0301\u0323"
"""A syllable that ends in p, t, c or ch has the tone sắc or nặng."""

_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay  ăc ăm ăn ăng ăp ăt  âc âm ân âng âp ât âu ây
e ec em en eng eo ep et  ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu  y
o oc oi om on ong op ot ooc oong  ô ôc ôi ôm ôn ông ôp ôt  ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
"""
_ROUND_RHYMES = """
oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
uân uâng uât uây uê uêch uên uênh uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu
"""
"""With the glide w between onset and vowel."""

_FRONT = "eêiy"
_ONSETS = "b c ch d đ g h k kh l m n ng nh p ph r s t th tr v x gh ngh"
_ROUND_ONSETS = "ch d đ h kh l n ng nh r s t th tr x"
_Q_RHYMES = """
a ac ach ai am an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây âu e en eo et ê ên êt
êch ênh êu i ich it ơ ơi ôc y ych yên yêt ynh yt yp yu ươ
"""
_Y_ONSETS = "hklmstv"
"""Onsets after which i is written y as well: kỹ thuật, lý, Mỹ, sỹ, tỷ."""

_EXCEPTIONS = "voan buýt phuy goá góa goòng xoong moóc uỵch uých kạn đắk đăk lắk lăk pắk păk krông"
"""Loans, and names of provinces and rivers that every official writes."""

_WITHOUT_ONSET = """
a à á ả ác ách ạch ai ái ải ám am ảm an án ang áng ảng anh ánh ảnh ao áo ảo ào áp át ạt
au áu ảu ay áy ảy ăm ẵm ăn ẳn ẵng ắng ăng ẳng ắp ắt âm ấm ầm ẩm ậm ân ấn ẩn ần âng ấp ập ất
ẩu âu ấu ẫu ấy ẩy ây e é è em ém én eng éc éo eo ẻo ẽo ẹo ẹp ép ê ế ếch êm ếm
ềm ễnh ềnh ểnh êu i ì ỉa ích ịch im ỉm in inh ịn ỉn ít ịt ìu ỉu
o ò ó ọc óc oi ói ỏi om òm ỏm õm ong óng òng ỏng õng óp ọp ót oa oà òa oá óa oách oạch
oai oái oải oàm oan oán oản oang oàng oảng oanh oánh oành oạp oát oạt oặt oắt oăng oẳng oe oè òe
oẻ ỏe oé óe oẹ ọe oen oeo ô ồ ố ổ ốc ộc ôi ồi ối ổi ôm ốm ồm ổm ôn ồn ổn ông ống ổng
ốp ộp ốt ột ơ ờ ở ơi ời ới ơm ỡm ờm ơn ớn ợp ớt
u ù ú ủ ụ ùa ua úa ủa ục úc ui úi ủi ụi um ùm úm ủm ụm ung ùng úng ủng úp ụp ụt út
uông uống uổng uốn uôm uất uẩn uân uây uẫy uế uể uề uê uếch uênh uềnh uơ uy uỳ ùy uý úy uỷ ủy
uỵ ụy uyên uyển uyn uýnh uỳnh ư ừ ưa ứa ựa ừa ức ực ưng ứng ừng ửng ựng ứt ưu ứu ửu
ước ượt ướt ươi ườn ưỡn ươn ươm ướm ướp ương ường ưởng ướng
y ý ỷ yêm yếm yểm yên yến yết yêu yếu yểu yểng yêng
"""

_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATION = re.compile(r"[A-ZĐƯ]{2,8}\Z")


def is_syllable(word: str) -> bool:
    """Whether ``word`` can be a Vietnamese syllable, in any case, composed or not.

    Examples: ``khoản``, ``QUYẾT``, ``gìn``, ``quý``, ``hoà`` and ``hòa``. Counter-examples:
    ``ản`` (nobody says it), ``n``, ``phẩ``, ``cac`` (a stop needs sắc or nặng), ``UBND``,
    ``nghÜa``.
    """
    return unicodedata.normalize("NFC", word.lower()) in syllables()


def share_of_syllables(text: str) -> float:
    """Share (0–1) of the words of ``text`` that are possible syllables; 1.0 without words.

    A word is a run of letters. Abbreviations in capitals (UBND, QĐ, OCOP) are not counted.
    """
    known = syllables()
    composed = unicodedata.normalize("NFC", text)
    words = [word for word in _WORD.findall(composed) if not _ABBREVIATION.match(word)]
    if not words:
        return 1.0
    return sum(word.lower() in known for word in words) / len(words)


@cache
def syllables() -> frozenset[str]:
    """All possible syllables, lower case, NFC, with tone marks in the old and new style."""
    made: set[str] = {*_EXCEPTIONS.split(), *_WITHOUT_ONSET.split()}
    for onset, rhyme in _pairs():
        for tone in _tones(rhyme):
            if onset + rhyme + tone == "gi":  # gì, gỉ, but nothing without a mark
                continue
            for at in _places(rhyme, onset):
                toned = rhyme[: at + 1] + tone + rhyme[at + 1 :]
                made.add(unicodedata.normalize("NFC", onset + toned))
    return frozenset(made)


def _pairs() -> list[tuple[str, str]]:
    """Onsets and the rhymes that can follow them in writing."""
    rhymes = _RHYMES.split()
    pairs = [(o, r) for o in _ONSETS.split() for r in rhymes if _may_follow(o, r)]
    pairs += [(o, r) for o in _ROUND_ONSETS.split() for r in _ROUND_RHYMES.split()]
    pairs += [("qu", r) for r in _Q_RHYMES.split()]
    pairs += [("gi", r) for r in rhymes if r[0] not in "iy"]
    # The i of the onset is also that of the rhyme: gì, gìn, giết, giếng.
    pairs += [("g", r) for r in rhymes if r[0] == "i" and r != "ia"]
    return pairs


def _may_follow(onset: str, rhyme: str) -> bool:
    """Spelling: k, gh, ngh before e ê i (and ky); c, g, ng before the rest."""
    if rhyme == "y":
        return onset in _Y_ONSETS
    if onset in ("k", "gh", "ngh"):
        return rhyme[0] in _FRONT
    if onset in ("c", "g", "ng"):
        return rhyme[0] not in _FRONT
    return onset != "p" or rhyme[0] in "aioôơuưeêăâ"


def _tones(rhyme: str) -> str | tuple[str, ...]:
    """The tone marks that a rhyme can bear; the level tone has none."""
    stopped = rhyme[-1] in "ptc" or rhyme.endswith("ch")
    return _STOPS_TAKE if stopped else ("", *_TONES)


def _places(rhyme: str, onset: str) -> tuple[int, ...]:
    """Where the tone mark may stand: two places where the old and the new style differ."""
    if rhyme in ("oa", "oe", "uy") and onset != "qu":
        return (0, 1)
    marked = [i for i, letter in enumerate(rhyme) if letter in "ăâêôơư"]
    if marked:
        return (marked[-1],)
    vowels = [i for i, letter in enumerate(rhyme) if letter in "aeiouy"]
    closed = vowels[-1] < len(rhyme) - 1
    if closed or len(vowels) == 3:
        return (vowels[-1],) if closed else (vowels[1],)
    glide = rhyme[:2] in ("oa", "oe") and len(vowels) > 1
    return (vowels[1],) if glide else (vowels[0],)
