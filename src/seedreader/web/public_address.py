"""Which addresses of machines are the public internet's."""

from __future__ import annotations

import ipaddress

_NOT = tuple(
    map(
        ipaddress.ip_network,
        (
            "100.64.0.0/10",  # shared by providers; the metadata service of one cloud is in it
            "168.63.129.16/32",  # the metadata service of another cloud, at an address that looks public
            "192.0.0.0/24",
            "192.88.99.0/24",
            "fec0::/10",
        ),
    )
)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, and so is every other one that is inside it."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_is_public(each) for each in (found, *_inside(found)))


def _is_public(found: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return (
        found.is_global
        and not (found.is_multicast or found.is_reserved or found.is_unspecified)
        and not any(found in network for network in _NOT if network.version == found.version)
    ) or found in _NAT64


def _inside(
    found: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> tuple[ipaddress.IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if isinstance(found, ipaddress.IPv4Address):
        return ()
    teredo = found.teredo or ()
    last = (ipaddress.IPv4Address(int(found) & 0xFFFFFFFF),) if found in _NAT64 else ()
    return (*(each for each in (found.ipv4_mapped, found.sixtofour) if each), *teredo, *last)
