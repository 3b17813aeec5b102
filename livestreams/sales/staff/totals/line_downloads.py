"""Lines to take away: csv streamed however many, xlsx up to what Excel opens with ease."""

import csv
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _

from livestreams.sales.models import Line
from livestreams.sales.staff.totals.downloads import TYPES, attachment, disposition, told_days
from livestreams.sales.staff.totals.names import Names
from livestreams.sales.staff.totals.parts import shares_of
from livestreams.sales.staff.totals.selection import SHOWN, Selection
from livestreams.sales.staff.totals.telling import told_shares, told_sku
from livestreams.sales.times import as_text
from products.money import FEN_A_YUAN, GRAMS_A_JIN
from products.platforms import platform_name
from zhunong.formulas import harmless
from zhunong.workbooks import write_workbook

FORMATS = ("xlsx", "csv")
MOST_XLSX_LINES = 50_000
AT_ONCE = 2000


class Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def download_lines(selection: Selection, names: Names, format: str) -> HttpResponse | StreamingHttpResponse:
    parts = [_("order lines"), *([selection.order] if selection.order else told_days(selection.question))]
    if format == "xlsx":
        columns = headers(selection)
        formats = {column: "#,##0.00" for column in columns if column in money_headers()}
        content = write_workbook(_("order lines"), columns, rows(selection, names), formats)
        return attachment(content, parts, format)
    response = StreamingHttpResponse(csv_lines(selection, names), content_type=TYPES["csv"])
    response["Content-Disposition"] = disposition(parts, format)
    return response


def csv_lines(selection: Selection, names: Names) -> Iterator[str]:
    """With BOM; order numbers end in a TAB, or Excel would round them."""
    writer: Any = csv.writer(Echo())
    yield "\ufeff" + writer.writerow(headers(selection))
    for row in rows(selection, names):
        yield writer.writerow([as_csv_cell(value, place) for place, value in enumerate(row)])


def as_csv_cell(value: Any, place: int) -> Any:
    if isinstance(value, str):
        return f"{harmless(value)}\t" if value.isdigit() and place in (1, 2) else harmless(value)
    return f"{value:.2f}" if isinstance(value, float) else value


def money_headers() -> list[str]:
    return [_("paid (yuan)"), _("refunded (yuan)"), _("net of refunds (yuan)"), *part_headers()]


def part_headers() -> list[str]:
    return [_("part: paid (yuan)"), _("part: refunded (yuan)"), _("part: net (yuan)")]


def headers(selection: Selection) -> list[str]:
    columns = [
        _("day"), _("order number"), _("sub-order"), _("platform"), _("shop"), _("listed as"), _("SKU"), _("items"),
        _("weight (jin)"), _("paid (yuan)"), _("refunded (yuan)"), _("net of refunds (yuan)"), _("refund"),
        _("account"), _("session"), _("started at"), _("team"), _("village"), _("provisional"),
    ]  # fmt: skip
    return columns + (part_headers() if selection.is_of_parts else [])


def rows(selection: Selection, names: Names) -> Iterator[list]:
    for line in selection.lines.select_related(*SHOWN).iterator(chunk_size=AT_ONCE):
        row = cells(line, names)
        if selection.is_of_parts:
            part = selection.part(line)
            row += [fen / FEN_A_YUAN for fen in (part.paid_fen, part.refunded_fen, part.net_fen)]
        yield row


def cells(line: Line, names: Names) -> list:
    session = line.session
    return [
        line.day.isoformat() if line.day else _("never paid"), line.order_no, line.key, platform_name(line.platform),
        line.shop.nickname, str(line.listing), told_sku(line), line.items, line.weight_g / GRAMS_A_JIN,
        *(fen / FEN_A_YUAN for fen in (line.paid_fen, line.refunded_fen, line.net_fen)),
        str(line.get_refund_rule_display()) if line.refund_rule else "",
        line.account.nickname if line.account else names.name("account", None),
        session.title if session else names.name("session", None),
        as_text(session.started_at)[:16] if session else "",
        told_shares("team", shares_of(line.team_shares), names),
        told_shares("village", shares_of(line.village_shares), names),
        _("provisional") if line.is_provisional else "",
    ]  # fmt: skip
