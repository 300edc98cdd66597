"""How titles and the first words of articles tell what a paper does for products.

The rules are looked for in the bare view (without diacritics, ``view.bare``). Of a title the
act that stands first counts; of acts that begin at one word the rule that stands first here.
"""

from __future__ import annotations

from extract.anatomy.act_rule import IN, act_rule
from extract.anatomy.act_rules_of_terms import TERMS
from extract.mentions.rule import Rule
from extract.model import Act

_RESULT = "Phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP năm 2021"

TITLES: tuple[Rule[Act], ...] = (
    act_rule(
        "council",
        r"(?:thành lập|kiện toàn|củng cố) (?!sản phẩm)"
        r"|(?:thay đổi|bổ sung|điều chỉnh),?(?: bổ sung)? thành viên",
        Act.OTHER,
        "Sets up a council or group; its name holds the words of recognition.",
        "Thành lập Hội đồng đánh giá, phân hạng sản phẩm OCOP",
        "Về việc kiện toàn Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp thành phố",
        no=(_RESULT,),
    ),
    act_rule(
        "reward",
        r"khen thưởng|tặng (?:bằng|giấy|danh hiệu|thưởng)|(?<!\w)thưởng (?:cho|tiền|đối với)"
        r"|mức (?:hỗ trợ|thưởng|chi)",
        Act.OTHER,
        "Rewards, and the rates of support.",
        "Về việc tặng Bằng khen cho chủ thể có sản phẩm được công nhận",
        "Thưởng cho các sản phẩm OCOP đạt 4 sao",
        no=("Công nhận sản phẩm, tặng kèm danh sách",),
    ),
    act_rule(
        "money",
        rf"(?:hỗ trợ|phân bổ|cấp|giao|phê duyệt|bổ sung|tạm ứng|thu hồi|quyết toán){IN}{{0,24}}? "
        r"(?:kinh phí|dự toán|nguồn vốn|vốn |ngân sách|kế hoạch vốn|tiền |tạm ứng|nhà thầu)"
        r"|hỗ trợ (?:các )?(?:chủ thể|cơ sở|sản phẩm|phát triển)|lựa chọn nhà thầu",
        Act.OTHER,
        "Money: budgets, support, its recovery.",
        "Phân bổ kinh phí hỗ trợ hạ tầng thương mại cho các chủ thể OCOP",
        no=("Thu hồi Giấy chứng nhận sản phẩm OCOP", _RESULT),
    ),
    act_rule(
        "plan",
        r"(?:phê duyệt|ban hành|điều chỉnh|sửa đổi|bổ sung)"
        r"(?:,? (?:điều chỉnh|bổ sung|một số)){0,2}"
        r" (?:đề án|kế hoạch|chương trình|phương án|dự án|quy chế|quy định|quy trình|hướng dẫn|"
        r"(?:bộ )?tiêu chí|chính sách|nhiệm vụ|đề cương|thủ tục|sổ tay|tài liệu|mẫu)"
        r"|giao (?:chỉ tiêu|kế hoạch|nhiệm vụ)|công bố (?:danh mục )?thủ tục"
        r"|quy định (?:mức|chính|về)",
        Act.OTHER,
        "Plans, rules, tasks and procedures, which recognise nothing yet.",
        "Về việc giao chỉ tiêu phát triển sản phẩm OCOP công nhận mới năm 2022",
        "Ban hành Quy chế quản lý sản phẩm được công nhận",
        "Phê duyệt Kế hoạch đánh giá, phân hạng sản phẩm OCOP năm 2024",
        no=("Ban hành danh mục sản phẩm tham gia Chương trình", _RESULT),
    ),
    act_rule(
        "repeals_other",
        rf"(?:hủy bỏ|bãi bỏ|thay thế){IN}{{0,20}}? quyết định{IN}{{0,130}}?"
        r"(?:thành lập|kiện toàn|hội đồng|quy chế|quy định|kế hoạch|đề án|kinh phí)",
        Act.OTHER,
        "Puts a paper out of force that recognised nothing.",
        "Bãi bỏ Quyết định số 303/QĐ-UBND thành lập Hội đồng đánh giá sản phẩm OCOP",
        no=("Bãi bỏ Quyết định số 303/QĐ-UBND về công nhận sản phẩm OCOP",),
    ),
    act_rule(
        "other_scheme",
        r"công nhận(?: mới| lại)? (?:(?!sản phẩm|ocop|kết quả|hạng)\S{1,12} ){0,3}?"
        r"(?:làng nghề|nghề truyền thống|sáng kiến|danh hiệu|xã (?!một)|phường |thôn |vùng )"
        rf"|(?:công nhận|bình chọn|chứng nhận){IN}{{0,40}}? sản phẩm"
        r" (?:công nghiệp nông thôn|nông nghiệp chủ lực|chủ lực|làng nghề)",
        Act.OTHER,
        "Other schemes: craft villages, new rural communes, industrial products of the country.",
        "Công nhận xã đạt chuẩn nông thôn mới",
        "Công nhận sản phẩm công nghiệp nông thôn tiêu biểu cấp tỉnh",
        no=("Công nhận sản phẩm OCOP năm 2022", "Công nhận Mỗi xã một sản phẩm"),
    ),
    act_rule(
        "takes_back",
        rf"thu hồi(?!\w)(?! (?:kinh phí|vốn|tiền|tạm ứng|đất|dự toán|ngân sách)){IN}{{0,90}}?"
        r"(?:chứng nhận|ocop|sản phẩm|kết quả|công nhận|hạng|danh sách)",
        Act.REVOKES,
        "Takes certificates back.",
        "Về việc thu hồi Giấy chứng nhận đối với 17 sản phẩm OCOP",
        "V/v thu hồi, đưa ra khỏi danh sách 15 sản phẩm OCOP hết giá trị",
        no=("Thu hồi kinh phí hỗ trợ sản phẩm OCOP",),
    ),
    act_rule(
        "annuls",
        rf"(?:hủy bỏ|bãi bỏ|hủy){IN}{{0,30}}? (?:kết quả|giấy chứng nhận|việc công nhận|công nhận"
        rf"|quyết định{IN}{{0,110}}?(?:công nhận|phân hạng|chứng nhận|ocop))"
        r"|chấm dứt (?:hiệu lực|giá trị|việc sử dụng|quyền sử dụng|công nhận)",
        Act.REVOKES,
        "Annuls results, certificates, or the decision that gave them.",
        "Hủy bỏ kết quả phân hạng đối với 03 sản phẩm",
        "Bãi bỏ Quyết định số 303/QĐ-UBND về công nhận sản phẩm OCOP",
        "Chấm dứt hiệu lực Giấy chứng nhận sản phẩm OCOP",
        no=("Hủy bỏ cuộc họp",),
    ),
    act_rule(
        "strikes",
        rf"(?:xóa|loại|đưa|rút|gạch)(?: tên| bỏ)?{IN}{{0,80}}? khỏi "
        r"(?:danh sách|danh mục|hệ thống)(?! (?:sản phẩm )?(?:tham gia|đăng ký|dự))",
        Act.REVOKES,
        "Strikes products off the list of recognised ones.",
        "Xóa tên 11 sản phẩm OCOP khỏi danh sách sản phẩm còn hiệu lực",
        "Loại khỏi danh sách sản phẩm OCOP của tỉnh đối với 11 sản phẩm",
        no=("Đưa 05 sản phẩm ra khỏi danh mục đăng ký",),
    ),
    act_rule(
        "participants",
        r"(?:phê duyệt|ban hành|duyệt|công bố|thống nhất|lựa chọn|điều chỉnh|bổ sung)"
        rf"(?:,? (?:điều chỉnh|bổ sung|thay thế)){{0,2}} (?:danh mục|danh sách){IN}{{0,110}}?"
        r"(?<!\w)(?:tham gia|đăng ký|dự (?:thi|kỳ|đánh giá|chương|ocop)|ý tưởng|dự kiến|ưu tiên|"
        r"chuẩn hóa|phát triển mới)"
        rf"(?!{IN}{{0,90}}(?:đạt (?:hạng|từ|tiêu|chuẩn|\d)|được (?:công nhận|xếp|phân)))",
        Act.LISTS,
        "Who or what takes part: a list of entrants.",
        "Phê duyệt danh mục sản phẩm tham gia đánh giá, phân hạng Chương trình OCOP năm 2021",
        "V/v duyệt danh mục sản phẩm dự Chương trình OCOP 2023",
        "Điều chỉnh danh mục sản phẩm dự kỳ OCOP 2020",
        no=(
            _RESULT,
            "Phê duyệt danh sách sản phẩm tham gia Chương trình OCOP được công nhận 3 sao",
        ),
    ),
    act_rule(
        "entrants",
        rf"(?:phê duyệt|chấp thuận|thống nhất|lựa chọn) (?!kết quả|danh){IN}{{0,70}}?(?<!\w)"
        rf"(?:ý tưởng|sản phẩm{IN}{{0,60}}? (?:đăng ký )?tham gia "
        r"(?:chương trình|đánh giá|thi|ocop))",
        Act.LISTS,
        "The same without the word for a list: ideas, products that take part.",
        "Phê duyệt ý tưởng sản phẩm tham gia Chương trình OCOP năm 2020",
        "Phê duyệt 64 sản phẩm của 38 chủ thể tham gia Chương trình năm 2021",
        no=("Phê duyệt kết quả đánh giá sản phẩm tham gia Chương trình OCOP",),
    ),
    act_rule(
        "scores",
        r"(?:phê duyệt|công nhận|thông qua|xác nhận)(?: kết quả)?(?: chấm)? điểm"
        rf"(?!{IN}{{0,60}}(?:phân hạng|xếp hạng|hạng [34]|[34] sao))",
        Act.FORWARDS,
        "Scores of goods that go on to a higher body.",
        "Phê duyệt kết quả chấm điểm sản phẩm OCOP tiềm năng 5 sao năm 2021",
        no=("Phê duyệt kết quả chấm điểm và phân hạng sản phẩm OCOP", _RESULT),
    ),
    act_rule(
        "potential",
        r"(?:phê duyệt|công nhận|thông qua|xác nhận) (?:(?![34] sao|[.;\n]).){0,130}?"
        r"(?:tiềm năng (?:đạt )?(?:hạng )?(?:5|năm) sao"
        r"|(?<!\w)(?<!chương )(?:trình|đề nghị|đề xuất|gửi) (?:hội đồng )?(?:ocop )?(?:cấp )?"
        r"(?:trung ương|tw|bộ |quốc gia|ubnd tỉnh|tỉnh|thành phố))"
        r"(?![^.;\n]{0,120} (?:đạt |hạng ){0,2}[34] sao)",
        Act.FORWARDS,
        "Files of goods that only a higher body can recognise; beside none of 3 or 4 stars.",
        "Phê duyệt kết quả đánh giá sản phẩm tiềm năng 5 sao đề nghị Trung ương công nhận",
        "Thông qua danh sách sản phẩm đề nghị UBND tỉnh đánh giá",
        no=(
            _RESULT,
            "Công nhận 12 sản phẩm 4 sao, trong đó 01 sản phẩm tiềm năng 5 sao",
            "Công nhận 07 sản phẩm, gồm 01 sản phẩm tiềm năng 5 sao và 06 sản phẩm 4 sao",
        ),
    ),
    act_rule(
        "asks",
        r"đề nghị (?:\S{1,8} ){0,2}?(?:công nhận|đánh giá|phân hạng|xếp hạng)"
        rf"|(?:đề nghị|(?<!chương )(?<!quy )(?<!tờ )trình|gửi|đề xuất){IN}{{0,50}}?"
        r"(?:trung ương|bộ nông|bộ nn|hội đồng|quốc gia|ubnd|ủy ban|cấp tỉnh|tỉnh|thành phố)"
        rf"{IN}{{0,60}}?(?:đánh giá|phân hạng|công nhận|xem xét|xếp hạng)|chuyển hồ sơ",
        Act.FORWARDS,
        "Asks a higher body to assess.",
        "Đề nghị Bộ Nông nghiệp và Môi trường đánh giá hạng 5 sao 01 sản phẩm",
        "Chuyển hồ sơ 01 sản phẩm có điểm 76,5 về Văn phòng Điều phối tỉnh",
        no=(_RESULT, "Công nhận sản phẩm Chương trình OCOP tỉnh năm 2021 sau đánh giá"),
    ),
    act_rule(
        "council_meets",
        rf"(?<!mời )họp (?:của )?hội đồng{IN}{{0,60}}?(?:đánh giá|phân hạng|xếp hạng|chấm)",
        Act.FORWARDS,
        "Minutes of a council: its scores wait for the decision of the body that it advises.",
        "Biên bản họp Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh đợt 1 năm 2023",
        no=("Giấy mời họp Hội đồng đánh giá sản phẩm OCOP", _RESULT),
    ),
    act_rule(
        "amends",
        rf"(?:sửa đổi|đính chính)(?:,? bổ sung)?(?!\w){IN}{{0,90}}"
        r"|(?:điều chỉnh|thay đổi|cập nhật)(?:,? (?:bổ sung|sửa đổi)){0,2}(?: một số| lại)?"
        r" (?:nội dung|thông tin|tên|địa chỉ|chủ thể|phụ lục|quyết định|giấy chứng nhận|khoản|điều|"
        r"danh sách (?!sản phẩm (?:tham|đăng)))"
        rf"|bổ sung{IN}{{0,90}}? (?:vào|của|tại)"
        r" (?:(?:mục|phần|điểm|số thứ tự) \w{1,4} ?,? ?(?:của |tại )?)?"
        r"(?:phụ lục|danh sách|quyết định|điều|khoản)"
        rf"|cấp (?:lại|đổi){IN}{{0,90}}? do (?:thay đổi|đổi|mất|hỏng|thất lạc)|cấp đổi giấy",
        Act.AMENDS,
        "Amends another paper, or sets a name right.",
        "Sửa đổi, bổ sung một số điều của Quyết định số 12/QĐ-UBND công nhận sản phẩm OCOP",
        "Đính chính Quyết định số 12/QĐ-UBND",
        "Điều chỉnh tên chủ thể sản phẩm OCOP",
        "Bổ sung 05 sản phẩm vào Mục II Phụ lục kèm theo Quyết định số 12/QĐ-UBND",
        no=("Công nhận bổ sung kết quả đánh giá, phân hạng sản phẩm OCOP năm 2019",),
    ),
    *TERMS,
    act_rule(
        "recognises",
        r"(?<!không )(?<!chưa )(?<!đã )(?<!được )(?<!bị )(?<!chứng nhận )(?<!hạn )"
        r"(?:tái )?công nhận(?!\w)"
        rf"(?:{IN}{{0,110}}?(?:sản phẩm|ocop|kết quả|hạng|sao|mỗi xã)|\s?:)",
        Act.RECOGNISES,
        "Recognises; what was recognised before is only cited.",
        "Công nhận sản phẩm OCOP 4 sao tỉnh Đắk Lắk (đợt 2, năm 2024)",
        "Công nhận lại, gia hạn Giấy chứng nhận sản phẩm OCOP (đợt 1 năm 2026)",
        no=(
            "Sản phẩm đã được công nhận",
            "Không công nhận 07 sản phẩm",
            "hỗ trợ sản phẩm được công nhận OCOP",
        ),
    ),
    act_rule(
        "approves",
        rf"(?:phê duyệt|công bố|xác nhận)(?: \S{{1,10}}){{0,2}}? kết quả{IN}{{0,60}}?"
        r"(?:đánh giá|phân hạng|xếp hạng|xếp loại|ocop|đối với|cấp giấy)"
        r"|(?:phê duyệt|công bố|xác nhận|(?<!giấy )(?<!được )(?<!đã )chứng nhận)"
        r"(?: danh (?:sách|mục))?(?: các)?(?: \d{1,4})? sản phẩm"
        rf"{IN}{{0,90}}?(?<!\w)(?:đạt|được công nhận|được xếp)",
        Act.RECOGNISES,
        "Approves the result of an assessment.",
        _RESULT,
        "Công bố sản phẩm đạt OCOP tỉnh lần 1 năm 2020",
        "Phê duyệt danh sách sản phẩm tham gia Chương trình OCOP được công nhận 3 sao",
        "Chứng nhận 12 sản phẩm đạt 3 sao",
        no=(
            "Giấy chứng nhận sản phẩm đạt 3 sao",
            "Phê duyệt danh mục sản phẩm tham gia Chương trình",
        ),
    ),
    act_rule(
        "ranks",
        r"(?<!đánh giá, )(?<!đánh giá và )(?<!đánh giá )(?:phân hạng|xếp hạng)(?!\w)"
        rf"{IN}{{0,90}}?(?:sản phẩm|ocop)",
        Act.RECOGNISES,
        "Ranks products, without the word of assessment before.",
        "Phân hạng và cấp Giấy chứng nhận sản phẩm OCOP thành phố năm 2024",
        no=("Hội đồng đánh giá, phân hạng sản phẩm",),
    ),
    act_rule(
        "upgrades",
        rf"(?<!đề nghị )(?<!đăng ký )nâng (?:hạng|cấp|sao)(?!\w){IN}{{0,60}}?(?:sản phẩm|sao)",
        Act.RECOGNISES,
        "Moves recognised products up a class.",
        "Nâng hạng từ 3 sao lên 4 sao cho 02 sản phẩm",
        no=("đề nghị nâng hạng 02 sản phẩm",),
    ),
    act_rule(
        "certifies",
        r"(?<!thu hồi )(?<!đã )(?<!được )cấp (?:mới )?(?:lại )?giấy (?:chứng nhận|công nhận)"
        rf"{IN}{{0,90}}?(?:sản phẩm|ocop|hạng|sao|cho)(?!{IN}{{0,60}}do (?:thay đổi|mất|hỏng))",
        Act.RECOGNISES,
        "Gives certificates.",
        "Cấp Giấy chứng nhận sản phẩm OCOP năm 2021",
        no=("thu hồi Giấy chứng nhận đã cấp cho 11 sản phẩm",),
    ),
)
"""Acts as titles and the first words of articles tell them."""

RULES = TITLES
