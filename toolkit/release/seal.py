"""The signature that a PDF has inside of itself, as a value.

It is called a seal in the code, so that nobody takes it for the signature of the list of hashes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: The name of the certificate in a release.
CERTIFICATE = "release-certificate.pem"


class Condition(StrEnum):
    """Whether the bytes of a file are those that were signed. Who signed them is another question."""

    WHOLE = "whole"
    BROKEN = "broken"
    #: The program that could tell is not installed.
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Seal:
    """What a file says of its signature; ``certificate`` is the SHA-256 of the certificate (DER).

    ``subject`` is the name that the certificate claims, ``time`` the time that the file claims, in UTC.
    """

    condition: Condition
    subject: str = ""
    certificate: str = ""
    time: str = ""
