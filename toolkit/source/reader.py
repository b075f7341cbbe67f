"""YAML text to values: what the rest of the toolkit calls.

All errors of a file are found in one run. The one exception: after an error of YAML itself, what the
fields say cannot be known, so they are checked when the YAML is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from pydantic import ValidationError

from toolkit.diagnostics import Finding, Result, Span, finding, has_errors, in_order
from toolkit.document.model import Document, Kind
from toolkit.source import names, references, tree
from toolkit.source.build import build
from toolkit.source.charts import check_charts
from toolkit.source.encoding import decode
from toolkit.source.explain import explain
from toolkit.source.forms.base import Form, Seen
from toolkit.source.forms.kinds import KINDS, DocumentForm
from toolkit.source.forms.register import RegisterForm
from toolkit.source.forms.settings import SettingsForm
from toolkit.source.register import Register, build_register, check_register
from toolkit.source.settings import Settings, build_settings, check_languages
from toolkit.source.wording import did_you_mean, listed, nearest, shown
from toolkit.source.yamltree import read_tree

_Findings = tuple[Finding, ...]

F = TypeVar("F", bound=Form)


def read_document(raw: bytes, path: str, *, languages: frozenset[str]) -> Result[Document]:
    """Read the document in the bytes ``raw`` of the file at ``path``.

    ``path`` is relative to the project, with ``/``; the name of the document comes from it.
    ``languages`` are the codes that the toolkit knows. Nothing is raised, whatever the bytes. The
    findings are in the order of the file; if one of them is an error, the value is ``None``.
    """
    root, findings = _read_fields(raw, path, "`kind: statement`")
    findings = (*names.check_name(path), *findings)
    kind = None
    if root is not None:
        kind, kind_findings = _kind(root, path)
        findings = (*findings, *kind_findings)
    if root is None or kind is None:
        return Result(None, in_order(findings))
    document, more = _read_kind(root, path, kind, languages)
    findings = (*findings, *more)
    return Result(None if has_errors(findings) else document, in_order(findings))


def read_settings(raw: bytes, path: str, *, languages: frozenset[str]) -> Result[Settings]:
    """Read the settings in the bytes ``raw`` of the file at ``path``; see ``read_document``."""
    root, findings = _read_fields(raw, path, "`languages: [ru, tk, en]`")
    if root is None:
        return Result(None, in_order(findings))
    form, form_findings = _fill(SettingsForm, tree.fields(root), root, Seen(languages))
    findings = (*findings, *form_findings, *check_languages(root))
    settings = None if form is None or has_errors(findings) else build_settings(form)
    return Result(settings, in_order(findings))


def read_register(
    raw: bytes, path: str, *, languages: frozenset[str], wanted: Sequence[str] = ()
) -> Result[Register]:
    """Read the register of names in the bytes ``raw`` of the file at ``path``; see ``read_document``.

    ``wanted`` are the languages in which every entry needs a name. An empty register is no mistake.
    """
    text, findings = decode(raw, path)
    if text is not None and not any(_is_content(line) for line in text.splitlines()):
        return Result(None if has_errors(findings) else Register(), findings)
    root, findings = _read_fields(raw, path, "`people:`")
    if root is None:
        return Result(None, in_order(findings))
    form, form_findings = _fill(RegisterForm, tree.fields(root), root, Seen(languages))
    findings = (*findings, *form_findings, *check_register(root, wanted))
    register = None if form is None or has_errors(findings) else build_register(form, root)
    return Result(register, in_order(findings))


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _read_fields(raw: bytes, path: str, example: str) -> tuple[tree.Mapping | None, _Findings]:
    """The fields of a file, or ``None`` if it has none or its YAML is wrong."""
    text, findings = decode(raw, path)
    if text is None:
        return None, findings
    result = read_tree(text, path)
    root, findings = result.value, (*findings, *result.findings)
    if isinstance(root, tree.Mapping):
        return root, findings
    if root is None and result.findings:
        return None, findings
    hint = f"Begin with fields, as {example}."
    if root is None or (isinstance(root, tree.Scalar) and not root.pieces):
        return None, (*findings, finding("field.missing", Span(path), "The file is empty.", hint))
    what = "a list" if isinstance(root, tree.Sequence) else "one text"
    message = f"The file holds {what} where fields are wanted."
    return None, (*findings, finding("field.type", root.span, message, hint))


def _kind(root: tree.Mapping, path: str) -> tuple[Kind | None, _Findings]:
    """The kind of a document, or the one most likely meant, so that the rest can be checked."""
    entry = root.entries.get("kind")
    likely = names.folder_kind(path)
    hint = f"The kinds are {listed(Kind, joint='and')}."
    if entry is None or (isinstance(entry.value, tree.Scalar) and not entry.value.pieces):
        span = entry.key_span if entry else root.span
        hint = f"Add `kind: {likely or Kind.STATEMENT}`. {hint}"
        return likely, (finding("field.missing", span, "A document needs `kind`.", hint),)
    span = entry.value.span
    if not isinstance(entry.value, tree.Scalar):
        return likely, (finding("field.type", span, "`kind` wants one word.", hint),)
    typed = entry.value.value.strip()
    if typed in list(Kind):
        kind = Kind(typed)
        return kind, tuple(names.check_folder(path, kind, span))
    message = f"{shown(typed)} is not a kind of document."
    hint = did_you_mean(typed, Kind) or hint
    meant = nearest(typed, Kind)
    return Kind(meant) if meant else likely, (finding("field.value", span, message, hint),)


def _read_kind(
    root: tree.Mapping, path: str, kind: Kind, languages: frozenset[str]
) -> tuple[Document | None, _Findings]:
    """Fill in the form of a kind and check what its parts say about one another."""
    seen = Seen(languages)
    data = tree.fields(root)
    data["kind"] = tree.Scalar(kind.value, root.span, (tree.Piece(kind.value, root.span),))
    form, findings = _fill(KINDS[kind], data, root, seen)
    findings = (*findings, *_cross_checks(root, kind, seen, form))
    if form is None or any(item.code == "person.undefined" for item in findings):
        return None, findings
    note_spans = {id: tree.key_span(root, "notes", id) for id in form.notes}
    document = build(form, names.document_name(path), path, kind, note_spans)
    date_span = root.entries["date"].value.span
    return document, (
        *findings,
        *names.check_date(path, document.date, date_span),
        *references.check_anchors(document),
    )


def _fill(
    form: type[F], data: dict[str, tree.Data], root: tree.Mapping, seen: Seen
) -> tuple[F | None, _Findings]:
    """Fill in a form with ``data``, which stands at ``root``; ``seen`` collects what it holds."""
    try:
        return form.model_validate(data, context=seen), ()
    except ValidationError as error:
        return None, explain(error.errors(include_url=False, include_input=False), root, form)


def _cross_checks(
    root: tree.Mapping, kind: Kind, seen: Seen, form: DocumentForm | None
) -> Iterator[Finding]:
    yield from references.check_notes(seen, root, complete=form is not None)
    yield from references.check_people(seen, root, kind)
    yield from references.check_kind(root, kind)
    yield from references.check_tables(root)
    yield from check_charts(references.blocks(root))
    yield from references.check_markup(seen)
