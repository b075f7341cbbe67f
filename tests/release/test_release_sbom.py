"""Bills of materials: valid CycloneDX, the same bytes for the same parts, nothing of the moment."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.release.bills import complaints
from toolkit.release.sbom import Bill, Component, Sort, normal_name, python_purl, write_sbom

PROGRAM = Component(
    Sort.APPLICATION, "printer", "1.0", python_purl("printer", "1.0"), requires=("pkg:pypi/ink@2",)
)
INK = Component(Sort.LIBRARY, "ink", "2", "pkg:pypi/ink@2", expression="MIT OR Apache-2.0")
PAPER = Component(Sort.LIBRARY, "paper", "3", "pkg:pypi/paper@3", licences=("BSD License",))
FONT = Component(Sort.FILE, "fonts/Serif.ttf", sha256="0" * 64)
BILL = Bill(PROGRAM, (PAPER, INK, FONT))

NAMES = st.from_regex(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,8}[A-Za-z0-9])?", fullmatch=True)


def test_a_bill_says_what_it_is_made_of() -> None:
    assert json.loads(write_sbom(BILL)) == {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "pkg:pypi/printer@1.0",
                "name": "printer",
                "version": "1.0",
                "purl": "pkg:pypi/printer@1.0",
            }
        },
        "components": [
            {
                "type": "file",
                "bom-ref": "file:fonts/Serif.ttf",
                "name": "fonts/Serif.ttf",
                "hashes": [{"alg": "SHA-256", "content": "0" * 64}],
            },
            {
                "type": "library",
                "bom-ref": "pkg:pypi/ink@2",
                "name": "ink",
                "version": "2",
                "licenses": [{"expression": "MIT OR Apache-2.0"}],
                "purl": "pkg:pypi/ink@2",
            },
            {
                "type": "library",
                "bom-ref": "pkg:pypi/paper@3",
                "name": "paper",
                "version": "3",
                "licenses": [{"license": {"name": "BSD License"}}],
                "purl": "pkg:pypi/paper@3",
            },
        ],
        "dependencies": [
            {"ref": "pkg:pypi/printer@1.0", "dependsOn": ["pkg:pypi/ink@2"]},
            {"ref": "file:fonts/Serif.ttf", "dependsOn": []},
            {"ref": "pkg:pypi/ink@2", "dependsOn": []},
            {"ref": "pkg:pypi/paper@3", "dependsOn": []},
        ],
    }


@given(
    parts=st.lists(
        st.builds(
            Component,
            sort=st.sampled_from(Sort),
            name=NAMES,
            version=st.text(min_size=1, max_size=5),
            licences=st.lists(st.text(min_size=1, max_size=9), max_size=2).map(tuple),
            sha256=st.sampled_from(("", "a" * 64)),
        ),
        max_size=4,
        unique_by=lambda part: part.reference,
    ),
    order=st.randoms(use_true_random=False),
)
def test_any_parts_make_a_valid_bill_in_one_order(parts: list[Component], order: object) -> None:
    raw = write_sbom(Bill(PROGRAM, tuple(parts)))
    assert list(complaints(raw)) == []
    order.shuffle(parts)  # type: ignore[attr-defined]
    assert write_sbom(Bill(PROGRAM, tuple(parts))) == raw
    told = [part["name"] for part in json.loads(raw)["components"]]
    assert sorted(told) == sorted(part.name for part in parts)


def test_nothing_refers_to_what_is_not_there() -> None:
    wanting = replace(INK, requires=("pkg:pypi/paper@3", "pkg:pypi/water@9"))
    (line,) = (
        line
        for line in json.loads(write_sbom(Bill(PROGRAM, (wanting, PAPER))))["dependencies"]
        if line["ref"] == INK.reference
    )
    assert line["dependsOn"] == ["pkg:pypi/paper@3"]


@pytest.mark.parametrize(
    ("said", "other", "told"),
    [
        ('"CycloneDX"', '"Cyclone"', "'Cyclone' is not one of ['CycloneDX']"),
        ('"version": 1,', '"version": 1, "date": "today",', "('date' was unexpected)"),
        ('"dependsOn": []', '"dependsOn": ["nobody"]', "nobody is not in the bill"),
        ('"bom-ref": "pkg:pypi/ink@2"', '"bom-ref": "pkg:pypi/paper@3"', "paper@3 is there twice"),
        ('"0000', '"zz', "is not valid under any"),
    ],
)
def test_the_judge_of_bills_refuses_a_wrong_one(said: str, other: str, told: str) -> None:
    raw = write_sbom(BILL).decode()
    assert said in raw
    wrong = list(complaints(raw.replace(said, other).encode()))
    assert wrong
    assert any(told in line for line in wrong) or said == '"0000', wrong


@pytest.mark.parametrize(
    ("name", "normal"), [("Pyphen", "pyphen"), ("ruamel.yaml", "ruamel-yaml"), ("A__b-.C", "a-b-c")]
)
def test_a_package_has_one_name_however_it_is_spelt(name: str, normal: str) -> None:
    assert normal_name(name) == normal
    assert python_purl(name, "1.2") == f"pkg:pypi/{normal}@1.2"
