"""Where somebody goes after signing in, and for how long they stay."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from zhunong.access.roles import OFFICE_ROLES

ENTER_ADMIN = "wagtailadmin.access_admin"
OWN_PHONE_SECONDS = 90 * 24 * 60 * 60
UNTIL_THE_BROWSER_CLOSES = 0


def landing(user: Any) -> str:
    """The office's people go to the admin, everybody else to the phone home; leaders may enter both."""
    is_of_the_office = user.is_superuser or user.roles & set(OFFICE_ROLES)
    return reverse("wagtailadmin_home") if is_of_the_office else settings.LOGIN_REDIRECT_URL


def leads_nowhere(address: str, user: Any) -> bool:
    """An address that would send this user back to the door."""
    closed = address.startswith(reverse("wagtailadmin_home")) and not user.has_perm(ENTER_ADMIN)
    return closed or address.startswith((reverse("sign_in"), reverse("sign_out")))


def stay(request: HttpRequest, own_phone: bool) -> None:
    request.session.set_expiry(OWN_PHONE_SECONDS if own_phone else UNTIL_THE_BROWSER_CLOSES)
