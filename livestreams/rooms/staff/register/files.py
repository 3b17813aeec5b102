"""The register as Excel files: a row a team, or a row a booking. Hours are exact; Excel shows one decimal."""

from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from livestreams.rooms.models import Occupancy, Room
from livestreams.rooms.models.occupancies import OccupancyQuerySet, Purpose
from livestreams.rooms.months import Month
from livestreams.rooms.register import TeamUse, Use, total
from zhunong.workbooks import write_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HOURS = "0.0"


def download(
    month: Month, room: Room | None, teams: Sequence[TeamUse], uses: OccupancyQuerySet, of: str
) -> HttpResponse:
    """`of`: "uses", else the totals of the teams."""
    title = _("Single uses") if of == "uses" else _("Use by team")
    content = uses_file(title, uses) if of == "uses" else teams_file(title, teams)
    name = "_".join(filter(None, [_("Register of use"), title, month.key, room.name if room else ""]))
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = content_disposition_header(True, f"{name}.xlsx") or "attachment"
    return response


def teams_file(title: str, uses: Sequence[TeamUse]) -> bytes:
    headers = [_("township"), _("team"), _("bookings"), _("hours"), *map(str, Purpose.labels)]
    rows = [[use.township, use.team, *figures(use)] for use in uses]
    last = [_("total"), "", *figures(total(uses))]
    return write_workbook(title, headers, [*rows, last], dict.fromkeys(headers[3:], HOURS))


def figures(use: Use) -> list[float]:
    return [use.bookings, use.minutes / 60, *(use.by_purpose.get(value, 0) / 60 for value in Purpose.values)]


def uses_file(title: str, uses: Iterable[Occupancy]) -> bytes:
    headers = [
        _("day"),
        _("begins at"),
        _("ends at"),
        _("hours"),
        _("room"),
        _("team"),
        _("purpose"),
        _("seen there at"),
    ]
    return write_workbook(title, headers, map(use_row, uses), {_("hours"): HOURS})


def use_row(row: Occupancy) -> list[object]:
    begin, end = timezone.localtime(row.starts_at), timezone.localtime(row.ends_at)
    seen = f"{timezone.localtime(row.present_at):%H:%M}" if row.present_at else ""
    return [
        f"{begin:%Y-%m-%d}", f"{begin:%H:%M}", f"{end:%H:%M}", row.minutes / 60, row.room.name, str(row.team),
        row.get_purpose_display(), seen,
    ]  # fmt: skip
