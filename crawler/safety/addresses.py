"""Which IP addresses are public, by the IANA registries of special-purpose addresses."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Network, ip_address, ip_network

# Written out although Python knows most of them: its answers changed between patch releases.
_REGISTRIES = """
0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24
224.0.0.0/4 240.0.0.0/4
::/96 ::ffff:0:0:0/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20
5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8
"""
_NOT_PUBLIC = tuple(map(ip_network, _REGISTRIES.split()))
# IPv6 addresses that lead to the IPv4 address in their last 32 bits: mapped, and NAT64
# (RFC 6052), by which networks without IPv4 reach the rest.
_CARRIERS = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))


def is_public(address: str) -> bool:
    """Whether an IP address may be asked: no private, local, shared or reserved network.

    Raises:
        ValueError: It is no IP address.
    """
    ip = ip_address(address)
    if any(ip in network for network in _CARRIERS):
        ip = IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.is_global and not any(ip in network for network in _NOT_PUBLIC)
