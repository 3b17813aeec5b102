"""Menu entries that say how many wait."""

from django.http import HttpRequest
from django.utils.translation import gettext
from wagtail.admin.ui.sidebar import LinkMenuItem as LinkComponent

from zhunong.access.desk import PermittedMenuItem


class CountedItem(PermittedMenuItem):
    """With how many wait beside its name, on the pages where `count` tells it; 0 = nothing is said."""

    def render_component(self, request: HttpRequest) -> LinkComponent:
        attrs = self.attrs | counted(str(self.label), self.count(request))
        return LinkComponent(self.name, self.label, self.url, self.icon_name, self.classname, attrs)

    def count(self, request: HttpRequest) -> int:
        raise NotImplementedError


def counted(label: str, count: int) -> dict[str, str]:
    """For eyes (drawn by the style sheet) and for ears; nothing waiting = nothing said."""
    if not count:
        return {}
    named = gettext("%(label)s, %(count)s waiting") % {"label": label, "count": count}
    return {"data-count": str(count), "aria-label": named}
