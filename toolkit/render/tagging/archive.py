"""A PDF that is PDF/A-3 and PDF/UA-1 at once, and says so (ISO 19005-3, 6.6; ISO 14289-1, 5)."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

import pydyf

_END = b"</rdf:RDF>"
_LINE_END = b"\r\nendstream"
#: PDF/A allows properties of others only with a description of their schema in the same file.
_PDFUA = """<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
_DUBLIN_CORE = """<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="">\
{}</rdf:Description>"""


def archive(document: Any, pdf: Any, padding: int = 0) -> None:
    """Finish a PDF/A file of the engine: what it says of itself, and how its streams are written.

    The page gives its language, and its fingerprint as ``<meta name="fingerprint">``, if it has one.
    ``padding`` changes nothing but the bytes of the file.
    """
    said = document.metadata
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    (packet,) = metadata.stream
    added = _PDFUA + _known(said.lang, said.custom)
    metadata.stream = [packet.replace(_END, added.encode() + _END)]
    # Programs that know nothing of PDF find and read it too.
    metadata.compress = False
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream):
            _close(thing)
    if padding:
        pdf.add_object(pydyf.Dictionary({"Padding": padding}))


def is_ambiguous(pdf: bytes) -> bool:
    """Whether a stream seems to be shorter than it says, since it ends like a line (6.1.7.1)."""
    return _LINE_END in pdf


def _close(stream: Any) -> None:
    """Bring a stream into its last form: the engine would compress it twice, once for its checksum."""
    if stream.extra.get("Interpolate"):
        # PDF/A forbids to smooth a picture (6.2.8).
        stream.extra["Interpolate"] = "false"
    if stream.compress:
        stream.stream = [zlib.compress(_content(stream), level=9)]
        stream.extra["Filter"] = "/FlateDecode"
        stream.compress = False
    if _content(stream).endswith(b"\r"):
        filters = [stream.extra[name] for name in ("Filter",) if name in stream.extra]
        stream.stream = [base64.a85encode(_content(stream)) + b"~>"]
        stream.extra["Filter"] = pydyf.Array(["/ASCII85Decode", *filters])
        if "DecodeParms" in stream.extra:
            stream.extra["DecodeParms"] = pydyf.Array(["null", stream.extra["DecodeParms"]])


def _content(stream: Any) -> bytes:
    written: bytes = pydyf.Stream(stream.stream).data
    return written.split(b"stream\n", 1)[1].removesuffix(b"\nendstream")


def _known(language: str | None, custom: Mapping[str, str]) -> str:
    properties = ""
    if custom.get("fingerprint"):
        properties += f"<dc:identifier>{escape(custom['fingerprint'])}</dc:identifier>"
    if language:
        properties += (
            f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>"
        )
    return _DUBLIN_CORE.format(properties) if properties else ""
