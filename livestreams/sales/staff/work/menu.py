"""The menu "Work lists", each item with how much waits there, and the sum of all on the menu itself."""

from django.http import HttpRequest
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.ui.sidebar import SubMenuItem as SubMenuComponent

from livestreams.sales.staff.work.lists import WORK_LISTS, WorkList, work_counts
from zhunong.access.counting import CountedItem, counted

NAMES = {each.name for each in WORK_LISTS}
menu = Menu(register_hook_name="register_work_menu_item", construct_hook_name="construct_work_menu")
"""Others put their items in by the first hook."""


class CountedMenuItem(CountedItem):
    """A work list with its count. Items are shared by all requests, so the count is never kept on them."""

    def count(self, request: HttpRequest) -> int:
        return work_counts(request).get(self.name, 0)


class CountedSubmenu(SubmenuMenuItem):
    """The menu with the sum of its counts."""

    def render_component(self, request: HttpRequest) -> SubMenuComponent:
        attrs = self.attrs | counted(self.label, sum(work_counts(request).values()))
        items = self.menu.render_component(request)
        return SubMenuComponent(self.name, self.label, items, self.icon_name, self.classname, attrs=attrs)


@hooks.register("register_admin_menu_item")
def work_menu() -> MenuItem:
    return CountedSubmenu(_("Work lists"), menu, name="work", icon_name="tasks", order=5)


@hooks.register("construct_sales_menu")
def leave_out_work_lists(request: HttpRequest, items: list[MenuItem]) -> None:
    """What has become a work list stands in this menu alone; sales by hand are looked up too, not only confirmed."""
    items[:] = [item for item in items if item.name not in NAMES - {"written"}]


def item_of(each: WorkList, order: int) -> MenuItem:
    return CountedMenuItem(
        each.label, lazy(lambda: each.url, str)(), permission=each.permission, name=each.name, icon_name=each.icon,
        order=order,
    )  # fmt: skip


for place, work_list in enumerate(WORK_LISTS, start=1):
    hooks.register("register_work_menu_item", lambda each=work_list, order=place * 10: item_of(each, order))
