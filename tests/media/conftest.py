"""Pictures drawn for tests, with what phones put into them."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, TiffImagePlugin

from media.models import CustomImage

PLACE, ORIENTATION, GPS = b"Jiang county", 0x0112, 0x8825


@pytest.fixture(autouse=True)
def own_uploads(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"


def drawn(form: str = "JPEG", size: tuple[int, int] = (800, 600), colour: object = "red", **options: object) -> bytes:
    """A picture of one colour with a white left half, in a format."""
    picture = Image.new("RGB", size, colour)
    picture.paste("white", (0, 0, size[0] // 2, size[1]))
    target = BytesIO()
    picture.save(target, form, **options)
    return target.getvalue()


def with_place(form: str = "JPEG", orientation: int = 1) -> bytes:
    """As a phone takes it: turned, with the place and a remark in its EXIF."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[0x010E] = orientation, PLACE.decode()
    degrees = tuple(TiffImagePlugin.IFDRational(part) for part in (35, 29, 12))
    exif[GPS] = {1: "N", 2: degrees, 3: "E", 4: degrees}
    return drawn(form, exif=exif)


def upload(content: bytes, name: str = "orchard.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


@pytest.fixture
def picture(db) -> CustomImage:
    return CustomImage.objects.create(title="桃", file=upload(drawn()), description="桃园里的桃")


@pytest.fixture
def keep(db) -> Callable[..., CustomImage]:
    """Keep a picture in the library, made of content and fields."""

    def make(content: bytes, name: str = "orchard.jpg", **fields: object) -> CustomImage:
        return CustomImage.objects.create(title="图", file=upload(content, name), **fields)

    return make
