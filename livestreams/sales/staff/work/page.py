"""What the pages of work lists share: the way up to the list, and pages of a long one."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.urls import reverse

from livestreams.sales.staff.totals.addresses import address_with
from livestreams.sales.staff.totals.page import SalesPage
from livestreams.sales.staff.work.lists import WORK_LISTS

LABELS = {each.name: each.label for each in WORK_LISTS}


class WorkPage(SalesPage):
    """A page under "Work lists"; `above` names the list that it belongs to, if it is none itself."""

    is_below_totals = False
    header_icon = "tasks"
    above = ""
    page_length = 50

    def get_breadcrumbs_items(self) -> list[dict]:
        *path, here = super().get_breadcrumbs_items()
        up = [{"url": reverse(f"sales:{self.above}"), "label": LABELS[self.above]}] if self.above else []
        return [*path, *up, here]

    def pages(self, rows: Sequence | QuerySet) -> dict[str, Any]:
        """One page of the rows, and the ways to its neighbours."""
        page = Paginator(rows, self.page_length).get_page(self.request.GET.get("page"))
        return {
            "page": page,
            "earlier": address_with(self.request, page=page.number - 1),
            "later": address_with(self.request, page=page.number + 1),
        }
