"""What the sales room adds to the admin: addresses under /admin/sales/ and one menu."""

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem

from livestreams.sales.session_lists import menu as session_lists_menu  # noqa: F401
from livestreams.sales.session_lists import urls as session_lists
from livestreams.sales.session_results import desk_urls as session_results
from livestreams.sales.session_results import menu as session_results_menu  # noqa: F401
from livestreams.sales.staff.claiming import urls as claiming
from livestreams.sales.staff.claims import hooks as claims_hooks  # noqa: F401
from livestreams.sales.staff.correcting import menu as correcting_menu  # noqa: F401
from livestreams.sales.staff.correcting import urls as correcting
from livestreams.sales.staff.coverage import menu as coverage_menu  # noqa: F401
from livestreams.sales.staff.coverage import urls as coverage
from livestreams.sales.staff.handing_in import menu as handing_in_menu  # noqa: F401
from livestreams.sales.staff.handing_in import urls as handing_in
from livestreams.sales.staff.manual import menu as manual_menu  # noqa: F401
from livestreams.sales.staff.manual import urls as manual
from livestreams.sales.staff.tables import hooks as tables_hooks  # noqa: F401
from livestreams.sales.staff.tables import urls as tables
from livestreams.sales.staff.totals import menu as totals_menu  # noqa: F401
from livestreams.sales.staff.totals import urls as totals
from livestreams.sales.staff.work import menu as work_menu  # noqa: F401
from livestreams.sales.staff.work import urls as work

ADDRESSES = (handing_in, session_lists, totals, session_results, correcting, manual, claiming, work, coverage, tables)
"""Modules of addresses, all under one namespace."""

menu = Menu(register_hook_name="register_sales_menu_item", construct_hook_name="construct_sales_menu")


@hooks.register("register_admin_urls")
def sales_urls() -> list[URLPattern | URLResolver]:
    patterns = [pattern for module in ADDRESSES for pattern in module.urlpatterns]
    return [path("sales/", include((patterns, "sales")))]


@hooks.register("register_admin_menu_item")
def sales_menu() -> SubmenuMenuItem:
    return SubmenuMenuItem(_("Sales"), menu, name="sales", icon_name="table", order=10)
