"""Pages that refuse, or say that there is nothing, often with status 200."""

from __future__ import annotations

from datetime import UTC, timedelta
from email.utils import format_datetime

from town.faults.fault import Fault, Ordinary
from town.wire import Answer, Request, page, see


class Says(Fault):
    """A fixed page. Subclasses say which."""

    status = 200
    html = ""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The page."""
        return page(f"<!DOCTYPE html><html>{self.html}</html>", status=self.status)


class SoftNotFound(Says):
    """200 with "trang không tồn tại" and links around: gone, not an article."""

    html = (
        '<head><meta charset="utf-8"><title>Thông báo</title></head><body><header>'
        '<a href="/">Trang chủ</a></header><div class="content"><h1>Thông báo</h1>'
        "<p>Trang không tồn tại hoặc đã bị xóa. Mời bạn xem các tin OCOP khác.</p></div></body>"
    )


class Captcha(Says):
    """A question for humans with 200: refused, must not be answered nor stored."""

    html = (
        '<head><meta charset="utf-8"><title>Xác minh truy cập</title>'
        '<script src="https://www.google.com/recaptcha/api.js" async defer></script></head>'
        '<body><form action="/verify" method="post"><p>Vui lòng xác nhận bạn không phải là '
        'người máy để tiếp tục.</p><div class="g-recaptcha" data-sitekey="6Lc"></div>'
        "</form></body>"
    )


class ScriptChallenge(Says):
    """A firewall's page that a script must pass, with 503: refused."""

    status = 503
    html = (
        '<head><title>Just a moment...</title><meta http-equiv="refresh" content="35"></head>'
        "<body><noscript>Enable JavaScript and cookies to continue</noscript>"
        '<script src="/cdn-cgi/challenge-platform/h/g/orchestrate/jsch/v1"></script></body>'
    )


class RequestRejected(Says):
    """F5's firewall: "Request Rejected" with 200 and a support number: refused."""

    html = (
        "<head><title>Request Rejected</title></head><body>The requested URL was rejected. "
        "Please consult with your administrator.<br><br>Your support ID is: "
        "14682372610894035411<br><br><a href='javascript:history.back();'>[Go Back]</a></body>"
    )


class Incapsula(Says):
    """Imperva's firewall: a frame and an incident number with 200: refused."""

    html = (
        '<head><meta name="robots" content="noindex,nofollow"></head><body>'
        '<iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=23&incident_id=721-9" '
        'width="100%">Request unsuccessful. Incapsula incident ID: 721000980-9</iframe></body>'
    )


class AccessDenied(Says):
    """A ministry's page "Thông báo từ chối truy cập" with 200: refused."""

    html = (
        '<head><meta charset="utf-8"><title>Thông báo từ chối truy cập</title></head><body>'
        "<h2>Thông báo từ chối truy cập</h2><p>Truy cập của bạn bị từ chối theo chính sách an "
        "toàn. Mã tham chiếu: 8F2C-11.</p></body>"
    )


class TroubledSystem(Says):
    """ "Hệ thống đang gặp vấn đề" with 200: broken for now, asked again later."""

    html = (
        '<head><meta charset="utf-8"><title>Thông báo</title></head><body><p>Hệ thống đang gặp '
        "vấn đề, xin quý khách vui lòng quay lại sau.</p></body>"
    )


class Maintenance(Says):
    """A page on maintenance with 200: broken for now, asked again later."""

    html = (
        '<head><meta charset="utf-8"><title>Bảo trì</title></head><body><h1>Website đang bảo '
        "trì</h1><p>Chúng tôi sẽ trở lại sau ít phút.</p></body>"
    )


class TakenOver(Says):
    """A stranger's betting page under the old name: taken over, never stored."""

    html = (
        '<head><meta charset="utf-8"><title>Nhà cái uy tín - Đăng ký nhận 100k</title>'
        '<meta name="description" content="Cá cược bóng đá, nổ hũ, casino trực tuyến"></head>'
        "<body><h1>Nhà cái số 1</h1><p>Cá cược thể thao, xổ số, casino. Tặng 50 sản phẩm OCOP "
        'cho hội viên mới.</p><a href="https://casino.example/dang-ky">Đăng ký</a></body>'
    )


class Parked(Says):
    """The name is for sale: taken over, never stored."""

    html = (
        "<head><title>baotinh.example is for sale</title></head><body><h1>This domain is for "
        "sale</h1><p>Buy this domain. The owner offers it for 2,988 USD.</p></body>"
    )


class EmptyPage(Fault):
    """200 without a byte: broken."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Nothing."""
        return Answer()


class Status(Fault):
    """A status and a short page; 401, 403, 404, 410, 451, 500, 502, 504 as they are wanted."""

    def __init__(self, status: int) -> None:
        self.status = status

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The status."""
        return page(f"<html><body><h1>{self.status}</h1></body></html>", status=self.status)


class TooManyRequests(Fault):
    """429 with Retry-After in seconds: the host must be left alone for so long."""

    def __init__(self, seconds: int = 120) -> None:
        self.seconds = seconds

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Later."""
        return Answer(status=429, headers=(("Retry-After", str(self.seconds)),))


class TooManyRequestsUntil(TooManyRequests):
    """429 with Retry-After as an HTTP date, ``seconds`` after the time of the town."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Not before then."""
        until = (self.town.now + timedelta(seconds=self.seconds)).astimezone(UTC)
        return Answer(status=429, headers=(("Retry-After", format_datetime(until, usegmt=True)),))


class Unavailable(Fault):
    """503, with Retry-After or without: a failure, asked again later, for a whole day if need."""

    def __init__(self, seconds: int | None = None) -> None:
        self.seconds = seconds

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Not now."""
        wait = () if self.seconds is None else (("Retry-After", str(self.seconds)),)
        return Answer(status=503, headers=wait)


class CookieWall(Fault):
    """Without its cookie the page redirects to itself and sets it: refused, or a loop ended."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The page for who shows the cookie."""
        if "D1N=" in request.headers.get("cookie", ""):
            return ordinary()
        return see(request.target, 302).with_headers(("Set-Cookie", "D1N=f31a; path=/"))


class NoAgentNoPage(Fault):
    """403 for who does not say who he is: a crawler that says so gets the page."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The page for named askers."""
        return ordinary() if request.headers.get("user-agent") else Answer(status=403)
