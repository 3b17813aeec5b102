"""Who may open a page outside the admin: signed in, and holding one of the rights."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

View = Callable[..., HttpResponseBase]


def open_to(*permissions: str) -> Callable[[View], View]:
    """Strangers are sent to the sign-in; who holds none of the permissions gets a plain 403. None named = signed in."""

    def decorate(view: View) -> View:
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if permissions and not any(request.user.has_perm(permission) for permission in permissions):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate
