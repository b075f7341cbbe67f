"""Every code a finding may carry. A code is stable: it may be retired, never reused.

``docs/errors.md`` lists the same codes with an example each; a test keeps the two equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: only an error stops a command."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """What a code stands for, in one sentence."""

    severity: Severity
    meaning: str


def _error(meaning: str) -> Code:
    return Code(Severity.ERROR, meaning)


def _warning(meaning: str) -> Code:
    return Code(Severity.WARNING, meaning)


def _note(meaning: str) -> Code:
    return Code(Severity.NOTE, meaning)


CODES: dict[str, Code] = {
    # Files as such
    "file.missing": _error("A file that is named does not exist."),
    "file.unreadable": _error("A file cannot be read: permissions, a folder, a pipe or a device."),
    "file.outside": _error("A path leads out of the project."),
    "file.too-large": _error("A file is larger than the toolkit reads."),
    "file.encoding": _error("A file is not UTF-8 text."),
    "file.control-character": _error("A text holds a control character, which no page can print."),
    "file.write": _error("A file could not be written; what was there before is unchanged."),
    "file.exists": _error("A file that would be created exists already."),
    # YAML
    "yaml.syntax": _error("The YAML cannot be read."),
    "yaml.duplicate-key": _error("A field is given twice."),
    "yaml.alias": _error("YAML anchors and aliases (&name, *name) are not used in documents."),
    "yaml.tag": _error("YAML tags (!name) are not used in documents."),
    "yaml.comment": _warning("A text that is not in quotes ends at ` #`; the rest is a comment."),
    "yaml.several-documents": _error("A file holds more than one YAML document."),
    "yaml.too-deep": _error("Values are nested deeper than any document needs."),
    "yaml.too-large": _error("A file has more values than any document needs."),
    # The form that a document or the settings fill in
    "field.missing": _error("A mandatory field is missing or empty."),
    "field.unknown": _error("A field is not known here."),
    "field.type": _error("A value is of the wrong shape, as a list where one text is wanted."),
    "field.value": _error("A value is not one of those that the field allows."),
    "field.date": _error("A date is not a date of the calendar, written year-month-day."),
    "block.unknown": _error("An item of the body is not a block that the toolkit knows."),
    "table.shape": _error("A row of a table has more or fewer cells than the table has columns."),
    "table.header": _error("A column of a table has no header."),
    "chart.number": _error("A value of a chart is not a number."),
    "chart.name": _error("A series or a row of a chart has no name."),
    "chart.values": _error("A chart of this type cannot show these numbers."),
    "chart.size": _error("A chart has more series or rows than readers can tell apart, or none."),
    "text.paragraphs": _error("A text that takes one paragraph has several."),
    "text.language": _error("A language is not one of those that the toolkit knows."),
    # What one part of a document says about another
    "document.name": _error("A file name cannot serve as the name of a document."),
    "document.duplicate": _error("Two documents have the same name, or names that differ by case."),
    "document.kind-folder": _error("A document is in the folder of another kind."),
    "document.date-name": _warning("The date in the file name is not the date of the document."),
    "note.undefined": _error("A text refers to a footnote that is not under `notes`."),
    "note.unused": _error("A footnote under `notes` is referred to nowhere."),
    "note.in-heading": _error("A footnote reference stands in a title or heading."),
    "person.undefined": _error("A person is named by an id that nobody has."),
    "letter.demands": _error("An open letter has no demands."),
    "interview.turns": _error("An interview has no question or no answer."),
    # The register of names
    "register.language": _error("An entry of the register has no name in a language."),
    "register.duplicate": _error("Two entries of the register have one name."),
    "register.forbidden": _error("A name of the register is both right and forbidden."),
    "register.keep": _error("A name that is kept in all languages is given in two ways."),
    "register.script": _error(
        "A name of the register is written in the script of another language."
    ),
    # Inline Markdown
    "markup.link": _error("A link leads to an address that editions may not link to."),
    "markup.anchor": _error("A link leads to a place that the document does not have."),
    "markup.language": _error("A language span names a language the toolkit does not know."),
    "markup.html": _warning("HTML in a text is not markup: it is printed as it stands."),
    # Pictures
    "image.missing": _error("A picture does not exist."),
    "image.format": _error("A file is not a picture of a kind that editions can hold."),
    "image.broken": _error("A picture is damaged."),
    "image.too-large": _error("A picture has more pixels, or an SVG more parts, than allowed."),
    "image.unsafe": _error(
        "An SVG holds something that is not drawing: script, link, foreign file."
    ),
    "image.animated": _warning("A picture moves; only its first one is shown."),
    "image.alt": _error("A picture is described by its file name, its caption or one idle word."),
    # PO files
    "po.syntax": _error("A PO file cannot be read."),
    "po.charset": _error("A PO file is not in UTF-8."),
    "po.language": _error("The Language header of a PO file is not the language of its folder."),
    "po.duplicate": _error("A PO file holds the same message twice."),
    "po.plural": _error("The Plural-Forms header of a PO file is not the rule of its language."),
    "po.missing": _warning("A document has no PO file for a language yet."),
    "po.outdated": _warning("A PO file does not hold the messages of the document as it is now."),
    "po.orphan": _warning("A PO file belongs to no document."),
    # Messages
    "message.untranslated": _warning("A message has no translation."),
    "message.fuzzy": _warning("A translation is marked as needing work."),
    "message.note": _error("A translation loses, adds or repeats a footnote reference."),
    "message.link": _error("A translation links to another address than its source."),
    "message.placeholder": _error("A translation loses, adds or renames a placeholder."),
    "message.markup": _error("A translation holds markup that the toolkit cannot print."),
    "message.paragraphs": _error("A translation of one paragraph has several."),
    "message.length": _error("A translation is many times as long as its source."),
    "interface.untranslated": _warning("The words that the toolkit adds lack a translation."),
    # Do the editions say the same?
    "check.number": _error("A number, percentage or sum is stated in one edition only."),
    "check.number-word": _warning("A number in words is stated in one edition only."),
    "check.number-count": _warning("A value stands more often in one edition than in the other."),
    "check.unit": _error(
        "A percentage lost its sign, or a number is in another currency or measure."
    ),
    "check.money": _warning("The currency of a sum is named in one edition only."),
    "check.date": _error("A date, year, time or weekday is stated in one edition only."),
    "check.reference": _error("The number of a section or document is stated in one edition only."),
    "check.address": _error("An address, handle or telephone number is in one edition only."),
    "check.sentences": _error("A sentence was lost or added, as numbers and lengths agree."),
    "check.sentence-count": _warning("A translation has more or fewer sentences than its source."),
    "check.length": _warning("A translation is far shorter or longer than its source."),
    "check.enumeration": _warning("A translation enumerates fewer things than its source."),
    "check.untranslated": _error(
        "A text, or several words of it, stayed as they were in the source."
    ),
    "check.same-as-source": _warning("A translation is the same as its source."),
    "check.repeated": _error("One translation stands for two texts that say different things."),
    "check.negation": _note("One side denies something, the other does not seem to."),
    "check.emphasis": _warning("Emphasis stands more often in one edition than in the other."),
    "check.span": _warning("Words in another language are marked as such in one edition only."),
    "check.markup": _warning("Markup is not complete, or is HTML: it is printed as it stands."),
    # Are the names of the register in every edition, spelt as agreed?
    "check.name-missing": _error("One edition names what another one does not."),
    "check.name-forbidden": _error("A name is written in a way that the register forbids."),
    "check.name-spelling": _error("A name is not spelt as the register has it in this language."),
    # Is each edition written as its language wants?
    "check.lookalike": _error(
        "A word holds letters of another script that look like its own, or mixes two scripts."
    ),
    "check.alphabet": _error("A letter does not belong to the alphabet of the language."),
    "check.foreign-letter": _warning("A Turkmen word holds c, q, v or x."),
    "check.lost-diacritic": _warning("A Turkmen word has lost the mark of a letter: y for ý."),
    "check.normalisation": _error("A letter and its mark are two characters instead of one (NFC)."),
    "check.invisible": _error("A text holds a character that cannot be seen, or a damaged one."),
    "check.unbalanced-quotes": _error("A quotation mark lacks its partner."),
    "check.quotes": _warning("Quotation marks are not those of the language."),
    "check.apostrophe": _warning("An apostrophe is straight, or another mark stands for it."),
    "check.dash": _warning("A hyphen or a dash stands where another one belongs."),
    "check.nbsp": _note("A space should not let the line break."),
    "check.space": _warning("A space too many, or one too few."),
    "check.ellipsis": _warning("Three full stops stand for an ellipsis."),
    "check.final-punctuation": _warning("A translation ends with another mark than its source."),
    # Waivers
    "waiver.code": _error("A waiver names a code that does not exist or cannot be waived."),
    "waiver.reason": _error("A waiver gives no reason."),
    "waiver.unused": _warning("A waiver waives nothing."),
    # Are the finished files what the editions say?
    "release.version": _error("A release has a name that cannot be that of a folder."),
    "release.exists": _error("A release of this name is there already."),
    "release.empty": _error("There is nothing to release."),
    "release.warning": _error("Warnings stand against a release."),
    "release.name": _error("Two released files have one name, or a name that some systems refuse."),
    "release.revision": _error("A released text has changed, and its revision has not."),
    "release.manifest": _error("The manifest of an earlier release cannot be read."),
    "release.signature": _error("A release cannot be signed."),
    "finished.missing": _warning("An edition has not been built."),
    "finished.unknown": _warning("A file among the editions is of no language of the project."),
    "finished.unreadable": _error("A finished file is damaged, or of another format."),
    "finished.other": _error("A finished file holds another text than its edition."),
    "finished.text-missing": _error("A text of the edition is not in the finished file."),
    "finished.text-extra": _error("A finished file holds a text that the edition does not have."),
    "finished.text-doubled": _error("A text stands in a finished file once too often."),
    "finished.text-changed": _error("A text reads otherwise in the finished file."),
    "finished.text-moved": _error("A text stands in another place in the finished file."),
    "finished.hidden": _error("A text of a finished file cannot be seen."),
    "finished.structure": _error(
        "Headings, tables, figures, notes or addresses are not those of the edition."
    ),
    "finished.link": _error(
        "A link of a finished file leads elsewhere than the one of the edition."
    ),
    "finished.glyph": _error(
        "A finished file lacks the glyph of a character, or shows another one."
    ),
    "finished.font": _error("A PDF uses a font that is not bundled, or not embedded."),
    "finished.stale": _error("A finished file is not the one that a build writes now."),
    "finished.invalid": _error("A finished file is no valid HTML, or no valid PDF/A and PDF/UA."),
    "finished.access": _error("A finished file leaves out readers who do not see it."),
    # Strict builds refuse what a draft shows
    "strict.incomplete": _error("A strict build refuses missing, fuzzy or invalid messages."),
    # Settings and project
    "project.none": _error("No project was found: no toolkit.yaml here or in a folder above."),
    "settings.language": _error("The settings do not cover a language of the project."),
    "selection.empty": _error("Nothing in the project matches the selection."),
    # Templates, styles and the engine
    "template.error": _error("A template cannot be used."),
    "style.syntax": _error("A style sheet cannot be read as it is written."),
    "style.token": _error("A token is not set, or is not of the kind that it has to be."),
    "style.address": _error("A style sheet names something that pages may not load."),
    "style.unknown": _error("The PDF engine does not understand a part of a style sheet."),
    "style.font": _error("A font cannot be used, or none of those that are named is there."),
    "engine.message": _error("The PDF engine complained; a page would not be as it should."),
    "engine.glyph": _error("No bundled font has a character of the text."),
    "engine.resource": _error("A page asked for a file from outside of it."),
    "engine.limit": _error("A page took more time, memory or pages than allowed."),
    "engine.crash": _error("The PDF engine stopped."),
}
