"""The guard that keeps the tests from the network does refuse it."""

from __future__ import annotations

import socket
from urllib.request import urlopen

import pytest


def test_a_name_is_not_looked_up() -> None:
    with pytest.raises(pytest.fail.Exception, match="getaddrinfo"):
        urlopen("https://example.org/")


def test_an_address_is_not_connected_to() -> None:
    with socket.socket() as plug, pytest.raises(pytest.fail.Exception, match=r"192\.0\.2\.1"):
        plug.connect(("192.0.2.1", 80))


def test_this_machine_may_be_talked_to() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
