"""Detached signatures: which programs make and check them, and what they are told.

What is signed is the list of hashes, ``SHA256SUMS``, and so every file that it names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

#: The names that the files have in the private folder in which the programs run.
DATA = "SHA256SUMS"
KEY = "key"
PUBLIC = "public"
SIGNATURE = "signature"
SIGNERS = "signers"
ASK = "ask"

#: Who an OpenSSH signature is by and what it is for. Both are fixed: the key alone tells keys apart.
_PRINCIPAL = "release"
_NAMESPACE = "file"


class Tool(StrEnum):
    """What signs."""

    MINISIGN = "minisign"
    SSH = "ssh"
    GPG = "gpg"


@dataclass(frozen=True, slots=True)
class Signing:
    """How a tool is used: the commands run one after the other in a folder with the files above.

    ``sign`` leaves the signature in ``made``. ``suffix`` is what its name in a release ends with, and
    ``public`` is the name of the public key there. ``by_hand`` is what a reader types in a release to
    check its signature.
    """

    program: str
    package: str
    suffix: str
    public: str
    sign: tuple[tuple[str, ...], ...]
    verify: tuple[tuple[str, ...], ...]
    by_hand: tuple[str, ...]
    made: str = SIGNATURE


SIGNINGS: Mapping[Tool, Signing] = MappingProxyType(
    {
        Tool.MINISIGN: Signing(
            program="minisign",
            package="minisign",
            suffix="minisig",
            public="release-key.minisign.pub",
            # Without -t, the time of signing would be in the signature.
            sign=(("minisign", "-S", "-s", KEY, "-m", DATA, "-x", SIGNATURE, "-t", DATA),),
            verify=(("minisign", "-V", "-p", PUBLIC, "-m", DATA, "-x", SIGNATURE),),
            by_hand=("minisign -V -p release-key.minisign.pub -m SHA256SUMS",),
        ),
        Tool.SSH: Signing(
            program="ssh-keygen",
            package="openssh-client",
            suffix="sig",
            public="release-key.ssh.pub",
            sign=(("ssh-keygen", "-Y", "sign", "-q", "-n", _NAMESPACE, "-f", KEY, DATA),),
            verify=(
                (
                    *("ssh-keygen", "-Y", "verify", "-f", SIGNERS, "-I", _PRINCIPAL),
                    *("-n", _NAMESPACE, "-s", SIGNATURE),
                ),
            ),
            by_hand=(
                f"printf '{_PRINCIPAL} %s' \"$(cat release-key.ssh.pub)\" > {SIGNERS}",
                f"ssh-keygen -Y verify -f {SIGNERS} -I {_PRINCIPAL} -n {_NAMESPACE} "
                "-s SHA256SUMS.sig < SHA256SUMS",
            ),
            made=f"{DATA}.sig",
        ),
        Tool.GPG: Signing(
            program="gpg",
            package="gnupg",
            suffix="asc",
            public="release-key.gpg.asc",
            sign=(
                ("gpg", "--batch", "--quiet", "--pinentry-mode", "loopback", "--import", KEY),
                (
                    *("gpg", "--batch", "--quiet", "--pinentry-mode", "loopback"),
                    *("--passphrase-fd", "0", "--armor", "--output", SIGNATURE),
                    *("--detach-sign", DATA),
                ),
            ),
            verify=(
                ("gpg", "--batch", "--quiet", "--import", PUBLIC),
                ("gpg", "--batch", "--quiet", "--verify", SIGNATURE, DATA),
            ),
            by_hand=(
                "gpg --import release-key.gpg.asc",
                "gpg --verify SHA256SUMS.asc SHA256SUMS",
            ),
        ),
    }
)


def allowed_signers(public: str) -> str:
    """The line by which OpenSSH trusts one key for one purpose; ``public`` is the ``.pub`` file."""
    return f'{_PRINCIPAL} namespaces="{_NAMESPACE}" {" ".join(public.split()[:2])}\n'
