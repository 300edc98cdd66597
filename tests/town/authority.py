"""A certificate authority that lives as long as a town: root, one between, leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True, slots=True)
class Signed:
    """Key and chain as PEM, and the number of the leaf."""

    pem: bytes
    serial: int


class Authority:
    """Signs for hosts of the town. Its root, in ``pem``, is what a client must trust."""

    def __init__(self) -> None:
        self._root_key = ec.generate_private_key(ec.SECP256R1())
        self._root_name = _name("Gốc của thị trấn thử")
        self._root = _certificate(
            self._root_name, self._root_name, self._root_key, self._root_key, ca=True
        )
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._own_name = _name("Giữa của thị trấn thử")
        self._own = _certificate(
            self._own_name, self._root_name, self._key, self._root_key, ca=True
        )
        self.pem = self._root.public_bytes(serialization.Encoding.PEM)

    def sign(self, host: str, starts: timedelta, ends: timedelta, *, whole: bool = True) -> Signed:
        """A leaf for a host; without ``whole`` the certificate above it is left out."""
        # RSA: old protocols and key exchanges know nothing else.
        key = rsa.generate_private_key(65537, 2048)
        leaf = _certificate(_name(host), self._own_name, key, self._key, host, starts, ends)
        return _signed(key, leaf, *([self._own] if whole else []))

    @staticmethod
    def self_signed(host: str, starts: timedelta, ends: timedelta) -> Signed:
        """A leaf that vouches for itself."""
        key = ec.generate_private_key(ec.SECP256R1())
        return _signed(key, _certificate(_name(host), _name(host), key, key, host, starts, ends))


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: Key,
    signer: ec.EllipticCurvePrivateKey,
    host: str = "",
    starts: timedelta = timedelta(days=-30),
    ends: timedelta = timedelta(days=3650),
    *,
    ca: bool = False,
) -> x509.Certificate:
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + starts)
        .not_valid_after(now + ends)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False
        )
    )
    if host:
        names = x509.SubjectAlternativeName([x509.DNSName(host)])
        builder = builder.add_extension(names, critical=False)
    return builder.sign(signer, hashes.SHA256())


def _signed(key: Key, leaf: x509.Certificate, *above: x509.Certificate) -> Signed:
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    chain = b"".join(one.public_bytes(serialization.Encoding.PEM) for one in (leaf, *above))
    return Signed(private + chain, leaf.serial_number)
