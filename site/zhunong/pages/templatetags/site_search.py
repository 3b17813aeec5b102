"""Where the search box of the header leads."""

from typing import Any

from django import template

from zhunong.pages.front.frame import frame_of
from zhunong.pages.front.tree import child_of_type

register = template.Library()


@register.simple_tag(takes_context=True)
def search_address(context: dict[str, Any]) -> str:
    """The catalogue's address; blank where there is none yet. No query beside that of the menu."""
    request = context["request"]
    frame = frame_of(request)
    catalogue = child_of_type(frame.children, "cataloguepage")
    return frame.link(catalogue, request).url if catalogue else ""
