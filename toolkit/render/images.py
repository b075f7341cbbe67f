"""Pictures made safe to publish: fresh pixels without metadata, drawings without anything but drawing.

A photograph carries where, when and with which device it was taken; an SVG may carry scripts, links
and references to other files, or expand to more shapes than any machine can draw. What leaves here
has been decoded and encoded anew, or taken apart and checked part by part.
"""

from __future__ import annotations

import base64
import hashlib
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageChops, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from toolkit.diagnostics import Finding, Result, Span, finding
from toolkit.render.svg import UnsafeDrawing, clean

#: More than any camera gives that a page could show; decoding costs four bytes of memory a pixel.
MAX_PIXELS = 60_000_000
#: The text block is 160 mm wide; 1800 pixels there are 285 dots to the inch.
MAX_SIDE = 1800
#: Above so many colours, or shades of grey, a picture may be a photograph.
MAX_PNG_COLOURS = 256
MAX_PNG_GREYS = 16
#: The share of pixels that are the same as the one to their left: in drawings most, in photographs few.
FLAT = 0.5


@dataclass(frozen=True, slots=True)
class PreparedImage:
    """A picture as editions hold it: encoded bytes and its size in CSS pixels."""

    data: bytes
    suffix: str
    width: int
    height: int

    @property
    def digest(self) -> str:
        """A short name of the content, the same wherever it is built."""
        return hashlib.sha256(self.data).hexdigest()[:16]

    @property
    def data_uri(self) -> str:
        """The picture as a ``data:`` address, for a page that is one file."""
        kinds = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg"}
        return f"data:{kinds[self.suffix]};base64,{base64.b64encode(self.data).decode('ascii')}"


def prepare(raw: bytes, span: Span) -> Result[PreparedImage]:
    """Decode a PNG, JPEG or SVG and encode it anew. ``span`` is where the picture was named."""
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _prepare_svg(raw, span)
    return _prepare_raster(raw, span)


def _prepare_svg(raw: bytes, span: Span) -> Result[PreparedImage]:
    try:
        drawing = clean(raw)
    except UnsafeDrawing as error:
        return Result(None, (finding(error.code, span, str(error), error.hint),))
    return Result(PreparedImage(drawing.data, "svg", drawing.width, drawing.height))


def _prepare_raster(raw: bytes, span: Span) -> Result[PreparedImage]:
    try:
        with warnings.catch_warnings(), _whole_pictures_only():
            # Pillow warns of sizes that are refused below, and of damaged metadata that is left behind.
            warnings.simplefilter("ignore")
            picture = Image.open(BytesIO(raw), formats=("PNG", "JPEG"))
            if picture.width * picture.height > MAX_PIXELS:
                return _too_large(picture.width, picture.height, span)
            moves = picture.format == "PNG" and getattr(picture, "is_animated", False)
            picture.load()
            fresh = _fresh(ImageOps.exif_transpose(picture))
    except UnidentifiedImageError:
        hint = "pictures are PNG, JPEG or SVG files; export it as one of these"
        return Result(None, (finding("image.format", span, "this is no picture", hint),))
    except Image.DecompressionBombError:
        return _too_large(0, 0, span)
    except Exception as error:
        # Of a file that is damaged in the right place, Pillow's readers raise whatever they stumble on.
        hint = "open it in a picture program and save it again"
        reason = f": {error}" if isinstance(error, OSError | SyntaxError | ValueError) else ""
        message = f"the picture is damaged{reason}"
        return Result(None, (finding("image.broken", span, message, hint),))
    return Result(_encode(fresh), (_moving(span),) if moves else ())


def _in_screen_colours(picture: Image.Image) -> Image.Image:
    """The picture in sRGB, if a profile says that its colours are meant otherwise.

    The profile itself, in which programs and cameras leave their names, is not published. One that
    cannot be used changes nothing: browsers ignore it too.
    """
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture
    if picture.mode in {"P", "PA", "LA", "1"}:
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    target = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        meant = ImageCms.ImageCmsProfile(BytesIO(profile))
        shown = ImageCms.profileToProfile(
            picture, meant, ImageCms.createProfile("sRGB"), outputMode=target
        )
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return picture
    if shown is None:
        return picture
    return shown.convert("L") if picture.mode == "L" else shown


@contextmanager
def _whole_pictures_only() -> Iterator[None]:
    """Refuse a picture whose end is missing, even where the PDF engine has told Pillow to make it up."""
    relaxed, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = relaxed


def _too_large(width: int, height: int, span: Span) -> Result[PreparedImage]:
    size = f"{width} × {height} pixels" if width else "far too many pixels"
    message = f"the picture has {size}; at most {MAX_PIXELS // 1_000_000} million are read"
    return Result(None, (finding("image.too-large", span, message, "make it smaller"),))


def _moving(span: Span) -> Finding:
    message = "the picture moves, and paper does not: only its first one is shown"
    return finding("image.animated", span, message, "export the picture that you want to show")


def _fresh(picture: Image.Image) -> Image.Image:
    """The same pixels in a new image, which knows nothing of where they came from."""
    picture = _in_screen_colours(picture)
    transparent = picture.has_transparency_data
    grey = picture.mode in {"1", "L", "I;16"}
    mode = "RGBA" if transparent else "L" if grey else "RGB"
    if picture.mode == "I;16":
        # Converting alone would cut off at 255, and leave a white picture.
        picture = picture.point(lambda value: value * (1 / 256))
    pixels = picture.convert(mode)
    pixels.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    fresh = Image.new(mode, pixels.size)
    fresh.paste(pixels)
    return fresh


def _encode(picture: Image.Image) -> PreparedImage:
    """A drawing as PNG, in which edges stay sharp, a photograph as JPEG, which is far smaller."""
    if picture.mode == "RGBA" or _few_colours(picture):
        data, suffix = _png(picture), "png"
    else:
        data, suffix = _jpeg(picture), "jpg"
        if _flat(picture) >= FLAT:
            drawing = _png(picture)
            data, suffix = (drawing, "png") if len(drawing) <= len(data) else (data, suffix)
    return PreparedImage(data, suffix, picture.width, picture.height)


def _few_colours(picture: Image.Image) -> bool:
    most = MAX_PNG_GREYS if picture.mode == "L" else MAX_PNG_COLOURS
    return picture.getcolors(most) is not None


def _flat(picture: Image.Image) -> float:
    """The share of pixels that are the same as the one to their left."""
    if picture.width < 2:
        return 1.0
    grey = picture.convert("L")
    left = grey.crop((0, 0, grey.width - 1, grey.height))
    right = grey.crop((1, 0, grey.width, grey.height))
    return ImageChops.difference(left, right).histogram()[0] / (left.width * left.height)


def _png(picture: Image.Image) -> bytes:
    target = BytesIO()
    picture.save(target, "PNG", optimize=True)
    return target.getvalue()


def _jpeg(picture: Image.Image) -> bytes:
    target = BytesIO()
    picture.save(target, "JPEG", quality=85, optimize=True)
    return target.getvalue()
