"""What the list of sessions is narrowed down to, and how the office changes a plan."""

import datetime
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from livestreams.rooms.hours import moment
from livestreams.rooms.staff.changes.forms import DayField
from livestreams.rooms.staff.changes.record import MOST_WORDS
from livestreams.sessions.models import Crew, EventTeam, SessionQuerySet, SessionShare
from livestreams.sessions.phone.planning.forms import PlanForm
from livestreams.teams.models import Team
from products.platforms import platform_choices
from zhunong.access.models import User

DAY = datetime.timedelta(1)
SEARCHED = (
    "title", "slug", "account__nickname", "account__account_id", "event__place", "event__booking__room__name",
    "event__note",
)  # fmt: skip
NOT_HERE = _("There is no such team here; choose one from the list.")


def team_choices(user: User) -> list[tuple[str, Any]]:
    """Teams that somebody sees, asked for once."""
    return [("", _("all")), *((str(team.pk), team.name) for team in Team.objects.visible_to(user))]


class State:
    """What a session can be asked for by."""

    COMING, ON, OVER, UNPLANNED, CANCELLED = "coming", "on", "over", "unplanned", "cancelled"
    CHOICES = (
        ("", _("all")), (COMING, _("to come")), (ON, _("on now")), (OVER, _("over")),
        (UNPLANNED, _("not planned here")), (CANCELLED, _("cancelled")),
    )  # fmt: skip


class SessionsForm(forms.Form):
    """Days, a team, a platform, what became of it, and parts of words."""

    q = forms.CharField(label=_("title, account, place, person"), required=False, max_length=100)
    day_from = DayField(label=_("from"), required=False)
    day_to = DayField(label=_("to"), required=False)
    team = forms.ChoiceField(label=_("team"), required=False, error_messages={"invalid_choice": NOT_HERE})
    platform = forms.ChoiceField(label=_("platform"), required=False)
    state = forms.ChoiceField(label=_("state"), required=False, choices=State.CHOICES)

    def __init__(self, data: Any, user: User) -> None:
        super().__init__(data)
        fields: Any = self.fields
        fields["team"].choices = team_choices(user)
        fields["platform"].choices = [("", _("all")), *platform_choices()]

    @property
    def wants_cancelled(self) -> bool:
        return bool(self.cleaned_data["state"] == State.CANCELLED)

    @property
    def is_narrowed(self) -> bool:
        return any(self.cleaned_data.values())

    def narrowed(self, rows: SessionQuerySet) -> SessionQuerySet:
        given, now = self.cleaned_data, timezone.now()
        if given["day_from"]:
            rows = rows.filter(started_at__gte=moment(given["day_from"]))
        if given["day_to"]:
            rows = rows.filter(started_at__lt=moment(given["day_to"]) + DAY)
        if given["team"]:
            shared = SessionShare.objects.filter(team=given["team"]).values("session")
            asked = EventTeam.objects.filter(team=given["team"]).values("event")
            rows = rows.filter(Q(pk__in=shared) | Q(event__in=asked))
        if given["platform"]:
            rows = rows.filter(account__platform=given["platform"])
        states = {
            State.COMING: Q(started_at__gt=now), State.ON: Q(started_at__lte=now, ended_at__gt=now),
            State.OVER: Q(ended_at__lte=now), State.UNPLANNED: Q(event=None),
        }  # fmt: skip
        return searched(rows.filter(states.get(given["state"], Q())), given["q"])


def searched(rows: SessionQuerySet, text: str) -> SessionQuerySet:
    """Those in which every word stands somewhere, also in the name of a team or of somebody who works in it."""
    for word in text.split()[:MOST_WORDS]:
        condition = Q()
        for path in SEARCHED:
            condition |= Q(**{f"{path}__icontains": word})
        crew = Crew.objects.filter(Q(person__display_name__icontains=word) | Q(person__username__icontains=word))
        shares = SessionShare.objects.filter(team__name__icontains=word)
        rows = rows.filter(condition | Q(event__in=crew.values("event")) | Q(pk__in=shares.values("session")))
    return rows


class OfficeForm(PlanForm):
    """The plan form with the reason that the teams read."""

    reason = forms.CharField(
        label=_("reason, as the teams will read it"), max_length=200,
        error_messages={"required": _("Say why; the team reads it.")},
    )  # fmt: skip


class CancelForm(forms.Form):
    reason = forms.CharField(
        label=_("reason, as the teams will read it"), max_length=200,
        error_messages={"required": _("Say why; the team reads it.")},
    )  # fmt: skip
