"""What a team does with its own booking. Each act either happens, or the page says in one sentence why not."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from livestreams.rooms.access import BOOK
from livestreams.rooms.changing import change, give, note_presence, set_people
from livestreams.rooms.models import Occupancy
from livestreams.rooms.phone.bookings import show
from livestreams.rooms.phone.forms import GiveForm, LengthForm, PeopleForm, ReachForm, WeeksForm
from livestreams.rooms.phone.own import hand_of, own_booking, user_of
from livestreams.rooms.refusals import Refused
from livestreams.rooms.series import cancel_series, repeat
from livestreams.rooms.timetables import MINUTE
from zhunong.access.doors import open_to

Act = Callable[[HttpRequest, Occupancy], str]
"""Does it and returns what to say. Raises Refused."""


def act(do: Act) -> Callable[..., HttpResponseBase]:
    """A view that posts one act on an own booking and leads back to its page."""

    @open_to(BOOK)
    @require_POST
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        row = own_booking(user_of(request), pk)
        try:
            said = do(request, row)
        except Refused as refused:
            return show(request, own_booking(user_of(request), pk), 409, problem=refused.sentence)
        messages.success(request, said)
        is_ours = Occupancy.objects.of_person(user_of(request)).filter(pk=pk).exists()
        return redirect("my_rooms:booking", pk) if is_ours else redirect("my_rooms:bookings")

    return view


def refuse(sentence: str) -> str:
    raise Refused(sentence)


def new_length(request: HttpRequest, row: Occupancy) -> str:
    form = LengthForm(request.POST)
    if not form.is_valid():
        return refuse(_("Choose when it shall end."))
    ends_at = row.starts_at + form.cleaned_data["minutes"] * MINUTE
    changed = change(row, row.room, row.starts_at, ends_at, hand_of(request))
    return _("It ends at %(end)s now.") % {"end": f"{timezone.localtime(changed.ends_at):%H:%M}"}


def call_it_off(request: HttpRequest, row: Occupancy) -> str:
    form = ReachForm(request.POST)
    days = cancel_series(row, form.cleaned_data["reach"], hand_of(request)) if form.is_valid() else []
    return ngettext("Cancelled: its time is free.", "%(days)s days cancelled.", len(days)) % {"days": len(days)}


def give_it(request: HttpRequest, row: Occupancy) -> str:
    assert row.team
    form = GiveForm(request.POST, from_team=row.team)
    if not form.is_valid():
        return refuse(_("Choose the team that shall have it."))
    given = give(row, form.cleaned_data["team"], hand_of(request))
    return _("%(team)s has it from now on. Tell them.") % {"team": given.team}


def say_who_comes(request: HttpRequest, row: Occupancy) -> str:
    assert row.team
    form = PeopleForm(request.POST, team=row.team, day=timezone.localtime(row.starts_at).date())
    if not form.is_valid():
        return refuse(_("Choose people of the team."))
    set_people(row, list(form.cleaned_data["people"]), hand_of(request))
    return _("Noted who comes.")


def repeat_it(request: HttpRequest, row: Occupancy) -> str:
    form = WeeksForm(request.POST)
    if not form.is_valid():
        return refuse(_("Choose for how many weeks."))
    outcomes = repeat(row, form.cleaned_data["weeks"], hand_of(request), form.cleaned_data["key"])
    failed = sum(bool(each.reason) for each in outcomes)
    if not failed:
        return _("Booked for %(weeks)s weeks.") % {"weeks": len(outcomes)}
    words = {"done": len(outcomes) - failed, "failed": failed}
    return _("%(done)s weeks are booked, %(failed)s did not work: see the reasons below.") % words


def here_we_are(request: HttpRequest, row: Occupancy) -> str:
    note_presence(row, hand_of(request))
    return _("Noted that you are there.")


@open_to(BOOK)
@require_POST
def seen(request: HttpRequest, pk: int) -> HttpResponse:
    """知道了: the team knows what the office changed."""
    row = own_booking(user_of(request), pk)
    Occupancy.objects.filter(pk=row.pk).update(is_untold=False)
    return redirect("my:home")


length, cancel, give_away = act(new_length), act(call_it_off), act(give_it)
people, weekly, present = act(say_who_comes), act(repeat_it), act(here_we_are)
