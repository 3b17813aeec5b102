"""What the library keeps of a picture."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from media.models import CustomImage
from media.originals import LONGEST_SIDE, clean_original
from tests.media.conftest import GPS, PLACE, drawn, upload, with_place


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def cleaned(content: bytes, name: str = "orchard.jpg") -> bytes:
    return clean_original(BytesIO(content), name).read()


def test_the_sample_holds_a_place():
    assert opened(with_place()).getexif().get_ifd(GPS)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_place_and_remarks_go(form):
    content = cleaned(with_place(form))
    assert not opened(content).getexif() and PLACE not in content


def test_a_turned_picture_stands_upright():
    assert opened(cleaned(with_place(orientation=6))).size == (600, 800)


def test_colours_stay():
    red = opened(cleaned(drawn())).getpixel((700, 300))
    assert all(abs(got - wanted) < 6 for got, wanted in zip(red, (254, 0, 0), strict=True))


def test_what_is_larger_than_needed_is_made_smaller():
    assert max(opened(cleaned(drawn(size=(4000, 1000)))).size) == LONGEST_SIDE


def test_a_code_stays_sharp():
    """A PNG stays one: blurred edges of a 小程序码 cannot be read."""
    assert opened(cleaned(drawn("PNG"), "code.png")).format == "PNG"


def test_transparency_stays():
    target = BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(target, "WEBP", lossless=True)
    assert opened(cleaned(target.getvalue())).getpixel((5, 5))[3] == 0


@pytest.mark.parametrize("content", [b"", b"no picture", b"\xff\xd8\xff\xe0 cut off", drawn("GIF"), drawn("TIFF")])
def test_what_is_no_picture_of_ours_is_refused(content):
    with pytest.raises(ValidationError, match="JPEG"):
        cleaned(content)


@pytest.mark.parametrize(
    "content", [b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', b"%PDF-1.7\n"]
)
def test_scripts_are_refused(content):
    with pytest.raises(ValidationError):
        cleaned(content, "fruit.jpg")


def test_half_a_picture_is_refused():
    with pytest.raises(ValidationError):
        cleaned(drawn("PNG")[:900])


def test_a_pixel_bomb_is_refused_before_it_unpacks():
    target = BytesIO()
    Image.new("1", (9000, 9000)).save(target, "PNG")
    with pytest.raises(ValidationError) as refused:
        cleaned(target.getvalue(), "bomb.png")
    assert len(target.getvalue()) < 100_000 and refused.value.code == "too_many_pixels"


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(ValidationError) as refused:
        cleaned(drawn() + b"\0" * (15 << 20))
    assert refused.value.code == "too_large"


def test_code_cannot_keep_a_picture_uncleaned(keep):
    """Not only forms: whatever reaches the storage is clean."""
    kept = keep(with_place(orientation=6))
    with kept.file.open() as file:
        content = file.read()
    assert not opened(content).getexif() and (kept.width, kept.height) == (600, 800)


def test_code_cannot_keep_what_is_no_picture(db):
    with pytest.raises(ValidationError):
        CustomImage.objects.create(title="x", file=upload(b"<svg></svg>", "x.jpg"))
