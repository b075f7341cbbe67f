"""Signing and checking signatures with the programs of the system, in a private folder.

The secret key comes from the environment and is written nowhere but into that folder, which only its
owner can read and which is gone when the program has ended.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from toolkit.release.signatures import (
    ASK,
    DATA,
    KEY,
    PUBLIC,
    SIGNATURE,
    SIGNERS,
    SIGNINGS,
    Signing,
    Tool,
    allowed_signers,
)

#: The secret key: the path of its file, or the text of it.
KEY_VARIABLE = "TOOLKIT_SIGNING_KEY"
#: Its password, if it has one.
PASSWORD_VARIABLE = "TOOLKIT_SIGNING_PASSWORD"  # noqa: S105 - the name, not the password
#: No signature takes so many seconds; a program that waits for a person does.
_PATIENCE = 60
_LARGEST_KEY = 100_000


class SigningError(Exception):
    """A signature cannot be made or checked; ``cure`` is what to do about it."""

    def __init__(self, reason: str, cure: str) -> None:
        super().__init__(reason)
        self.cure = cure


def secret_key(root: Path, environment: Mapping[str, str]) -> str:
    """The secret key that the environment names. Raises ``SigningError``, also for one in ``root``."""
    given = environment.get(KEY_VARIABLE, "")
    if not given:
        raise SigningError(
            f"the settings ask for a signature, and {KEY_VARIABLE} is not set",
            f"set {KEY_VARIABLE} to the path of the secret key, or to its text",
        )
    if "\n" in given.strip():
        return given
    try:
        return secret_bytes(root, given, KEY_VARIABLE).decode()
    except UnicodeDecodeError as error:
        raise _unreadable(KEY_VARIABLE) from error


def secret_bytes(root: Path, given: str, variable: str) -> bytes:
    """The file of a secret key that a variable names. Raises ``SigningError``, also if in ``root``."""
    path = Path(given)
    try:
        inside = path.resolve(strict=True).is_relative_to(root.resolve())
        if inside:
            raise SigningError(
                f"the secret key lies in the project, at `{path.resolve().relative_to(root)}`",
                "move it out: what is in the project is published with it sooner or later",
            )
        if path.stat().st_size > _LARGEST_KEY:
            raise SigningError(
                f"the file that {variable} names is too large for a key", "correct the path"
            )
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(variable) from error


def _unreadable(variable: str) -> SigningError:
    reason = f"the secret key that {variable} names cannot be read"
    return SigningError(reason, "correct the path, or the permissions of the file")


def sign(tool: Tool, data: bytes, secret: str, password: str) -> bytes:
    """The detached signature of some bytes. Raises ``SigningError``."""
    signing = SIGNINGS[tool]
    with _private_folder() as name:
        folder = Path(name)
        (folder / DATA).write_bytes(data)
        _write_private(folder / KEY, secret if secret.endswith("\n") else secret + "\n")
        _write_private(folder / ASK, f"#!/bin/sh\nprintf '%s\\n' \"${PASSWORD_VARIABLE}\"\n", 0o700)
        for command in signing.sign:
            done = _run(signing, command, folder, f"{password}\n", password)
            if done.returncode != 0:
                raise SigningError(
                    f"{signing.program} did not sign: {_said(done)}",
                    f"see whether {KEY_VARIABLE} holds a {tool} key, and {PASSWORD_VARIABLE} its "
                    "password",
                )
        _end_agent(signing, folder)
        return (folder / signing.made).read_bytes()


def is_signed(tool: Tool, data: bytes, signature: bytes, public: bytes) -> bool:
    """Whether a signature of some bytes is by a key. Raises ``SigningError`` without the program."""
    signing = SIGNINGS[tool]
    with _private_folder() as name:
        folder = Path(name)
        for file, content in ((DATA, data), (SIGNATURE, signature), (PUBLIC, public)):
            (folder / file).write_bytes(content)
        signers = allowed_signers(public.decode("utf-8", "replace"))
        (folder / SIGNERS).write_text(signers, encoding="utf-8")
        # OpenSSH reads what was signed from standard input.
        typed = data.decode("utf-8", "replace")
        codes = [_run(signing, line, folder, typed, "").returncode for line in signing.verify]
        _end_agent(signing, folder)
        return codes[-1] == 0 and max(codes) == 0


def _private_folder() -> tempfile.TemporaryDirectory[str]:
    # Files of an agent of GnuPG may vanish while the folder is being removed.
    return tempfile.TemporaryDirectory(prefix="toolkit-sign-", ignore_cleanup_errors=True)


def _write_private(path: Path, text: str, mode: int = 0o600) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)


def _run(
    signing: Signing, command: tuple[str, ...], folder: Path, typed: str, password: str
) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "GNUPGHOME": str(folder),
        "LC_ALL": "C",
        # OpenSSH asks a program for the password where there is no terminal.
        "SSH_ASKPASS": str(folder / ASK),
        "SSH_ASKPASS_REQUIRE": "force",
        PASSWORD_VARIABLE: password,
    }
    try:
        return subprocess.run(  # noqa: S603 - a command of our own table, without a shell
            command,
            cwd=folder,
            env=environment,
            input=typed,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except FileNotFoundError:
        raise SigningError(
            f"the program {signing.program} is not installed",
            f"install it: on Debian it is in the package {signing.package}",
        ) from None
    except subprocess.TimeoutExpired:
        raise SigningError(
            f"{signing.program} waits for something", f"see whether {PASSWORD_VARIABLE} is set"
        ) from None


def _end_agent(signing: Signing, folder: Path) -> None:
    """GnuPG leaves a process behind that keeps keys; it is to end with the folder."""
    if signing.program == "gpg":
        _run(signing, ("gpgconf", "--kill", "all"), folder, "", "")


def _said(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line.strip() for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    return lines[-1] if lines else f"it ended with {done.returncode}"
