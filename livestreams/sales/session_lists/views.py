"""Handing in a list of livestreams: what it would change first, then done. Nothing of the file is kept."""

import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from livestreams.rooms.changing import Hand
from livestreams.rooms.refusals import Refused as Busy
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.session_lists.changes import (
    Change,
    Done,
    Foreseen,
    carry_out,
    change_of,
    foresee,
    packed,
    unpacked,
)
from livestreams.sales.session_lists.counters import OFFICE, Counter
from livestreams.sales.session_lists.forms import ListForm, opened, sealed
from livestreams.sales.session_lists.matching import match
from livestreams.sales.session_lists.reading import SessionList, read_list, sentence_of
from livestreams.sales.staff.access import HAND_IN
from livestreams.sales.uploads import nameless
from livestreams.sessions.crediting import Otherwise
from livestreams.sessions.phone.logging.saving import moves_told
from zhunong.access.desk import needs
from zhunong.access.models import User


def person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


@nameless
@needs(HAND_IN)
def session_lists(request: HttpRequest) -> HttpResponse:
    return take(request, OFFICE)


def take(request: HttpRequest, counter: Counter) -> HttpResponse:
    """The form; posted, what the list would change."""
    accounts = counter.accounts(person(request))
    form = ListForm(accounts, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            read = read_list(upload.file, upload.name, form.cleaned_data["password"] or None)
            return preview(request, counter, form, read)
        except Refused as refused:
            form.add_error("file", _(sentence_of(refused)) % refused.params)
        except Busy as busy:
            form.add_error(None, busy.sentence)
    context = counter.frame() | {"form": form, "has_accounts": accounts.exists()}
    status = 422 if form.errors else 200
    return render(request, f"{counter.template}/hand_in.html", context, status=status)


def preview(request: HttpRequest, counter: Counter, form: ListForm, read: SessionList) -> HttpResponse:
    matches, left = match(read.rows, counter.accounts(person(request)), form.cleaned_data["account"])
    assert read.as_of or not matches
    changes = [change_of(each, read.as_of) for each in matches] if read.as_of else []
    hand = hand_of(request, counter, form.file_name)
    seen = foresee(changes, hand)
    doing = [change for change in changes if not change.changes_nothing]
    context = counter.frame() | {
        "file_name": form.file_name, "as_of": read.as_of, "changes": changes, "doing": doing, "left": left,
        "bad": read.bad, "moves": moves_of(seen), "seal": seal_of(doing, read, form, seen, request),
        "refused": [(each, seen.refused[each.session.pk]) for each in changes if each.session.pk in seen.refused],
    }  # fmt: skip
    return render(request, f"{counter.template}/preview.html", context)


def moves_of(seen: Foreseen) -> str:
    return moves_told(seen.effect) if seen.effect and seen.effect.lines else ""


def seal_of(doing: list[Change], read: SessionList, form: ListForm, seen: Foreseen, request: HttpRequest) -> str:
    if not doing or not read.as_of:
        return ""
    content = {
        "file": form.file_name, "as_of": read.as_of.isoformat(), "rows": [packed(change) for change in doing],
        "expected": seen.effect.fingerprint if seen.effect else "",
    }  # fmt: skip
    return sealed(content, person(request))


@require_POST
@needs(HAND_IN)
def carry_out_session_list(request: HttpRequest, counter: Counter = OFFICE) -> HttpResponse:
    """The second step. What would move otherwise by now is not done: the list is handed in once more."""
    content = opened(request.POST.get("seal", ""), person(request))
    if content is None:
        messages.error(request, _("This page is out of date: hand the list in once more."))
        return redirect(counter.address("session_lists"))
    changes = changes_of(content, counter, person(request))
    hand = hand_of(request, counter, content["file"])
    as_of = datetime.datetime.fromisoformat(content["as_of"])
    try:
        done = carry_out(changes, as_of, content["file"], hand, content["expected"])
    except Otherwise:
        messages.warning(request, _("Orders came in meanwhile: hand the list in once more and look at it."))
        return redirect(counter.address("session_lists"))
    except Busy as busy:
        messages.error(request, busy.sentence)
        return redirect(counter.address("session_lists"))
    tell(request, done)
    return redirect(counter.address("session_lists"))


def changes_of(content: dict[str, Any], counter: Counter, user: User) -> list[Change]:
    """As they were seen, of sessions that are still the reader's."""
    keys = [row[0] for row in content["rows"]]
    sessions = {session.pk: session for session in counter.sessions(user).filter(pk__in=keys)}
    return [change for row in content["rows"] if (change := unpacked(row, sessions))]


def hand_of(request: HttpRequest, counter: Counter, file_name: str) -> Hand:
    return Hand(person(request), of_the_office=counter.of_the_office, reason=file_name)


def tell(request: HttpRequest, done: Done) -> None:
    sentence = ngettext("%(count)s session has figures now.", "%(count)s sessions have figures now.", done.figures)
    times = ngettext("The time of %(count)s changed.", "The times of %(count)s changed.", done.times)
    messages.success(request, f"{sentence % {'count': done.figures}} {times % {'count': done.times}}")
    if done.asked:
        names = ", ".join(session.title for session in done.asked)
        sentence = _("These times wait for the township staff, as they would move orders to a team of yours: %(names)s")
        messages.warning(request, sentence % {"names": names})
    for session, why in done.refused:
        messages.warning(request, _("The time of “%(title)s” stays: %(why)s") % {"title": session.title, "why": why})
