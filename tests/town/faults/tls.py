"""How a portal speaks TLS: rightly, or in one of the ways that are met on ``.gov.vn``.

``town.secure(name, way)`` opens a port that does so and says its address.
"""

from __future__ import annotations

import ssl
import warnings
from datetime import timedelta
from pathlib import Path

from town.authority import Authority, Signed

DH_1024 = """\
-----BEGIN DH PARAMETERS-----
MIGHAoGBAIMutn0ySgBp1GlpXdEZzsbTFQUMrqZW5LR3g1qP5wRzVxV0hk7mdbn0
hUwARhAawpb2ZYXJWIYGMTgDhXPqk6t8LngjmNP8kkoLbLEdcQR4qwHwJ+zQKDi5
sOk0Z8UDCckuc4DlC7+9KMPLCF4Uvyfzword1zcL1GhYWQyNzYbHAgEC
-----END DH PARAMETERS-----
"""


class Tls:
    """A certificate that the town's authority signed, for the right host: nothing is wrong."""

    starts = timedelta(days=-30)
    ends = timedelta(days=365)

    def context(self, authority: Authority, host: str, folder: Path) -> ssl.SSLContext:
        """How the server is to speak."""
        return self.speaking(self.signed(authority, host), folder)

    def signed(self, authority: Authority, host: str) -> Signed:
        """Certificate, key, and those between it and the root."""
        return authority.sign(host, self.starts, self.ends)

    def speaking(self, signed: Signed, folder: Path) -> ssl.SSLContext:
        """A context with a chain."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        file = folder / f"{type(self).__name__}-{signed.serial}.pem"
        file.write_bytes(signed.pem)
        context.load_cert_chain(file)
        return context


class SelfSigned(Tls):
    """The certificate signed itself: refused, with advice."""

    def signed(self, authority: Authority, host: str) -> Signed:
        """Nobody vouches for it."""
        return authority.self_signed(host, self.starts, self.ends)


class Expired(Tls):
    """It ended yesterday: refused, with advice."""

    starts, ends = timedelta(days=-400), timedelta(days=-1)


class NotYetValid(Tls):
    """It begins tomorrow: refused, with advice."""

    starts = timedelta(days=1)


class WrongHost(Tls):
    """It is for another host: refused, with advice."""

    def signed(self, authority: Authority, host: str) -> Signed:
        """As the ``*.vbgis.vn`` that some hosts show."""
        return authority.sign("khac.example", self.starts, self.ends)


class MissingLink(Tls):
    """The certificate between it and the root is not sent: refused, with advice."""

    def signed(self, authority: Authority, host: str) -> Signed:
        """Leaf alone."""
        return authority.sign(host, self.starts, self.ends, whole=False)


class OldProtocol(Tls):
    """TLS 1.0 and nothing newer: refused, with advice."""

    def speaking(self, signed: Signed, folder: Path) -> ssl.SSLContext:
        """As in 2010."""
        context = super().speaking(signed, folder)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1
        return context


class WeakDh(Tls):
    """A Diffie-Hellman key of 1024 bits, "dh key too small": refused, with advice."""

    def speaking(self, signed: Signed, folder: Path) -> ssl.SSLContext:
        """Ephemeral DH only, TLS 1.2."""
        context = super().speaking(signed, folder)
        file = folder / "dh1024.pem"
        file.write_text(DH_1024)
        context.maximum_version = ssl.TLSVersion.TLSv1_2
        context.set_ciphers("DHE:@SECLEVEL=0")
        context.load_dh_params(str(file))
        return context
