"""Files to take away: what is on screen, with names and in the reader's language."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from livestreams.sales.exports import HEADERS
from livestreams.sales.staff.totals.ladder import Ladder
from livestreams.sales.staff.totals.ladder_files import as_csv, as_xlsx
from livestreams.sales.totals import Question

WRITERS = {"csv": as_csv, "xlsx": as_xlsx}
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def download_totals(ladder: Ladder, format: str) -> HttpResponse:
    by = "×".join(_(HEADERS[dimension]) for dimension in ladder.question.by)
    stem = _("sales by %(by)s") % {"by": by}
    return attachment(WRITERS[format](ladder), [stem, *told_days(ladder.question)], format)


def told_days(question: Question) -> list[str]:
    """The days asked about, for a file's name."""
    if not question.start and not question.end:
        return [_("all time")]
    return ["-".join(day.strftime("%Y%m%d") if day else "" for day in (question.start, question.end))]


def attachment(content: bytes, parts: Sequence[str], format: str) -> HttpResponse:
    response = HttpResponse(content, content_type=TYPES[format])
    response["Content-Disposition"] = disposition(parts, format)
    return response


def disposition(parts: Sequence[str], format: str) -> str:
    return content_disposition_header(True, f"{'_'.join(parts)}.{format}") or "attachment"
