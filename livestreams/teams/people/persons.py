"""A person's page: what they do within reach, and what may be arranged about it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from livestreams.teams.models import Membership
from livestreams.teams.people.anonymising import anonymise
from livestreams.teams.people.forms import DayForm, PersonForm
from livestreams.teams.people.linking import link_page, show_new_link
from livestreams.teams.people.reach import Reach, Standing, lasting
from livestreams.teams.people.rosters import change_role, leaders_beside, leave
from livestreams.teams.people.showing import show
from livestreams.teams.people.teams import MANAGE, back_to_team
from zhunong.access.doors import open_to
from zhunong.access.models import User


def person_within(reach: Reach, pk: int) -> User:
    return get_object_or_404(reach.people, pk=pk)


@open_to(MANAGE)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows, POST writes name and phone."""
    reach = Reach(request.user)
    shown = person_within(reach, pk)
    standing = Standing(reach, shown)
    if request.method == "POST" and not standing.governed:
        raise PermissionDenied
    known = {"name": shown.display_name, "phone": shown.phone}
    form = PersonForm(request.POST or None, person=shown, initial=known)
    if form.is_valid():
        form.save(shown)
        messages.success(request, _("Saved."))
        return redirect("people:person", pk=pk)
    return show(request, "person", form=form, standing=standing, **facts(shown, reach))


def facts(shown: User, reach: Reach) -> dict[str, object]:
    """What the person does or did within reach, the latest first."""
    memberships = reach.memberships.filter(user=shown).select_related("team").order_by("-valid_from")
    operated = reach.operators.filter(user=shown).select_related("account").order_by("-valid_from")
    here = [period.team for period in memberships] + [period.account for period in operated]
    return {
        "reach": reach,
        "person": shown,
        "periods": list(zip([*memberships, *operated], here, strict=True)),
        "ending": DayForm(),
    }


@open_to(MANAGE)
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """POST makes a link, GET shows the one just made."""
    reach = Reach(request.user)
    chosen = person_within(reach, pk)
    if not Standing(reach, chosen).may_link:
        raise PermissionDenied
    if request.method == "POST":
        return show_new_link(request, chosen)
    return link_page(request, chosen, reach)


@require_POST
@open_to(MANAGE)
def end_membership(request: HttpRequest, pk: int) -> HttpResponse:
    reach = Reach(request.user)
    membership = get_object_or_404(reach.memberships.filter(lasting(reach.day)).select_related("team", "user"), pk=pk)
    form = DayForm(request.POST, since=membership.valid_from)
    if not form.is_valid():
        messages.error(request, form.problem)
    elif last_leader_goes(request, membership, reach):
        messages.error(request, _("Hand over the leadership first: you are the only leader of the team."))
    else:
        leave(membership, form.cleaned_data["day"])
        messages.success(request, ended(membership.user, form.cleaned_data["day"]))
        return back_to_team(membership.team, request)
    return redirect("people:person", pk=membership.user_id)


def last_leader_goes(request: HttpRequest, membership: Membership, reach: Reach) -> bool:
    """A leader leaves no team without one by a slip; the office may."""
    own = membership.user_id == request.user.pk and membership.role == Membership.Role.LEADER
    return own and not reach.office and not leaders_beside(membership, reach.day).exists()


def ended(person: User, day: object) -> str:
    return _("%(name)s is no longer here from %(day)s on; access ends on that day.") % {"name": person, "day": day}


@require_POST
@open_to(MANAGE)
def change_membership(request: HttpRequest, pk: int) -> HttpResponse:
    """From leader to member or the other way, from today on."""
    reach = Reach(request.user)
    membership = get_object_or_404(reach.memberships.filter(lasting(reach.day)).select_related("team", "user"), pk=pk)
    role = request.POST.get("role", "")
    if role not in Membership.Role.values:
        messages.error(request, _("Choose what the person is in the team."))
    elif last_leader_goes(request, membership, reach) and role != Membership.Role.LEADER:
        messages.error(request, _("Hand over the leadership first: you are the only leader of the team."))
    else:
        change_role(membership, role, reach.day)
        messages.success(request, _("Saved."))
        return back_to_team(membership.team, request)
    return redirect("people:person", pk=membership.user_id)


@open_to(MANAGE)
def make_anonymous(request: HttpRequest, pk: int) -> HttpResponse:
    """GET asks once more, POST does it for good."""
    reach = Reach(request.user)
    chosen = person_within(reach, pk)
    if not Standing(reach, chosen).may_anonymise:
        raise PermissionDenied
    if request.method != "POST":
        return show(request, "anonymise", reach=reach, person=chosen)
    anonymise(chosen)
    messages.success(request, _("The person is anonymous now: %(name)s") % {"name": chosen})
    return redirect("people:index")
