"""未登记账号 and 待认领: streamers that no account has, accounts that no team owns; each is given to a team at once."""

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from livestreams.sales.staff.access import DECIDE
from livestreams.sales.staff.work.page import WorkPage
from livestreams.sales.unclaimed import Unclaimed, merged, of_accounts, of_strangers
from zhunong.places.models import Township


class UnclaimedView(WorkPage):
    """Accounts that sold what no team has, dearest first."""

    template_name = "sales/work/unclaimed.html"
    page_title = _("Accounts without a team")
    header_icon = "help"

    @cached_property
    def townships(self) -> QuerySet[Any]:
        return Township.objects.visible_to(self.user).values_list("pk", flat=True)

    def found(self) -> list[Unclaimed]:
        return merged(of_accounts(self.townships))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = self.found()
        workable = set(Township.objects.workable_by(self.user).values_list("pk", flat=True))
        return super().get_context_data(**kwargs) | self.pages(found) | {
            "count": len(found),
            "lines": sum(each.lines for each in found),
            "workable": workable if self.user.has_perm(DECIDE) else set(),
        }  # fmt: skip


class StrangersView(UnclaimedView):
    """Streamers' ids in the files that are no account's."""

    template_name = "sales/work/strangers.html"
    page_title = _("Streamers not entered")
    header_icon = "group"

    def found(self) -> list[Unclaimed]:
        return merged(of_strangers(self.townships))
