"""Which addresses are public, by the IANA special-purpose registries."""

from __future__ import annotations

import pytest

from crawler.safety.addresses import is_public


@pytest.mark.parametrize(
    "address",
    ["113.160.0.1", "8.8.8.8", "2405:4800::1", "::ffff:113.160.0.1", "64:ff9b::71a0:1",
     "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1"],
)  # fmt: skip
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "100.64.0.1",  # shared by carriers, RFC 6598
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",  # metadata of cloud machines
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::113.160.0.1",  # IPv4-compatible, which no network carries any more
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:0:8.8.8.8",
        "64:ff9b::a00:1",  # NAT64 of 10.0.0.1
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::",
        "2002:7f00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
    ],
)
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("text", ["", "bao-a.vn", "1.2.3", "0x7f.1", "2130706433", "::g"])
def test_what_is_no_address_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="does not appear"):
        is_public(text)
