"""The least that the PDF files of a project cost: bare WeasyPrint in one warm process.

Run by ``run.py`` with a folder that holds ``style.css``, ``fonts/``, ``pictures/`` and the very HTML
pages that the toolkit hands to its workers. One font configuration and one parsed style sheet serve all
pages, and one page is laid out before the clock starts. It prints the seconds that the pages took.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

#: What the toolkit asks of the engine, too.
OPTIONS = {"pdf_variant": "pdf/ua-1"}


def main(folder: Path) -> None:
    """Lay out every page below ``folder`` and print what it took."""
    fonts, fetcher = FontConfiguration(), URLFetcher()
    css = CSS(filename=folder / "style.css", font_config=fonts, url_fetcher=fetcher)
    pages = [(path, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.html"))]

    def lay_out(path: Path, html: str) -> None:
        page = HTML(string=html, base_url=folder.as_uri() + "/", url_fetcher=fetcher)
        document = page.render(stylesheets=[css], font_config=fonts, **OPTIONS)
        path.with_suffix(".pdf").write_bytes(document.write_pdf(**OPTIONS))

    lay_out(*min(pages, key=lambda page: len(page[1])))
    processor, clock = time.process_time(), time.perf_counter()
    for page in pages:
        lay_out(*page)
    spent = {"cpu": time.process_time() - processor, "wall": time.perf_counter() - clock}
    json.dump(spent, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
