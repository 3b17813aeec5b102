"""Logging a session: what the platform's end screen shows, in its order and its words."""

import datetime
from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from livestreams.sessions.entering import Entry, stamp_of, typed_row
from livestreams.sessions.models import Session
from livestreams.sessions.phone.logging.fields import FigureField, MomentField
from livestreams.sessions.platform_words import asked_first, asked_further
from media.cleaning import clean_picture

Times = tuple[datetime.datetime, datetime.datetime]


class LogForm(forms.Form):
    """The figures of one session. What was typed before stands in the boxes; changing it wants a reason."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    start = MomentField(label=_("start"), error_messages={"invalid": _("That is no time: choose day and time.")})
    end = MomentField(label=_("end"), error_messages={"invalid": _("That is no time: choose day and time.")})
    picture = forms.FileField(
        label=_("picture of the figures"), required=False,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        error_messages={
            "empty": _("This file is not a picture that can be read here; take a photo, or choose a JPEG or PNG.")
        },
    )  # fmt: skip
    reason = forms.CharField(
        label=_("why it changes"), required=False, max_length=200, widget=forms.TextInput(attrs={"maxlength": 200})
    )

    def __init__(self, session: Session, data: Any = None, files: Any = None, with_times: bool = True) -> None:
        self.session, self.row = session, typed_row(session)
        platform = session.account.platform
        self.first, self.further = asked_first(platform), asked_further(platform)
        super().__init__(data, files, initial=self.said_before())
        for word in (*self.first, *self.further):
            self.fields[word.field] = FigureField(word)
        for name in (() if self.row else ("reason",)) + (() if with_times else ("start", "end")):
            del self.fields[name]

    def said_before(self) -> dict[str, Any]:
        said = {word.field: getattr(self.row, word.field) for word in (*self.first, *self.further)} if self.row else {}
        times = {"start": local(self.session.platform_start), "end": local(self.session.platform_end)}
        return said | times | {"seen": stamp_of(self.row)}

    def first_fields(self) -> list[forms.BoundField]:
        return [self[word.field] for word in self.first]

    def further_fields(self) -> list[forms.BoundField]:
        return [self[word.field] for word in self.further]

    @property
    def is_further_open(self) -> bool:
        """Something stands there already, or is wrong there."""
        return any(self[word.field].errors or self[word.field].value() not in (None, "") for word in self.further)

    def clean_picture(self) -> ContentFile | None:
        upload: UploadedFile | None = self.cleaned_data["picture"]
        return clean_picture(upload, "figures.jpg") if upload else None

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        start, length = given.get("start"), given.get("duration_s")
        if start and not given.get("end") and length:
            given["end"] = start + datetime.timedelta(seconds=length)
        if "start" in self.errors or "end" in self.errors:
            return given
        if wrong := self.wrong_time(start, given.get("end")):
            self.add_error("end" if start else "start", wrong)
        return given

    def wrong_time(self, start: datetime.datetime | None, end: datetime.datetime | None) -> Any:
        if bool(start) != bool(end):
            return _("Write both the start and the end, or neither.")
        if not start or not end:
            return None
        if end <= start:
            return _("The end must come after the start.")
        return _("This end is still to come: write it once the session is over.") if end > timezone.now() else None

    def entry(self) -> Entry:
        given = self.cleaned_data
        values = {word.field: given[word.field] for word in (*self.first, *self.further)}
        return Entry(values, picture=given["picture"], seen=given["seen"])

    def new_times(self) -> Times | None:
        """The platform's start and end, where they are other than those that are known."""
        given, session = self.cleaned_data, self.session
        if not given.get("start") or (given["start"], given["end"]) == (session.platform_start, session.platform_end):
            return None
        return given["start"], given["end"]

    @property
    def is_time_alone(self) -> bool:
        """Nothing but the time is written, and nothing was before."""
        entry = self.entry()
        return not self.row and not entry.picture and all(value is None for value in entry.values.values())

    @property
    def reason_text(self) -> str:
        return self.cleaned_data.get("reason") or ""


def local(moment: datetime.datetime | None) -> datetime.datetime | None:
    return timezone.localtime(moment) if moment else None
