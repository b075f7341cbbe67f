"""``toolkit release``: all editions of all documents, complete and checked, in a folder of their own."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.diagnostics import Finding, Result, Severity, Span, finding, has_errors
from toolkit.document.model import Document
from toolkit.language import LANGUAGES
from toolkit.project.files import read
from toolkit.project.finished import check_files
from toolkit.project.manifesting import make_manifest
from toolkit.project.place import Project
from toolkit.project.printing import Printed, PrintOptions, Progress, print_documents
from toolkit.project.sealing import Sealed, seal_documents
from toolkit.project.signing import PASSWORD_VARIABLE, SigningError, is_signed, secret_key, sign
from toolkit.project.site import make_site
from toolkit.project.toolbox import bill
from toolkit.project.write import WriteError, write_folder
from toolkit.release.changes import Difference, differences
from toolkit.release.manifest import (
    LARGEST,
    MANIFEST,
    Manifest,
    ManifestError,
    read_manifest,
    write_manifest,
)
from toolkit.release.naming import PATTERN, file_name, is_safe, slug
from toolkit.release.sbom import SBOM, write_sbom
from toolkit.release.signatures import SIGNINGS, Tool
from toolkit.release.sums import SUMS, sha256, write_sums
from toolkit.render.inspect.faces import Faces
from toolkit.source.settings import Signature

#: The folder of all releases.
RELEASES = "dist"
#: What stands for the clock where nobody asks for it.
_NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_VERSION = re.compile(r"[0-9a-z](?:[0-9a-z.+-]{0,38}[0-9a-z])?")


@dataclass(frozen=True)
class ReleaseOptions:
    """``since`` is an earlier manifest to compare with, besides those in ``dist``.

    ``moment`` is the time that signatures inside of PDFs tell; nothing else has one.
    """

    version: str
    since: Path | None = None
    jobs: int = 2
    moment: dt.datetime = _NEVER


@dataclass(frozen=True)
class ReleaseReport:
    """What was released, what it changes against ``since``, and everything found on the way.

    Without a ``manifest``, nothing was released.
    """

    folder: str
    findings: tuple[Finding, ...]
    manifest: Manifest | None = None
    changes: tuple[Difference, ...] = ()


def release(
    project: Project, options: ReleaseOptions, progress: Progress = lambda done, total: None
) -> ReleaseReport:
    """Print everything strictly and put it into ``dist/VERSION`` in one step, or release nothing."""
    folder = f"{RELEASES}/{options.version}"
    found: list[Finding] = list(_check_place(project, folder, options.version))
    earlier = _earlier(project, options.since)
    found.extend(earlier.findings)
    if has_errors(found) or earlier.value is None:
        return ReleaseReport(folder, tuple(found))
    printed: list[Printed] = []
    for result in print_documents(project, _printing(project, options), progress):
        found.extend(result.findings)
        printed.extend([result.value] if result.value else [])
    found.extend(_obstacles(found, printed))
    if has_errors(found):
        return ReleaseReport(folder, tuple(found))
    sealed = seal_documents(project, printed, options.moment)
    if sealed.value is None:
        return ReleaseReport(folder, (*found, *sealed.findings))
    printed = list(sealed.value.printed)
    found.extend(_read_back(folder, printed))
    if has_errors(found):
        return ReleaseReport(folder, tuple(found))
    manifest = make_manifest(project, options.version, printed)
    if manifest.value is None:
        return ReleaseReport(folder, (*found, *manifest.findings))
    found.extend(_unmarked(manifest.value, earlier.value, printed))
    if has_errors(found):
        return ReleaseReport(folder, tuple(found))
    found.extend(_publish(project, folder, manifest.value, sealed.value))
    if has_errors(found):
        return ReleaseReport(folder, tuple(found))
    changes = differences(earlier.value[0], manifest.value) if options.since else ()
    return ReleaseReport(folder, tuple(found), manifest.value, changes)


def _check_place(project: Project, folder: str, version: str) -> Iterator[Finding]:
    span = Span(folder)
    if not _VERSION.fullmatch(version) or ".." in version:
        message = f"`{version}` cannot be the name of a release"
        yield finding("release.version", span, message, "write it as `2026.1` or `2026-05-31`")
    elif project.path(folder).exists() or project.path(folder).is_symlink():
        message = f"`{folder}` is there already, and a release never changes"
        yield finding(
            "release.exists", span, message, "choose the next version, or remove the folder"
        )


def _earlier(project: Project, since: Path | None) -> Result[tuple[Manifest, ...]]:
    """The manifests of earlier releases; ``since`` comes first, and is also looked for nowhere else."""
    manifests: list[Manifest] = []
    found: list[Finding] = []
    paths = {str(since): since} if since else {}
    # Names with a dot are what a release that was killed has left.
    for path in sorted(project.path(RELEASES).glob(f"[!.]*/{MANIFEST}")):
        paths[path.relative_to(project.root).as_posix()] = path
    for name, path in paths.items():
        result = load_manifest(path, name)
        found.extend(result.findings)
        manifests.extend([result.value] if result.value else [])
    return Result(None if found else tuple(manifests), tuple(found))


def load_manifest(path: Path, name: str) -> Result[Manifest]:
    """Read a manifest from wherever it lies, or from a folder; findings call it ``name``."""
    file = path / MANIFEST if path.is_dir() else path
    span = Span(name)
    try:
        with file.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
        return Result(read_manifest(raw))
    except OSError as error:
        message = f"the manifest cannot be read: {error.strerror}"
    except ManifestError as error:
        message = f"this is not the manifest of a release: {error}"
    hint = "name the `manifest.json` of an earlier release"
    return Result(None, (finding("release.manifest", span, message, hint),))


def _printing(project: Project, options: ReleaseOptions) -> PrintOptions:
    naming = ReleaseNaming(project.settings.release.files or PATTERN, options.version)
    return PrintOptions(strict=True, jobs=options.jobs, naming=naming)


@dataclass(frozen=True)
class ReleaseNaming:
    """How a release names its files, which all stand in one folder: by a pattern."""

    pattern: str
    version: str

    def folder(self, document: Document) -> str:  # noqa: ARG002
        """The folder of the release itself."""
        return ""

    def file(self, document: Document, language: str, suffix: str) -> str:
        """What the pattern makes of the document."""
        values = {
            "date": document.date.isoformat(),
            "slug": slug(document.name),
            "name": document.name,
            "kind": document.kind.value,
            "lang": language,
            "revision": str(document.revision),
            "version": self.version,
        }
        return file_name(self.pattern, values, suffix)


def _obstacles(found: Sequence[Finding], printed: Sequence[Printed]) -> Iterator[Finding]:
    """What a build lets pass and a release does not."""
    warnings = [item for item in found if item.severity is Severity.WARNING]
    if warnings:
        number = len(set(warnings))
        message = (
            f"{number} {'warning stands' if number == 1 else 'warnings stand'} against a release"
        )
        hint = "correct the texts, or waive a finding that is wrong, with the reason"
        yield finding("release.warning", warnings[0].span, message, hint)
    counts = Counter(name for item in printed for name in item.files)
    for item in printed:
        span = Span(item.prepared.document.path)
        hint = "rename the document, or change `files` under `release` in the settings"
        for name in item.files:
            if counts[name] > 1:
                message = f"another document has the file name `{name}` too"
                yield finding("release.name", span, message, hint)
            elif not is_safe(name):
                message = f"`{name}` is not a file name that every system takes"
                yield finding("release.name", span, message, hint)
    if not printed and not has_errors(found):
        hint = "start a document with `toolkit new`"
        yield finding("release.empty", Span("documents"), "there is nothing to release", hint)


def _read_back(folder: str, printed: Sequence[Printed]) -> Iterator[Finding]:
    """What the finished files do not have as their editions do."""
    faces = Faces.of(printed[0].studio.appearance.fonts.values())
    for item in printed:

        def read(name: str, files: Mapping[str, bytes] = item.files) -> Result[bytes]:
            return Result(files[name])

        yield from check_files(item.studio, item.prepared, folder, read, faces)


def _unmarked(
    new: Manifest, earlier: Sequence[Manifest], printed: Sequence[Printed]
) -> Iterator[Finding]:
    """Texts that changed since an earlier release, under a revision that did not."""
    paths = {item.prepared.document.name: item.prepared.document.path for item in printed}
    for old in earlier:
        for item in differences(old, new):
            if not item.unmarked:
                continue
            which = (
                f"the {LANGUAGES[item.language].adjective} text" if item.language else "the text"
            )
            if item.new_revision < item.old_revision:
                message = f"release {old.version} has revision {item.old_revision} of this document"
            else:
                message = (
                    f"{which} has changed since release {old.version}, "
                    f"and the revision is still {item.new_revision}"
                )
            hint = "raise `revision`, and say under `corrections` what was corrected"
            yield finding("release.revision", Span(paths[item.document]), message, hint)


def _publish(
    project: Project, folder: str, manifest: Manifest, sealed: Sealed
) -> Iterator[Finding]:
    files = {name: data for item in sealed.printed for name, data in item.files.items()}
    files |= sealed.certificate
    studio = sealed.printed[0].studio
    files[MANIFEST] = write_manifest(manifest)
    files[SBOM] = write_sbom(bill(studio.appearance.fonts, signed=bool(sealed.certificate)))
    site = make_site(studio, manifest)
    yield from site.findings
    if site.value is None:
        return
    files |= site.value
    wanted = project.settings.release.signature
    if wanted is not None:
        public = read(project.root, wanted.public_key, wanted.public_key_span)
        yield from public.findings
        if public.value is None:
            return
        files[SIGNINGS[Tool(wanted.tool)].public] = public.value
    files[SUMS] = write_sums({name: sha256(data) for name, data in files.items()})
    if wanted is not None:
        try:
            files |= _signature(project, wanted, files)
        except SigningError as error:
            yield finding("release.signature", wanted.public_key_span, str(error), error.cure)
            return
    try:
        write_folder(project.root, folder, files)
    except WriteError as error:
        hint = "make room or mend the permissions; nothing was released"
        yield finding(
            "file.write", Span(folder), f"the release could not be written: {error}", hint
        )


def _signature(project: Project, wanted: Signature, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The signature of the list of hashes by its file name. Raises ``SigningError``."""
    tool = Tool(wanted.tool)
    signing = SIGNINGS[tool]
    password = os.environ.get(PASSWORD_VARIABLE, "")
    signature = sign(tool, files[SUMS], secret_key(project.root, os.environ), password)
    if not is_signed(tool, files[SUMS], signature, files[signing.public]):
        reason = "the signature is not by the key that readers are given"
        raise SigningError(reason, "make `public_key` the public half of the secret key")
    return {f"{SUMS}.{signing.suffix}": signature}
