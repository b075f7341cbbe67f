"""Drawings: only shapes, text and paint pass, and no more of them than a machine can draw."""

from __future__ import annotations

from time import process_time
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.pictures import svg
from toolkit.diagnostics import Span
from toolkit.render.images import prepare
from toolkit.render.svg import Drawing, UnsafeDrawing, clean

SVG = "{http://www.w3.org/2000/svg}"


def cleaned(content: str, attributes: str = 'viewBox="0 0 20 10"', before: str = "") -> Drawing:
    return clean(svg(content, attributes, before))


def inside(content: str) -> str:
    """What is left of the content of a drawing."""
    data = cleaned(content).data.decode()
    return data[data.index(">") + 1 :].removesuffix("</svg>")


def refusal(raw: bytes) -> tuple[str, str]:
    """The code and the message of a refusal, which must come soon."""
    begun = process_time()
    with pytest.raises(UnsafeDrawing) as caught:
        clean(raw)
    assert process_time() - begun < 5
    assert caught.value.hint
    return caught.value.code, str(caught.value)


# What passes

GOOD = (
    '<path d="M0 0 9 9" /><rect width="3" height="3" rx="1" /><circle r="1" />',
    '<g transform="scale(2)"><polygon points="0,0 1,1 0,1" fill="#17495c" /></g>',
    '<text x="1" y="2">Köl <tspan dx="1">№ 1</tspan> &amp; кол</text>',
    '<defs><linearGradient id="a"><stop offset="0" stop-color="red" /></linearGradient></defs>'
    '<rect fill="url(#a)" /><rect style="fill:url(\'#a\');stroke:none" />',
    '<defs><g id="boat"><path d="M0 0" /></g></defs><use href="#boat" x="1" /><use href="#boat" />',
    '<clipPath id="c"><rect width="1" height="1" /></clipPath><g clip-path="url(#c)"><path /></g>',
)


@pytest.mark.parametrize("content", GOOD)
def test_a_drawing_passes_as_it_is(content: str) -> None:
    assert inside(content) == content


def test_a_drawing_can_be_drawn_within_a_drawing() -> None:
    flag = '<g id="flag"><rect width="1" height="1" /></g>'
    ship = '<g id="ship"><path d="M0 0" /><use href="#flag" /></g>'
    content = f'<defs>{flag}{ship}</defs><use href="#ship" /><use href="#ship" x="9" />'
    assert inside(content) == content


def test_references_of_old_programs_pass() -> None:
    cleaned_drawing = cleaned('<g id="a"><path /></g><use xlink:href="#a" />')
    (use,) = ElementTree.fromstring(cleaned_drawing.data).iter(f"{SVG}use")
    assert list(use.attrib.values()) == ["#a"]


@pytest.mark.parametrize(
    ("attributes", "width", "height"),
    [
        ('width="300" height="150"', 300, 150),
        ('width="300px" height="150px" viewBox="0 0 9 9"', 300, 150),
        ('width="100mm" height="50mm"', 378, 189),
        ('width="2in" height="72pt"', 192, 96),
        ('viewBox="0 0 20 10"', 640, 320),
        ('viewBox="-5,-5 20,10"', 640, 320),
        ('width="100%" height="100%" viewBox="0 0 20 10"', 640, 320),
        ('width="6400" height="320"', 640, 32),
        ('width="10" height="90000"', 1, 2560),
        ('viewBox="0 0 0.001 900000"', 1, 2560),
    ],
)
def test_a_drawing_has_a_size_that_fits_a_page(attributes: str, width: int, height: int) -> None:
    drawing = cleaned("<path />", attributes)
    assert (drawing.width, drawing.height) == (width, height)
    root = ElementTree.fromstring(drawing.data)
    assert (root.get("width"), root.get("height")) == (str(width), str(height))
    assert root.get("viewBox")


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        'width="100%" height="9"',
        'viewBox="0 0 0 9"',
        'viewBox="nan 0 9 9"',
        'viewBox="a b c d"',
        'width="-5" height="5"',
        'width="1e9" height="5"',
        'viewBox="0 0 9"',
        'viewBox="0 0 inf inf"',
    ],
)
def test_a_drawing_without_a_size_is_refused(attributes: str) -> None:
    code, message = refusal(svg("<path/>", attributes))
    assert code == "image.broken"
    assert "viewBox" in message


# What is left behind


def test_what_a_drawing_program_keeps_for_itself_is_left_behind() -> None:
    raw = b"""<?xml version="1.0"?>
    <!-- made by Aman -->
    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
    <?xml-stylesheet href="https://example.org/aman.css"?>
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
         xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" viewBox="0 0 9 9"
         xml:base="file:///home/aman/" sodipodi:docname="aman.svg" inkscape:export-filename="/home/aman">
      <title>by Aman</title><desc>for Aman</desc>
      <metadata><rdf>Aman</rdf></metadata>
      <sodipodi:namedview inkscape:window-width="1920"><inkscape:grid/></sodipodi:namedview>
      <path d="M0 0" inkscape:label="aman" id="aman" data-name="Aman" class="aman" aria-label="Aman"/>
    </svg>"""
    data = clean(raw).data
    assert b"aman" not in data.lower()
    assert b"http" not in data.replace(b"http://www.w3.org/2000/svg", b"")
    assert b'<path d="M0 0" />' in data


def test_words_around_what_is_left_behind_stay() -> None:
    content = (
        '<text>a<x:y xmlns:x="urn:x">no</x:y>b<tspan>c</tspan>d<desc>no</desc>e<!-- no -->f</text>'
    )
    assert inside(content) == "<text>ab<tspan>c</tspan>def</text>"


def test_only_names_that_are_used_are_kept() -> None:
    assert inside('<g id="used"><path id="lost" /></g><use href="#used" />') == (
        '<g id="used"><path /></g><use href="#used" />'
    )


def test_cleaning_again_changes_nothing() -> None:
    for content in GOOD:
        first = cleaned(content)
        assert clean(first.data) == first


# Style sheets


def test_a_style_sheet_becomes_the_style_of_the_parts_it_applies_to() -> None:
    drawing = cleaned(
        "<defs><style>@charset 'utf-8'; .a { fill: red; stroke: blue } #b.a, g > .c { fill: green }"
        " .c { fill: red; stroke: none !important } ::first-line { fill: red } 7 { fill: red }"
        "</style></defs>"
        "<path class='a' d='M0 0h1'/><path id='b' class='a' d='M0 0h2' style='stroke: black'/>"
        "<g class='x'><path class='c' d='M0 0h3' style='stroke: red'/></g><path d='M0 0h4'/>"
    )
    styles = [
        part.get("style") for part in ElementTree.fromstring(drawing.data).iter() if part.get("d")
    ]
    assert styles == [
        "fill:red;stroke:blue",
        "fill:green;stroke:black",
        "fill:green;stroke:none",
        None,
    ]
    assert b"<style" not in drawing.data
    assert b"class" not in drawing.data


@pytest.mark.parametrize("own", ["", "fill:lime", "fill:lime !important"])
@pytest.mark.parametrize("important", ["", " !important"])
def test_a_drawing_with_a_style_sheet_looks_as_before(own: str, important: str) -> None:
    """The part's own style wins over a rule, unless only the rule is important (CSS Cascading 4, 6)."""
    rule_wins = not own or (important and "!" not in own)
    drawing = cleaned(
        f"<style>rect {{ fill: red{important} }}</style>"
        f"<rect width='9' height='9' fill='blue' style='{own}'/>"
    )
    (rect,) = (
        part for part in ElementTree.fromstring(drawing.data).iter() if part.tag.endswith("rect")
    )
    assert rect.get("style") == ("fill:red" if rule_wins else "fill:lime")


# What is refused

UNSAFE = {
    "script": "<script>alert(1)</script>",
    "style that loads": "<style>* { fill: url(https://example.org/a) }</style><path/>",
    "style that imports": "<style>@import 'a.css';</style>",
    "style with a font": "<style>@font-face { font-family: a; src: url(a.ttf) }</style>",
    "style for a medium": "<style>@media print { * { fill: red } }</style>",
    "style with variables": "<style>path { fill: var(--a) }</style>",
    "style without end": f"<style>{'p{fill:red}' * 2001}</style>",
    "link": '<a href="#x"><path/></a>',
    "picture": '<image href="lake.png"/>',
    "page": "<foreignObject><p/></foreignObject>",
    "animation": '<animate attributeName="x"/>',
    "set": '<set attributeName="href" to="https://example.org"/>',
    "filter": "<filter/>",
    "unknown": "<blink/>",
    "event": '<path onclick="alert(1)"/>',
    "event in capitals": '<path OnLoad="alert(1)"/>',
    "other file": '<use href="other.svg#a"/>',
    "other site": '<use xlink:href="https://example.org/a.svg#a"/>',
    "data": '<use href="data:image/svg+xml,x#a"/>',
    "script address": '<linearGradient href="javascript:alert(1)"/>',
    "paint": '<path fill="url(https://example.org/a.svg#a)"/>',
    "paint in quotes": "<path fill=\"url( 'a.svg#a')\"/>",
    "style attribute": '<path style="fill:URL(a.svg)"/>',
    "hidden by escapes": '<path style="fill:u\\72l(a.svg)"/>',
    "import": "<path style=\"@import 'a.css'\"/>",
    "image set": "<path style=\"mask-image:image-set('a.png' 1x)\"/>",
    "protocol": "<path style=\"cursor:src('//example.org/a')\"/>",
    "expression": '<path style="width:expression(alert(1))"/>',
}


@pytest.mark.parametrize("content", UNSAFE.values(), ids=UNSAFE)
def test_what_is_not_drawing_is_refused(content: str) -> None:
    assert refusal(svg(content))[0] == "image.unsafe"


def test_the_drawing_itself_may_not_act_either() -> None:
    assert refusal(svg("", 'viewBox="0 0 9 9" onload="alert(1)"'))[0] == "image.unsafe"


def test_an_event_that_a_document_type_adds_is_seen() -> None:
    kind = '<!DOCTYPE svg [<!ATTLIST path onload CDATA "alert(1)">]>'
    assert refusal(svg("<path/>", before=kind)) == ("image.unsafe", "`onload` is a script")


@pytest.mark.parametrize(
    "kind",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://example.org/a.dtd"> %a;]>',
    ],
)
def test_entities_are_refused(kind: str) -> None:
    assert refusal(svg("<path/>", before=kind))[0] == "image.unsafe"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"<svg", "image.broken"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "image.broken"),
        (svg("<path/>", before='<?xml version="1.0" encoding="unheard"?>'), "image.broken"),
        (svg("<path/>", before='<?xml version="1.0" encoding="utf-7"?>'), "image.broken"),
        (svg("\x01"), "image.broken"),
        (b"<svg viewBox='0 0 9 9'/>", "image.format"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "image.format"),
        (svg('<use href="#nobody"/>'), "image.broken"),
        (svg("<use/>"), "image.broken"),
        (svg('<path fill="url(#nobody)"/>'), "image.broken"),
    ],
)
def test_what_cannot_be_drawn_is_refused(raw: bytes, code: str) -> None:
    assert refusal(raw)[0] == code


# Drawings that grow


def _tenfold(kind: str, use: str, levels: int = 6) -> str:
    """Parts each of which uses the one before ten times."""
    parts = [f'<{kind} id="p0"><path /></{kind}>']
    for level in range(1, levels):
        parts.append(f'<{kind} id="p{level}">{use.format(level - 1) * 10}</{kind}>')
    return f"<defs>{''.join(parts)}</defs>{use.format(levels - 1)}"


LARGE = {
    "many parts": "<path/>" * 100_000,
    "deep": "<g>" * 60 + "</g>" * 60,
    "very deep": "<g>" * 100_000 + "</g>" * 100_000,
    "use of use": _tenfold("g", '<use href="#p{}"/>'),
    "use of symbols": _tenfold("symbol", '<use xlink:href="#p{}"/>'),
    "patterns": _tenfold("pattern", '<rect fill="url(#p{})"/>'),
    "patterns in style": _tenfold("pattern", "<rect style=\"fill:url('#p{}')\"/>"),
    "masks": _tenfold("mask", '<rect mask="url(#p{})"/>'),
    "clips": _tenfold("clipPath", '<rect clip-path="url(#p{})"/>'),
    "markers": _tenfold("marker", '<path marker-mid="url(#p{})" d="M0 0 1 1"/>'),
    "one marker at many points": '<marker id="m">' + "<path/>" * 50 + "</marker>"
    '<path marker-mid="url(#m)" d="M' + "1 1 " * 3000 + '"/>',
    "one pattern on many shapes": '<pattern id="m">' + "<path/>" * 200 + "</pattern>"
    '<g fill="url(#m)">' + "<rect/>" * 200 + "</g>",
    "inside of itself": '<g id="a"><use href="#a"/></g>',
    "in a circle": '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    "paint in a circle": '<pattern id="a"><rect fill="url(#a)"/></pattern><rect fill="url(#a)"/>',
    "a gradient of itself": '<linearGradient id="a" href="#a"/><rect fill="url(#a)"/>',
    "a namesake": '<path id="a"/><g id="a"><use href="#a"/></g>',
    "a long chain": '<path id="c0"/>'
    + "".join(f'<g id="c{n}"><use href="#c{n - 1}"/></g>' for n in range(1, 500)),
    "bytes": '<path d="' + "1 " * 2_500_000 + '"/>',
}


@pytest.mark.parametrize("content", LARGE.values(), ids=LARGE)
def test_what_no_machine_can_draw_is_refused_soon(content: str) -> None:
    assert refusal(svg(content))[0] == "image.too-large"


# Laws

_NAMES = st.sampled_from(["g", "path", "use", "text", "defs", "script", "metadata", "pattern", "x"])
_VALUES = st.sampled_from(["#a", "#b", "url(#a)", "url('#b')", "a", "url(x)", "1 2 3", "\\75rl(a)"])
_ATTRIBUTES = st.dictionaries(
    st.sampled_from(["id", "href", "fill", "style", "onclick", "class", "d", "marker-mid"]),
    _VALUES | st.sampled_from(["a", "b"]),
    max_size=3,
)


@st.composite
def _elements(draw: st.DrawFn, depth: int = 3) -> ElementTree.Element:
    element = ElementTree.Element(f"{SVG}{draw(_NAMES)}", draw(_ATTRIBUTES))
    element.text, element.tail = draw(st.sampled_from(["", "t"])), draw(st.sampled_from(["", "u"]))
    if depth:
        element.extend(draw(st.lists(_elements(depth - 1), max_size=3)))
    return element


@given(st.lists(_elements(), max_size=3))
@settings(max_examples=50)
def test_a_drawing_is_clean_or_refused(elements: list[ElementTree.Element]) -> None:
    root = ElementTree.Element(f"{SVG}svg", viewBox="0 0 9 9")
    root.extend(elements)
    try:
        drawing = clean(ElementTree.tostring(root))
    except UnsafeDrawing:
        return
    assert clean(drawing.data) == drawing
    for word in (b"script", b"onclick", b"metadata", b"class=", b"url(x", b"\\75"):
        assert word not in drawing.data


@given(st.binary(max_size=100).map(lambda tail: b"<svg" + tail))
def test_any_bytes_are_a_drawing_or_a_finding(raw: bytes) -> None:
    result = prepare(raw, Span("lake.yaml", 1, 1))
    assert (result.value is None) == bool(result.findings)
