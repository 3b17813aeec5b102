"""What a platform gives for one session: typed or pasted on the phone, or a picture chosen from it."""

from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from livestreams.sessions.models import Session
from livestreams.sessions.posters.codes import cleaned_code
from livestreams.sessions.posters.entering import Given
from livestreams.sessions.posters.links import checked, checked_replay


class ReservationForm(forms.Form):
    """Of one session; its fields carry the session's number, because several stand on one page."""

    reservation = forms.CharField(
        label=_("Link or words to reserve or come in"), required=False, max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Copied from the platform’s app: a link that begins with https://, or its own words (口令)."),
    )  # fmt: skip
    code = forms.FileField(
        label=_("Or a picture of its code"), required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_("Cropped to the code alone. It is drawn where no link is entered."),
    )  # fmt: skip
    drops_code = forms.BooleanField(label=_("Take the picture of the code away"), required=False)
    replay_url = forms.CharField(
        label=_("Link to see it again"), required=False, max_length=500,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        help_text=_("Shown to visitors below past broadcasts."),
    )  # fmt: skip

    def __init__(self, session: Session, data: Any = None, files: Any = None, *, is_over: bool = False) -> None:
        said = {"reservation": session.reservation, "replay_url": session.replay_url}
        super().__init__(data, files, initial=said, prefix=f"s{session.pk}")
        self.session = session
        if not session.reservation_code:
            del self.fields["drops_code"]
        if not is_over:
            del self.fields["replay_url"]

    def clean_reservation(self) -> str:
        return checked(self.cleaned_data["reservation"], self.session.account.platform)

    def clean_code(self) -> ContentFile | None:
        file = self.cleaned_data["code"]
        return cleaned_code(file, "code") if file else None

    def clean_replay_url(self) -> str:
        return checked_replay(self.cleaned_data["replay_url"])

    def given(self) -> Given:
        """Of a form that is valid. What was not asked for stays."""
        data = self.cleaned_data
        return Given(
            reservation=data["reservation"],
            replay_url=data.get("replay_url", self.session.replay_url),
            code=data["code"],
            drops_code=data.get("drops_code", False),
        )
