"""The form of a picture: what it shows in words, whose it is, who is on it. For every way into the library."""

from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm

from media.models import CustomImage
from media.originals import clean_original


class PictureForm(BaseImageForm):
    """`WAGTAILIMAGES_IMAGE_FORM_BASE`. Wagtail's multiple uploader keeps a file aside until these are answered."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "description" in self.fields:
            self.ask_for_words()
        if "people_shown" in self.fields:
            self.ask_for_people()

    def ask_for_words(self) -> None:
        field = self.fields["description"]
        field.required, field.label = True, _("What it shows, in words")
        field.help_text = _("Read aloud to those who cannot see it, e.g. ripe cherries in a hand.")

    def ask_for_people(self) -> None:
        """No answer is taken for granted: a new picture has none yet."""
        field = self.fields["people_shown"]
        said = [choice for choice in CustomImage.People.choices if choice[0] != CustomImage.People.NOT_SAID]
        field.choices, field.required = [("", "—"), *said], True
        if not self.instance.pk or self.instance.people_shown == CustomImage.People.NOT_SAID:
            self.initial["people_shown"] = ""

    def clean_file(self) -> File:
        """What the library will keep, so that a broken file is refused here, at its field."""
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return file
        cleaned = clean_original(file, file.name)
        cleaned.image = file.image  # type: ignore[attr-defined]
        return cleaned

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        agreed = cleaned.get("people_shown") == CustomImage.People.AGREED
        if agreed and not cleaned.get("consent_note", "").strip():
            self.add_error("consent_note", _("Write down who agreed and where that is kept."))
        return cleaned

    class Meta(BaseImageForm.Meta):
        widgets = BaseImageForm.Meta.widgets | {"people_shown": forms.RadioSelect}
