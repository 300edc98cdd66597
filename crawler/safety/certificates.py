"""TLS: certificates always hold, and what is wrong with one has a name.

OpenSSL tells only the callback that verifies *why* a certificate does not hold, so the
reason is kept there and becomes the reason of the lost connection.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from OpenSSL import SSL
from OpenSSL.crypto import X509
from scrapy.core.downloader.contextfactory import _ScrapyClientContextFactory
from service_identity.exceptions import VerificationError
from twisted.internet._sslverify import ClientTLSOptions, _verifyCB
from twisted.internet.ssl import CertificateOptions, platformTrust
from twisted.protocols.tls import TLSMemoryBIOProtocol
from twisted.python.failure import Failure
from twisted.web.iweb import IPolicyForHTTPS
from zope.interface import implementer

from crawler.refusals import RefusedError

_TELL = "tell the site's operator, mark the source blocked, and never turn verification off"

# X509_V_ERR_… of openssl/x509_vfy.h.
_BY_NUMBER = {
    9: ("tls_not_yet_valid", "the certificate is not yet valid"),
    10: ("tls_expired", "the certificate has expired"),
    18: ("tls_self_signed", "the certificate is signed by itself"),
    19: ("tls_unknown_root", "the chain ends at an authority that is not trusted here"),
    2: ("tls_broken_chain", "a certificate between the site's and its authority is not sent"),
    20: ("tls_broken_chain", "a certificate between the site's and its authority is not sent"),
    21: ("tls_broken_chain", "a certificate between the site's and its authority is not sent"),
    23: ("tls_revoked", "the certificate has been revoked"),
    62: ("tls_wrong_host", "the certificate is for another host"),
    66: ("tls_weak", "the key of the certificate is too small"),
    67: ("tls_weak", "the key of the certificate's authority is too small"),
    68: ("tls_weak", "the certificate is signed by a broken digest"),
}
# Words of OpenSSL's error queue.
_OLD = "the server speaks no TLS newer than 1.1"
_NO_TLS = "the server does not speak TLS at this port"
_NO_CIPHER = "the server offers no cipher that is safe"
_BY_WORDS = (
    ("unsafe legacy renegotiation", "tls_legacy_renegotiation", "the server's TLS is of 2009"),
    ("dh key too small", "tls_weak", "the server's Diffie-Hellman key is too small"),
    ("ee key too small", "tls_weak", "the key of the certificate is too small"),
    ("unsupported protocol", "tls_old_protocol", _OLD),
    ("protocol version", "tls_old_protocol", _OLD),
    ("wrong version number", "tls_not_spoken", _NO_TLS),
    ("record layer failure", "tls_not_spoken", _NO_TLS),
    ("handshake failure", "tls_no_common_cipher", _NO_CIPHER),
    ("no shared cipher", "tls_no_common_cipher", _NO_CIPHER),
)
_ADVICE = {
    "tls_broken_chain": f"the site must send its intermediate certificate: {_TELL}",
    "tls_wrong_host": "look for the host that the certificate names (often www.), and put it "
    f"into the source's row; else {_TELL}",
    "tls_not_spoken": "try http:// in the source's row",
    "tls_unknown_root": f"if the authority is to be trusted, add it to the system's; else {_TELL}",
}


_CLOSED = (SSL.ZeroReturnError, SSL.SysCallError)  # TLS was spoken; the connection ended


class CertificateError(RefusedError):
    """TLS that does not hold; ``code`` begins with ``tls_``."""

    code = "tls_failed"
    advice = _TELL

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.advice = _ADVICE.get(code, _TELL)


def tls_codes() -> dict[str, str]:
    """Every code of TLS and its advice."""
    known = {code for code, _ in _BY_NUMBER.values()} | {code for _, code, _ in _BY_WORDS}
    return {code: _ADVICE.get(code, _TELL) for code in sorted(known | {CertificateError.code})}


def refusal(error: BaseException) -> RefusedError | None:
    """What of ours, or of TLS, made a download fail; None when it was something else."""
    for cause in causes(error):
        if isinstance(cause, RefusedError):
            return cause
        if isinstance(cause, VerificationError):
            return CertificateError("tls_wrong_host", "the certificate is for another host")
        if isinstance(cause, SSL.Error) and not isinstance(cause, _CLOSED):
            return _in_words(cause)
    return None


def _in_words(error: SSL.Error) -> CertificateError:
    said = str(error.args[0] if error.args else error)
    for words, code, message in _BY_WORDS:
        if words in said:
            return CertificateError(code, message)
    return CertificateError("tls_failed", f"TLS failed: {said}")


def causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and all that led to it, also the ``reasons`` of Twisted's web client."""
    yield error
    for reason in getattr(error, "reasons", None) or ():
        if isinstance(reason, Failure) and reason.value is not None:
            yield from causes(reason.value)
    if error.__cause__ is not None:
        yield from causes(error.__cause__)


@implementer(IPolicyForHTTPS)
class NamingContextFactory(_ScrapyClientContextFactory):
    """Scrapy's TLS settings, with certificates verified always and failures that have names."""

    @cached_property
    def _options(self) -> CertificateOptions:
        trust: Any = platformTrust()  # type: ignore[no-untyped-call]
        return CertificateOptions(trustRoot=trust, **self._get_cert_options_kwargs())

    def creatorForNetloc(self, hostname: bytes, port: int) -> Any:  # noqa: N802, ARG002
        """How a connection to a host is secured."""
        return _NamingTLSOptions(self._options._makeTLSConnection, hostname.decode("ascii"))


class _NamingTLSOptions(ClientTLSOptions):
    def clientConnectionForTLS(self, tlsProtocol: TLSMemoryBIOProtocol) -> SSL.Connection:  # noqa: N802, N803
        """The usual connection, whose failures keep their reason."""
        connection = super().clientConnectionForTLS(tlsProtocol)
        usual: Any = _verifyCB(tlsProtocol, self._hostnameIsDnsName, self._hostnameASCII)
        host = self._hostnameASCII

        def verify(conn: SSL.Connection, cert: X509, number: int, depth: int, ok: int) -> bool:
            if ok:
                return bool(usual(conn, cert, number, depth, bool(ok)))
            code, message = _BY_NUMBER.get(number, ("tls_failed", f"X.509 error {number}"))
            reason = Failure(CertificateError(code, f"{host}: {message}"))  # type: ignore[no-untyped-call]
            tlsProtocol.failVerification(reason)  # type: ignore[no-untyped-call]
            return False

        connection.set_verify(SSL.VERIFY_PEER | SSL.VERIFY_FAIL_IF_NO_PEER_CERT, verify)
        return connection
