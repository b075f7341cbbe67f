"""Texts and people of a document, from the forms they were written in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from toolkit.document import model
from toolkit.document.inline import one_line
from toolkit.source.forms.base import Written
from toolkit.source.forms.common import PersonForm, SignatoryForm
from toolkit.source.forms.kinds import AddresseeForm

#: A cell that is a number. With leading zeros it is a code or an index, and stays as typed.
_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?)(\s?%)?")


def read_number(typed: str) -> model.Number | None:
    """The number that stands there (`1320`, `-12.5`, `46%`) and nothing else; `None` for a text."""
    match = _NUMBER.fullmatch(one_line(typed))
    if match is None:
        return None
    return model.Number(Decimal(match.group(1)), percent=match.group(2) is not None)


def _waivers(written: Written) -> tuple[model.TextWaiver, ...]:
    return tuple(
        model.TextWaiver(code, reason.value, reason.span) for code, reason in written.waive
    )


class Parts:
    """Builds the parts of one document; it holds what they share: the language and the people."""

    def __init__(self, language: str, people: dict[str, PersonForm]) -> None:
        self.language = language
        self.people = {id: self.person(person, id) for id, person in people.items()}

    def text(self, written: Written) -> model.Text:
        """A text of one paragraph."""
        return self.paragraphs((written,))[0]

    def maybe(self, written: Written | None) -> model.Text | None:
        """A text that may be left out."""
        return None if written is None else self.text(written)

    def texts(self, written: Iterable[Written]) -> tuple[model.Text, ...]:
        """Several texts of one paragraph."""
        return tuple(self.text(item) for item in written)

    def paragraphs(self, written: Iterable[Written]) -> tuple[model.Text, ...]:
        """Every paragraph of several texts."""
        return tuple(
            model.Text(
                one_line(piece.value),
                self.language,
                piece.span,
                item.note,
                item.context,
                waivers=_waivers(item),
            )
            for item in written
            for piece in item.pieces
        )

    def cell(self, written: Written | None) -> model.Cell:
        """A table cell: a number if it is written as one, a text, or nothing."""
        if written is None:
            return None
        number = read_number(written.pieces[0].value) if written.plain else None
        return number or self.text(written)

    def value(self, written: Written | None) -> model.Number | None:
        """A value of a chart: a number, or nothing."""
        cell = self.cell(written)
        return cell if isinstance(cell, model.Number) else None

    def person(self, form: PersonForm, id: str = "") -> model.Person:
        """A person, with the id that the document calls them by."""
        return model.Person(
            id=id,
            name=self.text(form.name),
            role=self.maybe(form.role),
            organisation=self.maybe(form.organisation),
        )

    def signatory(self, form: SignatoryForm) -> model.Signatory:
        """Who signs."""
        return model.Signatory(
            name=self.maybe(form.name),
            role=self.maybe(form.role),
            organisation=self.maybe(form.organisation),
            country=self.maybe(form.country),
        )

    def addressee(self, form: AddresseeForm) -> model.Addressee:
        """Whom a letter is addressed to."""
        return model.Addressee(
            name=self.text(form.name),
            office=self.maybe(form.office),
            address=self.texts(form.address),
        )

    def attribution(self, by: Written | None) -> model.Person | model.Text | None:
        """Who is quoted: a declared person by id, or a name."""
        if by is None:
            return None
        text = self.text(by)
        return self.people.get(text.value, text) if by.plain else text
