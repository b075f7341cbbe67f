"""From a filled form to the frozen document."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.diagnostics import Span
from toolkit.document import model
from toolkit.document.numbering import number
from toolkit.source.build_blocks import body
from toolkit.source.forms.base import Word, Written
from toolkit.source.forms.common import SourceForm
from toolkit.source.forms.kinds import (
    DocumentForm,
    InterviewForm,
    OpenLetterForm,
    ReportForm,
    StatementForm,
)
from toolkit.source.parts import Parts


def build(
    form: DocumentForm, name: str, path: str, kind: model.Kind, note_spans: Mapping[str, Span]
) -> model.Document:
    """The document that a form describes, with its anchors and numbers.

    ``note_spans`` says where the id of each footnote stands. People whom the form refers to must be
    declared in it (``references`` finds those who are not); ``KeyError`` otherwise.
    """
    speakers = form.speakers if isinstance(form, InterviewForm) else {}
    parts = Parts(form.language, form.people | speakers)
    letter = form if isinstance(form, OpenLetterForm) else None
    document = model.Document(
        name=name,
        path=path,
        kind=kind,
        language=form.language,
        date=form.date,
        revision=form.revision,
        title=parts.text(form.title),
        subtitle=parts.maybe(form.subtitle),
        summary=parts.maybe(form.summary),
        place=parts.maybe(form.place),
        specimen=form.specimen,
        paragraph_numbers=form.paragraph_numbers,
        contents=form.contents,
        front=_front(parts, form),
        people=tuple(parts.people.values()),
        body=body(parts, form.body),
        commentary=_commentary(parts, form),
        closing=parts.maybe(letter.closing) if letter else None,
        signatories=tuple(parts.signatory(item) for item in form.signatories),
        enclosures=parts.texts(letter.enclosures) if letter else (),
        copy_to=parts.texts(form.copy_to),
        annexes=_annexes(parts, form),
        corrections=_corrections(parts, form),
        contacts=parts.texts(form.contacts),
        notes=tuple(_note(parts, id, note, note_spans[id]) for id, note in form.notes.items()),
    )
    return number(document)


def _front(parts: Parts, form: DocumentForm) -> model.Front:
    match form:
        case StatementForm():
            return model.StatementFront(
                issuer=parts.maybe(form.issuer),
                occasion=parts.maybe(form.occasion),
                open_until=form.open_until,
            )
        case OpenLetterForm():
            return model.LetterFront(
                addressees=tuple(parts.addressee(item) for item in form.addressees),
                salutation=parts.text(form.salutation),
                reply_by=form.reply_by,
            )
        case ReportForm():
            return _report_front(parts, form)
        case InterviewForm():
            return model.InterviewFront(
                introduction=parts.paragraphs(form.introduction),
                speakers=tuple(form.speakers),
                original_language=form.original_language or "",
            )
    raise TypeError(f"{type(form).__name__} is not a kind of document")


def _report_front(parts: Parts, form: ReportForm) -> model.ReportFront:
    event = model.Event(
        name=parts.text(form.event.name),
        session=parts.text(form.event.session),
        place=parts.text(form.event.place),
    )
    speaker: model.Person | None = None
    if isinstance(form.speaker, Word):
        speaker = parts.people[form.speaker.value]
    elif form.speaker is not None:
        speaker = parts.person(form.speaker)
    return model.ReportFront(
        event=event,
        organisation=parts.maybe(form.organisation),
        speaker=speaker,
        delivered=form.delivered,
    )


def _commentary(parts: Parts, form: DocumentForm) -> model.Commentary | None:
    if not isinstance(form, InterviewForm) or form.commentary is None:
        return None
    said = parts.paragraphs(form.commentary.text)
    return model.Commentary(by=form.commentary.by.value, paragraphs=said)


def _annexes(parts: Parts, form: DocumentForm) -> tuple[model.Annex, ...]:
    return tuple(
        model.Annex(title=parts.text(annex.title), body=body(parts, annex.body))
        for annex in form.annexes
    )


def _corrections(parts: Parts, form: DocumentForm) -> tuple[model.Correction, ...]:
    return tuple(
        model.Correction(date=item.date, text=parts.text(item.text)) for item in form.corrections
    )


def _note(parts: Parts, id: str, form: Written | SourceForm, span: Span) -> model.Note:
    if isinstance(form, Written):
        return model.Note(id=id, span=span, text=parts.text(form))
    source = model.Source(
        title=form.title.value,
        language=form.language or parts.language,
        publisher=form.publisher.value if form.publisher else "",
        date=form.date,
        url=form.url.value if form.url else "",
        archived=form.archived.value if form.archived else "",
    )
    return model.Note(id=id, span=span, source=source, text=parts.maybe(form.text))
