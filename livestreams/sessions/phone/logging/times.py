"""The platform's own time where it would move orders: said first, then done."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from livestreams.rooms.changing import Hand
from livestreams.rooms.refusals import Refused
from livestreams.sessions import windows
from livestreams.sessions.access import PLAN
from livestreams.sessions.counting import Source, Window, counting
from livestreams.sessions.crediting import Effect, Otherwise, gains
from livestreams.sessions.models import Session
from livestreams.sessions.phone.logging.fields import MomentField
from livestreams.sessions.phone.logging.forms import Times
from livestreams.sessions.phone.logging.saving import hand_for_times, moves_told, said, set_times
from livestreams.sessions.phone.logging.showing import head
from livestreams.sessions.phone.own import hand_of, own_session, user_of
from livestreams.teams.models import Team
from zhunong.access.doors import open_to


class TimesForm(forms.Form):
    start = MomentField()
    end = MomentField()
    expected = forms.CharField(required=False)

    @property
    def times(self) -> Times | None:
        given = self.cleaned_data if self.is_valid() else {}
        start, end = given.get("start"), given.get("end")
        return (start, end) if start and end else None


@never_cache
@open_to(PLAN)
def log_times(request: HttpRequest, pk: int) -> HttpResponse:
    return answer(request, own_session(user_of(request), pk), hand_of(request))


def answer(request: HttpRequest, session: Session, hand: Hand) -> HttpResponse:
    """The page that asks; posted with what was seen, the time is entered, or waits for a clerk."""
    form = TimesForm(request.POST if request.method == "POST" else request.GET)
    if not form.times:
        return redirect("my_sessions:log", session.pk)
    try:
        if request.method != "POST":
            effect = windows.foresee_times(session, Source.PLATFORM, *form.times, hand_for_times(hand))
            return asking(request, session, form.times, effect, hand)
        saved = said(set_times(session, form.times, hand, form.cleaned_data["expected"] or None))
    except Otherwise as otherwise:
        messages.warning(request, _("Orders came in meanwhile: look at it once more."))
        return asking(request, session, form.times, otherwise.effect, hand)
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        tell = messages.warning if saved.is_warning else messages.success
        tell(request, saved.sentence)
    return redirect("my_sessions:log", session.pk)


def asking(request: HttpRequest, session: Session, times: Times, effect: Effect, hand: Hand) -> HttpResponse:
    own = Team.objects.of_person(hand.by).values_list("slug", flat=True)
    context = head(session) | {
        "times": times, "window": Window(*times), "counts": counting(session),
        "effect": effect, "moves": moves_told(effect),
        "is_clerks": bool(gains(effect, own)),
    }  # fmt: skip
    return render(request, "my_sessions/log_times.html", context)
