"""Pictures are decoded and encoded anew: only their pixels are published."""

from __future__ import annotations

import re
import struct
from io import BytesIO
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from tests.render.pictures import GPS, decoded, encoded, mended, noise, photograph, png, svg
from toolkit.diagnostics import Finding, Span, has_errors
from toolkit.render.images import MAX_SIDE, PreparedImage, prepare

SPAN = Span("documents/report/lake.yaml", 7, 11)
RED, BLUE = (204, 0, 0), (0, 0, 204)


def scan() -> Image.Image:
    """Lines on paper, with the soft edges that scanning and scaling give them."""
    large = Image.new("L", (600, 400), 255)
    for place in range(10, 590, 40):
        large.paste(0, (place, place // 2, place + 7, 390))
    return large.rotate(3, Image.Resampling.BICUBIC, fillcolor=255).resize(
        (300, 200), Image.Resampling.LANCZOS
    )


def made(raw: bytes) -> PreparedImage:
    """The picture, with nothing found."""
    result = prepare(raw, SPAN)
    assert result.findings == ()
    assert result.value is not None
    return result.value


def refused(raw: bytes) -> Finding:
    """The one finding."""
    result = prepare(raw, SPAN)
    assert result.value is None
    (found,) = result.findings
    assert found.span == SPAN
    assert found.hint
    return found


def two_colours(mode: str = "RGB") -> Image.Image:
    picture = Image.new("RGB", (40, 20), RED)
    picture.paste(BLUE, (20, 0, 40, 20))
    return picture.convert(mode)


# Good pictures


@pytest.mark.parametrize(
    ("raw", "suffix"),
    [
        (encoded(two_colours(), "PNG"), "png"),
        (encoded(two_colours("P"), "PNG"), "png"),
        (encoded(two_colours("RGBA"), "PNG"), "png"),
        (encoded(noise(), "PNG"), "jpg"),
        (encoded(noise(), "JPEG"), "jpg"),
        (encoded(noise().convert("L"), "JPEG"), "jpg"),
        (encoded(noise().convert("1"), "PNG"), "png"),
        (encoded(Image.linear_gradient("L"), "PNG"), "png"),
        (encoded(scan(), "PNG"), "png"),
        (encoded(noise().convert("CMYK"), "JPEG"), "jpg"),
        (encoded(noise(), "JPEG", progressive=True), "jpg"),
        (encoded(noise(), "MPO"), "jpg"),
        (svg("<path d='M0 0h9'/>"), "svg"),
    ],
    ids=[
        "png",
        "palette",
        "alpha",
        "many-colours",
        "jpeg",
        "grey photograph",
        "black and white",
        "shades of grey in bands",
        "scanned lines",
        "cmyk",
        "progressive",
        "mpo",
        "svg",
    ],
)
def test_a_picture_is_encoded_as_suits_it(raw: bytes, suffix: str) -> None:
    picture = made(raw)
    assert picture.suffix == suffix
    kind = {"png": "png", "jpg": "jpeg", "svg": "svg+xml"}[suffix]
    assert picture.data_uri.startswith(f"data:image/{kind};base64,")
    if suffix != "svg":
        assert decoded(picture.data).size == (picture.width, picture.height)


@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA"])
def test_the_pixels_stay_the_same(mode: str) -> None:
    picture = decoded(made(encoded(two_colours(mode), "PNG")).data).convert("RGB")
    assert [picture.getpixel((x, 10)) for x in (5, 35)] == [RED, BLUE]


def test_colours_for_printing_become_colours_of_a_screen() -> None:
    picture = decoded(made(encoded(two_colours("CMYK"), "JPEG", quality=95)).data)
    assert picture.mode == "RGB"
    for x, colour in ((5, RED), (35, BLUE)):
        pixel = picture.getpixel((x, 10))
        assert isinstance(pixel, tuple)
        assert all(abs(a - b) < 20 for a, b in zip(pixel, colour, strict=True))


def test_sixteen_bits_of_grey_become_eight_and_not_white() -> None:
    picture = Image.new("I;16", (3, 1))
    for x, value in enumerate((0, 0x8000, 0xFFFF)):
        picture.putpixel((x, 0), value)
    fresh = decoded(made(encoded(picture, "PNG")).data)
    assert [fresh.getpixel((x, 0)) for x in range(3)] == [0, 128, 255]


def test_what_is_transparent_stays_so() -> None:
    glass = two_colours("RGBA")
    glass.putalpha(100)
    assert decoded(made(encoded(glass, "PNG")).data).getpixel((5, 5)) == (*RED, 100)
    palette = two_colours("P")
    index = palette.getpixel((35, 5))
    fresh = decoded(made(encoded(palette, "PNG", transparency=index)).data)
    assert [fresh.getpixel((x, 5)) for x in (5, 35)] == [(*RED, 255), (*BLUE, 0)]


def test_of_an_animation_the_first_picture_is_kept_and_that_is_said() -> None:
    raw = encoded(
        two_colours(), "PNG", save_all=True, append_images=[Image.new("RGB", (40, 20), BLUE)]
    )
    result = prepare(raw, SPAN)
    assert [(item.code, item.span) for item in result.findings] == [("image.animated", SPAN)]
    assert result.value is not None
    fresh = decoded(result.value.data)
    assert getattr(fresh, "n_frames", 1) == 1
    assert fresh.convert("RGB").getpixel((5, 5)) == RED


def test_a_large_picture_is_made_smaller_and_keeps_its_shape() -> None:
    picture = made(encoded(Image.new("RGB", (3600, 1200), RED), "PNG"))
    assert (picture.width, picture.height) == (MAX_SIDE, MAX_SIDE // 3)


def test_the_same_picture_is_the_same_bytes_and_has_the_same_short_name() -> None:
    raw = photograph()
    first, second = made(raw), made(raw)
    assert first == second
    assert re.fullmatch("[0-9a-f]{16}", first.digest)
    assert first.digest != made(encoded(two_colours(), "PNG")).digest


def test_a_grey_photograph_is_far_smaller_than_its_pixels() -> None:
    """A phone's black-and-white photograph: soft shapes, and the noise of its sensor."""
    soft = Image.effect_noise((60, 40), 90).resize((1200, 800), Image.Resampling.BICUBIC)
    photograph = Image.blend(soft, Image.effect_noise((1200, 800), 20), 0.2)
    picture = made(encoded(photograph, "PNG"))
    assert picture.suffix == "jpg"
    assert decoded(picture.data).mode == "L"
    assert len(picture.data) < len(encoded(photograph, "PNG", optimize=True)) / 2


# Colours that are meant otherwise

_SCREEN = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _linear() -> bytes:
    """The profile of a screen whose numbers are amounts of light: its curves have the exponent 1."""
    profile = bytearray(_SCREEN)
    for number in range(int.from_bytes(profile[128:132], "big")):
        entry = 132 + 12 * number
        if bytes(profile[entry : entry + 4]) in {b"rTRC", b"gTRC", b"bTRC"}:
            start = int.from_bytes(profile[entry + 4 : entry + 8], "big")
            profile[start : start + 12] = b"curv" + bytes(8)
    return bytes(profile)


_LINEAR = _linear()


@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA", "L"])
def test_colours_of_a_screen_stay_as_they_are(mode: str) -> None:
    raw = encoded(two_colours(mode), "PNG", icc_profile=_SCREEN)
    with_profile, without = made(raw), made(encoded(two_colours(mode), "PNG"))
    for x in (5, 35):
        one, other = (
            decoded(item.data).convert("RGB").getpixel((x, 10)) for item in (with_profile, without)
        )
        assert isinstance(one, tuple)
        assert isinstance(other, tuple)
        assert all(abs(a - b) <= 2 for a, b in zip(one, other, strict=True))
    assert "icc_profile" in decoded(raw).info
    assert decoded(with_profile.data).info == {}


def test_colours_of_another_profile_are_converted_before_it_is_taken_away() -> None:
    meant = ImageCms.profileToProfile(
        two_colours(),
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(BytesIO(_LINEAR)),
    )
    assert meant is not None
    raw = encoded(meant, "PNG", icc_profile=_LINEAR)
    assert decoded(raw).getpixel((5, 10)) != RED
    fresh = decoded(made(raw).data).convert("RGB")
    for x, colour in ((5, RED), (35, BLUE)):
        pixel = fresh.getpixel((x, 10))
        assert isinstance(pixel, tuple)
        assert all(abs(a - b) <= 3 for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize("profile", [b"Aman", b"\0" * 128, _SCREEN[:200]])
def test_a_profile_that_cannot_be_used_changes_nothing(profile: bytes) -> None:
    picture = decoded(made(encoded(two_colours(), "PNG", icc_profile=profile)).data)
    assert [picture.convert("RGB").getpixel((x, 10)) for x in (5, 35)] == [RED, BLUE]


# What a photograph knows


def test_a_photograph_forgets_where_and_by_whom_it_was_taken() -> None:
    raw = photograph()
    assert dict(decoded(raw).getexif().get_ifd(GPS))  # it is there to be lost
    picture = made(raw)
    fresh = decoded(picture.data)
    assert not fresh.getexif()
    assert set(fresh.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for secret in (b"Exif", b"Secret", b"Aman"):
        assert secret in raw
        assert secret not in picture.data


def test_a_png_forgets_what_was_written_into_it() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Aman")
    words.add_itxt("XML:com.adobe.xmp", "<x>Aman</x>")
    raw = encoded(two_colours(), "PNG", pnginfo=words, dpi=(300, 300), icc_profile=b"Aman")
    picture = made(raw)
    assert b"Aman" in raw
    assert b"Aman" not in picture.data
    assert decoded(picture.data).info == {}


def test_a_photograph_taken_upright_stands_upright() -> None:
    lying = made(photograph(orientation=1))
    standing = made(photograph(orientation=6))
    assert (standing.width, standing.height) == (lying.height, lying.width)


# Refused ones


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"text",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n",
        b"%PDF-1.7\n",
        b"\0" * 100,
        encoded(two_colours(), "GIF"),
        encoded(two_colours(), "WEBP"),
        encoded(two_colours(), "TIFF"),
        encoded(two_colours(), "BMP"),
        png(0, 0),
    ],
    ids=["empty", "text", "eps", "pdf", "zeros", "gif", "webp", "tiff", "bmp", "nothing"],
)
def test_what_is_no_picture_is_refused_whatever_its_name(raw: bytes) -> None:
    assert refused(raw).code == "image.format"


@pytest.mark.parametrize(
    "raw",
    [
        photograph()[:10],
        photograph()[:-400],
        encoded(noise(), "PNG")[:-400],
        png(100, 100),
        png(100, 100, data=b"no data"),
    ],
    ids=["begun", "jpeg", "png", "short", "nonsense"],
)
def test_a_damaged_picture_is_refused(raw: bytes) -> None:
    assert refused(raw).code == "image.broken"


@pytest.mark.parametrize(("width", "height"), [(20_000, 20_000), (9_000, 9_000), (2**31 - 1, 1)])
def test_a_picture_that_would_fill_the_memory_is_refused_unseen(width: int, height: int) -> None:
    begun = process_time()
    assert refused(png(width, height)).code == "image.too-large"
    assert process_time() - begun < 1


# Laws

_SEEDS = (
    photograph(),
    encoded(noise(12, 8), "PNG"),
    encoded(two_colours("P"), "PNG", transparency=0),
    encoded(noise(12, 8), "PNG", save_all=True, append_images=[noise(12, 8)]),
)
_CHANGES = st.lists(
    st.tuples(st.integers(0, 5000), st.one_of(st.none(), st.integers(0, 255))),
    min_size=1,
    max_size=8,
)


@given(st.sampled_from(_SEEDS), _CHANGES, st.booleans())
def test_any_damage_is_a_finding(
    seed: bytes, changes: list[tuple[int, int | None]], mend: bool
) -> None:
    raw = bytearray(seed)
    for place, byte in changes:
        start = place % len(raw)
        raw[start : start + 1] = b"" if byte is None else bytes([byte])
    damaged = mended(bytes(raw)) if mend and seed.startswith(b"\x89PNG") else bytes(raw)
    result = prepare(damaged, SPAN)
    assert (result.value is None) == has_errors(result.findings)


@pytest.mark.parametrize(
    ("place", "byte", "raised"),
    [(17, 0, struct.error), (17, 26, TypeError)],
)
def test_damaged_remarks_of_a_photograph_are_a_finding(
    place: int, byte: int, raised: type[Exception]
) -> None:
    """Pillow writes the remarks anew to turn a photograph, and stumbles in many ways."""
    raw = bytearray(photograph(orientation=6))
    raw[raw.index(b"Exif") + place] = byte
    with pytest.raises(raised):
        ImageOps.exif_transpose(decoded(bytes(raw)))
    assert refused(bytes(raw)).code == "image.broken"


@given(
    st.binary(max_size=200) | st.binary(max_size=200).map(lambda tail: b"\xff\xd8\xff\xe0" + tail)
)
def test_any_bytes_are_a_picture_or_a_finding(raw: bytes) -> None:
    result = prepare(raw, SPAN)
    assert (result.value is None) == bool(result.findings)
