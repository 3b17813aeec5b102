"""What people ask for, from the address of the page."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livestreams.sales.exports import HEADERS
from livestreams.sales.staff.totals.addresses import address_with
from livestreams.sales.staff.totals.names import Names
from livestreams.sales.staff.totals.periods import Days, Period, days_of, today
from livestreams.sales.staff.totals.words import MEASURES, UNKNOWN, UNKNOWN_KEY
from livestreams.sales.totals import DIMENSIONS, Key, Question

CHOSEN = ("team", "village", "product", "platform", "shop", "township")
"""Dimensions with a short list to choose from."""
GIVEN = ("sku", "session", "account")
"""Dimensions too long for a list: their filters come by clicking a figure."""


class DayField(forms.DateField):
    """A day as the browser sends it."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    input_formats = ["%Y-%m-%d"]
    default_error_messages = {"invalid": _("That is not a day; write it like 2026-05-31.")}


class FilterForm(forms.Form):
    """The days and what the figures are narrowed down to."""

    period = forms.ChoiceField(label=_("period"), choices=Period, required=False)
    day_from = DayField(label=_("from"), required=False)
    day_to = DayField(label=_("to"), required=False)
    provisional = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, names: Names) -> None:
        super().__init__(data)
        self.names = names
        for dimension in CHOSEN:
            choices = [("", _("all")), *unknown_choice(dimension), *names.choices(dimension)]
            self.fields[dimension] = choice_field(dimension, choices)
        for dimension in GIVEN:
            self.fields[dimension] = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
        if len(names.choices("township")) < 2:
            self.fields["township"].widget = forms.HiddenInput()

    def filters(self) -> list[forms.BoundField]:
        """The lists to choose from, for the template."""
        return [self[dimension] for dimension in CHOSEN if not self[dimension].is_hidden]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for dimension in GIVEN:
            self.check_given(dimension)
        if given.get("day_from") and given.get("day_to") and given["day_from"] > given["day_to"]:
            raise forms.ValidationError(gettext("The first day is after the last; swap them."))
        return given

    def check_given(self, dimension: str) -> None:
        """Keys that only an address names: the user must be allowed to see what they stand for."""
        key = self.cleaned_data.get(dimension)
        if not key or key == UNKNOWN_KEY:
            return
        self.names.learn(dimension, [key])
        known = {"session": self.names.sessions, "sku": self.names.skus}.get(dimension)
        if key not in (self.names.known["account"] if known is None else known):
            self.add_error(dimension, unknown_choice_sentence(dimension))

    def days(self) -> Days:
        period = self.cleaned_data.get("period")
        start, end = self.cleaned_data.get("day_from"), self.cleaned_data.get("day_to")
        if period in (Period.OWN, "") and (start or end or period == Period.OWN):
            return Days(start, end)
        return days_of(period or Period.THIS_MONTH, today())

    def only(self) -> dict[str, tuple[Key, ...]]:
        """What the figures are narrowed down to, as a question takes it."""
        keys = {dimension: self.cleaned_data.get(dimension) for dimension in (*CHOSEN, *GIVEN)}
        return {dimension: (None if key == UNKNOWN_KEY else key,) for dimension, key in keys.items() if key}

    def chips(self, request: HttpRequest) -> list[dict[str, str]]:
        """What the figures are narrowed down to, each with the address that takes it away."""
        chips = [
            {"label": gettext(HEADERS[dimension]), "name": self.names.name(dimension, keys[0]),
             "without": address_with(request, page=None, **{dimension: None})}
            for dimension, keys in self.only().items()
        ]  # fmt: skip
        if self.cleaned_data.get("provisional"):
            without = address_with(request, page=None, provisional=None)
            chips.append({"label": "", "name": gettext("provisional"), "without": without})
        return chips

    def question(self, by: tuple[str, ...] = (), townships: tuple[int, ...] | None = None) -> Question:
        days = self.days()
        return Question(by, days.start, days.end, self.only(), townships, with_concerns=True)


class TotalsForm(FilterForm):
    """The same, by which dimensions, and which measure to cross."""

    by = forms.ChoiceField(label=_("by"), required=False)
    across = forms.ChoiceField(label=_("crossed with"), required=False)
    measure = forms.ChoiceField(label=_("measure"), choices=list(MEASURES.items()), required=False)
    provisional = None  # type: ignore[assignment]  # totals keep the money of provisional lines, not the lines

    def __init__(self, data: Any, names: Names) -> None:
        super().__init__(data, names)
        several = len(names.choices("township")) > 1
        dimensions = [(name, gettext(HEADERS[name])) for name in DIMENSIONS if several or name != "township"]
        self.fields["by"].choices = dimensions  # type: ignore[attr-defined]
        self.fields["across"].choices = [("", _("nothing")), *dimensions]  # type: ignore[attr-defined]

    def dimensions(self) -> tuple[str, ...]:
        """One or two; the same twice is once."""
        chosen = self.cleaned_data.get("by") or "team", self.cleaned_data.get("across")
        return tuple(dict.fromkeys(filter(None, chosen)))

    def measure_name(self) -> str:
        return self.cleaned_data.get("measure") or "net"


class LinesForm(FilterForm):
    """The same for lines; an order number goes before all else."""

    order = forms.CharField(label=_("order number"), required=False, max_length=200)


def choice_field(dimension: str, choices: list) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=gettext(HEADERS[dimension]),
        choices=choices,
        required=False,
        error_messages={"invalid_choice": unknown_choice_sentence(dimension)},
    )


def unknown_choice(dimension: str) -> list[tuple[str, Any]]:
    return [(UNKNOWN_KEY, UNKNOWN[dimension])] if dimension in UNKNOWN else []


def unknown_choice_sentence(dimension: str) -> str:
    return gettext("There is no such %(dimension)s here; choose another.") % {"dimension": gettext(HEADERS[dimension])}
