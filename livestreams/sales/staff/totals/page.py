"""What the pages of totals share: furniture, names, and whose rows are seen."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from livestreams.sales.staff.totals.names import Names
from zhunong.access.desk import DeskPage


class SalesPage(DeskPage):
    """A page under "Sales"."""

    header_icon = "table"
    is_below_totals = True

    def pages_above(self) -> list[dict[str, Any]]:
        return [{"url": reverse("sales:totals"), "label": _("Totals")}] if self.is_below_totals else []

    @cached_property
    def names(self) -> Names:
        return Names(self.user)
