"""Signatures inside of PDFs: made with a certificate of the tests, which nobody outside trusts."""

from __future__ import annotations

import asyncio
import base64
import datetime as dt
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from typer.testing import CliRunner

from tests.docs.mistakes import Sandbox
from tests.release.bills import complaints
from tests.release.keys import Certified, make_certificate
from tests.render.pages import read
from tests.support.pdf import pdf_conformance, pdf_text, qpdf_check
from tests.support.verapdf import conformance
from toolkit.cli.app import app
from toolkit.diagnostics import Severity
from toolkit.project.hanko import Key
from toolkit.project.releasing import ReleaseOptions, ReleaseReport, release
from toolkit.project.sealing import (
    KEY_VARIABLE,
    PASSWORD_VARIABLE,
    certificate_hash,
    read_seal,
)
from toolkit.project.verifying import Evidence, verify
from toolkit.release.manifest import read_manifest, renditions
from toolkit.release.seal import CERTIFICATE, Condition
from toolkit.release.statements import Holds, Statement, verdict
from toolkit.release.sums import SUMS, read_sums, sha256

pytestmark = pytest.mark.slow

MOMENT = dt.datetime(2026, 5, 31, 12, 30, tzinfo=dt.UTC)
RU, EN = "2024-10-04-the-lake.ru.pdf", "2024-10-04-the-lake.en.pdf"
PASSWORD = "not secret"
SETTING = "release: {pdf_signature: {certificate: lake.pem}}\n"


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Certified:
    return make_certificate(tmp_path_factory.mktemp("mine") / "keys", PASSWORD)


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Certified:
    """Somebody else who calls himself Lake Watch."""
    return make_certificate(tmp_path_factory.mktemp("stranger") / "keys", PASSWORD)


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory, mine: Certified) -> Sandbox:
    """A project that signs its PDFs, with one release; no test changes it."""
    box = Sandbox(tmp_path_factory.mktemp("sealed"))
    settings = (box.root / "toolkit.yaml").read_text(encoding="utf-8")
    box.write("toolkit.yaml", settings + SETTING)
    box.write("lake.pem", mine.certificate)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEY_VARIABLE, str(mine.path))
        patch.setenv(PASSWORD_VARIABLE, PASSWORD)
        report = released(box, "2026.1")
    assert report.manifest is not None, report.findings
    return box


@pytest.fixture(scope="module")
def sealed(box: Sandbox) -> Path:
    return box.root / "dist/2026.1"


def released(box: Sandbox, version: str) -> ReleaseReport:
    return release(box.project, ReleaseOptions(version, jobs=1, moment=MOMENT))


def trusted(certified: Certified) -> Evidence:
    return Evidence(certificate=certificate_hash(certified.certificate))


def said(statements: Sequence[Statement]) -> set[str]:
    return {item.sentence.key for item in statements}


class TestARelease:
    def test_has_pdfs_that_begin_with_what_was_signed(self, sealed: Path, mine: Certified) -> None:
        manifest = read_manifest((sealed / "manifest.json").read_bytes())
        pdfs = [item for item in renditions(manifest) if item.format == "pdf"]
        assert {item.path for item in pdfs} == {RU, EN}
        for item in pdfs:
            data = (sealed / item.path).read_bytes()
            assert item.signature is not None
            assert item.signature.certificate_sha256 == certificate_hash(mine.certificate)
            before = data[: item.signature.unsigned_size]
            assert before.endswith(b"%%EOF\n")
            assert sha256(before) == item.signature.unsigned_sha256
        assert all(item.signature is None for item in renditions(manifest) if item not in pdfs)

    def test_carries_the_certificate_and_no_key(self, sealed: Path, mine: Certified) -> None:
        assert (sealed / CERTIFICATE).read_bytes() == mine.certificate
        assert CERTIFICATE in read_sums((sealed / SUMS).read_bytes())
        secret = mine.path.read_bytes()
        assert all(secret not in path.read_bytes() for path in sealed.rglob("*.*"))

    def test_shows_readers_the_hash_of_the_certificate(self, sealed: Path, mine: Certified) -> None:
        page = read((sealed / "en/verify.html").read_text(encoding="utf-8"))
        assert certificate_hash(mine.certificate) in [block.text for block in page.all("pre")]
        shown = subprocess.run(
            ["openssl", "x509", "-in", sealed / CERTIFICATE, "-noout", "-fingerprint", "-sha256"],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        digits = shown.partition("=")[2].strip().replace(":", "").lower()
        assert digits == certificate_hash(mine.certificate)

    def test_names_what_signed_it(self, sealed: Path) -> None:
        raw = (sealed / "sbom.cdx.json").read_bytes()
        assert list(complaints(raw)) == []
        parts = {part["name"]: part.get("version") for part in json.loads(raw)["components"]}
        manifest = read_manifest((sealed / "manifest.json").read_bytes())
        assert manifest.made_with.packages["pyhanko"] == parts["pyhanko"]
        assert {"cryptography", "asn1crypto"} <= parts.keys()

    def test_stays_pdf_a_and_pdf_ua(self, sealed: Path) -> None:
        paths = [sealed / RU, sealed / EN]
        for path in paths:
            assert pdf_conformance(path, "3a") + pdf_conformance(path, "ua1") == []
            assert qpdf_check(path) == []
        assert conformance(paths) == dict.fromkeys(paths, ())

    def test_prints_nothing_of_it(self, sealed: Path, tmp_path: Path) -> None:
        manifest = read_manifest((sealed / "manifest.json").read_bytes())
        (item,) = [item for item in renditions(manifest) if item.path == RU]
        assert item.signature is not None
        before = tmp_path / "before.pdf"
        before.write_bytes((sealed / RU).read_bytes()[: item.signature.unsigned_size])
        assert pdf_text(sealed / RU) == pdf_text(before)

    def test_another_program_finds_the_signature_right(self, sealed: Path) -> None:
        found = subprocess.run(
            ["pdfsig", "-nocert", sealed / RU], capture_output=True, check=False, text=True
        ).stdout
        assert "Signature is Valid." in found
        assert "Total document signed" in found
        assert "Signer Certificate Common Name: Lake Watch" in found

    def test_is_the_same_at_the_same_moment(self, sealed: Path, mine: Certified) -> None:
        key = Key(mine.path.read_bytes(), PASSWORD)
        data = (sealed / RU).read_bytes()
        manifest = read_manifest((sealed / "manifest.json").read_bytes())
        (item,) = [item for item in renditions(manifest) if item.path == RU]
        assert item.signature is not None
        before = data[: item.signature.unsigned_size]
        assert key.seal(before, MOMENT) == data
        later = key.seal(before, MOMENT + dt.timedelta(days=1))
        assert later != data
        assert len(later) == len(data)


def test_a_pdf_can_be_signed_inside_of_an_event_loop(sealed: Path, mine: Certified) -> None:
    manifest = read_manifest((sealed / "manifest.json").read_bytes())
    (item,) = [item for item in renditions(manifest) if item.path == RU]
    assert item.signature is not None
    data = (sealed / RU).read_bytes()

    async def sign() -> bytes:
        return Key(mine.path.read_bytes(), PASSWORD).seal(data[:before], MOMENT)

    before = item.signature.unsigned_size
    # In a thread of its own, for the browser of other tests has a loop in this one.
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(lambda: asyncio.run(sign())).result() == data


class TestARefusal:
    """Nothing is released: why, and what to do about it."""

    def refused(self, box: Sandbox, tmp_path: Path) -> str:
        shutil.copytree(box.root, tmp_path / "project")
        copy = Sandbox(tmp_path / "project")
        shutil.copy(box.root / "toolkit.yaml", copy.root)
        report = released(copy, "2026.2")
        assert report.manifest is None
        assert not (copy.root / "dist/2026.2").exists()
        (problem,) = [one for one in report.findings if one.severity is Severity.ERROR]
        assert (problem.code, problem.span.path) == ("release.signature", "toolkit.yaml")
        return problem.message

    def test_without_a_key(self, box: Sandbox, tmp_path: Path) -> None:
        assert "is not set" in self.refused(box, tmp_path)

    def test_with_a_wrong_password(
        self, box: Sandbox, tmp_path: Path, mine: Certified, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(KEY_VARIABLE, str(mine.path))
        monkeypatch.setenv(PASSWORD_VARIABLE, "wrong")
        assert "another password" in self.refused(box, tmp_path)

    def test_with_the_key_of_another_certificate(
        self, box: Sandbox, tmp_path: Path, stranger: Certified, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        encoded = base64.encodebytes(stranger.path.read_bytes()).decode()
        monkeypatch.setenv(KEY_VARIABLE, encoded)
        monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)
        assert "another certificate" in self.refused(box, tmp_path)

    def test_with_a_key_in_the_project(
        self, box: Sandbox, tmp_path: Path, mine: Certified, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(KEY_VARIABLE, str(tmp_path / "project/lake.pem"))
        assert "lies in the project" in self.refused(box, tmp_path)

    def test_with_a_file_that_is_no_key(
        self, box: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "key").write_bytes(b"a key")
        monkeypatch.setenv(KEY_VARIABLE, str(tmp_path / "key"))
        assert "no PKCS#12 file" in self.refused(box, tmp_path)

    def test_without_pyhanko(
        self, box: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "toolkit.project.hanko", None)
        assert "pyHanko is not installed" in self.refused(box, tmp_path)


class TestAFileAlone:
    def alone(self, data: bytes, tmp_path: Path, evidence: Evidence) -> list[Statement]:
        (tmp_path / "mail.pdf").write_bytes(data)
        return list(verify([tmp_path / "mail.pdf"], evidence))

    def test_is_proved_by_the_certificate_of_the_organisation(
        self, sealed: Path, tmp_path: Path, mine: Certified
    ) -> None:
        found = self.alone((sealed / RU).read_bytes(), tmp_path, trusted(mine))
        assert said(found) == {"proved", "sealed"}
        assert verdict(found) is Holds.YES
        assert found[1].values == {"subject": "Lake Watch", "time": "2026-05-31 12:30 UTC"}

    def test_is_not_proved_without(self, sealed: Path, tmp_path: Path, mine: Certified) -> None:
        found = self.alone((sealed / RU).read_bytes(), tmp_path, Evidence())
        assert said(found) == {"claims", "sealed-by-somebody"}
        assert verdict(found) is Holds.UNKNOWN
        assert found[1].values["certificate"] == certificate_hash(mine.certificate)

    def test_of_a_stranger_with_the_same_name(
        self, sealed: Path, tmp_path: Path, stranger: Certified
    ) -> None:
        found = self.alone((sealed / RU).read_bytes(), tmp_path, trusted(stranger))
        assert said(found) == {"claims", "other-seal"}
        assert verdict(found) is Holds.NO

    @pytest.mark.parametrize("place", [0.01, 0.3, 0.9])
    def test_with_one_flipped_bit(
        self, sealed: Path, tmp_path: Path, mine: Certified, place: float
    ) -> None:
        data = bytearray((sealed / RU).read_bytes())
        data[int(len(data) * place)] ^= 1
        found = self.alone(bytes(data), tmp_path, trusted(mine))
        assert verdict(found) is Holds.NO
        assert not {"proved", "sealed"} & said(found)

    def test_to_which_something_was_added(
        self, sealed: Path, tmp_path: Path, mine: Certified
    ) -> None:
        writer = IncrementalPdfFileWriter(BytesIO((sealed / RU).read_bytes()))
        writer.root["/Added"] = writer.root["/Lang"]
        writer.update_root()
        added = BytesIO()
        writer.write(added)
        found = self.alone(added.getvalue(), tmp_path, trusted(mine))
        assert said(found) == {"claims", "broken-seal"}

    def test_that_was_signed_again_by_a_stranger(
        self, sealed: Path, tmp_path: Path, mine: Certified, stranger: Certified
    ) -> None:
        manifest = read_manifest((sealed / "manifest.json").read_bytes())
        (item,) = [item for item in renditions(manifest) if item.path == RU]
        assert item.signature is not None
        before = (sealed / RU).read_bytes()[: item.signature.unsigned_size]
        again = Key(stranger.path.read_bytes(), PASSWORD).seal(before, MOMENT)
        assert said(self.alone(again, tmp_path, trusted(mine))) == {"claims", "other-seal"}
        bare = self.alone(before, tmp_path, trusted(mine))
        assert said(bare) == {"claims", "no-seal"}
        assert verdict(bare) is Holds.NO

    def test_where_pyhanko_is_not_installed(
        self, sealed: Path, tmp_path: Path, mine: Certified, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "toolkit.project.hanko", None)
        found = self.alone((sealed / RU).read_bytes(), tmp_path, trusted(mine))
        assert said(found) == {"claims", "unread-seal"}
        assert verdict(found) is Holds.UNKNOWN


def test_a_folder_says_so_once(sealed: Path, mine: Certified, stranger: Certified) -> None:
    assert "seals-agree" in said(list(verify([sealed], Evidence())))
    assert "seals-agree" in said(list(verify([sealed], trusted(mine))))
    found = [item for item in verify([sealed], trusted(stranger)) if item.holds is Holds.NO]
    assert {(item.sentence.key, item.file) for item in found} == {
        ("other-seal", RU),
        ("other-seal", EN),
    }


def test_a_file_with_its_manifest_needs_no_certificate(
    sealed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copy(sealed / RU, tmp_path / "mail.pdf")
    evidence = Evidence(manifest=sealed / "manifest.json")
    assert "sealed-as-released" in said(list(verify([Path(copy)], evidence)))
    monkeypatch.setitem(sys.modules, "toolkit.project.hanko", None)
    assert "unread-seal" not in said(list(verify([Path(copy)], evidence)))


def test_the_command_takes_the_certificate(sealed: Path, tmp_path: Path) -> None:
    shutil.copy(sealed / RU, tmp_path / "mail.pdf")
    command = ["verify", str(tmp_path / "mail.pdf"), "--certificate"]
    done = CliRunner().invoke(app, [*command, str(sealed / CERTIFICATE)])
    assert done.exit_code == 0, done.output
    assert done.output.count("Lake Watch") == 3
    assert CliRunner().invoke(app, [*command, str(sealed / SUMS)]).exit_code == 2


@pytest.mark.parametrize(
    "data",
    [b"/ByteRange", b"%PDF-1.7\n/ByteRange [0 1 2 3]\n%%EOF", b"%PDF-1.7 /ByteRange" + b"[" * 9999],
)
def test_what_only_looks_like_a_signature_is_broken(data: bytes) -> None:
    seal = read_seal(data)
    assert seal is not None
    assert seal.condition is Condition.BROKEN
