"""Keys for the tests, made by the programs themselves, of which nobody outside knows anything."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from toolkit.release.signatures import Tool


@dataclass(frozen=True)
class Keys:
    """A pair: the text of the secret key, the bytes of the public one."""

    secret: str
    public: bytes


def make_keys(tool: Tool, folder: Path, password: str = "") -> Keys:
    """A new pair of keys of a tool, in a folder of its own."""
    folder.mkdir()
    return _MAKERS[tool](folder, password)


def _minisign(folder: Path, password: str) -> Keys:
    without = () if password else ("-W",)
    command = ("minisign", "-G", *without, "-p", "public", "-s", "secret")
    _run(folder, *command, typed=f"{password}\n{password}\n")
    return _read(folder, "secret", "public")


def _ssh(folder: Path, password: str) -> Keys:
    _run(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", password, "-C", "", "-f", "key")
    return _read(folder, "key", "key.pub")


def _gpg(folder: Path, password: str) -> Keys:
    loopback = ("--batch", "--pinentry-mode", "loopback", "--passphrase", password)
    folder.chmod(0o700)
    generate = ("--quick-generate-key", "Lake Watch <office@example.org>", "ed25519", "sign", "0")
    _run(folder, "gpg", *loopback, *generate)
    _run(folder, "gpg", *loopback, "--armor", "--output", "secret", "--export-secret-keys")
    _run(folder, "gpg", "--batch", "--armor", "--output", "public", "--export")
    _run(folder, "gpgconf", "--kill", "all")
    return _read(folder, "secret", "public")


@dataclass(frozen=True)
class Certified:
    """A key with its certificate: the path of the PKCS#12 file, and the certificate as PEM."""

    path: Path
    certificate: bytes


def make_certificate(folder: Path, password: str = "", kind: str = "rsa:3072") -> Certified:
    """A new certificate of somebody's own in the name of Lake Watch, as the documentation makes it."""
    folder.mkdir()
    page = (Path(__file__).parents[2] / "docs/releases.md").read_text(encoding="utf-8")
    request, export = re.findall(r"^openssl (?:req|pkcs12) (?:.*\\\n)?.*$", page, re.MULTILINE)
    _run(folder, "sh", "-c", f"{request} -nodes".replace("rsa:3072", kind))
    _run(folder, "sh", "-c", f"{export} -passout 'pass:{password}'")
    certificate = (folder / "release-certificate.pem").read_bytes()
    return Certified(folder / "release.p12", certificate)


_MAKERS = {Tool.MINISIGN: _minisign, Tool.SSH: _ssh, Tool.GPG: _gpg}


def _run(folder: Path, *command: str, typed: str = "") -> None:
    subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "HOME": str(folder), "GNUPGHOME": str(folder)},
        input=typed,
        text=True,
        capture_output=True,
        check=True,
        timeout=60,
    )


def _read(folder: Path, secret: str, public: str) -> Keys:
    return Keys((folder / secret).read_text(encoding="utf-8"), (folder / public).read_bytes())
