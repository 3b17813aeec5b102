"""Pictures made for one answer."""

from io import BytesIO

from PIL import Image


def as_png(picture: Image.Image) -> bytes:
    target = BytesIO()
    picture.save(target, "PNG", optimize=True)
    return target.getvalue()
