"""Pages that programs print when they fail, when they are mended, or when nobody pays."""

from __future__ import annotations

from crawler.identity.codes import Code
from crawler.identity.rule import (
    Rule,
    bare,
    both,
    either,
    headline,
    lead,
    notice,
    source,
    text,
    thin,
    title,
)

RULES: tuple[Rule, ...] = (
    Rule(
        "error.asp_net",
        Code.ERROR_PAGE,
        both(
            either(
                title(r"^runtime error$|server error in '/"),
                both(thin, headline(r"server error in '/.{0,80}' application")),
            ),
            either(
                text(r"(?:exception details|stack trace|source error|description): ?"),
                source(r"<customerrors"),
            ),
        ),
        "The yellow page of ASP.NET, with a stack trace or without.",
        (
            "<html><head><title>Runtime Error</title></head><body><h1>Server Error in '/' "
            "Application.<hr></h1><h2><i>Runtime Error</i></h2><b> Description: </b>An application "
            "error occurred on the server.</body></html>",
            "<title>Object reference not set to an instance of an object.</title><h1>Server Error "
            "in '/tintuc' Application.</h1><b>Exception Details: </b>System.Null<br><b>Stack "
            "Trace:</b><table><tr><td><code><pre>[NullReferenceException]</pre></code></table>",
        ),
        ("<title>Runtime error là gì</title><h1>Runtime error là gì và cách xử lý</h1>",),
    ),
    Rule(
        "error.trace",
        Code.ERROR_PAGE,
        both(
            thin,
            either(
                text(
                    r"(?:fatal|parse) error: |uncaught (?:\w{0,30}exception|error)|"
                    r"java\.(?:lang|sql|io|net)\.\w{1,40}(?:exception|error)|javax\.servlet\.|"
                    r"traceback \(most recent call last\)|sqlstate\[|"
                    r"warning: (?:mysqli?_|pdo|include|require|file_get)|"
                    r"system\.\w{1,30}(?:\.\w{1,30}){0,4}exception: |srve\d{4}e|"
                    r"you have an error in your sql syntax|whoops, looks like something went wrong"
                ),
                headline(
                    r"http status (?:[45]\d\d)|error 5\d\d|(?:5\d\d )?internal server error|"
                    r"error establishing a database|database (?:connection )?error|"
                    r"lỗi kết nối (?:cơ sở dữ liệu|csdl|database)|whitelabel error page|"
                    r"application error|(?:502 )?bad gateway|(?:504 )?gateway time-?out|"
                    r"(?:503 )?service (?:temporarily )?unavailable|lỗi (?:máy chủ|hệ thống|500)"
                ),
            ),
        ),
        "PHP, Java, WordPress, Liferay, WebSphere, Django, SQL: nothing but the error is shown.",
        (
            "<br /><b>Fatal error</b>: Uncaught Error: Call to a member function rows() on bool in "
            "/home/web/index.php:12",
            "<title>HTTP Status 500 – Internal Server Error</title><h1>HTTP Status 500</h1>"
            "<p>java.lang.NullPointerException</p>",
            "<title>Database Error</title><h1>Error establishing a database connection</h1>",
            "<title>Cổng</title><p>Lỗi kết nối cơ sở dữ liệu, xin quay lại sau</p><h1>Lỗi hệ "
            "thống</h1>",
            "<title>502 Bad Gateway</title><center><h1>502 Bad Gateway</h1></center>",
        ),
        ("<title>Lỗi hẹn</title><h1>Máy chủ mới của trung tâm dữ liệu</h1>",),
    ),
    Rule(
        "error.portal",
        Code.ERROR_PAGE,
        both(
            thin,
            notice(
                r"(?:sorry, )?something went wrong|rất tiếc, đã (?:xảy ra|có) (?:lỗi|sự cố)|"
                r"đã (?:xảy ra|có) lỗi|có lỗi xảy ra|(?:the |this )?portlet is temporarily|"
                r"(?:an )?unexpected (?:error|problem)|an error (?:has )?occurred|"
                r"hệ thống (?:đang )?gặp (?:vấn đề|sự cố|lỗi)|"
                r"(?:có )?sự cố (?:kỹ thuật|hệ thống)"
            ),
        ),
        "Portals that catch the error and say so (SharePoint, Liferay, a ministry's own words).",
        (
            "<title>Lỗi</title><h1>Rất tiếc, đã xảy ra lỗi</h1><p>Correlation ID: 8a-11</p>",
            "<title>Cổng thông tin</title><p>Hệ thống đang gặp vấn đề, vui lòng thử lại sau.</p>",
            "<title>Error</title><h2>An unexpected error has occurred.</h2>",
        ),
        ("<title>Tin</title><h1>Hệ thống thủy lợi gặp hạn: dân lo</h1>",),
    ),
    Rule(
        "maintenance.notice",
        Code.MAINTENANCE,
        both(
            thin,
            notice(
                r"(?:.{0,60} )?(?:website|trang web|trang tin|trang|hệ thống|cổng thông tin"
                r"(?: điện tử)?|báo điện tử|máy chủ|chúng tôi) (?:hiện |tạm thời )?(?:đang )?"
                r"(?:được |trong (?:quá trình |thời gian )?|tiến hành |tạm )?"
                r"(?:bảo trì|nâng cấp|bảo dưỡng|ngừng hoạt động|đóng cửa|ngưng hoạt động)|"
                r"(?:đang )?bảo trì(?: hệ thống)?(?:$|\.|,|!)|"
                r"(?:website|site|system|we are|we're|down|page is) "
                r"(?:is )?(?:currently )?(?:under|undergoing|down for|closed for|for) "
                r"(?:scheduled |routine )?maintenance|under (?:maintenance|construction)|"
                r"maintenance mode|site temporarily unavailable"
            ),
        ),
        "The site says that it is being mended (NukeViet, Joomla and WordPress have such modes).",
        (
            "<title>Bảo trì</title><h1>Website đang bảo trì</h1><p>Xin quay lại sau.</p>",
            "<title>Cổng A</title><p>Hệ thống đang được nâng cấp, mong quý vị thông cảm.</p>",
            "<title>Site Maintenance</title><h1>We are currently under maintenance</h1>",
            "<title>Báo A</title><p>Kính thưa bạn đọc, trang tin tạm thời ngừng hoạt động để nâng "
            "cấp.</p>",
        ),
        (
            "<title>Nâng cấp đường liên xã</title><h1>Nâng cấp hệ thống điện cho hợp tác xã</h1>",
            "<title>Bảo trì máy móc mùa vụ: việc cần làm ngay</title><h1>Bảo trì máy móc mùa vụ: "
            "việc cần làm ngay</h1>",
        ),
    ),
    Rule(
        "suspended.hosting",
        Code.SUSPENDED,
        both(
            thin,
            either(
                headline(
                    r"account suspended|this account has been suspended|(?:this )?(?:web ?site|"
                    r"site|hosting|domain) (?:is |has been |was )?(?:suspended|disabled)|"
                    r"(?:tài khoản|hosting|website|trang web|dịch vụ)(?: này)? (?:của bạn )?"
                    r"(?:đã |đang )?(?:bị )?(?:tạm ngưng|tạm khoá|tạm khóa|đình chỉ|hết hạn|khóa)"
                ),
                source(r"/cgi-sys/suspendedpage\.cgi"),
                both(bare(80), lead(r"bandwidth limit exceeded|website đã hết băng thông")),
            ),
        ),
        "Hosting that was not paid or used too much.",
        (
            "<title>Account Suspended</title><h1>Account Suspended</h1><p>This Account has been "
            "suspended. Contact your hosting provider.</p>",
            "<title>Thông báo</title><h2>Website này đã bị tạm ngưng</h2>",
        ),
        ("<title>Tin</title><h1>Dịch vụ phà tạm ngưng vì bão</h1>",),
    ),
    Rule(
        "default.server",
        Code.SERVER_DEFAULT,
        both(
            thin,
            either(
                title(
                    r"^(?:welcome to nginx|apache2? .{0,30}default page|iis windows(?: server)?|"
                    r"test page for|default (?:web site|plesk) page|index of /|plesk|"
                    r"directadmin default|web server's default page|it works|"
                    r"welcome to (?:caddy|openresty|centos|your new))"
                ),
                headline(r"it works!$|index of /"),
            ),
        ),
        "A server that was set up anew, or shows its folders.",
        (
            "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>",
            "<title>IIS Windows Server</title><img src=iisstart.png>",
            "<title>Index of /</title><h1>Index of /</h1><a href=cgi-bin/>cgi-bin/</a>",
        ),
        ("<title>Báo A - trang nhất</title><a href=/1.html>Tin</a>",),
    ),
)
