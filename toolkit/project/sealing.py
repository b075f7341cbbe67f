"""Signatures inside of the PDFs of a release: made with a key of the environment, and read."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.diagnostics import Result, finding
from toolkit.project.files import read
from toolkit.project.place import Project
from toolkit.project.printing import Printed
from toolkit.project.signing import SigningError, secret_bytes
from toolkit.release.manifest import PdfSignature
from toolkit.release.seal import CERTIFICATE, Condition, Seal
from toolkit.release.sums import sha256

if TYPE_CHECKING:
    from toolkit.project.hanko import Key

#: The secret key with its certificate as PKCS#12: the path of its file, or its bytes as base64.
KEY_VARIABLE = "TOOLKIT_SIGNING_PKCS12"
#: Its password.
PASSWORD_VARIABLE = "TOOLKIT_SIGNING_PKCS12_PASSWORD"  # noqa: S105 - the name, not the password
#: Every signature in a PDF says which bytes it covers, in a part of the file that is never compressed.
_MARK = b"/ByteRange"
_BEGIN, _END = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"
#: What PKCS#12 begins with: the mark of a sequence in ASN.1.
_SEQUENCE = b"0"


@dataclass(frozen=True)
class Sealed:
    """Printed documents with signed PDFs, and the certificate by its name in the release."""

    printed: tuple[Printed, ...]
    certificate: Mapping[str, bytes] = field(default_factory=dict)


def seal_documents(
    project: Project, printed: Sequence[Printed], moment: dt.datetime
) -> Result[Sealed]:
    """Sign every PDF if the settings want it, as of that moment."""
    wanted = project.settings.release.pdf_signature
    if wanted is None:
        return Result(Sealed(tuple(printed)))
    public = read(project.root, wanted.certificate, wanted.certificate_span)
    if public.value is None:
        return Result(None, public.findings)
    try:
        key = _open_key(project.root, os.environ, public.value)
        sealed = tuple(_sealed(key, item, moment) for item in printed)
    except SigningError as error:
        problem = finding("release.signature", wanted.certificate_span, str(error), error.cure)
        return Result(None, (problem,))
    return Result(Sealed(sealed, {CERTIFICATE: public.value}))


def _sealed(key: Key, printed: Printed, moment: dt.datetime) -> Printed:
    from toolkit.project.hanko import KeyProblem

    files = dict(printed.files)
    signatures: dict[str, PdfSignature] = {}
    for name, data in printed.files.items():
        if not name.endswith(".pdf"):
            continue
        try:
            files[name] = key.seal(data, moment)
        except KeyProblem as error:
            reason = f"`{name}` cannot be signed: {error}"
            raise SigningError(reason, "make a certificate with an RSA key") from error
        signatures[name] = PdfSignature(
            certificate_sha256=key.certificate,
            unsigned_sha256=sha256(data),
            unsigned_size=len(data),
        )
    return replace(printed, files=files, signatures=signatures)


def _open_key(root: Path, environment: Mapping[str, str], certificate: bytes) -> Key:
    """The key of the environment, if it goes with a certificate (PEM). Raises ``SigningError``."""
    try:
        from toolkit.project.hanko import Key, KeyProblem
    except ImportError:
        reason = "the settings ask for signatures in PDFs, and pyHanko is not installed"
        cure = "install `matched-editions[sign]`, or what requirements-sign.txt lists"
        raise SigningError(reason, cure) from None
    try:
        wanted = certificate_hash(certificate)
    except ValueError:
        cure = f"it is a text that begins with `{_BEGIN}`"
        raise SigningError("the certificate cannot be read", cure) from None
    raw = _pkcs12(root, environment)
    try:
        key = Key(raw, environment.get(PASSWORD_VARIABLE, ""))
    except KeyProblem:
        reason = f"what {KEY_VARIABLE} names is no PKCS#12 file, or has another password"
        raise SigningError(reason, f"correct it, or {PASSWORD_VARIABLE}") from None
    if key.certificate != wanted:
        reason = f"{KEY_VARIABLE} has another certificate than readers are given"
        raise SigningError(reason, "make `certificate` the one that goes with the secret key")
    return key


def _pkcs12(root: Path, environment: Mapping[str, str]) -> bytes:
    given = environment.get(KEY_VARIABLE, "").strip()
    if not given:
        raise SigningError(
            f"the settings ask for signatures in PDFs, and {KEY_VARIABLE} is not set",
            f"set {KEY_VARIABLE} to the path of the PKCS#12 file, or to its bytes as base64",
        )
    try:
        decoded = base64.b64decode("".join(given.split()), validate=True)
    except (binascii.Error, ValueError):
        decoded = b""
    if decoded.startswith(_SEQUENCE):
        return decoded
    return secret_bytes(root, given, KEY_VARIABLE)


def certificate_hash(pem: bytes) -> str:
    """The SHA-256 of a certificate in PEM, as other programs show it. Raises ``ValueError``."""
    body, end, _ = pem.decode().partition(_BEGIN)[2].partition(_END)
    if not end:
        raise ValueError("there is no certificate")
    return sha256(base64.b64decode("".join(body.split()), validate=True))


def read_seal(data: bytes) -> Seal | None:
    """The signature in a PDF; ``None`` if it has none."""
    if _MARK not in data:
        return None
    try:
        from toolkit.project.hanko import read_seal as look
    except ImportError:
        return Seal(Condition.UNKNOWN)
    return look(data)
