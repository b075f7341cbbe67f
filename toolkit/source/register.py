"""The register of names as a frozen value, and what its entries say about one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from toolkit.diagnostics import Finding, Span, finding
from toolkit.language import LANGUAGES
from toolkit.language.inflection import Kind, fold, phrase
from toolkit.language.script import NEUTRAL, SPELLING, script_of
from toolkit.source import tree
from toolkit.source.forms.base import Word
from toolkit.source.forms.register import NameForm, RegisterForm
from toolkit.source.wording import listed, shown

#: The sections of the file, and what stands in each.
SECTIONS: Mapping[str, Kind] = MappingProxyType(
    {
        "people": Kind.PERSON,
        "organisations": Kind.ORGANISATION,
        "places": Kind.PLACE,
        "acronyms": Kind.ACRONYM,
        "terms": Kind.TERM,
    }
)


@dataclass(frozen=True, slots=True)
class Name:
    """How one language spells a name: the preferred form, and what else is right or wrong.

    ``short`` and ``forms`` name as well as ``name`` does; so does every word that begins with one of
    ``stems``. ``related`` words may stand for the name, but do not demand it. ``forbidden`` are wrong.
    """

    name: str
    short: str = ""
    forms: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()

    @property
    def right(self) -> tuple[str, ...]:
        """The preferred form and its equals."""
        return tuple(form for form in (self.name, self.short, *self.forms) if form)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is named, its names by language, and whether an edition that lacks it is at fault."""

    id: str
    kind: Kind
    names: Mapping[str, Name]
    required: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Register:
    """All entries, in the order of the file."""

    entries: tuple[Entry, ...] = ()


def build_register(form: RegisterForm, root: tree.Mapping) -> Register:
    """The register that a form describes; ``root`` tells where its entries stand."""
    entries = []
    for section, kind in SECTIONS.items():
        for id, given in (getattr(form, section) or {}).items():
            names = {code: _name(name) for code in LANGUAGES if (name := getattr(given, code))}
            if given.keep and names:
                kept = next(iter(names.values()))
                names = {code: names.get(code, kept) for code in LANGUAGES}
            required = kind is not Kind.TERM if given.required is None else given.required
            span = tree.key_span(root, section, id)
            entries.append(Entry(id, kind, MappingProxyType(names), required, span))
    return Register(tuple(entries))


@dataclass(frozen=True, slots=True)
class _Given:
    """The names of one entry in one language as they were typed, whatever else is wrong with it."""

    id: str
    code: str
    right: tuple[tree.Scalar, ...]
    related: tuple[tree.Scalar, ...]
    forbidden: tuple[tree.Scalar, ...]


def check_register(root: tree.Mapping, languages: Sequence[str]) -> Iterator[Finding]:
    """What entries lack or contradict. ``languages`` are those in which every name is wanted.

    The tree is looked at, not the form, so that this is found in the same run as mistyped fields.
    """
    names: list[_Given] = []
    for section in SECTIONS:
        for entry in _fields(root.entries.get(section)):
            if not isinstance(entry.value, tree.Mapping):
                continue
            given = [_given(entry, entry.value, code) for code in LANGUAGES]
            names.extend(name for name in given if name is not None and name.right)
            yield from _check_languages(entry, entry.value, languages)
    for name in names:
        yield from _check_name(name)
    yield from _check_owners(names)


def _given(entry: tree.Entry, fields: tree.Mapping, code: str) -> _Given | None:
    name = fields.entries.get(code)
    if name is None:
        return None
    if isinstance(name.value, tree.Scalar):
        return _Given(entry.key, code, _scalars(name), (), ())
    if isinstance(name.value, tree.Sequence):
        return None
    parts = {part.key: _scalars(part) for part in _fields(name)}
    right = tuple(chain.from_iterable(parts.get(key, ()) for key in ("name", "short", "forms")))
    return _Given(entry.key, code, right, parts.get("related", ()), parts.get("forbidden", ()))


def _fields(entry: tree.Entry | None) -> tuple[tree.Entry, ...]:
    if entry is None or not isinstance(entry.value, tree.Mapping):
        return ()
    return tuple(entry.value.entries.values())


def _scalars(entry: tree.Entry) -> tuple[tree.Scalar, ...]:
    value = entry.value
    items = value.items if isinstance(value, tree.Sequence) else (value,)
    return tuple(item for item in items if isinstance(item, tree.Scalar) and item.pieces)


def _check_languages(
    entry: tree.Entry, fields: tree.Mapping, languages: Sequence[str]
) -> Iterator[Finding]:
    given = [code for code in LANGUAGES if _is_given(fields.entries.get(code))]
    if not given:
        message = f"{shown(entry.key)} has no name in any language."
        hint = f"Add `{next(iter(languages), 'en')}: …` below it."
        yield finding("register.language", entry.key_span, message, hint)
    elif "keep" in fields.entries:
        yield from _check_kept(entry, fields, given)
    elif missing := [code for code in languages if code not in given]:
        message = f"{shown(entry.key)} is not given in {listed(missing, joint='and')}."
        hint = f"Add `{missing[0]}: …` below it, or `keep: yes` if the name never changes."
        yield finding("register.language", entry.key_span, message, hint)


def _is_given(entry: tree.Entry | None) -> bool:
    return entry is not None and not (
        isinstance(entry.value, tree.Scalar) and not entry.value.pieces
    )


def _check_kept(entry: tree.Entry, fields: tree.Mapping, given: Sequence[str]) -> Iterator[Finding]:
    names = [
        name.right[0] for code in given if (name := _given(entry, fields, code)) and name.right
    ]
    names.sort(key=lambda name: name.span)
    for other in names[1:]:
        if other.value.strip() != names[0].value.strip():
            message = (
                f"{shown(entry.key)} is kept in all languages, but {shown(other.value)} is not"
                f" {shown(names[0].value)}."
            )
            hint = "Write the name once, or delete `keep`."
            yield finding("register.keep", other.span, message, hint)


def _check_name(name: _Given) -> Iterator[Finding]:
    yield from _check_script(name)
    right = {_folded(word) for word in name.right}
    for word in name.forbidden:
        if _folded(word) in right:
            message = f"{shown(word.value)} is forbidden, and it is also the right name."
            yield finding("register.forbidden", word.span, message, "Delete one of the two.")
    for words in (name.right, name.forbidden, (*name.right, *name.related)):
        seen: set[tuple[str, ...]] = set()
        for word in words:
            if _folded(word) in seen:
                message = f"{shown(word.value)} is given twice for the same name."
                yield finding("register.duplicate", word.span, message, "Delete one of them.")
            seen.add(_folded(word))


def _check_script(name: _Given) -> Iterator[Finding]:
    """Names in a script that texts in the language never have: they stand below another language."""
    spelling = SPELLING.get(name.code)
    if spelling is None:
        return
    welcome = {spelling.script, *spelling.guests, NEUTRAL}
    for word in name.right:
        strange = [sign for sign in word.value if sign.isalpha() and script_of(sign) not in welcome]
        if strange:
            adjective = LANGUAGES[name.code].adjective
            script = script_of(strange[0]).title()
            message = (
                f"{shown(word.value)} is no {adjective} name: {shown(strange[0])} is {script}."
            )
            hint = "Write it below the language that it is in."
            yield finding("register.script", word.span, message, hint)


def _check_owners(names: Iterable[_Given]) -> Iterator[Finding]:
    """One name of two entries: which of them a text means could not be told."""
    owners: dict[tuple[str, tuple[str, ...]], tuple[str, tree.Scalar]] = {}
    for name in names:
        for word in name.right:
            owner, first = owners.setdefault((name.code, _folded(word)), (name.id, word))
            if owner != name.id:
                message = (
                    f"{shown(word.value)} is a name of {shown(owner)} already, in line"
                    f" {first.span.line}."
                )
                hint = "Give each of the two a name of its own, or make them one entry."
                yield finding("register.duplicate", word.span, message, hint)


def _folded(word: tree.Scalar) -> tuple[str, ...]:
    return tuple(fold(part) for part in phrase(word.value).words)


def _name(given: NameForm) -> Name:
    return Name(
        name=given.name.value,
        short=given.short.value if given.short else "",
        forms=_values(given.forms),
        stems=_values(given.stems),
        related=_values(given.related),
        forbidden=_values(given.forbidden),
    )


def _values(words: Sequence[Word] | None) -> tuple[str, ...]:
    return tuple(word.value for word in words or ())
