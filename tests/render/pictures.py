"""Pictures of every sort, made for these tests."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

#: Where a phone says a photograph was taken, who made it, and which way up it was held.
GPS, MAKE, ORIENTATION = 0x8825, 0x010F, 0x0112


def encoded(picture: Image.Image, kind: str, **options: Any) -> bytes:
    """The file of a picture."""
    target = BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def noise(width: int = 60, height: int = 40) -> Image.Image:
    """A picture with more colours than a drawing has."""
    red, green, blue = (Image.effect_noise((width, height), 80) for _ in range(3))
    return Image.merge("RGB", (red, green, blue))


def photograph(orientation: int = 1) -> bytes:
    """A JPEG with all that a phone adds: place, maker, a comment, and which way up it was held."""
    exif = Image.Exif()
    exif[MAKE] = "Secret Phone"
    exif[ORIENTATION] = orientation
    place = exif.get_ifd(GPS)
    place[1], place[2] = "N", (37.0, 56.0, 12.0)
    return encoded(noise(), "JPEG", exif=exif, comment=b"Taken by Aman")


def decoded(data: bytes) -> Image.Image:
    """The picture in a file."""
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def png(width: int, height: int, *, colour: int = 2, data: bytes = b"") -> bytes:
    """A PNG that claims a size, whatever its data hold."""
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", data or zlib.compress(b"\0" * 64)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    checked = name + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))


def mended(raw: bytes) -> bytes:
    """A damaged PNG with checksums that are right again, so that its readers look into it."""
    out, place = raw[:8], 8
    while place + 12 <= len(raw):
        (length,) = struct.unpack(">I", raw[place : place + 4])
        out += _chunk(raw[place + 4 : place + 8], raw[place + 8 : place + 8 + length])
        place += 12 + length
    return out


def svg(content: str, attributes: str = 'viewBox="0 0 20 10"', before: str = "") -> bytes:
    """A drawing."""
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {spaces} {attributes}>{content}</svg>".encode()
