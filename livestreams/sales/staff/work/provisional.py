"""次日更新超过两天: shops and days whose lines the platform has settled long since; only a newer file tells how."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from livestreams.sales.staff.work import items
from livestreams.sales.staff.work.page import WorkPage
from livestreams.teams.models import Account


class ProvisionalView(WorkPage):
    """Which file to ask for, oldest day first."""

    template_name = "sales/work/provisional.html"
    page_title = _("Provisional for too long")
    header_icon = "time"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = items.provisional(self.user).order_by("day", "shop")
        pages = self.pages(rows)
        shops = Account.objects.select_related("township").in_bulk({row["shop"] for row in pages["page"]})
        found = [row | {"shop": shops[row["shop"]]} for row in pages["page"]]
        return super().get_context_data(**kwargs) | pages | {"rows": found}
