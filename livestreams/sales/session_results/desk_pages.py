"""Results of sessions at the desk: the list, one session, and lines beside it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales.session_results.charts import months_chart, products_chart
from livestreams.sales.session_results.eyes import Eyes, office
from livestreams.sales.session_results.history import History
from livestreams.sales.session_results.listing import Listing
from livestreams.sales.session_results.result import Result, result_of
from livestreams.sales.session_results.showing import DESK, ShownResult
from livestreams.sales.staff.totals.page import SalesPage
from livestreams.teams.models import Team

A_PAGE = 50


class SessionsView(SalesPage):
    """`?team=` narrows down to one team, `show=months` its months and what its room changed; `?page=` of the list."""

    template_name = "sales/session_results/list.html"
    page_title = gettext_lazy("Results of sessions")
    header_icon = "media"
    is_below_totals = False

    @property
    def eyes(self) -> Eyes:
        return office(self.user)

    @cached_property
    def teams(self) -> list[Team]:
        return list(Team.objects.visible_to(self.user).order_by("name"))

    @cached_property
    def team(self) -> Team | None:
        asked = self.request.GET.get("team", "")
        return next((team for team in self.teams if team.slug == asked), None)

    @cached_property
    def history(self) -> History:
        return History(self.eyes, self.team, self.request.GET.get("page"), self.teams, A_PAGE)

    @property
    def shows_months(self) -> bool:
        return self.team is not None and self.request.GET.get("show") == "months"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "teams": self.teams, "team": self.team, "history": self.history, "shows_months": self.shows_months,
            "chart": months_chart(self.history.months) if self.shows_months else None,
        }  # fmt: skip


class SessionPage(SalesPage):
    """What pages of one session share."""

    header_icon = "media"

    @cached_property
    def result(self) -> Result:
        return result_of(office(self.user), self.kwargs["pk"])

    def get_page_title(self) -> str:
        return self.result.session.title

    def get_breadcrumbs_items(self) -> list[dict]:
        above = {"url": reverse("sales:session_results"), "label": _("Results of sessions")}
        return [*self.breadcrumbs_items, above, *self.above(), {"url": "", "label": self.get_page_title()}]

    def above(self) -> list[dict]:
        return []


class SessionView(SessionPage):
    """One session."""

    template_name = "sales/session_results/result.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.result  # noqa: B018  # not found, before anything is drawn
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = ShownResult(self.result, DESK)
        return super().get_context_data(**kwargs) | {"shown": shown, "chart": products_chart(self.result)}


class SessionLinesView(SessionPage):
    """Lines of a session, or beside it, of one kind."""

    template_name = "sales/session_results/lines.html"

    @cached_property
    def listing(self) -> Listing:
        return Listing(self.result, self.request.GET.dict())

    def get_page_title(self) -> str:
        return str(self.listing.kind.label)

    def above(self) -> list[dict]:
        address = reverse("sales:session_result", args=[self.result.session.pk])
        return [{"url": address, "label": self.result.session.title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"listing": self.listing}
