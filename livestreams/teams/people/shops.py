"""Pages of shop operators: who works at which shop's back end. For the township's staff."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from livestreams.teams.models import Account, ShopOperator
from livestreams.teams.people.accounts import make_account
from livestreams.teams.people.forms import DayForm, PeriodForm
from livestreams.teams.people.linking import show_new_link
from livestreams.teams.people.persons import ended
from livestreams.teams.people.reach import Reach, lasting
from livestreams.teams.people.rosters import leave, start_anew, take_charge
from livestreams.teams.people.showing import show
from livestreams.teams.people.teams import MANAGE
from zhunong.access.doors import open_to
from zhunong.access.models import User

SHOPS_A_PAGE = 30


def office_reach(request: HttpRequest) -> Reach:
    """Raises PermissionDenied for who works in no office."""
    reach = Reach(request.user)
    if not reach.office:
        raise PermissionDenied
    return reach


@open_to(MANAGE)
def shops(request: HttpRequest) -> HttpResponse:
    reach = office_reach(request)
    here = ShopOperator.objects.filter(lasting(reach.day)).select_related("user")
    rows = reach.shops.select_related("township").prefetch_related(Prefetch("operators", here, to_attr="here"))
    page = Paginator(rows, SHOPS_A_PAGE).get_page(request.GET.get("page"))
    return show(request, "shops", reach=reach, page_of_shops=page)


@open_to(MANAGE)
def add_to_shop(request: HttpRequest, pk: int) -> HttpResponse:
    reach = office_reach(request)
    shop = get_object_or_404(reach.shops.select_related("township"), pk=pk)
    form = PeriodForm(request.POST or None, reach=reach, periods=shop.operators.all())
    if not form.is_valid():
        return show(request, "add", form=form, where=shop, reach=reach)
    person = enter(form, shop, reach)
    if not person.has_usable_password():
        return show_new_link(request, person)
    messages.success(request, _("%(name)s had an account already and is entered now.") % {"name": person})
    return redirect("people:shops")


@transaction.atomic
def enter(form: PeriodForm, shop: Account, reach: Reach) -> User:
    given = form.cleaned_data
    person = form.found or make_account(given["name"], given["phone"], shop.township)
    start_anew(person, reach)
    take_charge(shop, person, given["since"])
    return person


@require_POST
@open_to(MANAGE)
def end_operator(request: HttpRequest, pk: int) -> HttpResponse:
    reach = office_reach(request)
    period = get_object_or_404(reach.operators.filter(lasting(reach.day)).select_related("user"), pk=pk)
    form = DayForm(request.POST, since=period.valid_from)
    if form.is_valid():
        leave(period, form.cleaned_data["day"])
        messages.success(request, ended(period.user, form.cleaned_data["day"]))
        return redirect("people:shops")
    messages.error(request, form.problem)
    return redirect("people:person", pk=period.user_id)
