"""The work lists: what waits for a clerk, and how much of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from livestreams.sales.staff.access import VIEW_TOTALS
from livestreams.sales.staff.work import items
from livestreams.sales.staff.work.items import Items, of
from zhunong.access.models import User

NOTHING: Items = ("SELECT 1 WHERE 1 = 0", ())


@dataclass(frozen=True)
class WorkList:
    """One list: its page, who may see it, and what stands on it."""

    name: str
    """Of the menu item, and of the address below `sales:` where no other is said."""
    label: Any
    todo: Any
    """What one does there, in a few words."""
    permission: str
    icon: str
    items: Callable[[User], Items]
    query: str = ""
    address: str = ""

    @property
    def url(self) -> str:
        return reverse(self.address or f"sales:{self.name}") + self.query


VIEW_WRITTEN, VIEW_REQUESTS = "sales.view_manualsale", "sales.view_creditrequest"
WORK_LISTS = (
    WorkList(
        "written", _("Sales by hand to confirm"), _("look at the proof, say yes or send it back"),
        VIEW_WRITTEN, "form", of(items.written), "?state=waiting",
    ),
    WorkList("requests", _("Requests for credit"), _("say whose it is"), VIEW_REQUESTS, "user", of(items.requests)),
    WorkList(
        "times", _("Changes of time that wait"), _("say whether the session was then"),
        "live_sessions.view_windowrequest", "history", of(items.times), address="live_sessions:window_requests",
    ),
    WorkList(
        "doublets", _("The same money twice?"), _("decide whether it is one sale or two"),
        VIEW_WRITTEN, "copy", items.doublets,
    ),
    WorkList(
        "unmapped", _("Unmapped listings"), _("say once which SKU it is"), VIEW_TOTALS, "link", of(items.unmapped)
    ),
    WorkList(
        "strangers", _("Streamers not entered"), _("enter the account and its team"),
        VIEW_TOTALS, "group", of(items.strangers),
    ),
    WorkList(
        "unclaimed", _("Accounts without a team"), _("say whose account it is"),
        VIEW_TOTALS, "help", of(items.unclaimed),
    ),
    WorkList(
        "provisional", _("Provisional for too long"), _("have a newer file handed in"),
        VIEW_TOTALS, "time", of(items.provisional),
    ),
    WorkList(
        "words", _("Unknown status words"), _("find out whether it means a refund"), VIEW_TOTALS, "info-circle",
        items.words,
    ),
)  # fmt: skip
"""In the order of the menu: what people wait for first."""


def work_lists(user: User) -> list[WorkList]:
    """The lists that the user may see."""
    return [each for each in WORK_LISTS if user.has_perm(each.permission)]


def count(lists: Iterable[WorkList], user: User) -> dict[str, int]:
    """How much stands on each of the lists, in one query."""
    parts: list[str] = []
    params: list[Any] = []
    for each in lists:
        sql, values = items_of(each, user)
        parts.append(f"SELECT '{each.name}', COUNT(*) FROM ({sql}) AS items")
        params += values
    if not parts:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), params)
        return dict(cursor.fetchall())


def items_of(each: WorkList, user: User) -> Items:
    try:
        return each.items(user)
    except EmptyResultSet:
        return NOTHING


def work_counts(request: HttpRequest) -> dict[str, int]:
    """The same for who asks, once a request; nothing is asked for those who may see none of it."""
    known: dict[str, int] | None = getattr(request, "work_counts", None)
    if known is None:
        user = request.user
        assert isinstance(user, User)
        known = count(work_lists(user), user)
        request.work_counts = known  # type: ignore[attr-defined]
    return known
