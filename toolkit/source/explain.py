"""From the errors of the forms to findings: where in the file, in which words, with which cure.

An error of pydantic says where it is as a path of field names, list places and union tags (written
``<so>``). The path is followed through the located tree to the place in the file, and through the
forms to the words for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from toolkit.diagnostics import Finding, Span, finding
from toolkit.diagnostics.codes import CODES
from toolkit.source import tree
from toolkit.source.forms.base import Form
from toolkit.source.forms.blocks import BLOCKS
from toolkit.source.forms.common import CorrectionForm, PersonForm, SignatoryForm, SourceForm
from toolkit.source.forms.kinds import (
    KINDS,
    AddresseeForm,
    AnnexForm,
    CommentaryForm,
    EventForm,
)
from toolkit.source.forms.lists import ItemForm, RecommendationForm
from toolkit.source.forms.register import NameForm, RegisterForm
from toolkit.source.forms.settings import OrganisationForm, ReleaseForm, SignatureForm
from toolkit.source.forms.texts import LongText
from toolkit.source.wording import did_you_mean, listed, nearest, shown

_BY_TAG: Mapping[str, type[Form]] = {
    **{f"<{name}>": form for name, form in BLOCKS.items()},
    "<item>": ItemForm,
    "<long text>": LongText,
    "<source>": SourceForm,
    "<person>": PersonForm,
    "<spelling>": NameForm,
}
_BY_FIELD: Mapping[str, type[Form]] = {
    "addressees": AddresseeForm,
    "annexes": AnnexForm,
    "commentary": CommentaryForm,
    "corrections": CorrectionForm,
    "event": EventForm,
    "organisation": OrganisationForm,
    "people": PersonForm,
    "recommendations": RecommendationForm,
    "release": ReleaseForm,
    "signatories": SignatoryForm,
    "signature": SignatureForm,
    "speakers": PersonForm,
}
#: Fields whose own fields are ids, not names that a form knows.
_KEYED = frozenset({"people", "speakers", "notes", *RegisterForm.parts})
#: What such a field is keyed by, where that is not an id: an example.
_KEYS: Mapping[str, str] = {
    **dict.fromkeys(("name", "short_name", "address"), "en"),
    **dict.fromkeys(("checks", "waive"), "check.quotes"),
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a file: the value there (if any), where it is, and what it is called.

    ``owner`` is the form that the field belongs to, ``form`` the one that its value was to fill in.
    """

    node: tree.Node | None
    span: Span
    key_span: Span
    owner: type[Form]
    form: type[Form]
    name: str
    label: str


def explain(
    errors: Iterable[ErrorDetails], root: tree.Node, form: type[Form]
) -> tuple[Finding, ...]:
    """The findings for pydantic's ``errors`` about ``root``, which was to fill in ``form``.

    A mistyped field is one finding, not also the lack of the field that was meant; a list whose items
    are wrong is not also empty.
    """
    placed = [(error, _place(error["loc"], root, form)) for error in errors]
    meant = {
        (*error["loc"][:-1], nearest(place.name, place.owner.model_fields))
        for error, place in placed
        if error["type"] == "extra_forbidden"
    }
    return tuple(
        _explain(error, place)
        for error, place in placed
        if not (error["type"] == "missing" and place.node is None and error["loc"] in meant)
        and not (error["type"] == "too_short" and _holds_something(place.node))
    )


def _holds_something(node: tree.Node | None) -> bool:
    return bool(
        (isinstance(node, tree.Sequence) and node.items)
        or (isinstance(node, tree.Mapping) and node.entries)
    )


def _explain(error: ErrorDetails, place: _Place) -> Finding:
    kind = error["type"]
    if kind in CODES:
        return _own(kind, error.get("ctx", {}), place)
    if kind == "missing":
        return _missing(place)
    if kind == "extra_forbidden":
        return _unknown(place)
    if kind == "union_tag_not_found":
        return _unknown_block(place)
    return _wrong_shape(kind, place)


def _place(loc: tuple[int | str, ...], root: tree.Node, form: type[Form]) -> _Place:
    node: tree.Node | None = root
    span = key_span = root.span
    name, label, after_key = "", "", ""
    owner = form
    for step in loc:
        if step == "[key]":
            span, label = key_span, ""
        elif isinstance(step, int):
            node = _item(node, step)
            span = key_span = node.span if node else span
            label = f"item {step + 1} of `{name}`" if name else ""
        elif isinstance(node, tree.Mapping) and step in node.entries:
            entry = node.entries[step]
            node, key_span, span = entry.value, entry.key_span, entry.value.span
            owner = form
            if after_key not in _KEYED:
                form = owner.parts.get(step) or _BY_FIELD.get(step, form)
            after_key, name, label = step, step, shown(step)
        elif step in _BY_TAG:
            form = _BY_TAG[step]
        elif not step.startswith("<"):
            owner, node, name, label = form, None, step, shown(step)
    return _Place(node, span, key_span, owner, form, name, label)


def _item(node: tree.Node | None, index: int) -> tree.Node | None:
    if isinstance(node, tree.Sequence) and index < len(node.items):
        return node.items[index]
    return None


def _own(code: str, context: Mapping[str, Any], place: _Place) -> Finding:
    message = str(context["message"])
    message = _sentence(f"{place.label}: {message}" if place.label else message)
    return finding(code, context["span"] or place.span, message, context["hint"])


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _missing(place: _Place) -> Finding:
    hint = _how_to_fill(place.owner, place.name)
    if place.node is not None:
        return finding("field.missing", place.key_span, f"{place.label} is empty.", hint)
    message = _sentence(f"{place.owner.called} needs {place.label}.")
    return finding("field.missing", place.span, message, hint)


def _how_to_fill(form: type[Form], name: str) -> str:
    field = form.model_fields.get(name)
    if field is None:
        return ""
    example = field.examples[0] if field.examples else "…"
    text = example if isinstance(example, str) else "…"
    quote = '"' if ": " in text else ""
    return f"Add `{name}: {quote}{text}{quote}`. {field.description}"


def _unknown(place: _Place) -> Finding:
    known = list(place.owner.model_fields)
    message = f"{place.label} is not a field of {place.owner.called}."
    hint = (
        _of_another_kind(place)
        or _of_another_block(place)
        or did_you_mean(place.name, known)
        or f"Its fields are {listed(known, joint='and')}."
    )
    return finding("field.unknown", place.key_span, message, hint)


def _of_another_kind(place: _Place) -> str:
    kinds = list(KINDS.values())
    if place.owner not in kinds:
        return ""
    owners = [form.called for form in kinds if place.name in form.model_fields]
    return f"`{place.name}` is a field of {' and of '.join(owners)}." if owners else ""


def _of_another_block(place: _Place) -> str:
    if place.owner not in BLOCKS.values() or place.name not in BLOCKS:
        return ""
    return f"If a new block begins here, put a dash before it: `- {place.name}: …`."


def _unknown_block(place: _Place) -> Finding:
    if not isinstance(place.node, tree.Mapping):
        message = _sentence(f"{place.label or 'this'} is a list where a block is wanted.")
        hint = "If it is a text that begins with `[` or `-`, put it in quotes."
        return finding("block.unknown", place.span, message, hint)
    names = list(place.node.entries)
    if not names:
        message = _sentence(f"{place.label} is empty.")
        return finding("field.missing", place.span, message, "Write a text, or delete the item.")
    if " " in names[0].strip():
        # Several words before the colon are the beginning of a sentence, not the name of a block.
        message = f"The text {shown(names[0])} ends at its colon, and what follows is lost."
        hint = "Put the whole text in quotes: a colon and a space separate a name from a value."
        return finding("block.unknown", place.span, message, hint)
    for name in names:
        if meant := nearest(name, BLOCKS):
            span = place.node.entries[name].key_span
            message = f"{shown(name)} is not a block."
            return finding("block.unknown", span, message, f"Did you mean `{meant}`?")
    message = f"{shown(names[0])} is not a block."
    hint = f"If it is the beginning of a text, put the text in quotes. Blocks are {listed(BLOCKS)}."
    return finding("block.unknown", place.span, message, hint)


def _wrong_shape(kind: str, place: _Place) -> Finding:
    label = _sentence(place.label or "this")
    match kind:
        case "too_short":
            return finding("field.missing", place.key_span, f"{label} is empty.", "Fill it in.")
        case "too_long":
            return finding("field.value", place.span, f"{label} has too many items.", "Divide it.")
        case "tuple_type":
            hint = "Write each item on a line of its own that begins with `- `."
            return finding("field.type", place.span, f"{label} wants a list.", hint)
        case "dict_type":
            key = _KEYS.get(place.name, "id")
            hint = f"Write each on a line of its own below, as `{key}: …`."
            return finding("field.type", place.span, f"{label} wants fields.", hint)
        case "model_type":
            names = listed(place.form.model_fields, joint="and")
            hint = f"Write the fields {names} below, each on a line of its own."
            return finding("field.type", place.span, f"{label} wants fields.", hint)
    raise AssertionError(f"no form raises {kind}")
