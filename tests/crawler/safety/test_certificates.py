"""TLS that does not hold is never used, and what is wrong with it has a name and advice."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from asking import Crawled, Outcome
from town import Town
from town.faults import tls

Ask = Callable[..., Outcome]
Crawl = Callable[..., Crawled]
NAME = "baocantho"


@pytest.fixture(autouse=True)
def _trust(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The town's authority is the one that this machine trusts."""
    root = tmp_path / "authority.pem"
    root.write_bytes(town.authority.pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(root))


def test_a_certificate_in_order_is_no_trouble(ask: Ask, town: Town) -> None:
    assert ask(root=town.secure(NAME)).body


@pytest.mark.parametrize(
    ("way", "code", "advice"),
    [
        (tls.Expired, "tls_expired", "tell the site's operator"),
        (tls.NotYetValid, "tls_not_yet_valid", "tell the site's operator"),
        (tls.SelfSigned, "tls_self_signed", "never turn verification off"),
        (tls.WrongHost, "tls_wrong_host", "look for the host that the certificate names"),
        (tls.MissingLink, "tls_broken_chain", "must send its intermediate certificate"),
        (tls.OldProtocol, "tls_old_protocol", "tell the site's operator"),
        (tls.WeakDh, "tls_weak", "tell the site's operator"),
    ],
)
def test_tls_expired_wrong_host_and_old_chain_are_named_with_advice(
    ask: Ask, town: Town, way: type[tls.Tls], code: str, advice: str
) -> None:
    outcome = ask(root=town.secure(NAME, way))
    assert outcome.failure is not None
    assert outcome.code == code
    assert advice in outcome.failure.advice
    assert town.asked == []  # not even robots.txt, and never a second attempt


def test_an_authority_that_is_not_trusted_is_told_from_a_broken_chain(
    ask: Ask, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    assert ask(root=town.secure(NAME)).code in ("tls_unknown_root", "tls_broken_chain")


@pytest.mark.parametrize("setting", [{"DOWNLOAD_VERIFY_CERTIFICATES": False}])
def test_no_setting_turns_verification_off(
    ask: Ask, town: Town, setting: dict[str, object]
) -> None:
    assert ask(root=town.secure(NAME, tls.SelfSigned), **setting).code == "tls_self_signed"


def server_hello(cipher: int) -> bytes:
    """A ServerHello of TLS 1.2 without extensions (RFC 5246, 7.4.1.3): before RFC 5746."""
    hello = struct.pack(">H32sBHB", 0x0303, b"\1" * 32, 0, cipher, 0)
    handshake = b"\x02" + struct.pack(">I", len(hello))[1:] + hello
    return b"\x16\x03\x03" + struct.pack(">H", len(handshake)) + handshake


class Raw:
    """A port that says some bytes to whoever connects, and counts who did."""

    def __init__(self, answer: bytes) -> None:
        self.guests = 0
        self._answer = answer
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://a.test:{self._door.getsockname()[1]}/"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                guest, _ = self._door.accept()
            except OSError:
                return
            self.guests += 1
            with guest, contextlib.suppress(OSError):
                guest.recv(65536)
                guest.sendall(self._answer)
                guest.settimeout(5)
                while guest.recv(65536):
                    pass

    def close(self) -> None:
        self._door.close()


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (server_hello(0xC02F), "tls_legacy_renegotiation"),
        (b"\x15\x03\x03\x00\x02\x02\x28", "tls_no_common_cipher"),  # alert: handshake_failure
        (b"\x15\x03\x01\x00\x02\x02\x46", "tls_old_protocol"),  # alert: protocol_version
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "tls_not_spoken"),
        (b"\x15\x03\x03\x00\x02\x02\x50", "tls_failed"),  # alert: internal_error
    ],
)
def test_legacy_renegotiation_and_other_tls_of_the_past_are_named(
    crawl: Crawl, answer: bytes, code: str
) -> None:
    with contextlib.closing(Raw(answer)) as port:
        outcome = crawl(port.url, RETRY_TIMES=2).of[port.url]
    assert outcome.failure is not None
    assert outcome.code == code, outcome.failure.message
    assert outcome.failure.advice
    assert port.guests == 1  # what does not hold is not tried again


def test_http_2_goaway_cannot_come_for_http_2_is_never_offered(
    ask: Ask, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that would speak HTTP/2 hears no offer of it in the handshake (ALPN)."""
    offered: list[object] = []

    class Alpn(tls.Tls):
        def speaking(self, signed: object, folder: Path) -> object:
            context = super().speaking(signed, folder)  # type: ignore[arg-type]
            context.set_alpn_protocols(["h2", "http/1.1"])
            context.sni_callback = lambda *said: offered.append(said[0])
            return context

    outcome = ask(root=town.secure(NAME, Alpn))  # type: ignore[arg-type]
    assert outcome.response is not None
    assert outcome.response.protocol == "HTTP/1.1"
    assert [sock.selected_alpn_protocol() for sock in offered] == [None] * len(offered)  # type: ignore[attr-defined]
    assert offered
