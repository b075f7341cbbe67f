"""The blocks of a body, from the forms they were written in."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.document import model
from toolkit.source.forms import blocks as forms
from toolkit.source.forms import boxes, lists
from toolkit.source.forms.base import Word, Written
from toolkit.source.forms.charts import ChartForm
from toolkit.source.parts import Parts


def body(parts: Parts, items: Iterable[forms.BodyItem]) -> tuple[model.Block, ...]:
    """The blocks of a body or an annex; a text of several paragraphs is several blocks."""
    return tuple(block for item in items for block in _blocks(parts, item))


def _blocks(parts: Parts, form: forms.BodyItem) -> tuple[model.Block, ...]:
    if isinstance(form, tuple):
        return tuple(model.Paragraph(text=text) for text in parts.paragraphs(form))
    if isinstance(form, forms.ParagraphForm):
        return tuple(
            model.Paragraph(text=text, numbered=not form.unnumbered)
            for text in parts.paragraphs(form.paragraph)
        )
    return (_block(parts, form),)


def _block(parts: Parts, form: forms.BlockForm) -> model.Block:  # noqa: PLR0911, PLR0912 (one for each block)
    match form:
        case forms.HeadingForm():
            return model.Heading(level=1, text=parts.text(form.heading))
        case forms.SubheadingForm():
            return model.Heading(level=2, text=parts.text(form.subheading))
        case forms.QuoteForm():
            return _quote(parts, form)
        case forms.QuestionForm():
            return _turn(parts, model.Turn.QUESTION, form.by, form.question)
        case forms.AnswerForm():
            return _turn(parts, model.Turn.ANSWER, form.by, form.answer)
        case lists.ListForm():
            return _list(parts, model.ListStyle.BULLETS, form.list)
        case lists.NumberedForm():
            return _list(parts, model.ListStyle.NUMBERS, form.numbered)
        case lists.LettersForm():
            return _list(parts, model.ListStyle.LETTERS, form.letters)
        case lists.DemandsForm():
            return model.Demands(items=_items(parts, form.demands))
        case lists.RecommendationsForm():
            return _recommendations(parts, form)
        case boxes.CaseForm():
            return _case(parts, form)
        case boxes.TableForm():
            return _table(parts, form)
        case boxes.FigureForm():
            return _figure(parts, form)
        case ChartForm():
            return _chart(parts, form)
    raise TypeError(f"{type(form).__name__} is not a block")


def _quote(parts: Parts, form: forms.QuoteForm) -> model.Quote:
    return model.Quote(
        paragraphs=parts.paragraphs(form.quote),
        by=parts.attribution(form.by),
        role=parts.maybe(form.role),
    )


def _turn(parts: Parts, turn: model.Turn, by: Word, said: Iterable[Written]) -> model.InterviewTurn:
    return model.InterviewTurn(turn=turn, speaker=by.value, paragraphs=parts.paragraphs(said))


def _list(parts: Parts, style: model.ListStyle, items: lists.Items) -> model.ItemList:
    return model.ItemList(style=style, items=_items(parts, items))


def _items(parts: Parts, items: lists.Items) -> tuple[model.Item, ...]:
    return tuple(_item(parts, item) for item in items)


def _item(parts: Parts, form: Written | lists.ItemForm) -> model.Item:
    if isinstance(form, Written):
        return model.Item(text=parts.text(form))
    for style in model.ListStyle:
        if nested := form.nested(style):
            return model.Item(text=parts.text(form.item), children=_list(parts, style, nested))
    return model.Item(text=parts.text(form.item))


def _recommendations(parts: Parts, form: lists.RecommendationsForm) -> model.Recommendations:
    return model.Recommendations(
        groups=tuple(
            model.Recommendation(to=parts.text(group.to), items=_items(parts, group.items))
            for group in form.recommendations
        )
    )


def _case(parts: Parts, form: boxes.CaseForm) -> model.Case:
    return model.Case(
        person=parts.text(form.case),
        consent=form.consent,
        charges=parts.maybe(form.charges),
        sentence=parts.maybe(form.sentence),
        status=parts.maybe(form.status),
        as_of=form.as_of,
        paragraphs=parts.paragraphs(form.text or ()),
    )


def _table(parts: Parts, form: boxes.TableForm) -> model.Table:
    return model.Table(
        caption=parts.text(form.table),
        columns=tuple(parts.cell(cell) for cell in form.columns),
        rows=tuple(tuple(parts.cell(cell) for cell in row) for row in form.rows),
        row_headers=form.row_headers,
        source=parts.maybe(form.source),
    )


def _figure(parts: Parts, form: boxes.FigureForm) -> model.Figure:
    return model.Figure(
        image=form.figure.value,
        image_span=form.figure.span,
        alt=parts.text(form.alt),
        caption=parts.maybe(form.caption),
        credit=parts.maybe(form.credit),
    )


def _chart(parts: Parts, form: ChartForm) -> model.Chart:
    """A chart whose rows are known to hold what they should (``charts.check_charts``)."""
    return model.Chart(
        kind=form.type,
        alt=parts.text(form.alt),
        caption=parts.text(form.chart),
        unit=parts.maybe(form.unit),
        categories=parts.cell(form.columns[0]),
        series=tuple(name for item in form.columns[1:] if (name := parts.cell(item)) is not None),
        rows=tuple(
            model.ChartRow(category=category, values=tuple(map(parts.value, row[1:])))
            for row in form.rows
            if (category := parts.cell(row[0])) is not None
        ),
        source=parts.maybe(form.source),
    )
