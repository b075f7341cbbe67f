"""Catalogs of any content that gettext allows, for laws of reading and writing."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.translation.support import HEADER, catalog
from toolkit.translation.catalog import Catalog, Entry, Previous

#: All that a page can print, and line feed and tabulator; no character twice likelier than it is useful.
CHARACTERS = st.one_of(
    st.sampled_from(list('"\\\n\t #~|:,.%{}<>&[]()*^ nrtx0')),
    st.sampled_from(list("aеяňşÝ«»—№\u00a0\u202f\u2028\u2029\u200f")),
    st.characters(min_codepoint=0xA0, exclude_categories=("Cs", "Co", "Cn", "Cc")),
)
TEXTS = st.text(CHARACTERS, min_size=1, max_size=60)
LONG = st.lists(st.sampled_from(["слово", "word,", "—", "a" * 90]), max_size=40).map(" ".join)
MSGIDS = st.one_of(TEXTS, LONG.filter(bool))
MSGSTRS = st.one_of(st.just(""), TEXTS, LONG)

#: What a comment line may hold so that msgcat, too, reads it as a comment and keeps it.
COMMENTS = st.text(st.sampled_from('abя ~|,:."\\—\u2028'), max_size=20).map(
    # GNU gettext joins a comment that ends with a backslash to the next line.
    lambda line: line.rstrip(" \\")
)
REFERENCES = st.text(st.sampled_from("abc-я0"), min_size=1, max_size=12).map(
    "documents/{}.yaml".format
)
FLAGS = st.sampled_from([(), ("python-brace-format",), ("no-wrap",)])


@st.composite
def entries(draw: st.DrawFn, msgctxt: str | None, msgid: str) -> Entry:
    """An entry, active or obsolete, as a translator may have left it."""
    obsolete = draw(st.booleans())
    plural = draw(st.one_of(st.just(""), st.just(""), MSGIDS))
    first = draw(MSGSTRS.filter(bool) if obsolete else MSGSTRS)
    forms = (first, draw(MSGSTRS), draw(MSGSTRS)) if plural else (first,)
    # gettext knows no fuzzy entry without a translation.
    fuzzy = bool(first) and draw(st.booleans())
    return Entry(
        msgid=msgid,
        msgctxt=msgctxt,
        msgid_plural=plural,
        msgstr=forms,
        flags=draw(FLAGS),
        fuzzy=fuzzy,
        obsolete=obsolete,
        previous=draw(previous()) if fuzzy else None,
        translator_comments=draw(comments()),
        extracted_comments=draw(comments()),
        references=tuple(draw(st.lists(REFERENCES, max_size=3, unique=True))),
    )


@st.composite
def previous(draw: st.DrawFn) -> Previous | None:
    """What stands in ``#|`` lines."""
    if draw(st.booleans()):
        return None
    return Previous(
        draw(st.one_of(st.none(), MSGSTRS)), draw(MSGIDS), draw(st.one_of(st.just(""), MSGIDS))
    )


def comments() -> st.SearchStrategy[tuple[str, ...]]:
    """Comment lines."""
    return st.lists(COMMENTS, max_size=3).map(tuple)


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """A catalog with the header that is right for it; active entries first, as gettext has them."""
    keys = draw(
        st.lists(
            st.tuples(st.one_of(st.none(), MSGSTRS), MSGIDS), min_size=1, max_size=5, unique=True
        )
    )
    found = [draw(entries(context, msgid)) for context, msgid in keys]
    found.sort(key=lambda entry: entry.obsolete)
    return Catalog("ru.po", catalog(HEADER).head, tuple(found))
