"""The help's address in the admin and its place in the menu; Wagtail's own help is about Wagtail and hidden."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from zhunong.pages.help.views import HelpView


@hooks.register("register_admin_urls")
def help_urls() -> list[URLPattern]:
    return [path("help-zh/", HelpView.as_view(), name="help_zh")]


@hooks.register("register_admin_menu_item")
def help_item() -> MenuItem:
    return MenuItem(_("How it works"), reverse_lazy("help_zh"), name="help-zh", icon_name="help", order=20_000)


@hooks.register("construct_main_menu")
def hide_wagtails_help(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name != "help"]
