"""What the pages of one table share."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from livestreams.sales.staff.tables.desks import DESKS, Desk
from livestreams.sales.staff.tables.telling import Teller
from livestreams.sales.staff.totals.page import SalesPage


def url_of(desk: Desk, view: str, *args: Any) -> str:
    return reverse(f"table_{desk.name}:{view}", args=args)


class TablePage(SalesPage):
    """A page below a table's list. The viewset says which table."""

    model: Any = None
    desk: Desk = DESKS[0]
    is_below_totals = False

    @cached_property
    def teller(self) -> Teller:
        return Teller(self.names)

    @property
    def index_url(self) -> str:
        return self.url("index")

    @property
    def way_back(self) -> dict[str, Any]:
        return {"url": self.index_url, "label": self.desk.label}

    def url(self, view: str, *args: Any) -> str:
        return url_of(self.desk, view, *args)

    def may(self, act: str) -> bool:
        return self.user.has_perm(self.desk.permission(act))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"desk": self.desk, "index_url": self.index_url}
