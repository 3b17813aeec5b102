"""Addresses of a page's cards and the words to send with them. None asks a query: the page holds all they need."""

from hashlib import sha256

from django import template
from django.conf import settings
from django.urls import reverse
from wagtail.models import Page

from zhunong.addresses import public_address

register = template.Library()


@register.simple_tag
def card_url(page: Page, shape: str = "wide") -> str:
    """The full address, for og:image and WeChat; another one after each publishing. Blank for a page not yet kept."""
    return f"{settings.PUBLIC_URL}{card_path(page, shape)}" if page.pk else ""


@register.simple_tag
def card_path(page: Page, shape: str = "tall") -> str:
    """The address on this site, for `<img>`."""
    told = (page.last_published_at, page.title, getattr(page, "picture_id", None))
    key = sha256(repr(told).encode()).hexdigest()[:8]
    return reverse("card", args=(f"{page.pk}-{shape}-{key}",))


@register.simple_tag(takes_context=True)
def words_to_send(context: template.Context, page: Page) -> str:
    """What is pasted into a group: title, lead, and the address on a line of its own, where every app finds its end."""
    lead = getattr(page, "lead", "") or page.search_description
    return "\n".join(filter(None, [page.title, lead, public_address(page, context.get("request"))]))
