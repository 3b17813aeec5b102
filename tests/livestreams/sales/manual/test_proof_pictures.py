"""Proof pictures: taken by content, made small, rid of place and names."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from media import cleaning
from media.cleaning import LARGEST_BYTES, clean_picture
from tests.livestreams.sales.manual.sales import GPS, photo, picture


def cleaned(content: bytes) -> Image.Image:
    return Image.open(clean_picture(BytesIO(content)))


def refusal(content: bytes) -> str:
    with pytest.raises(ValidationError) as error:
        clean_picture(BytesIO(content))
    return error.value.code


def test_the_test_photo_knows_its_place():
    assert Image.open(BytesIO(photo())).getexif().get_ifd(GPS)


def test_place_maker_and_remarks_are_gone():
    content = clean_picture(BytesIO(photo())).read()
    found = Image.open(BytesIO(content))
    assert (len(found.getexif()), found.info.get("comment"), found.info.get("xmp")) == (0, None, None)
    assert b"Phone" not in content and b"Exif" not in content


def test_a_turned_photo_stands_upright():
    assert cleaned(photo((40, 30), orientation=6)).size == (30, 40)


def test_a_large_photo_is_made_small():
    assert cleaned(picture((4000, 3000))).size == (1600, 1200)


def test_a_small_photo_is_not_blown_up():
    assert cleaned(picture((40, 30))).size == (40, 30)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_what_phones_make_becomes_a_jpeg(format):
    assert cleaned(picture(format=format)).format == "JPEG"


def test_what_is_transparent_becomes_white():
    target = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(target, "PNG")
    assert cleaned(target.getvalue()).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"\xff\xd8\xff\xe0 nothing more",
    ],
)
def test_what_is_no_picture_is_refused(content):
    assert refusal(content) == "unreadable"


def test_a_kind_that_no_phone_makes_is_refused():
    assert refusal(picture(format="TIFF")) == "unreadable"


def test_a_photo_cut_off_is_refused():
    assert refusal(photo((800, 600))[:2000]) == "unreadable"


def test_a_bomb_of_pixels_is_refused_before_it_is_unpacked():
    bomb = picture((7000, 7000), "PNG")
    assert len(bomb) < 1_000_000
    assert refusal(bomb) == "too_many_pixels"


def test_a_greater_bomb_is_refused_by_its_head(monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    assert refusal(picture((100, 100), "PNG")) == "unreadable"


def test_a_file_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(cleaning, "LARGEST_BYTES", 1000)
    assert refusal(b"\xff\xd8\xff" * 1000) == "too_large"


def test_the_limit_is_fifteen_megabytes():
    assert LARGEST_BYTES == 15 * 1024 * 1024
