"""Where lists are handed in: at the desk for the townships' accounts, on the phone for one's own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from livestreams.sales.session_lists.matching import PLATFORM
from livestreams.sessions.models import Session, SessionQuerySet
from livestreams.teams.models import Account, AccountQuerySet
from zhunong.access.models import User


@dataclass(frozen=True)
class Counter:
    """`of_the_office`: who hands in here is not bound by what teams may change."""

    namespace: str
    template: str
    accounts: Callable[[User], AccountQuerySet]
    of_the_office: bool

    def sessions(self, user: User) -> SessionQuerySet:
        """Those whose figures the reader may enter."""
        rows = Session.objects.filter(account__in=self.accounts(user).order_by().values("pk"))
        return rows.select_related("account", "township", "event")

    def address(self, name: str) -> str:
        return reverse(f"{self.namespace}:{name}")

    def frame(self) -> dict[str, Any]:
        title = _("Session lists")
        if not self.of_the_office:
            return {"title": title, "section": "hand_in"}
        crumbs = [{"label": _("Home"), "url": reverse("wagtailadmin_home")}, {"label": title, "url": ""}]
        return {"header_title": title, "header_icon": "upload", "breadcrumbs_items": crumbs}


def streamers(accounts: AccountQuerySet) -> AccountQuerySet:
    return accounts.filter(platform=PLATFORM)


OFFICE = Counter(
    "sales", "sales/session_lists", lambda user: streamers(Account.objects.workable_by(user)), of_the_office=True
)
PHONE = Counter(
    "my_sales", "my_sales/session_lists", lambda user: streamers(Account.objects.of_person(user)), of_the_office=False
)
