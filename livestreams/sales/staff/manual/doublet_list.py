"""同一笔钱: sales by hand beside platforms' lines or each other, until a clerk has said what they are."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales.doublets import is_the_same, keep_apart, load
from livestreams.sales.manual_words import goods, quantity
from livestreams.sales.models import ManualSale
from livestreams.sales.staff.access import DECIDE
from livestreams.sales.staff.manual.counts import doublets_of
from livestreams.sales.staff.totals.addresses import address_with
from livestreams.sales.staff.totals.page import SalesPage
from zhunong.access.models import User

PAGE_DOUBLETS = 20


class DoubletsView(SalesPage):
    """The work list."""

    template_name = "sales/manual/doublets.html"
    page_title = gettext_lazy("The same money twice?")
    header_icon = "copy"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pairs = doublets_of(self.user)
        page = Paginator(list(pairs), PAGE_DOUBLETS).get_page(self.request.GET.get("page"))
        found = load({mine: pairs[mine] for mine in page})
        return super().get_context_data(**kwargs) | {
            "page": page,
            "count": len(pairs),
            "doublets": [(each, goods(each.sale), quantity(each.sale.items, each.sale.weight_g)) for each in found],
            "workable": self.workable([each.sale.pk for each in found]),
            "earlier": address_with(self.request, page=page.number - 1),
            "later": address_with(self.request, page=page.number + 1),
        }

    def workable(self, sales: list[int]) -> set[int]:
        """Of these sales those that the user may decide on."""
        if not self.user.has_perm(DECIDE):
            return set()
        return set(ManualSale.objects.workable_by(self.user).filter(pk__in=sales).values_list("pk", flat=True))


def decide_doublet(request: HttpRequest, pk: int) -> HttpResponse:
    """`same` names what it is the same as; without it the sale is kept apart from all that was `seen`."""
    user = request.user
    assert isinstance(user, User)
    sale = get_object_or_404(ManualSale.objects.workable_by(user), pk=pk)
    same = request.POST.get("same", "")
    try:
        if same:
            is_the_same(sale, same, user)
            messages.success(request, _("The sale by hand went back to its team; the money counts once."))
        else:
            keep_apart(sale, request.POST.get("seen", ""), user)
            messages.success(request, _("Kept apart: both count."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("sales:doublets")
