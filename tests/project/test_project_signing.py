"""Signatures, made and checked by the real programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.release.keys import Keys, make_keys
from toolkit.project.signing import KEY_VARIABLE, SigningError, is_signed, secret_key, sign
from toolkit.release.signatures import SIGNINGS, Tool

DATA = b"0" * 64 + b"  lake.ru.pdf\n"

tools = pytest.mark.parametrize("tool", Tool)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> dict[Tool, Keys]:
    folder = tmp_path_factory.mktemp("keys")
    return {tool: make_keys(tool, folder / tool) for tool in Tool}


@tools
def test_a_signature_holds_for_its_bytes_and_its_key_alone(
    tool: Tool, keys: dict[Tool, Keys], tmp_path: Path
) -> None:
    pair, stranger = keys[tool], make_keys(tool, tmp_path / "stranger")
    signature = sign(tool, DATA, pair.secret, "")
    assert is_signed(tool, DATA, signature, pair.public)
    assert not is_signed(tool, DATA.replace(b"ru", b"tk"), signature, pair.public)
    assert not is_signed(tool, DATA, signature, stranger.public)
    assert not is_signed(tool, DATA, b"no signature\n", pair.public)
    assert not is_signed(tool, DATA, signature, b"no key\n")


# Deriving a key from a password is slow on purpose.
@pytest.mark.slow
@tools
def test_a_key_with_a_password_signs_with_it_and_not_without(tool: Tool, tmp_path: Path) -> None:
    pair = make_keys(tool, tmp_path / "keys", password="drying lake")
    assert is_signed(tool, DATA, sign(tool, DATA, pair.secret, "drying lake"), pair.public)
    with pytest.raises(SigningError, match="did not sign"):
        sign(tool, DATA, pair.secret, "full lake")


@tools
def test_what_is_no_key_does_not_sign(tool: Tool) -> None:
    with pytest.raises(SigningError, match=f"{SIGNINGS[tool].program} did not sign") as caught:
        sign(tool, DATA, "no key", "")
    assert KEY_VARIABLE in caught.value.cure


def test_minisign_signatures_hold_no_time(keys: dict[Tool, Keys]) -> None:
    pair = keys[Tool.MINISIGN]
    signature = sign(Tool.MINISIGN, DATA, pair.secret, "")
    assert b"timestamp" not in signature
    assert sign(Tool.MINISIGN, DATA, pair.secret, "") == signature


def test_a_missing_program_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(SigningError, match="minisign is not installed") as caught:
        sign(Tool.MINISIGN, DATA, "key", "")
    assert "package minisign" in caught.value.cure


class TestSecretKey:
    def test_it_is_the_text_itself_or_in_a_file(self, tmp_path: Path) -> None:
        root, file = tmp_path / "project", tmp_path / "key"
        root.mkdir()
        file.write_text("the key\n", encoding="utf-8")
        assert secret_key(root, {KEY_VARIABLE: str(file)}) == "the key\n"
        assert secret_key(root, {KEY_VARIABLE: "first\nsecond\n"}) == "first\nsecond\n"

    def test_it_has_to_be_there(self, tmp_path: Path) -> None:
        with pytest.raises(SigningError, match="not set"):
            secret_key(tmp_path, {})
        with pytest.raises(SigningError, match="cannot be read"):
            secret_key(tmp_path, {KEY_VARIABLE: "/nowhere/key"})

    def test_it_never_lies_in_the_project(self, tmp_path: Path) -> None:
        (tmp_path / "key").write_text("the key\n", encoding="utf-8")
        link = tmp_path.parent / f"{tmp_path.name}-link"
        link.symlink_to(tmp_path / "key")
        for path in (tmp_path / "key", link):
            with pytest.raises(SigningError, match="lies in the project"):
                secret_key(tmp_path, {KEY_VARIABLE: str(path)})

    def test_a_device_is_no_key(self, tmp_path: Path) -> None:
        with pytest.raises(SigningError):
            secret_key(tmp_path, {KEY_VARIABLE: str(tmp_path.parent)})
