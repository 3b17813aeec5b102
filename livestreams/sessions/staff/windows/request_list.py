"""改时间申请: what teams ask for; opens on what waits, those that wait longest first."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from livestreams.rooms.staff.page import RoomsPage
from livestreams.sessions.models import WindowRequest
from products.money import yuan

PAGE_REQUESTS = 30
STATES = {**dict(WindowRequest.State.choices), "all": _("all")}


class RequestsView(RoomsPage):
    template_name = "live_sessions/windows/requests.html"
    page_title = _("Changes of time that wait")
    header_icon = "history"

    @cached_property
    def state(self) -> str:
        given = self.request.GET.get("state", "")
        return given if given in STATES else WindowRequest.State.WAITING.value

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = WindowRequest.objects.visible_to(self.user)
        found = found if self.state == "all" else found.filter(state=self.state)
        order = "asked_at" if self.state == WindowRequest.State.WAITING else "-asked_at"
        found = found.select_related("session__account", "asked_by", "decided_by").order_by(order, "pk")
        page = Paginator(found, PAGE_REQUESTS).get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs) | {
            "page": page, "requests": [(each, moved(each)) for each in page], "state": self.state, "states": STATES,
        }  # fmt: skip


def moved(request: WindowRequest) -> list[str]:
    """The teams that would have gained when it was asked: `十四小只 +128.00`."""
    return [
        f"{move['name']} +{yuan(move['paid_fen'] - move['refunded_fen'])}"
        for move in request.moves
        if move["dimension"] == "team" and move["name"] and move["paid_fen"] > move["refunded_fen"]
    ]
