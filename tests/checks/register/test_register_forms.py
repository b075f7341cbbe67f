"""Every form of every name: the table ``forms.txt``, and laws for names that nobody wrote down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.checks.register.support import HERE, names, of_one
from toolkit.language.inflection import Kind


def rows() -> Iterator[tuple[str, str, str, str, bool]]:
    for line in (HERE / "forms.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            kind, language, name, right, wrong = (part.strip() for part in line.split("|"))
            for form in right.split(","):
                yield kind, language, name, form.strip(), True
            for form in wrong.removeprefix("!").split(","):
                yield kind, language, name, form.strip(), False


@pytest.mark.parametrize(("kind", "language", "name", "form", "is_named"), [*rows()])
def test_form(kind: str, language: str, name: str, form: str, is_named: bool) -> None:
    assert names(of_one(Kind(kind), language, name), language, f"— {form} —") is is_named


def test_the_table_is_long_enough() -> None:
    assert len({row[:3] for row in rows()}) >= 120
    assert sum(row[4] for row in rows()) >= 450
