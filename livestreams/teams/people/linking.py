"""Making a one-time link and showing it to its maker, on one page, until it is used or another one is made."""

import io

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from livestreams.teams.people.reach import Reach
from livestreams.teams.people.showing import show
from zhunong.access.models import User
from zhunong.access.sign_in.links import LIFETIME, address_of, make_link, waits

MADE = "link_made"
"""In the maker's session: whose link, and which. The link itself is written down nowhere."""


def show_new_link(request: HttpRequest, person: User) -> HttpResponse:
    """Void older links, begin a new one and lead to the page that shows it."""
    make_link(person)
    request.session[MADE] = [person.pk, person.invited_at.isoformat() if person.invited_at else ""]
    return redirect("people:link", pk=person.pk)


def is_makers_own(request: HttpRequest, person: User) -> bool:
    """Whether the link that waits is the one made in this session."""
    made = person.invited_at.isoformat() if person.invited_at and waits(person) else None
    return request.session.get(MADE) == [person.pk, made]


def link_page(request: HttpRequest, person: User, reach: Reach) -> HttpResponse:
    context = {"reach": reach, "person": person}
    if is_makers_own(request, person):
        address = address_of(person)
        context |= {"address": address, "code": code(address), "text": text(person, address), "days": LIFETIME.days}
    return show(request, "link", **context)


def code(address: str) -> SafeString:
    """A QR code as inline SVG, made of nothing but the address."""
    svg = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        svg, kind="svg", scale=5, border=2, xmldecl=False, svgns=False, omitsize=True, dark="#2a2018"
    )
    return mark_safe(svg.getvalue().decode())  # noqa: S308


def text(person: User, address: str) -> str:
    """What is pasted into a chat; the address on a line of its own, where every app finds its end."""
    sentence = _(
        "Hello %(name)s, this link is for you alone: choose your password for %(site)s with it. "
        "It works once, within %(days)s days; please do not pass it on."
    ) % {"name": person, "site": settings.WAGTAIL_SITE_NAME, "days": LIFETIME.days}
    return "\n".join([sentence, address, _("Sign-in name: %(name)s") % {"name": person.username}])
