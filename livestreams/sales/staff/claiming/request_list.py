"""认领申请: what teams ask for; opens on what waits."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from livestreams.sales.models import CreditRequest
from livestreams.sales.models.credit_requests import CreditRequestQuerySet
from livestreams.sales.staff.totals.addresses import address_with
from livestreams.sales.staff.totals.page import SalesPage
from livestreams.teams.models import Account
from products.platforms import platform_name

PAGE_REQUESTS = 50
STATES = {**dict(CreditRequest.State.choices), "all": _("all")}
SEARCHED = ("account_id", "key", "team__name", "note", "reason", "by__display_name", "by__username")


class RequestsView(SalesPage):
    """The list, for one clerk's townships."""

    template_name = "sales/claiming/requests.html"
    page_title = _("Requests for credit")
    header_icon = "user"

    @cached_property
    def state(self) -> str:
        given = self.request.GET.get("state", "")
        return given if given in STATES else CreditRequest.State.WAITING.value

    @cached_property
    def words(self) -> list[str]:
        return self.request.GET.get("q", "").split()[:5]

    def requests(self) -> CreditRequestQuerySet:
        found = CreditRequest.objects.visible_to(self.user)
        if self.state != "all":
            found = found.filter(state=self.state)
        for word in self.words:
            condition = Q()
            for path in SEARCHED:
                condition |= Q(**{f"{path}__icontains": word})
            found = found.filter(condition)
        return found.select_related("team", "by", "decided_by").order_by("-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(self.requests(), PAGE_REQUESTS).get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs) | {
            "page": page,
            "requests": told(list(page)),
            "state": self.state,
            "states": STATES,
            "q": " ".join(self.words),
            "earlier": address_with(self.request, page=page.number - 1),
            "later": address_with(self.request, page=page.number + 1),
        }


def told(requests: list[CreditRequest]) -> list[dict[str, Any]]:
    """Each with its platform and what the account is called. One query."""
    accounts = Account.objects.filter(account_id__in={each.account_id for each in requests})
    names = {(account.platform, account.account_id): account.nickname for account in accounts}
    return [
        {
            "request": each,
            "platform": platform_name(each.platform),
            "nickname": names.get((each.platform, each.account_id), ""),
        }
        for each in requests
    ]
