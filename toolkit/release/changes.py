"""What a release changes against an earlier one, by their manifests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from toolkit.release.manifest import Manifest, ReleasedDocument


class Change(StrEnum):
    """What became of a document, or of one edition of it."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change. ``language`` is empty if it is of the whole document."""

    change: Change
    document: str
    language: str = ""
    old_revision: int = 0
    new_revision: int = 0

    @property
    def unmarked(self) -> bool:
        """Whether a text was changed without a higher revision to show it, or a revision went back."""
        return self.change is Change.CHANGED and self.new_revision <= self.old_revision


def differences(old: Manifest, new: Manifest) -> tuple[Difference, ...]:
    """What is new, changed and withdrawn, in the order of the new manifest, withdrawn documents last.

    Only texts count. A page that looks different and says the same has not changed.
    """
    before = {document.name: document for document in old.documents}
    names = {document.name for document in new.documents}
    found: list[Difference] = []
    for document in new.documents:
        if document.name in before:
            found.extend(_of_document(before[document.name], document))
        else:
            found.append(Difference(Change.NEW, document.name, "", 0, document.revision))
    for name, document in before.items():
        if name not in names:
            found.append(Difference(Change.WITHDRAWN, name, "", document.revision, 0))
    return tuple(found)


def _of_document(old: ReleasedDocument, new: ReleasedDocument) -> Iterator[Difference]:
    revisions = old.revision, new.revision
    if old.revision != new.revision:
        yield Difference(Change.CHANGED, new.name, "", *revisions)
    before = {edition.language: edition for edition in old.editions}
    after = {edition.language: edition for edition in new.editions}
    for language, edition in after.items():
        if language not in before:
            yield Difference(Change.NEW, new.name, language, *revisions)
        elif edition.text_sha256 != before[language].text_sha256:
            yield Difference(Change.CHANGED, new.name, language, *revisions)
    for language in (code for code in before if code not in after):
        yield Difference(Change.WITHDRAWN, new.name, language, *revisions)
