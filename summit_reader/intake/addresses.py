"""Which addresses of the internet may be connected to: those that are open to everybody.

A page, a feed or a redirect may name an address that only this computer can reach: a router's
settings, a service that trusts whoever is inside. Names are resolved once, the numbers are checked,
and the connection is made to a number that was checked.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Resolve = Callable[[str, int], Sequence[str]]
"""The addresses, as numbers, of a host that is asked for on a port; raises OSError if none."""

_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_IPV4_COMPATIBLE = IPv6Network("::/96")


def resolved(host: str, port: int) -> list[str]:
    """The addresses of `host`, as the system knows them.

    Raises:
        OSError: if it knows none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # a label that is empty or longer than 63
        raise OSError(str(error)) from error
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Whether everybody reaches the same host under this number.

    >>> is_public("93.184.215.14"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        number = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(map(_is_open, (number, *_inside(number))))


def _inside(number: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if isinstance(number, IPv4Address):
        return []
    inner = [number.ipv4_mapped, number.sixtofour, *(number.teredo or ())]
    if any(number in network for network in (*_NAT64, _IPV4_COMPATIBLE)):
        inner.append(IPv4Address(int(number) & 0xFFFFFFFF))
    return [one for one in inner if one is not None]


def _is_open(number: IPv4Address | IPv6Address) -> bool:
    if isinstance(number, IPv6Address) and (number.ipv4_mapped or number in _NAT64[0]):
        return not number.is_unspecified  # what it stands for is checked instead
    is_special = (
        number.is_private
        or number.is_loopback
        or number.is_link_local
        or number.is_multicast
        or number.is_reserved
        or number.is_unspecified
        or (isinstance(number, IPv6Address) and number.is_site_local)
    )
    return number.is_global and not is_special
