"""The lines behind a figure, page by page; also where an order number is looked up."""

from collections.abc import Container
from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from livestreams.sales.corrections import keys_corrected
from livestreams.sales.models import Line
from livestreams.sales.staff.totals.addresses import address_with
from livestreams.sales.staff.totals.forms import LinesForm
from livestreams.sales.staff.totals.line_downloads import FORMATS, MOST_XLSX_LINES, download_lines
from livestreams.sales.staff.totals.names import Names
from livestreams.sales.staff.totals.page import SalesPage
from livestreams.sales.staff.totals.parts import Part, shares_of
from livestreams.sales.staff.totals.selection import SHOWN, Selection
from livestreams.sales.staff.totals.telling import told_shares, told_sku

PAGE_LINES = 50


class ShownLine(NamedTuple):
    """A line of the list, with what of it is meant."""

    line: Line
    part: Part
    is_part: bool
    teams: str
    villages: str
    is_corrected: bool

    @property
    def sub_key(self) -> str:
        """What the line's key adds to the order number."""
        return self.line.key.removeprefix(self.line.order_no).lstrip("|")

    @property
    def sku(self) -> str:
        return told_sku(self.line)


class LinesView(SalesPage):
    """Lines by the same filters as totals. Its sum is the clicked figure."""

    template_name = "sales/totals/lines.html"
    page_title = _("Lines")

    @cached_property
    def form(self) -> LinesForm:
        return LinesForm(self.request.GET, self.names)

    @cached_property
    def selection(self) -> Selection:
        given = self.form.cleaned_data
        return Selection(self.user, self.form.question(), given["provisional"], given["order"].strip())

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The page, or the lines as a file; csv is streamed."""
        format = request.GET.get("format")
        if format in FORMATS and self.form.is_valid() and self.may_download(format):
            return download_lines(self.selection, self.names, format)
        return super().get(request, *args, **kwargs)

    def may_download(self, format: str) -> bool:
        return format == "csv" or self.selection.count <= MOST_XLSX_LINES

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs, form=self.form)
        if not self.form.is_valid():
            return context
        selection = self.selection
        paginator = Paginator(selection.lines.select_related(*SHOWN), PAGE_LINES)
        paginator.count = selection.count
        page = paginator.get_page(self.request.GET.get("page"))
        by_hand = keys_corrected(page)
        return context | {
            "selection": selection,
            "days": self.form.days(),
            "chips": [] if selection.order else self.form.chips(self.request),
            "sum": selection.total() if selection.count else None,
            "page": page,
            "lines": [shown(line, selection, self.names, by_hand) for line in page],
            "exports": {format: address_with(self.request, format=format, page=None) for format in FORMATS},
            "xlsx_limit": MOST_XLSX_LINES,
            "is_beyond_xlsx": selection.count > MOST_XLSX_LINES,
            "earlier": address_with(self.request, page=page.number - 1),
            "later": address_with(self.request, page=page.number + 1),
        }


def shown(line: Line, selection: Selection, names: Names, by_hand: Container[tuple[int, str]] = ()) -> ShownLine:
    part = selection.part(line)
    return ShownLine(
        line=line,
        part=part,
        is_part=(part.paid_fen, part.refunded_fen) != (line.paid_fen, line.refunded_fen),
        teams=told_shares("team", shares_of(line.team_shares), names),
        villages=told_shares("village", shares_of(line.village_shares), names),
        is_corrected=(line.shop_id, line.key) in by_hand,
    )
