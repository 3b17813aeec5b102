"""Counting failed tries (django-axes) without keeping more than name, address, time and number."""

from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

COUNTED = ("axes_updated", "axes_locked_out", "axes_attempt_time", "axes_ip_address", "axes_credentials")
NEEDLESS = ("axes_user_agent", "axes_path_info", "axes_http_accept")


class ForgetfulHandler(AxesDatabaseHandler):
    """Axes would keep the browser's name and the whole posted form; neither is needed to count."""

    def user_login_failed(self, sender: Any, credentials: dict, request: Any = None, **kwargs: Any) -> None:
        if request is None:
            return
        bare: Any = HttpRequest()
        vars(bare).update({name: getattr(request, name) for name in COUNTED} | dict.fromkeys(NEEDLESS, ""))
        super().user_login_failed(sender, credentials, bare, **kwargs)
        request.axes_locked_out, request.axes_credentials = bare.axes_locked_out, bare.axes_credentials


def locked(request: HttpRequest, response: HttpResponse | None, credentials: dict | None) -> HttpResponse:
    """The page for who tried too often; in place of whatever the view answered."""
    return render(request, "access/locked.html", status=429)
