"""The workflow that projects copy: its steps, run in order in a project as the service would.

What only the service can do is left out: its own actions (``uses``), and what installs programs, whose
commands are written down instead.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.workspace import REPOSITORY, environment
from tests.docs.examples import examples
from tests.docs.mistakes import CATALOG, DOCUMENT, Sandbox
from tests.release.keys import make_keys
from toolkit.release.signatures import Tool

#: YAML 1.1 takes the key `on` for a truth value; the service does not.
WORKFLOW: dict[str, Any] = yaml.load(
    (REPOSITORY / "docs/workflows/editions.yml").read_text("utf-8"), Loader=yaml.BaseLoader
)
HOOKS: list[dict[str, Any]] = yaml.safe_load(
    (REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8")
)
PULL_REQUEST = {"GITHUB_EVENT_NAME": "pull_request", "GITHUB_REF": "refs/pull/7/merge"}
PUSH = {"GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/heads/main"}
TAG = {"GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/tags/v2026.1"}
RECORDED = ("sudo", "pip")
_ANNOTATION = re.compile(
    r"^::error file=([^,]+),line=(\d+),col=(\d+),title=error\[([a-z.-]+)\]", re.M
)


@dataclass
class Service:
    """A machine of the service with a project checked out; ``outcomes`` are exit codes by step."""

    box: Sandbox
    folder: Path
    event: Mapping[str, str]
    secrets: Mapping[str, str] = field(default_factory=dict)
    outcomes: dict[str, int] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder.mkdir()
        self.summary.touch()
        programs = {name: f'echo "{name} $*" >> "{self.folder}/recorded"' for name in RECORDED}
        programs["toolkit"] = f'exec "{sys.executable}" -m toolkit "$@"'
        for name, script in programs.items():
            (self.folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
            (self.folder / name).chmod(0o755)

    @property
    def summary(self) -> Path:
        """The page of the run."""
        return self.folder / "summary"

    @property
    def recorded(self) -> str:
        """What was to be installed."""
        return (self.folder / "recorded").read_text(encoding="utf-8")

    def wanted(self, condition: str | None) -> bool:
        """What an ``if`` of the workflow comes to; another one than these is a KeyError."""
        ref, name = self.event["GITHUB_REF"], self.event["GITHUB_EVENT_NAME"]
        return {
            None: not any(self.outcomes.values()),
            "${{ !cancelled() }}": True,
            "github.event_name == 'pull_request'": name == "pull_request"
            and not any(self.outcomes.values()),
            "github.event_name == 'push'": name == "push" and not any(self.outcomes.values()),
            "startsWith(github.ref, 'refs/tags/v')": ref.startswith("refs/tags/v")
            and not any(self.outcomes.values()),
        }[condition]

    def run(self, job: str) -> None:
        """Run the steps of a job in order, as far as they are wanted."""
        if not self.wanted(WORKFLOW["jobs"][job].get("if")):
            return
        for step in WORKFLOW["jobs"][job]["steps"]:
            if "run" in step and self.wanted(step.get("if")):
                self._step(step)

    def _step(self, step: Mapping[str, Any]) -> None:
        assert WORKFLOW["defaults"]["run"]["shell"] == "bash"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.box.root,
            env={
                **environment(),
                **self.event,
                "PATH": f"{self.folder}:{os.environ['PATH']}",
                "GITHUB_REF_NAME": self.event["GITHUB_REF"].split("/", 2)[2],
                "GITHUB_STEP_SUMMARY": str(self.summary),
                **{name: self._value(value) for name, value in step.get("env", {}).items()},
            },
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        self.outcomes[step["name"]] = done.returncode
        self.printed[step["name"]] = done.stdout + done.stderr

    def _value(self, text: str) -> str:
        """A secret is empty where it is not set."""
        match = re.fullmatch(r"\$\{\{ secrets\.(\w+) \}\}", text)
        assert match, text
        return self.secrets.get(match[1], "")


@pytest.fixture
def box(tmp_path: Path) -> Sandbox:
    """A project that is as the toolkit wants it, with its PO files up to date."""
    made = Sandbox(tmp_path / "project")
    command = [sys.executable, "-m", "toolkit", "update"]
    subprocess.run(command, cwd=made.root, env=environment(), check=True, capture_output=True)
    return made


def failed(service: Service) -> list[str]:
    return [name for name, code in service.outcomes.items() if code]


@pytest.mark.slow
def test_a_pull_request_without_a_mistake_passes(box: Sandbox, tmp_path: Path) -> None:
    service = Service(box, tmp_path / "service", PULL_REQUEST)
    service.run("check")
    service.run("release")
    assert failed(service) == [], service.printed
    assert "Build drafts" in service.outcomes
    assert "Build strictly" not in service.outcomes
    assert not {"Release", "Build strictly"} & service.outcomes.keys()
    built = {path.suffix for path in (box.root / "build").rglob("*.*")}
    assert built >= {".html", ".pdf"}
    assert "| 2024-10-04-the-lake | en → ru | 3/3 | 0 | 0 | 0 |" in service.summary.read_text(
        "utf-8"
    )
    assert "pip install --require-hashes -r wheels/requirements.txt" in service.recorded
    assert "pip install --no-deps wheels/matched_editions-*.whl" in service.recorded


@pytest.mark.slow
def test_a_mistake_is_annotated_beside_its_line_and_reported(box: Sandbox, tmp_path: Path) -> None:
    box.replace(DOCUMENT, "title: The lake", "titel: The lake")
    service = Service(box, tmp_path / "service", PULL_REQUEST)
    service.run("check")
    service.run("release")
    assert failed(service) == ["Check documents and translations"]
    assert [*service.outcomes][-1] == "Write the reports"
    found = _ANNOTATION.findall(service.printed["Check documents and translations"])
    lines = (box.root / DOCUMENT).read_text("utf-8").splitlines()
    line = lines.index("titel: The lake belongs to its villages") + 1
    assert (DOCUMENT, str(line), "1", "field.unknown") in found
    assert {path for path, *_ in found} == {DOCUMENT}
    sarif = json.loads((box.root / "reports/check.sarif").read_text("utf-8"))
    assert {one["ruleId"] for one in sarif["runs"][0]["results"]} >= {"field.unknown"}
    junit = ET.parse(box.root / "reports/check.junit.xml").getroot()
    assert junit.findall(".//failure")


@pytest.mark.slow
def test_a_translation_with_another_number_is_annotated_in_the_po_file(
    box: Sandbox, tmp_path: Path
) -> None:
    box.replace(CATALOG, "№ 14", "№ 15")
    service = Service(box, tmp_path / "service", PUSH)
    service.run("check")
    assert failed(service) == ["Check documents and translations"]
    annotations = _ANNOTATION.findall(service.printed["Check documents and translations"])
    ((path, line, _, code),) = annotations
    assert (path, code) == (CATALOG, "check.reference")
    assert "№ 15" in (box.root / CATALOG).read_text("utf-8").splitlines()[int(line) - 1]


@pytest.mark.slow
def test_a_text_without_a_translation_stops_the_main_branch_and_no_pull_request(
    box: Sandbox, tmp_path: Path
) -> None:
    box.replace(CATALOG, "Озеро принадлежит его деревням", "")
    for event, stopped in ((PULL_REQUEST, []), (PUSH, ["Build strictly"])):
        service = Service(box, tmp_path / event["GITHUB_EVENT_NAME"], event)
        service.run("check")
        assert failed(service) == stopped, service.printed


@pytest.mark.slow
def test_a_tag_makes_a_signed_release(box: Sandbox, tmp_path: Path) -> None:
    secret = signed(box, tmp_path)
    service = Service(box, tmp_path / "service", TAG, secret)
    service.run("check")
    service.run("release")
    assert failed(service) == [], service.printed
    folder = box.root / "dist/2026.1"
    assert {"manifest.json", "sbom.cdx.json", "SHA256SUMS", "SHA256SUMS.sig"} <= {
        path.name for path in folder.iterdir()
    }
    assert "2024-10-04-the-lake  ru, en  revision 1" in service.summary.read_text("utf-8")
    assert "minisign" in service.recorded

    # The next release knows the one before by its manifest.
    (box.root / "published").mkdir()
    shutil.copy(folder / "manifest.json", box.root / "published")
    shutil.rmtree(box.root / "dist")
    box.replace(CATALOG, "Озеро закрыли", "Закрыли озеро")
    again = Service(box, tmp_path / "again", {**TAG, "GITHUB_REF": "refs/tags/v2026.2"}, secret)
    again.run("release")
    assert failed(again) == ["Release"]
    assert "release.revision" in again.printed["Release"]


def signed(box: Sandbox, tmp_path: Path) -> Mapping[str, str]:
    """Let the settings want a signature; the secrets that it takes."""
    keys = make_keys(Tool.SSH, tmp_path / "keys")
    box.write("release-key.pub", keys.public)
    settings = (box.root / "toolkit.yaml").read_text("utf-8")
    signature = "release:\n  signature: {tool: ssh, public_key: release-key.pub}\n"
    box.write("toolkit.yaml", settings + signature)
    return {"TOOLKIT_SIGNING_KEY": keys.secret}


def test_the_workflow_may_only_read_and_shows_secrets_to_the_release_alone() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in WORKFLOW["on"]
    assert "secrets." not in json.dumps(WORKFLOW["jobs"]["check"])
    assert WORKFLOW["jobs"]["release"]["needs"] == "check"
    for job in WORKFLOW["jobs"].values():
        assert "permissions" not in job
        for step in job["steps"]:
            # What a stranger can choose, such as a title, would be a part of the script.
            assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_fails_where_something_is_wrong_and_only_there(
    hook: dict[str, Any], box: Sandbox
) -> None:
    assert {"id", "name", "description", "entry", "language", "files"} < hook.keys()
    assert hook["pass_filenames"] is False
    command = [sys.executable, "-m", *hook["entry"].split()]

    def code() -> int:
        done = subprocess.run(
            command, cwd=box.root, env=environment(), check=False, capture_output=True
        )
        return done.returncode

    assert code() == 0
    broken = {
        "toolkit-check": ("date: 2024-10-04", "date: yesterday"),
        "toolkit-update": ("The lake was closed", "The lake was shut"),
    }
    box.replace(DOCUMENT, *broken[hook["id"]])
    assert code() == 1


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_looks_at_what_the_project_is_made_of(hook: dict[str, Any]) -> None:
    for path in ("toolkit.yaml", DOCUMENT, CATALOG, "templates/css/own.css"):
        assert re.search(hook["files"], path)
    for path in ("README.md", "build/x.html", "my-toolkit.yaml", "old/documents/x.yaml"):
        assert not re.search(hook["files"], path)


def test_the_page_names_the_hooks_that_there_are() -> None:
    pages = [yaml.safe_load(one.text) for one in examples("yaml") if one.form == "hooks"]
    named = {hook["id"] for page in pages for repo in page["repos"] for hook in repo["hooks"]}
    assert named == {hook["id"] for hook in HOOKS}
    (local,) = (repo for page in pages for repo in page["repos"] if repo["repo"] == "local")
    known = {hook["id"]: hook for hook in HOOKS}
    for hook in local["hooks"]:
        for key in ("name", "entry", "pass_filenames", "files"):
            assert hook[key] == known[hook["id"]][key]
