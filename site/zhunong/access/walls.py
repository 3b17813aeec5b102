"""Wagtail's own screens show the rows of all townships (its log, choosers, users, page tree): closed but for a few.

Wagtail enforces no row policies there (wagtail #13314). The site's own screens check for themselves.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

OF_WAGTAIL = "wagtail"
"""Wagtail's view names begin so, and its functions without a name."""
OPEN_TO_ALL = frozenset(
    {
        "wagtailadmin_home", "wagtailadmin_login", "wagtailadmin_logout", "wagtailadmin_account",
        "wagtailadmin_dismissibles", "wagtailadmin_sprite", "wagtailadmin_javascript_catalog",
        "wagtail.admin.views.home.default",
    }
)  # fmt: skip
"""What everybody needs who works in the admin. The last one answers 404."""
RIGHTS_IN_WAGTAIL = ("_page_permission_cache", "_collection_permission_cache")
"""Where Wagtail remembers a user's rights to pages and libraries: behind the walls none, and nothing to look up."""


class WagtailWalls:
    """Middleware. Of Wagtail's screens in the admin, only administrators get more than `OPEN_TO_ALL`."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """Strangers pass: the admin itself sends them to the sign-in."""
        if not request.user.is_authenticated or request.user.is_superuser:
            return
        match = request.resolver_match
        if match and match.route.startswith("admin/"):
            if is_walled(match.view_name):
                raise PermissionDenied
            for cache in RIGHTS_IN_WAGTAIL:
                setattr(request.user, cache, [])


def is_walled(name: str) -> bool:
    return name.startswith(OF_WAGTAIL) and name not in OPEN_TO_ALL
