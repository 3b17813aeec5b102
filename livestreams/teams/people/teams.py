"""Pages of teams: the list, a team's roster, entering somebody, handing over the leadership."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from livestreams.teams.models import Membership, Team
from livestreams.teams.people.accounts import make_account
from livestreams.teams.people.forms import JoinForm, SuccessorForm
from livestreams.teams.people.linking import show_new_link
from livestreams.teams.people.reach import Reach, lasting
from livestreams.teams.people.rosters import hand_over, join, start_anew
from livestreams.teams.people.showing import show
from zhunong.access.doors import open_to
from zhunong.access.models import User
from zhunong.access.sign_in.staying import landing

MANAGE = "access.manage_people"
TEAMS_A_PAGE = 20
FOUND_AT_MOST = 50
BY_ROLE = ("role", "user__display_name", "pk")
"""`leader` sorts before `member`."""


@open_to(MANAGE)
def index(request: HttpRequest) -> HttpResponse:
    """Teams with today's roster. Who leads one team and no more is shown that one at once."""
    reach, words = Reach(request.user), request.GET.get("q", "").split()
    first_two = list(reach.teams[:2])
    if len(first_two) == 1 and not reach.office and not words:
        return redirect("people:team", slug=first_two[0].slug)
    today = Membership.objects.on(reach.day).select_related("user").order_by(*BY_ROLE)
    teams = reach.teams.select_related("township").prefetch_related(Prefetch("memberships", today, to_attr="today"))
    page = Paginator(teams, TEAMS_A_PAGE).get_page(request.GET.get("page"))
    context = {"reach": reach, "page_of_teams": page, "words": " ".join(words), "found": find(reach, words)}
    return show(request, "index", **context)


def find(reach: Reach, words: list[str]) -> QuerySet[User]:
    """People within reach whose name, sign-in name or number holds every word."""
    people = reach.people.order_by("display_name", "pk") if words else User.objects.none()
    for word in words:
        people = people.filter(Q(display_name__icontains=word) | Q(username__icontains=word) | Q(phone__icontains=word))
    return people[:FOUND_AT_MOST]


@open_to(MANAGE)
def team(request: HttpRequest, slug: str) -> HttpResponse:
    reach = Reach(request.user)
    shown = get_object_or_404(reach.teams.select_related("township"), slug=slug)
    periods = shown.memberships.select_related("user").order_by(*BY_ROLE)
    here = list(periods.filter(lasting(reach.day)))
    people_here = [membership.user_id for membership in here]
    context = {
        "reach": reach,
        "team": shown,
        "here": here,
        "past": periods.exclude(user__in=people_here).order_by("-valid_to"),
        "successor": SuccessorForm(members=followers(shown, reach)),
        "has_followers": any(each.role == Membership.Role.MEMBER and each.valid_from <= reach.day for each in here),
    }
    return show(request, "team", **context)


def followers(team: Team, reach: Reach) -> QuerySet[Membership]:
    """Who could lead: today's members who do not."""
    return team.memberships.on(reach.day).filter(role=Membership.Role.MEMBER)


@open_to(MANAGE)
def add_to_team(request: HttpRequest, slug: str) -> HttpResponse:
    reach = Reach(request.user)
    chosen = get_object_or_404(reach.teams.select_related("township"), slug=slug)
    form = JoinForm(request.POST or None, reach=reach, periods=chosen.memberships.all())
    if not form.is_valid():
        return show(request, "add", form=form, where=chosen, team=chosen)
    person = enter(form, chosen, reach)
    if not person.has_usable_password():
        return show_new_link(request, person)
    messages.success(request, _("%(name)s had an account already and is entered now.") % {"name": person})
    return redirect("people:team", slug=slug)


@transaction.atomic
def enter(form: JoinForm, team: Team, reach: Reach) -> User:
    given = form.cleaned_data
    person = form.found or make_account(given["name"], given["phone"], team.township)
    start_anew(person, reach)
    join(team, person, given["role"], given["since"])
    return person


@require_POST
@open_to(MANAGE)
def hand_over_team(request: HttpRequest, slug: str) -> HttpResponse:
    reach = Reach(request.user)
    chosen = get_object_or_404(reach.teams, slug=slug)
    form = SuccessorForm(request.POST, members=followers(chosen, reach))
    if not form.is_valid():
        messages.error(request, _("Choose who leads the team from today on."))
        return redirect("people:team", slug=slug)
    successor = form.cleaned_data["successor"]
    hand_over(chosen, successor, reach.day)
    messages.success(request, _("%(name)s leads the team from today on.") % {"name": successor.user})
    return back_to_team(chosen, request)


def back_to_team(team: Team, request: HttpRequest) -> HttpResponse:
    """Whoever gave the leadership away has no business on the page any more."""
    still_theirs = Reach(request.user).teams.filter(pk=team.pk).exists()
    return redirect("people:team", slug=team.slug) if still_theirs else redirect(landing(request.user))
