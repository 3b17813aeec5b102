"""What the site is called, without asking the database on every page."""

from typing import Any

from django import template
from django.core.cache import cache
from django.utils.translation import gettext as _
from wagtail.models import Site

register = template.Library()
KEPT_SECONDS = 60


@register.simple_tag(takes_context=True)
def site_name(context: dict[str, Any]) -> str:
    """The site's name as staff entered it; a new one shows within a minute."""
    request = context["request"]

    def read() -> str:
        site = Site.find_for_request(request)
        return site.site_name if site else ""

    return cache.get_or_set(f"site-name-{request.get_host()}", read, KEPT_SECONDS) or _("Zhunong")
