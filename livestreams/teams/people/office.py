"""Pages of the office: colleagues of the maker's own townships. A county is given by the administrator alone."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from livestreams.teams.people.accounts import make_account
from livestreams.teams.people.forms import NewPersonForm
from livestreams.teams.people.linking import show_new_link
from livestreams.teams.people.reach import Reach
from livestreams.teams.people.rosters import start_anew
from livestreams.teams.people.shops import office_reach
from livestreams.teams.people.showing import show
from livestreams.teams.people.teams import MANAGE
from zhunong.access import roles
from zhunong.access.doors import open_to
from zhunong.access.models import User
from zhunong.places.models import Township

COLLEAGUES_A_PAGE = 50


class ColleagueForm(NewPersonForm):
    role = forms.ChoiceField(
        label=gettext_lazy("Works as"), widget=forms.RadioSelect,
        choices=[(role, gettext_lazy(roles.LABELS[role])) for role in roles.OFFICE_ROLES],
    )  # fmt: skip
    townships = forms.ModelMultipleChoiceField(
        Township.objects.none(), label=gettext_lazy("For"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["townships"]
        field.queryset = self.reach.townships  # type: ignore[attr-defined]
        if self.reach.townships.count() == 1:
            field.initial = list(self.reach.townships)


def colleagues(reach: Reach) -> QuerySet[User]:
    """Whoever holds an office role for a township in hand."""
    people = User.objects.filter(is_active=True, is_superuser=False, groups__name__in=roles.OFFICE_ROLES)
    return people.filter(townships__in=reach.townships).distinct().order_by("display_name", "pk")


@open_to(MANAGE)
def office(request: HttpRequest) -> HttpResponse:
    reach = office_reach(request)
    rows = colleagues(reach).prefetch_related("groups", "townships")
    page = Paginator(rows, COLLEAGUES_A_PAGE).get_page(request.GET.get("page"))
    labels = {name: _(label) for name, label in roles.LABELS.items()}
    seen = set(reach.townships.values_list("pk", flat=True))
    works_as = [[labels.get(group.name, group.name) for group in person.groups.all()] for person in page]
    works_for = [[township for township in person.townships.all() if township.pk in seen] for person in page]
    colleagues_here = list(zip(page, works_as, works_for, strict=True))
    return show(request, "office", reach=reach, page_of_people=page, colleagues=colleagues_here)


@open_to(MANAGE)
def add_to_office(request: HttpRequest) -> HttpResponse:
    reach = office_reach(request)
    form = ColleagueForm(request.POST or None, reach=reach)
    if not form.is_valid():
        return show(request, "add", form=form, where=_("the office"), reach=reach)
    person = enter(form, reach)
    if not person.has_usable_password():
        return show_new_link(request, person)
    messages.success(request, _("%(name)s had an account already and is entered now.") % {"name": person})
    return redirect("people:office")


@transaction.atomic
def enter(form: ColleagueForm, reach: Reach) -> User:
    """Scopes left over from an office role that ended are not taken up again."""
    given = form.cleaned_data
    person = form.found or make_account(given["name"], given["phone"], given["townships"][0])
    start_anew(person, reach)
    if person.groups.exists():
        person.townships.add(*given["townships"])
    else:
        person.townships.set(given["townships"])
    person.groups.add(Group.objects.get(name=given["role"]))
    return person


@require_POST
@open_to(MANAGE)
def end_office(request: HttpRequest, pk: int) -> HttpResponse:
    """All office roles of a colleague end now. The townships stay written down, so that the office finds them again."""
    reach = office_reach(request)
    person = get_object_or_404(colleagues(reach), pk=pk)
    if person == request.user or not reach.governs(person):
        raise PermissionDenied
    person.groups.remove(*Group.objects.filter(name__in=roles.OFFICE_ROLES))
    messages.success(request, _("%(name)s works in the office no longer.") % {"name": person})
    return redirect("people:office")
