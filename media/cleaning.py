"""Pictures that people hand in: looked at by content, made small, and rid of everything but what is to be seen."""

import struct
from io import BytesIO
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

LARGEST_BYTES = 15 << 20
LONGEST_SIDE = 1600
FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = {"JPEG": 64_000_000, "MPO": 64_000_000}
MOST_PIXELS_ELSE = 25_000_000
"""A JPEG is decoded at a fraction of its size, others in full: a small file must not unpack to gigabytes."""
UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, OverflowError, struct.error)
"""What Pillow raises over files that are broken, or no pictures at all."""


def clean_picture(file: IO[bytes], name: str = "proof.jpg") -> ContentFile:
    """A JPEG of at most `LONGEST_SIDE` pixels without place, time, camera or remarks. Raises ValidationError."""
    content = file.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise ValidationError(_("The picture is larger than 15 MB; take a smaller one."), code="too_large")
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            return as_jpeg(small(picture), name)
    except (*UNREADABLE, Image.DecompressionBombError):
        sentence = _("This file is not a picture that can be read here; take a photo, or choose a JPEG or PNG.")
        raise ValidationError(sentence, code="unreadable") from None


def small(picture: Image.Image) -> Image.Image:
    """Upright, opaque, not too large; only its pixels are kept."""
    if picture.width * picture.height > MOST_PIXELS.get(picture.format or "", MOST_PIXELS_ELSE):
        raise ValidationError(_("The picture has too many pixels; take a smaller one."), code="too_many_pixels")
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    seen = upright.convert("RGBA")
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    return paper


def as_jpeg(picture: Image.Image, name: str) -> ContentFile:
    target = BytesIO()
    picture.save(target, "JPEG", quality=80, optimize=True)
    return ContentFile(target.getvalue(), name)
