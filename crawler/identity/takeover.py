"""Pages of somebody else at a publisher's address: sold, expired, hacked, another's site.

Expired names of Vietnamese sites were seen to become betting pages, one of them with a
scrambled OCOP story on it. A story on a betting raid uses the same words; it does not
invite to play, and it names those who raid.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from crawler.identity.codes import Code
from crawler.identity.face import Face
from crawler.identity.rule import THIN, Rule, both, either, headline, notice, source, thin

_GAMES = re.compile(
    r"\b(?:nhà cái|casino|cá cược|cá độ bóng đá|soi kèo|kèo (?:nhà cái|bóng đá|châu [áâ]u?)|"
    r"tài xỉu|xóc đĩa|nổ hũ|bắn cá đổi thưởng|game bài|đánh bài online|lô đề(?: online)?|"
    r"xổ số online|baccarat|roulette|jackpot|poker online|slot (?:game|gacor|online|88)|"
    r"đá gà (?:trực tiếp|online|thomo)|trò chơi đổi thưởng|đổi thưởng|sportsbook|betting|"
    r"judi online|togel|situs slot|博彩|彩票|棋牌|คาสิโน|สล็อต|"
    r"(?:\d{2,3}|fb|w|m|f8|go|ku|kwin|sun|one|v9|vn|bk|new|hi|five|jun|shb|mu|qh|i9|ok|hb|hit)"
    r"-?(?:bet|88|casino|win)(?:\d{0,3})\b)"
)
_LURES = re.compile(
    r"\b(?:link (?:vào|đăng nhập|truy cập)|trang chủ chính thức|chính chủ|"
    r"(?:tặng|nhận|thưởng) (?:ngay )?\d{1,4} ?(?:k|tr|usdt?)\b|nạp rút|cược (?:ngay|miễn phí)|"
    r"chơi ngay|tân thủ|(?:hội|thành) viên mới|tỷ lệ (?:kèo|thưởng)|daftar|free spins?|"
    r"welcome offer)"
)
"""What only those say who invite to play."""
_INVITES = re.compile(
    r"\b(?:đăng ký|đăng nhập|khuyến mãi|nạp (?:tiền|lần)|rút tiền|hoàn trả|tải app|đại lý|"
    r"uy tín|số 1|đẳng cấp|top \d{1,2}|hoa hồng|login|bonus|sign up)"
)
"""What other sellers say as well."""
_LAW = re.compile(
    r"\b(?:công an|cảnh sát|triệt phá|khởi tố|bắt (?:giữ|tạm giam|quả tang|khẩn cấp)|bị can|"
    r"đường dây|chuyên án|xét xử|toà án|tòa án|viện kiểm sát|đánh bạc|phạm tội|xử phạt|"
    r"cảnh báo|lừa đảo|nghị định|luật|bộ (?:công an|tài chính)|tệ nạn|trá hình|du lịch)\b"
)


def _gambling(face: Face) -> str:
    """Games in the title, several games and invitations on the page, and nobody who raids.

    A short page needs two games or invitations beside that of its title; a long one, which
    may be a report, three of each.
    """
    game = _GAMES.search(face.title)
    head = " ".join((face.title, *face.headings[:3], face.meta.get("description", "")))
    if game is None or _LAW.search(head):
        return ""
    page = f"{head} {face.text[:20_000]}"
    games, lures, invites, raids = (
        len(set(words.findall(page))) for words in (_GAMES, _LURES, _INVITES, _LAW)
    )
    least = 1 if face.prose < THIN else 3
    invited = lures + invites
    enough = lures and min(games, invited) >= least and games + invited >= least + 3
    return game[0] if enough and invited > raids else ""


# Pieces of names that many publishers share.
_SHARED = """
báo điện tử đài truyền hình phát thanh ptth pt th tạp chí tin tức news trang web website online
cổng thông ttđt giao tiếp chính thức trang_chủ chủ home portal index default của cơ quan và
tỉnh thành phố tp huyện xã phường địa phương ubnd ủy ban nhân dân hđnd đảng bộ chi cục sở công
nn ptnt nông nghiệp môi trường triển thôn mới văn phòng điều phối ntm khuyến ocop
the of việt nam vietnam vn com gov
"""
_GENERIC = frozenset(_SHARED.split())
_OTHER = re.compile(r"[^a-z0-9]+")
_LETTER = re.compile(r"[^\W\d_]+")


def squeezed(text: str) -> str:
    """Letters and digits without accents and blanks: how names stand in addresses."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return _OTHER.sub("", plain.encode("ascii", "ignore").decode())


def own_words(name: str) -> list[str]:
    """What tells a name from others of its kind: ``Báo Hà Giang`` gives ``hà giang``."""
    return [word for word in _LETTER.findall(name.lower()) if word not in _GENERIC]


def speaks_as(face: Face, names: Iterable[str], host: str = "") -> bool:
    """Whether a page says one of its publisher's names anywhere, or that of its host."""
    label = squeezed(host.removeprefix("www.").split(".")[0])
    known = [squeezed("".join(own_words(name))) for name in names]
    # "Huế" without its accents stands in many words.
    wanted = [name for name in (*known, label if len(label) > 5 else "") if len(name) > 3]
    site = squeezed(face.meta.get("og:site_name", ""))
    if any(name in site for name in wanted):
        return True
    said = squeezed(face.spoken)
    return any(name in said for name in wanted)


def other_name(face: Face, names: Iterable[str], host: str) -> str:
    """The name that a page gives itself when it is another's and no publisher's is told."""
    own = face.meta.get("og:site_name") or face.meta.get("application-name") or ""
    known = [name for name in names if own_words(name)]
    if not own_words(own) or not known or speaks_as(face, known, host):
        return ""
    return own


_OTHER_SCRIPT = re.compile(
    r"[\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_EDITION = re.compile(r"/(?:en|eng|english|zh|cn|china|ru|fr|lo|km|khmer|kr|jp|ja|ko|th)(?:/|$|\?)")


def other_script(face: Face, asked: str) -> str:
    """A page whose letters are mostly not Latin, and that is no edition in another language."""
    if _EDITION.search(asked.lower()) or re.search(r"//(?:en|cn|zh|ru|fr|km|lo)\.", asked.lower()):
        return ""
    told = f"{face.title} {face.text[:5000]}"
    letters = sum(map(str.isalpha, told))
    foreign = _OTHER_SCRIPT.findall(told)
    return "".join(foreign[:20]) if letters > 40 and len(foreign) * 2 > letters else ""


GAMBLING = Rule(
    "gambling.invites",
    Code.GAMBLING,
    _gambling,
    "Betting pages on expired names and in sites that were broken into; of any length.",
    (
        "<title>Nhà cái 789BET - Link vào trang chủ chính thức 2026</title><h1>789BET</h1><p>Đăng "
        "ký nhận 88k, nạp rút nhanh, tải app chơi ngay, uy tín hàng đầu.</p>",
        "<title>Tài xỉu online uy tín nhất - Nổ hũ</title><p>Khuyến mãi nạp lần đầu, tặng ngay "
        "100k cho tân thủ, chơi ngay hôm nay.</p>",
        "<title>Situs Slot Gacor Hari Ini</title><h1>slot online</h1><p>Daftar, login, bonus "
        "member.</p>",
    ),
    (
        "<title>Triệt phá đường dây cá độ bóng đá nghìn tỷ</title><p>Các đối tượng lập nhà cái, "
        "mời đăng ký tài khoản, nạp tiền, tải app, chơi ngay.</p>",
        "<title>Cá cược trá hình: những lời mời ngọt ngào</title><p>Công an tỉnh khởi tố nhóm mời "
        "người dân nạp tiền, tải app để đánh bạc; tòa án sẽ xét xử.</p>",
        "<title>Du lịch Phú Quốc có casino</title><p>Khách du lịch tăng mạnh.</p>",
        "<title>Vân Đồn mời nhà đầu tư casino</title><p>Ba nhà đầu tư uy tín đăng ký tham gia.</p>",
        "<title>Đăng ký nhận 88 sản phẩm OCOP</title><p>Đại lý uy tín nhất, tải app mua hàng.</p>",
    ),
)

PARKED = Rule(
    "parked.domain",
    Code.PARKED,
    both(
        thin,
        either(
            headline(
                r"(?:this |the )?domain (?:name )?(?:is |may be |has |\S{3,60} )?(?:is )?"
                r"(?:for sale|expired|parked|registered)|buy this domain|domain parking|"
                r"\S{3,60} is for sale|parked domain"
            ),
            notice(
                r"(?:.{0,60} )?tên miền (?:này |\S{3,60} )?(?:đã |đang |hiện )?(?:được )?"
                r"(?:hết hạn|rao bán|cần bán|bán|đăng ký thành công|chưa được trỏ)|"
                r"this domain (?:name )?(?:is for sale|has expired|is parked|is registered)|"
                r"the owner of .{3,60} is offering it for sale"
            ),
            source(
                r"sedoparking\.com|parkingcrew\.net|bodis\.com|parklogic|above\.com/marketplace|"
                r"dan\.com/buy|hugedomains\.com|afternic\.com/forsale|parking\.\w{2,20}\.vn"
            ),
        ),
    ),
    "What registrars and sellers of names show.",
    (
        "<title>baoa.vn is for sale</title><h1>Buy this domain</h1>",
        "<title>Domain</title><p>Tên miền này đã hết hạn. Liên hệ nhà đăng ký.</p>",
        "<title>baoa.vn</title><script src='https://img.sedoparking.com/x.js'></script>",
        "<title>Thông báo</title><h1>Tên miền baoa.vn đã được đăng ký thành công</h1>",
    ),
    ("<title>Tên miền .vn</title><h1>Bộ khuyến khích hợp tác xã dùng tên miền .vn</h1>",),
)
