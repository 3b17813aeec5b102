"""Seasons on the phone: how each product of one's villages stands, and a tap for what has changed."""

import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from livestreams.teams.seasons.forms import SeasonDates
from livestreams.teams.seasons.own import Told, told_of
from products.access import TELL_SEASONS
from products.season_acts import ACTS, keep, one_sentence
from zhunong.access.doors import open_to
from zhunong.access.models import User

ORDER = ("now", "soon", "unknown", "later", "over")
"""What is on comes first."""
NEEDS_A_DAY = "until"
DATES_FIRST = "pick"
"""The only act that a season without dates can begin with."""


def user_of(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


@open_to(TELL_SEASONS)
@require_safe
def seasons(request: HttpRequest) -> HttpResponse:
    """Everything that the person may tell of, on one page."""
    today = timezone.localdate()
    return show(request, told_of(user_of(request), today), today)


def show(request: HttpRequest, rows: list[Told], today: datetime.date, refused: Any = None) -> HttpResponse:
    """`refused`: the form that was sent back, by the key of its row."""
    shown = [(told, told.standing(), (refused or {}).get(told.key) or form_of(told, today)) for told in rows]
    shown.sort(key=lambda row: ORDER.index(row[1].kind))
    context = {"rows": shown, "today": today, "refused": list(refused or {})}
    return render(request, "my_seasons/seasons.html", context, status=422 if refused else 200)


def form_of(told: Told, today: datetime.date, data: Any = None) -> SeasonDates:
    return SeasonDates(data, instance=told.to_change(today), prefix=told.key)


@open_to(TELL_SEASONS)
@require_POST
def tell(request: HttpRequest, pk: int) -> HttpResponse:
    """A tap (`act`), for a product and one of its villages (0 = all)."""
    today = timezone.localdate()
    told = row_of(told_of(user_of(request), today), pk, request.POST.get("village"))
    try:
        season, day = told.to_change(today), day_of(request, today)
        act = ACTS.get(request.POST.get("act", ""))
        if act is None:
            raise ValidationError(_("Choose what has changed."))
        if season.picked_from is None and request.POST["act"] != DATES_FIRST:
            raise ValidationError(_("Write the days of picking first."))
        act(season, day)
        words = keep(season, request.user)
    except ValidationError as refused:
        messages.error(request, one_sentence(refused))
    else:
        messages.success(request, f"{told.product}: {words}" if words else _("It stands so already."))
    return redirect(f"{reverse('my_seasons:seasons')}#s{told.key}")


@open_to(TELL_SEASONS)
@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """All dates and the note at once."""
    today = timezone.localdate()
    rows = told_of(user_of(request), today)
    told = row_of(rows, pk, request.POST.get("village"))
    form = form_of(told, today, request.POST)
    if not form.is_valid():
        return show(request, rows, today, {told.key: form})
    try:
        words = keep(form.instance, request.user)
    except ValidationError as refused:
        messages.error(request, one_sentence(refused))
    else:
        messages.success(request, f"{told.product}: {words}" if words else _("It stands so already."))
    return redirect(f"{reverse('my_seasons:seasons')}#s{told.key}")


def row_of(rows: list[Told], product: int, village: str | None) -> Told:
    """The product's first one where no village is named. Raises Http404 for what is not the person's to tell."""
    for told in rows:
        if told.product.pk == product and (village is None or told.key == f"{product}-{village}"):
            return told
    raise Http404


def day_of(request: HttpRequest, today: datetime.date) -> datetime.date:
    """The day that came along, today where none did. Raises ValidationError."""
    text = request.POST.get("day", "")
    if not text and request.POST.get("act") != NEEDS_A_DAY:
        return today
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise ValidationError(_("Choose a day."))
    return day
