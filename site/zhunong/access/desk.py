"""The office's side of a right: views that need it, menu items for those who hold it, and what all its pages have."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from zhunong.access.models import User


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


class DeskPage(WagtailAdminTemplateMixin, TemplateView):
    """A page of the office with its path in the head."""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, *self.pages_above(), {"url": "", "label": self.get_page_title()}]

    def pages_above(self) -> list[dict[str, Any]]:
        """Of its path what stands between the first page and this one: `url` and `label` of each."""
        return []

    @cached_property
    def user(self) -> User:
        user = self.request.user
        assert isinstance(user, User)
        return user
