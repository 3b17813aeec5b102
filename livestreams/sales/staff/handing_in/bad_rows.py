"""The rows that could not be read, as a workbook to correct and hand in."""

from django.utils.translation import gettext as _

from livestreams.sales.models import OrderImport
from livestreams.sales.reading import BAD_REASONS
from livestreams.sales.times import BEIJING
from zhunong.workbooks import write_workbook


def bad_rows_workbook(order_import: OrderImport) -> bytes:
    """The kept columns as they came, the unreadable value masked, and two columns that the importer passes over."""
    headers = [*order_import.columns, _("Row in the file handed in"), _("What is wrong")]
    rows = [
        [*bad["cells"], bad["row"], f"{bad['column']}: {_(BAD_REASONS.get(bad['reason'], bad['reason']))}"]
        for bad in order_import.bad
        if len(bad["cells"]) == len(order_import.columns)
    ]
    return write_workbook(_("To correct"), headers, rows)


def bad_rows_name(order_import: OrderImport) -> str:
    """The time of the export is in the name: the corrected rows rank where the file they come from does."""
    stamp = ""
    if order_import.exported_at:
        stamp = order_import.exported_at.astimezone(BEIJING).strftime("-%Y%m%d%H%M%S")
    return f"{_('To correct')}-{order_import.pk}{stamp}.xlsx"
