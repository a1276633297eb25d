"""Where a request comes from, as far as it can be believed."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

# Whoever has one IPv6 address has all of its network, and could take a new one for each attempt.
IPV6_NETWORK_BITS = 64


def client_address(request: HttpRequest) -> str:
    """Return the address of the client; of an IPv6 client that of its network.

    `X-Forwarded-For` is read from its end, where the nearest proxy writes, and only as far as trusted proxies wrote it.
    """
    address = parsed(request.META.get("REMOTE_ADDR", ""))
    for hop in reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")):
        earlier = parsed(hop)
        if earlier is None or not is_trusted(address):
            break
        address = earlier
    if isinstance(address, IPv6Address):
        return str(ip_network((address, IPV6_NETWORK_BITS), strict=False).network_address)
    return str(address or "127.0.0.1")


def parsed(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def is_trusted(address: IPv4Address | IPv6Address | None) -> bool:
    """Say whether `address` is a proxy's. A peer without one has come through a socket of this machine."""
    return address is None or any(address in ip_network(proxy) for proxy in settings.TRUSTED_PROXIES)
