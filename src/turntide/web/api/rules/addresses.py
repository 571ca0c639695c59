"""To which addresses of the internet the site may send by itself: public ones alone. Pure."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_NAT64 = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
_IPV4_WITHIN = (ip_network("::/96"), ip_network("2002::/16"), ip_network("2001::/32"))
"""Networks of IPv6 whose addresses mean one of IPv4: its own, 6to4 and Teredo. None is reached any more."""
_NEVER = (
    ip_network("168.63.129.16/32"),
    ip_network("100.100.100.200/32"),
    ip_network("fd00:ec2::254/128"),
    ip_network("192.88.99.0/24"),
    ip_network("fec0::/10"),
)
"""Where clouds answer to their own machines, and networks given up, whatever the registries call them."""


def is_public(words: str) -> bool:
    """Whether an address, as a resolver gives it, is one that anybody on the internet may be asked at."""
    try:
        address = ip_address(words.partition("%")[0])
    except ValueError:
        return False
    return _is_public(address)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address) and (address.ipv4_mapped or _means_ipv4(address)):
        return False
    if any(address in network for network in _NEVER):
        return False
    return address.is_global and not (
        address.is_multicast
        or address.is_reserved
        or address.is_unspecified
        or address.is_loopback
        or address.is_link_local
        or address.is_private
    )


def _means_ipv4(address: IPv6Address) -> bool:
    return any(address in network for network in (*_NAT64, *_IPV4_WITHIN))
