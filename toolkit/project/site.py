"""The site of a release, with the looks and words of the project."""

from __future__ import annotations

from toolkit.diagnostics import Result
from toolkit.project.studio import Studio, organisation_view
from toolkit.release.manifest import Manifest
from toolkit.release.pages import Site, site_files
from toolkit.release.signatures import SIGNINGS, Tool
from toolkit.render.templates import TemplateProblem


def make_site(studio: Studio, manifest: Manifest) -> Result[dict[str, bytes]]:
    """The pages, feeds and sitemap of a release by their paths in it."""
    settings = studio.project.settings
    signature = settings.release.signature
    site = Site(
        manifest=manifest,
        templates=studio.appearance.templates,
        stylesheet=studio.appearance.site_css,
        script=studio.appearance.site_script,
        organisations={
            code: organisation_view(studio, code, "screen") for code in settings.languages
        },
        words=studio.words,
        address=settings.site,
        signing=SIGNINGS[Tool(signature.tool)] if signature else None,
    )
    try:
        return Result(site_files(site))
    except TemplateProblem as problem:
        return Result(None, (problem.finding,))
