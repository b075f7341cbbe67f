"""`toolkit verify`: a real release, tampered with in every way, and hostile things in its place."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.docs.mistakes import CATALOG, Sandbox
from tests.release.keys import Keys, make_keys
from toolkit.cli.app import app
from toolkit.project.releasing import ReleaseOptions, release
from toolkit.project.signing import KEY_VARIABLE
from toolkit.project.verifying import Evidence, verify, verify_editions
from toolkit.release.signatures import Tool
from toolkit.release.statements import Holds, Statement, verdict
from toolkit.release.sums import SUMS, sha256, write_sums

pytestmark = pytest.mark.slow

RU, EN = "2024-10-04-the-lake.ru.pdf", "2024-10-04-the-lake.en.pdf"
PAGE = "2024-10-04-the-lake.ru.html"


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    return make_keys(Tool.MINISIGN, tmp_path_factory.mktemp("keys") / "pair")


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory, keys: Keys) -> Path:
    """A signed release; no test changes it."""
    box = Sandbox(tmp_path_factory.mktemp("signed"))
    settings = (box.root / "toolkit.yaml").read_text(encoding="utf-8")
    how = "release: {signature: {tool: minisign, public_key: release.pub}}\n"
    box.write("toolkit.yaml", settings + how)
    box.write("release.pub", keys.public)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEY_VARIABLE, keys.secret)
        assert release(box.project, ReleaseOptions("2026.1", jobs=1)).manifest is not None
    return box.root / "dist/2026.1"


@pytest.fixture
def folder(signed: Path, tmp_path: Path) -> Path:
    """The same, to be tampered with."""
    return Path(shutil.copytree(signed, tmp_path / "release"))


@pytest.fixture
def unsigned(folder: Path) -> Path:
    """A release without signature and key: what anybody can make, hashes included."""
    (folder / f"{SUMS}.minisig").unlink()
    (folder / "release-key.minisign.pub").unlink()
    rehash(folder)
    return folder


def rehash(folder: Path) -> None:
    """Write a list of hashes that agrees with what is there."""
    paths = [path for path in folder.rglob("*") if not path.name.startswith(SUMS)]
    sums = {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes())
        for path in paths
        if path.is_file()
    }
    (folder / SUMS).write_bytes(write_sums(sums))


def said(statements: Sequence[Statement]) -> set[tuple[str, str]]:
    """All but the good news, as (sentence, file)."""
    return {(item.sentence.key, item.file) for item in statements if item.holds is not Holds.YES}


def found(path: Path, evidence: Evidence | None = None) -> set[tuple[str, str]]:
    return said(tuple(verify([path], evidence or Evidence())))


class TestAFolder:
    def test_is_proved_by_the_key_of_the_organisation(self, signed: Path, keys: Keys) -> None:
        statements = tuple(verify([signed], Evidence(keys.public)))
        assert verdict(statements) is Holds.YES
        assert {"complete", "signed", "manifest-agrees", "editions-agree"} == {
            item.sentence.key for item in statements
        }

    def test_is_not_proved_by_the_key_that_lies_in_it(self, signed: Path) -> None:
        assert found(signed) == {("signed-inside", f"{SUMS}.minisig")}

    def test_without_a_signature_is_not_proved(self, unsigned: Path) -> None:
        assert found(unsigned) == {("no-signature", "")}

    @pytest.mark.parametrize("name", [RU, PAGE, "manifest.json", "release-key.minisign.pub"])
    def test_one_flipped_bit(self, folder: Path, name: str, keys: Keys) -> None:
        data = bytearray((folder / name).read_bytes())
        data[len(data) // 2] ^= 1
        (folder / name).write_bytes(data)
        assert ("altered", name) in found(folder, Evidence(keys.public))

    def test_a_missing_file(self, folder: Path, keys: Keys) -> None:
        (folder / EN).unlink()
        statements = tuple(verify([folder], Evidence(keys.public)))
        assert said(statements) == {("missing", EN)}
        assert "editions-agree" not in {item.sentence.key for item in statements}

    @pytest.mark.parametrize("name", ["extra.pdf", ".hidden", "deep/er/extra.txt"])
    def test_an_extra_file(self, folder: Path, name: str, keys: Keys) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"%PDF-1.7 something else")
        assert found(folder, Evidence(keys.public)) == {("extra", name)}

    def test_a_changed_file_with_its_line_in_the_list_edited(
        self, folder: Path, keys: Keys
    ) -> None:
        shutil.copy(folder / EN, folder / RU)
        rehash(folder)
        assert found(folder, Evidence(keys.public)) >= {
            ("wrong-signature", f"{SUMS}.minisig"),
            ("manifest-differs", RU),
            ("wrong-language", RU),
        }

    def test_swapped_languages_with_all_hashes_edited(self, unsigned: Path) -> None:
        russian, english = ((unsigned / name).read_bytes() for name in (RU, EN))
        manifest = (unsigned / "manifest.json").read_text(encoding="utf-8")
        ours, theirs = sha256(russian), sha256(english)
        manifest = manifest.replace(ours, "?").replace(theirs, ours).replace("?", theirs)
        (unsigned / "manifest.json").write_text(manifest, encoding="utf-8")
        (unsigned / RU).write_bytes(english)
        (unsigned / EN).write_bytes(russian)
        rehash(unsigned)
        assert found(unsigned) == {
            ("no-signature", ""),
            ("wrong-language", RU),
            ("wrong-language", EN),
        }

    def test_another_fingerprint_with_all_hashes_edited(self, unsigned: Path) -> None:
        manifest = json.loads((unsigned / "manifest.json").read_bytes())
        manifest["documents"][0]["fingerprint"] = "0000-0000-0000-0000"
        (unsigned / "manifest.json").write_text(json.dumps(manifest))
        rehash(unsigned)
        assert ("wrong-fingerprint", RU) in found(unsigned)

    def test_a_language_that_is_nowhere(self, unsigned: Path) -> None:
        manifest = json.loads((unsigned / "manifest.json").read_bytes())
        manifest["settings"]["languages"].append("tk")
        (unsigned / "manifest.json").write_text(json.dumps(manifest))
        rehash(unsigned)
        assert ("missing-language", "2024-10-04-the-lake") in found(unsigned)

    def test_a_signature_that_was_taken_away(self, folder: Path, keys: Keys) -> None:
        (folder / f"{SUMS}.minisig").unlink()
        assert found(folder) == {("missing-signature", "")}
        assert found(folder, Evidence(keys.public)) == {("missing-signature", "")}

    def test_a_signature_by_another_key(self, folder: Path, tmp_path: Path) -> None:
        stranger = make_keys(Tool.MINISIGN, tmp_path / "stranger")
        expected = {("wrong-signature", f"{SUMS}.minisig")}
        assert found(folder, Evidence(stranger.public)) == expected

    def test_a_signature_without_the_program(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", "")
        assert found(folder) == {("no-program", f"{SUMS}.minisig")}

    def test_without_the_list_of_hashes_the_manifest_is_asked(self, unsigned: Path) -> None:
        (unsigned / SUMS).unlink()
        assert found(unsigned) == {("no-sums", "")}
        (unsigned / RU).unlink()
        with (unsigned / PAGE).open("ab") as file:
            file.write(b" ")
        assert found(unsigned) == {("no-sums", ""), ("missing", RU), ("altered", PAGE)}

    def test_hostile_things_are_said_and_not_followed(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "secret.txt").write_text("secret")
        (folder / RU).unlink()
        os.mkfifo(folder / RU)
        (folder / "loop").symlink_to(folder)
        (folder / "out").symlink_to(tmp_path / "secret.txt")
        (folder / PAGE).unlink()
        with (folder / PAGE).open("wb") as file:
            file.truncate(10**12)
        statements = found(folder)
        assert {("unreadable", RU), ("unreadable", PAGE)} <= statements
        assert {("extra", "loop"), ("extra", "out")} <= statements

    @pytest.mark.parametrize(
        "raw",
        [b"", b"\xff\xfe", b"[" * 1_000_000, b'{"manifest": 1}', b"null"],
        ids=["empty", "no text", "deep", "half", "null"],
    )
    def test_a_manifest_that_is_none(self, folder: Path, raw: bytes) -> None:
        (folder / "manifest.json").write_bytes(raw)
        assert ("bad-manifest", "") in found(folder)

    @pytest.mark.parametrize("raw", [b"\xff", b"garbage\n", b"0" * 64 + b"  ../x\n"])
    def test_a_list_of_hashes_that_is_none(self, folder: Path, raw: bytes) -> None:
        (folder / SUMS).write_bytes(raw)
        assert ("bad-sums", SUMS) in found(folder)


class TestOneFile:
    def test_beside_its_manifest(self, signed: Path, keys: Keys) -> None:
        assert found(signed / RU, Evidence(keys.public)) == set()

    def test_elsewhere_and_under_another_name(
        self, signed: Path, keys: Keys, tmp_path: Path
    ) -> None:
        shutil.copy(signed / RU, tmp_path / "mail.pdf")
        evidence = Evidence(keys.public, signed / "manifest.json")
        statements = tuple(verify([tmp_path / "mail.pdf"], evidence))
        assert verdict(statements) is Holds.YES
        (renamed,) = [item for item in statements if item.sentence.key == "renamed"]
        assert renamed.values == {"name": RU}

    def test_with_one_more_byte(self, folder: Path, keys: Keys) -> None:
        with (folder / RU).open("ab") as file:
            file.write(b"\n")
        assert found(folder / RU, Evidence(keys.public)) == {("not-released", RU)}

    def test_with_a_manifest_that_was_changed(self, folder: Path, keys: Keys) -> None:
        path = folder / "manifest.json"
        path.write_bytes(path.read_bytes() + b" ")
        assert found(folder / RU, Evidence(keys.public)) == {("manifest-altered", str(path))}

    @pytest.mark.parametrize("name", [RU, PAGE])
    def test_alone_proves_nothing(self, signed: Path, tmp_path: Path, name: str) -> None:
        shutil.copy(signed / name, tmp_path)
        (only,) = verify([tmp_path / name], Evidence())
        assert (only.sentence.key, only.holds) == ("claims", Holds.UNKNOWN)
        assert only.values["title"] == "Озеро принадлежит его деревням"
        assert only.values["language"] == "Русский"

    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            (b"", "no-fingerprint"),
            (b"<p>Hello", "no-fingerprint"),
            (b"%PDF-1.7\ngarbage", "unreadable"),
            (b"\xff\xfe\x00", "unreadable"),
            (b"<div>" * 50_000, "unreadable"),
        ],
        ids=["empty", "page", "broken", "bytes", "deep"],
    )
    def test_that_is_no_edition(self, tmp_path: Path, data: bytes, expected: str) -> None:
        (tmp_path / "x.pdf").write_bytes(data)
        assert {key for key, _ in found(tmp_path / "x.pdf")} == {expected}


class TestEditions:
    @pytest.mark.parametrize("suffix", ["pdf", "html"])
    def test_of_one_text_match(self, signed: Path, suffix: str) -> None:
        files = [signed / f"2024-10-04-the-lake.{language}.{suffix}" for language in ("ru", "en")]
        assert verdict(tuple(verify_editions(files))) is Holds.YES

    def test_of_two_formats_are_not_compared(self, signed: Path) -> None:
        assert said(tuple(verify_editions([signed / EN, signed / PAGE]))) == {
            ("not-compared", str(signed / PAGE))
        }

    def test_a_copy_is_the_same(self, folder: Path) -> None:
        shutil.copy(folder / RU, folder / "copy.pdf")
        (only,) = verify_editions([folder / RU, folder / "copy.pdf"])
        assert only.sentence.key == "identical"

    @pytest.mark.parametrize("suffix", ["pdf", "html"])
    @pytest.mark.parametrize(("old", "new"), [("2 мая 2021", "2 мая 2012"), ("№ 14", "№ 41")])
    def test_a_forged_translation_bears_the_code_and_is_found(
        self, signed: Path, tmp_path: Path, suffix: str, old: str, new: str
    ) -> None:
        box = Sandbox(tmp_path / "forger")
        box.replace(CATALOG, old, new)
        box.build(suffix)
        (forged,) = box.root.glob(f"build/*/*/*.ru.{suffix}")
        genuine = signed / f"2024-10-04-the-lake.en.{suffix}"
        statements = tuple(verify_editions([genuine, forged]))
        assert said(statements) == {("other-values", str(forged))}
        assert "same-fingerprint" in {item.sentence.key for item in statements}

    def test_a_link_that_leads_elsewhere_is_found(self, folder: Path) -> None:
        page = (folder / PAGE).read_text(encoding="utf-8")
        forged = page.replace("https://example.org/decree", "https://example.org/degree")
        (folder / PAGE).write_text(forged, encoding="utf-8")
        statements = tuple(verify_editions([folder / PAGE.replace(".ru.", ".en."), folder / PAGE]))
        assert said(statements) == {("other-link", str(folder / PAGE))}

    def test_of_another_text_do_not_match(self, signed: Path, tmp_path: Path) -> None:
        box = Sandbox(tmp_path / "other")
        box.body("  - The sea was closed in 2021.\n")
        box.build("html")
        (other,) = box.root.glob("build/*/*/*.en.html")
        assert said(tuple(verify_editions([signed / PAGE, other]))) == {
            ("other-fingerprint", str(other))
        }


class TestTheCommand:
    def test_speaks_three_languages(self, signed: Path, keys: Keys, tmp_path: Path) -> None:
        (tmp_path / "key").write_bytes(keys.public)
        done = CliRunner().invoke(app, ["verify", str(signed), "--key", str(tmp_path / "key")])
        assert done.exit_code == 0
        for verdict_in in ("Русский: Всё", "Türkmençe: Soralan", "English: All"):
            assert verdict_in in done.stdout

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            (["{0}"], 3),
            (["{0}/nothing"], 2),
            (["{0}", "--lang", "xx"], 2),
            (["{0}", "--editions"], 2),
            (["{0}", "--manifest", "{0}/manifest.json"], 2),
            (["{0}", "--key", "{0}/nothing"], 2),
            (["--editions", "{0}/" + RU], 2),
            (["--editions", "{0}/" + RU, "{0}/" + EN], 0),
            (["--editions", "{0}/" + RU, "{0}/" + SUMS], 1),
        ],
    )
    def test_ends_with(self, signed: Path, arguments: list[str], code: int) -> None:
        given = [part.format(signed) for part in arguments]
        assert CliRunner().invoke(app, ["verify", *given]).exit_code == code

    def test_answers_programs(self, signed: Path) -> None:
        done = CliRunner().invoke(app, ["verify", str(signed), "--format", "json", "--lang", "tk"])
        answer = json.loads(done.stdout)
        assert answer["verdict"] == "unknown"
        (row,) = [row for row in answer["statements"] if row["holds"] != "yes"]
        assert (row["statement"], row["file"]) == ("signed-inside", f"{SUMS}.minisig")
        assert row["text"].keys() == {"tk"}
