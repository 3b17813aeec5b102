"""Who may do what with sales (design, section 1)."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from wagtail.admin.menu import MenuItem

from zhunong.access import roles

HAND_IN, UNDO, VIEW_TOTALS = "sales.hand_in", "sales.undo", "sales.view_totals"
WRITE_DOWN, REQUEST = "sales.add_manualsale", "sales.add_creditrequest"
DECIDE, CORRECT = "sales.decide", "sales.add_correction"
STAFF_GROUP = roles.STAFF
OWN_TABLES = ("claim", "manualsale", "correction", "creditrequest", "recordedchange")
WORLD_TABLES = {
    "places": ("township", "village"),
    "teams": ("team", "account", "ownership", "membership", "shopoperator"),
    "products": ("product", "sku", "origin", "skucode"),
    "live_sessions": ("session",),
}
"""The tables of the contracts (section 1), kept in the rooms below and worked with at the clerk's desk."""


def grant_rights() -> None:
    """What each role may do with sales."""
    for act in ("view", "add", "change", "delete"):
        roles.grant(roles.STAFF, f"sales.{act}_claim")
    for app, names in WORLD_TABLES.items():
        for name in names:
            acts = ("view",) if name == "township" else ("view", "add", "change", "delete")
            roles.grant(roles.STAFF, *(f"{app}.{act}_{name}" for act in acts))
            roles.grant(roles.READER, f"{app}.view_{name}")
    for name in OWN_TABLES:
        roles.grant(roles.STAFF, f"sales.view_{name}")
        roles.grant(roles.READER, f"sales.view_{name}")
    roles.grant(roles.STAFF, HAND_IN, UNDO, VIEW_TOTALS, DECIDE, CORRECT)
    roles.grant(roles.READER, VIEW_TOTALS)
    roles.grant(roles.MEMBER, HAND_IN, WRITE_DOWN, REQUEST)
    roles.grant(roles.OPERATOR, HAND_IN)


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
