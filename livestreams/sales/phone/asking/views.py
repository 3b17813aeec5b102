"""认领 on the phone: what has no team and looks like ours, asking for it, and what became of that."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.models import CreditRequest, Line
from livestreams.sales.phone.asking.forms import AskForAccountForm, AskForLineForm
from livestreams.sales.requests import ask_for_account, ask_for_line, lines_without_team, withdraw
from livestreams.sales.staff.access import REQUEST
from livestreams.sales.unclaimed import Unclaimed, looks_like_ours
from livestreams.teams.models import Team
from zhunong.access.doors import open_to
from zhunong.access.models import User

MOST_LINES = 20
MOST_REQUESTS = 50
SHORTEST_NUMBER = 4
"""Of an order number: fewer digits would show other people's orders."""


def teams_of(request: HttpRequest) -> list[Team]:
    assert isinstance(request.user, User)
    return list(Team.objects.of_person(request.user).select_related("township").order_by("name"))


@never_cache
@open_to(REQUEST)
def requests(request: HttpRequest) -> HttpResponse:
    """The list: what looks like ours, an order looked up, and what we asked for."""
    teams = teams_of(request)
    asked = CreditRequest.objects.of_person(request.user).select_related("team", "by", "decided_by")
    waiting = {(each.platform, each.account_id) for each in asked.waiting() if not each.key}
    number = request.GET.get("q", "").strip()
    context = {
        "teams": teams,
        "found": [(each, (each.platform, each.account_id) in waiting) for each in looks_like_ours(teams)],
        "number": number,
        "lines": list(lines_of(teams, number)[:MOST_LINES]) if number else [],
        "asked": asked[:MOST_REQUESTS],
    }
    return render(request, "my_sales/asking/requests.html", context)


def lines_of(teams: list[Team], number: str) -> QuerySet[Line]:
    """Lines without a team of an order, by its whole number or that of a sub-order."""
    if len(number) < SHORTEST_NUMBER:
        return Line.objects.none()
    lines = lines_without_team(teams).select_related("shop", "listing", "sku__product")
    return lines.filter(Q(order_no=number) | Q(platform__in=list(LAYOUTS), key=number)).order_by("pk")


@never_cache
@open_to(REQUEST)
def ask_account(request: HttpRequest) -> HttpResponse:
    """Ask for an account or a streamer: `?platform=…&account_id=…`, of those that look like ours."""
    teams = teams_of(request)
    account = likely_account(teams, request.GET.get("platform", ""), request.GET.get("account_id", ""))
    likely = next(iter(account.why)) if len(account.why) == 1 else None
    form = AskForAccountForm(teams, request.POST if request.method == "POST" else None, likely)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            ask_for_account(
                given["team"], account.platform, account.account_id, form.span(), given["note"], user_of(request)
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return asked_for(request)
    context = {"form": form, "account": account, "why": next(iter(account.why.values()))}
    return render(request, "my_sales/asking/account.html", context, status=422 if form.errors else 200)


def likely_account(teams: list[Team], platform: str, account_id: str) -> Unclaimed:
    """Raises Http404 for what has a team, or does not look like that of one of these."""
    for each in looks_like_ours(teams):
        if (each.platform, each.account_id) == (platform, account_id):
            return each
    raise Http404


@never_cache
@open_to(REQUEST)
def ask_line(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for one line that has no team."""
    teams = teams_of(request)
    lines = lines_without_team(teams).select_related("shop", "listing", "sku__product")
    line = get_object_or_404(lines, pk=pk)
    form = AskForLineForm(teams, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            ask_for_line(form.cleaned_data["team"], line, form.cleaned_data["note"], user_of(request))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return asked_for(request)
    return render(
        request, "my_sales/asking/line.html", {"form": form, "line": line}, status=422 if form.errors else 200
    )


@require_POST
@open_to(REQUEST)
def withdraw_request(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what still waits."""
    asked = get_object_or_404(CreditRequest.objects.of_person(request.user), pk=pk)
    if withdraw(asked):
        messages.success(request, _("Taken back."))
    else:
        messages.error(request, _("It was decided meanwhile; see below."))
    return redirect("my_sales:requests")


def asked_for(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("Asked for. The township's staff decides; you see the answer here."))
    return redirect("my_sales:requests")


def user_of(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user
