"""The admin's first screen: what there is to do, as large tiles."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from livestreams.sales.wagtail_hooks import menu


class WorkPanel(Component):
    """A tile for each item of the sales menu that the user may open."""

    name = "work"
    template_name = "zhunong/parts/work.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        request = parent_context["request"]
        items = sorted(menu.menu_items_for_request(request), key=lambda item: item.order)
        return {"items": items, "user": request.user}
