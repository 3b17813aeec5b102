"""The admin's first screen, a desk: what waits, how the month stands, what came last, and the ways to all work."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem, admin_menu
from wagtail.admin.ui.components import Component

from livestreams.rooms.wagtail_hooks import menu as rooms_menu
from livestreams.sales.staff.access import HAND_IN, VIEW_TOTALS
from livestreams.sales.staff.tables.hooks import menu as tables_menu
from livestreams.sales.staff.totals.words import SHORT_DEFINITIONS
from livestreams.sales.staff.work.lists import work_counts, work_lists
from livestreams.sales.staff.work.today import last_files, month_of, shops_late
from livestreams.sales.wagtail_hooks import menu

BESIDE = ("coverage", "people", "help-zh")
"""Items of the main menu that have a tile too."""


class WorkPanel(Component):
    """Each part for those who may open what it leads to."""

    name = "work"
    template_name = "zhunong/parts/work.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        request = parent_context["request"]
        user = request.user
        sees_totals, hands_in = user.has_perm(VIEW_TOTALS), user.has_perm(HAND_IN)
        return {
            "items": tiles(request),
            "tables": in_order(tables_menu, request),
            "todo": todo(request),
            "month": month_of(user) if sees_totals else None,
            "late": shops_late(user) if sees_totals else 0,
            "files": last_files(user) if hands_in else [],
            "short": SHORT_DEFINITIONS,
            "user": user,
        }


def todo(request: HttpRequest) -> list[dict[str, Any]]:
    """The work lists with their counts, those with work first."""
    counts = work_counts(request)
    lists = [{"list": each, "count": counts[each.name]} for each in work_lists(request.user)]  # type: ignore[arg-type]
    return sorted(lists, key=lambda each: not each["count"])


def tiles(request: HttpRequest) -> list[MenuItem]:
    """The menu of sales, that of the rooms, and what stands beside them."""
    beside = [item for item in in_order(admin_menu, request) if item.name in BESIDE]
    return [*in_order(menu, request), *in_order(rooms_menu, request), *beside]


def in_order(menu: Menu, request: HttpRequest) -> list[MenuItem]:
    items = [item for item in menu.menu_items_for_request(request) if not isinstance(item, SubmenuMenuItem)]
    return sorted(items, key=lambda item: item.order)
