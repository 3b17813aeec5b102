"""The totals page: what was sold, by one or two dimensions, over a stretch of days."""

from typing import Any

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livestreams.sales import evidenced
from livestreams.sales.exports import HEADERS
from livestreams.sales.models import MonthlyTotal
from livestreams.sales.staff.totals.addresses import address_with, lines_address
from livestreams.sales.staff.totals.downloads import WRITERS, download_totals
from livestreams.sales.staff.totals.forms import TotalsForm
from livestreams.sales.staff.totals.ladder import Ladder
from livestreams.sales.staff.totals.page import SalesPage
from livestreams.sales.staff.totals.periods import month_end
from livestreams.sales.staff.totals.tables import MOST_ROWS, Tables
from livestreams.sales.staff.totals.townships import townships_of
from livestreams.sales.staff.totals.words import DEFINITIONS, MEASURES, SHORT_DEFINITIONS
from livestreams.sales.totals import Answer, ask
from products.money import jin, wan_yuan, yuan


class TotalsView(SalesPage):
    """Opens on this month by team; everything asked for stands in the address."""

    template_name = "sales/totals/totals.html"
    page_title = _("Totals")
    is_below_totals = False

    @cached_property
    def form(self) -> TotalsForm:
        return TotalsForm(self.request.GET, self.names)

    @cached_property
    def answer(self) -> Answer:
        answer = ask(self.form.question(self.form.dimensions(), townships_of(self.user)))
        self.names.prepare(answer)
        return answer

    @cached_property
    def ladder(self) -> Ladder:
        """The answer beside that of the sales evidenced by hand."""
        return Ladder(self.answer, evidenced.ask(self.answer.question), self.names)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        format = request.GET.get("format")
        if format in WRITERS and self.form.is_valid():
            return download_totals(self.ladder, format)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs, form=self.form, definitions=definitions())
        if not self.form.is_valid():
            return context
        days = self.form.days()
        context |= {"days": days, "total": self.answer.total, "by": self.form.dimensions()}
        return context | (self.figures() if self.ladder.steps else self.emptiness())

    def figures(self) -> dict[str, Any]:
        measure = self.form.measure_name()
        tables = Tables(self.answer, self.names, measure)
        return {
            "cards": cards(self.answer),
            "ladder": self.ladder.context() if self.ladder.by_hand.rows else None,
            "concerns": self.concerns(),
            "rows": tables.rows(),
            "hidden_rows": max(0, len(self.answer.rows) - MOST_ROWS),
            "most_rows": MOST_ROWS,
            "matrix": tables.matrix(),
            "hints": tables.hints(),
            "measure": measure,
            "measure_name": MEASURES[measure],
            "headers": {dimension: gettext(HEADERS[dimension]) for dimension in self.form.dimensions()},
            "chips": self.form.chips(self.request),
            "short": SHORT_DEFINITIONS,
            "all_lines": lines_address(self.answer.question),
            "exports": {format: address_with(self.request, format=format) for format in WRITERS},
        }

    def concerns(self) -> list[dict[str, Any]]:
        """What is to be looked after in these days, with the way to its lines."""
        question, dimensions = self.answer.question, {"unmapped": "sku", "strangers": "account", "unclaimed": "team"}
        found = [
            {
                "name": name,
                **self.answer.concerns[name]._asdict(),
                "address": lines_address(question, [dimension], [None]),
            }
            for name, dimension in dimensions.items()
        ]
        address = f"{lines_address(question)}&provisional=on"
        found.append({"name": "provisional", "paid_fen": self.answer.total.provisional_fen, "address": address})
        return [concern for concern in found if concern["paid_fen"] or concern.get("lines")]

    def emptiness(self) -> dict[str, Any]:
        """Nothing in these days: is there anything at all, and when was the last?"""
        latest = MonthlyTotal.objects.visible_to(self.user).aggregate(latest=Max("month"))["latest"]
        if not latest:
            return {"latest": None}
        changes = {"period": "own", "day_from": latest.isoformat(), "day_to": month_end(latest).isoformat()}
        return {"latest": latest, "latest_address": address_with(self.request, **changes)}


IN_WAN_FROM_FEN = 1_000_000_00  # 10 万元


def cards(answer: Answer) -> list[dict[str, Any]]:
    """The headline: money in 万元 where there is that much, so that small sums still add up on screen."""
    total = answer.total
    money = {"net": total.net_fen, "paid": total.paid_fen, "refunded": total.refunded_fen}
    is_large = total.paid_fen >= IN_WAN_FROM_FEN
    show, unit = (wan_yuan, _("10,000 yuan")) if is_large else (yuan, _("yuan"))
    figures = [(name, show(fen), unit) for name, fen in money.items()]
    figures += [("lines", f"{total.lines:,}", _("sub-orders")), ("items", f"{total.items:,}", _("pieces"))]
    figures.append(("weight", jin(total.weight_g), _("jin")))
    labels = MEASURES | {"weight": _("weight")}
    return [
        {"name": labels[name], "figure": figure, "unit": unit, "definition": SHORT_DEFINITIONS[name]}
        for name, figure, unit in figures
    ]


def definitions() -> list[tuple[str, str]]:
    """统计口径: each figure's name and what exactly it is."""
    names = MEASURES | {"provisional": _("provisional"), "team": _("by team"), "village": _("by village")}
    names |= {"evidenced": _("evidenced by hand"), "together": _("together")}
    return [(str(names[name]), str(text)) for name, text in DEFINITIONS.items()]
