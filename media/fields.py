"""The picture's file: nothing comes into the storage uncleaned, whichever way it takes (form, chooser, code)."""

from typing import Any

from django.core.files.base import File
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from media.originals import CleanFile, clean_original


class PictureFile(WagtailImageFieldFile):
    """Cleaned at the door of the storage."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Raises ValidationError when the content is no picture; then nothing is stored."""
        given = getattr(content, "file", content)
        if not isinstance(content, CleanFile) and not isinstance(given, CleanFile):
            content.seek(0)
            content = clean_original(content, name)
        super().save(content.name or name, content, save)


class PictureField(WagtailImageField):
    """Wagtail's, with `PictureFile`."""

    attr_class: Any = PictureFile
