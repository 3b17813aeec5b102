"""Who may do what with sales, and the group that may (design, section 1: 镇工作人员)."""

from collections.abc import Callable

from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from wagtail.admin.menu import MenuItem

HAND_IN, UNDO, VIEW_TOTALS = "sales.hand_in", "sales.undo", "sales.view_totals"
STAFF_GROUP = "镇工作人员"
STAFF_PERMISSIONS = (
    ("wagtailadmin", "access_admin"),
    ("sales", "hand_in"),
    ("sales", "undo"),
    ("sales", "view_totals"),
    ("sales", "view_claim"),
    ("sales", "add_claim"),
    ("sales", "change_claim"),
    ("sales", "delete_claim"),
)


def ensure_staff_group(**signal: object) -> None:
    """After migrate: the staff group exists and holds its rights. Rights added by hand stay."""
    group, _created = Group.objects.get_or_create(name=STAFF_GROUP)
    for app, codename in STAFF_PERMISSIONS:
        group.permissions.add(*Permission.objects.filter(content_type__app_label=app, codename=codename))


def needs(permission: str) -> Callable:
    """A view for those who hold the permission; others get a plain 403. Wrapped by the admin, so all are signed in."""

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if not request.user.has_perm(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


class PermittedMenuItem(MenuItem):
    """A menu item for those who hold its permission."""

    def __init__(self, *args: object, permission: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(self.permission)
