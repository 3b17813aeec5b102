"""Tables in the admin: their viewsets, and one menu for all of them with the record of changes."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from livestreams.sales.staff.tables.desks import DESKS, Desk
from livestreams.sales.staff.tables.viewsets import TableViewSet, viewsets
from zhunong.access.desk import PermittedMenuItem

menu = Menu(register_hook_name="register_tables_menu_item", construct_hook_name="construct_tables_menu")


@hooks.register("register_admin_viewset")
def table_viewsets() -> list[TableViewSet]:
    return viewsets


@hooks.register("register_admin_menu_item")
def tables_menu() -> MenuItem:
    return SubmenuMenuItem(_("Tables"), menu, name="tables", icon_name="form", order=20)


@hooks.register("register_tables_menu_item")
def changes_item() -> PermittedMenuItem:
    return PermittedMenuItem(
        _("Recorded changes"), reverse_lazy("sales:changes"), name="changes", icon_name="history", order=900,
        permission="sales.view_recordedchange",
    )  # fmt: skip


def item_of(desk: Desk, order: int) -> MenuItem:
    return PermittedMenuItem(
        desk.label, reverse_lazy(f"table_{desk.name}:index"), name=f"table-{desk.name}", icon_name=desk.icon,
        order=order, permission=desk.permission("view"),
    )  # fmt: skip


for place, each in enumerate(DESKS, start=1):
    hooks.register("register_tables_menu_item", lambda desk=each, order=place * 10: item_of(desk, order))
