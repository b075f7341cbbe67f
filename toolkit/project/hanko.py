"""The only module that knows pyHanko, which need not be installed: signatures inside of PDFs.

A signature is added behind the last byte of a finished PDF, so the file begins with what it was before.
Nothing of it is printed: its field stands outside of the page, as PDF/A and PDF/UA together want it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject, NameObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from toolkit.release.seal import Condition, Seal
from toolkit.release.sums import sha256

_FIELD = "Signature"


class KeyProblem(Exception):
    """A key that cannot be read, or cannot sign."""


class Key:
    """A secret key with its certificate, as PKCS#12. Raises ``KeyProblem``."""

    def __init__(self, raw: bytes, password: str) -> None:
        passphrase = password.encode() or None
        try:
            self._signer = signers.SimpleSigner.load_pkcs12_data(raw, [], passphrase)
            self.certificate = sha256(self._signer.signing_cert.dump())
        except (ValueError, TypeError, AttributeError) as error:
            raise KeyProblem(str(error)) from error

    def seal(self, pdf: bytes, moment: dt.datetime) -> bytes:
        """The PDF with a signature of that moment after it. Raises ``KeyProblem``."""
        writer = _Writer(BytesIO(pdf))
        page, _ = writer.find_page_for_modification(0)
        # PDF/UA wants it of every page that has an annotation (7.18.3), which the first one now has.
        page.get_object()["/Tabs"] = NameObject("/S")
        writer.mark_update(page)
        try:
            # It starts an event loop of its own, and a thread that is in one already may not.
            with ThreadPoolExecutor(1) as thread:
                signer = _Signer(self._signer, moment)
                signed: BytesIO = thread.submit(signer.sign_pdf, writer).result()
        except (SigningError, PdfError, ValueError, TypeError) as error:
            raise KeyProblem(str(error)) from error
        return signed.getvalue()


class _Signer(signers.PdfSigner):
    """Signs as of the moment that it is given; by itself it would tell the time zone of the machine."""

    def __init__(self, signer: signers.SimpleSigner, moment: dt.datetime) -> None:
        self._moment = moment
        meta = signers.PdfSignatureMetadata(
            field_name=_FIELD,
            md_algorithm="sha256",
            subfilter=fields.SigSeedSubFilter.PADES,
            # Readers see "certified"; their programs are asked to let nobody add anything.
            certify=True,
            docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        )
        field = fields.SigFieldSpec(
            _FIELD,
            readable_field_name=_FIELD,
            invis_sig_settings=fields.InvisSigSettings(box_out_of_bounds=True),
        )
        super().__init__(meta, signer, new_field_spec=field)

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._moment
        return session


class _Writer(IncrementalPdfFileWriter):
    """Leaves the metadata as PDF/A wants them, and takes the hash of the file for a random number."""

    def _update_meta(self) -> None:
        pass

    @classmethod
    def _handle_id(cls, prev: PdfFileReader) -> ArrayObject:
        stream = prev.stream
        stream.seek(0)
        digest = hashlib.sha256(stream.read()).digest()
        return ArrayObject([prev.trailer["/ID"][0], ByteStringObject(digest[:16])])


def read_seal(pdf: bytes) -> Seal | None:
    """The signature in a PDF; ``None`` if it has none. Nothing in the file is trusted."""
    try:
        found = PdfFileReader(BytesIO(pdf), strict=False).embedded_signatures
        return _read(found) if found else None
    except Exception:  # whatever a file does to its parser: what cannot be read proves nothing
        return Seal(Condition.BROKEN)


def _read(found: list[EmbeddedPdfSignature]) -> Seal:
    """What the only signature says. A second one would have been added after the first."""
    (one,) = found
    one.compute_integrity_info(skip_diff=True)
    certificate = one.signer_cert
    intact, valid = validate_sig_integrity(
        one.signer_info, certificate, "data", one.compute_digest()
    )
    entire = one.coverage is SignatureCoverageLevel.ENTIRE_FILE
    time = one.self_reported_timestamp
    return Seal(
        condition=Condition.WHOLE if intact and valid and entire else Condition.BROKEN,
        subject=str(certificate.subject.native.get("common_name", "")),
        certificate=sha256(certificate.dump()),
        time=f"{time.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC" if time else "",
    )
