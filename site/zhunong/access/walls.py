"""Wagtail's own screens show the rows of all townships (its log, reports, users, choosers): closed but for a few.

Wagtail enforces no row policies there (wagtail #13314). The site's own screens check for themselves. Those who work on
pages get the screens for that (`openings.py`), each held to their own township.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from zhunong.access.openings import INSTEAD, OPEN_TO_WRITERS, check_rows

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


class WagtailWalls:
    """Middleware. Of Wagtail's screens in the admin people get `OPEN_TO_ALL`, and those who write pages, theirs."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Strangers pass: the admin itself sends them to the sign-in."""
        if not request.user.is_authenticated or request.user.is_superuser:
            return None
        match = request.resolver_match
        if not match or not match.route.startswith("admin/") or not is_walled(match.view_name):
            return None
        writes = bool(request.user.page_areas)
        if writes and match.view_name in INSTEAD:
            return redirect(INSTEAD[match.view_name])
        if not writes or match.view_name not in OPEN_TO_WRITERS:
            raise PermissionDenied
        check_rows(match.view_name, request.user, kwargs)
        return None


def is_walled(name: str) -> bool:
    return name.startswith(OF_WAGTAIL) and name not in OPEN_TO_ALL
