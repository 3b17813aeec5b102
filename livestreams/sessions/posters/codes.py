"""Pictures of reservation codes that platforms give: looked at by content, written anew, kept under a blank name."""

import uuid
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image

from media.originals import clean_original

LARGEST_BYTES = 5 << 20
SHORTEST_SIDE = 120
LONGEST_PART = 1.6
"""A code is square, perhaps with a line of words below it; a whole screen is not."""


def cleaned_code(file: IO[bytes], name: str = "code") -> ContentFile:
    """The picture as it is kept. Raises ValidationError, one plain sentence."""
    if getattr(file, "size", 0) > LARGEST_BYTES:
        raise ValidationError(_("The picture of the code is larger than 5 MB; crop it to the code."))
    kept = clean_original(file, name)
    with Image.open(kept) as picture:
        shorter, longer = sorted(picture.size)
    if shorter < SHORTEST_SIDE:
        raise ValidationError(_("The picture of the code is too small to be read; save it once more from the app."))
    if longer > shorter * LONGEST_PART:
        raise ValidationError(_("Crop the picture to the code alone, then choose it again."))
    ending = (kept.name or "").rpartition(".")[2]
    kept.seek(0)
    return ContentFile(kept.read(), f"{uuid.uuid4().hex}.{ending}")
