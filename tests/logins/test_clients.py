"""Where a request comes from: forwarded addresses are believed from the trusted proxy only."""

import pytest
from django.test import RequestFactory

from hub.logins.clients import client_address


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("198.51.100.9", None, "198.51.100.9"),
        ("198.51.100.9", "203.0.113.7", "198.51.100.9"),  # no proxy of ours
        ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("::1", "203.0.113.7", "203.0.113.7"),
        ("", "203.0.113.7", "203.0.113.7"),  # through a socket of this machine
        ("127.0.0.1", "192.0.2.1, 203.0.113.7", "203.0.113.7"),  # the first is the client's invention
        ("127.0.0.1", "127.0.0.1, 203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "203.0.113.7, 10.0.1.4", "203.0.113.7"),  # two proxies
        ("127.0.0.1", "203.0.113.7, 10.0.2.4", "10.0.2.4"),
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "203.0.113.7, unknown", "127.0.0.1"),
        ("127.0.0.1", None, "127.0.0.1"),
        ("::ffff:127.0.0.1", "::ffff:203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),  # all of a client's network is one
        ("127.0.0.1", "2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
    ],
)
def test_the_address_is_the_last_that_a_trusted_proxy_wrote(settings, peer, forwarded, address):
    settings.TRUSTED_PROXIES = ["127.0.0.1", "::1", "10.0.1.0/24"]
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert client_address(RequestFactory(headers=headers).get("/", REMOTE_ADDR=peer)) == address
