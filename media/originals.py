"""What the library keeps of a picture: looked at by content, upright, not too large, only what is to be seen.

EXIF (place, time, camera), remarks and thumbnails go, because the pixels alone are written anew. A JPEG or WebP photo
becomes a JPEG, anything with transparency or sharp edges (PNG) a PNG.
"""

from io import BytesIO
from pathlib import PurePath
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

from media.cleaning import FORMATS, LARGEST_BYTES, MOST_PIXELS, MOST_PIXELS_ELSE, UNREADABLE

LONGEST_SIDE = 3200
"""Twice what the widest page shows."""


class CleanFile(ContentFile):
    """A picture that has been through here: it is not written anew twice."""


def clean_original(file: IO[bytes], name: str) -> CleanFile:
    """The picture as the library keeps it. Raises ValidationError, one plain sentence."""
    content = file.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise ValidationError(_("The picture is larger than 15 MB; take a smaller one."), code="too_large")
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            return written_anew(picture, name)
    except (*UNREADABLE, Image.DecompressionBombError):
        sentence = _("This file is not a picture that can be read here; choose a JPEG, PNG or WebP.")
        raise ValidationError(sentence, code="unreadable") from None


def written_anew(picture: Image.Image, name: str) -> CleanFile:
    if picture.width * picture.height > MOST_PIXELS.get(picture.format or "", MOST_PIXELS_ELSE):
        raise ValidationError(_("The picture has too many pixels; take a smaller one."), code="too_many_pixels")
    is_sharp = picture.format == "PNG" or picture.has_transparency_data
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    seen = in_common_colours(ImageOps.exif_transpose(picture))
    seen.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return as_png(seen, name) if is_sharp else as_jpeg(seen, name)


def in_common_colours(picture: Image.Image) -> Image.Image:
    """sRGB: without its profile a phone's picture of many colours would look dull."""
    plain = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA"):
        return plain
    try:
        found = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(plain, found, ImageCms.createProfile("sRGB")) or plain
    except (ImageCms.PyCMSError, OSError):
        return plain


def as_jpeg(picture: Image.Image, name: str) -> CleanFile:
    target = BytesIO()
    Image.frombytes("RGB", picture.size, picture.tobytes()).save(target, "JPEG", quality=88, optimize=True)
    return CleanFile(target.getvalue(), f"{PurePath(name).stem}.jpg")


def as_png(picture: Image.Image, name: str) -> CleanFile:
    target = BytesIO()
    Image.frombytes(picture.mode, picture.size, picture.tobytes()).save(target, "PNG", optimize=True)
    return CleanFile(target.getvalue(), f"{PurePath(name).stem}.png")
