"""The way from the admin to people and their accounts."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem


class PeopleMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("access.manage_people")


@hooks.register("register_admin_menu_item")
def people() -> MenuItem:
    address = reverse_lazy("people:index")
    return PeopleMenuItem(_("People and accounts"), address, name="people", icon_name="group", order=250)
