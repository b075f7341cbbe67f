"""What holds for all tests: no network, laws tried the same way in CI, slow tests last."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.support.browser import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# How long an example takes says nothing on a machine that does other work besides.
settings.register_profile("developer", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("developer"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "developer")


#: What takes long to be made: whatever asks for it, itself or through others, is slow.
_SLOW_FIXTURES = frozenset({"browser", "publications", "built_once"})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run fast tests first, so that a simple mistake is known in seconds."""
    for item in items:
        if not _SLOW_FIXTURES.isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker("slow")
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)


def pytest_sessionstart() -> None:
    """Refuse the network for the whole session: an audit hook sees even what C code does."""
    sys.addaudithook(_refuse_network)


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        address = arguments
    else:
        return
    if isinstance(address, tuple) and not _is_this_machine(address[0]):
        # Not an Exception, so that no handler in the code under test hides it.
        pytest.fail(f"the network was asked for: {event} {address!r}")


def _is_this_machine(host: object) -> bool:
    if host in (None, "", "localhost", b"localhost"):
        return True
    try:
        return ip_address(host.decode() if isinstance(host, bytes) else str(host)).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the whole project."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, one for all tests."""
    with chromium() as started:
        yield started
