"""What commands say of an import, as plain data (contracts, section 3)."""

from django.utils.translation import gettext

from livestreams.sales.models import OrderImport
from livestreams.sales.reading import BAD_REASONS
from livestreams.sales.times import as_text

COUNTS = (
    "rows", "new", "updated", "unchanged", "older", "bad", "unmapped", "strangers", "without_team", "unknown_words",
    "paid_fen", "refunded_fen", "delta_paid_fen", "delta_refunded_fen",
)  # fmt: skip
BAD_FIELDS = ("row", "column", "value", "reason")


def import_report(order_import: OrderImport) -> dict:
    """One object of `import_orders --format json`."""
    report = {name: getattr(order_import, name) for name in COUNTS}
    report["bad"] = [bad_report(bad) for bad in order_import.bad]
    return {
        "id": order_import.pk,
        "file": order_import.file_name,
        "platform": order_import.platform,
        "exported_at": as_text(order_import.exported_at) if order_import.exported_at else None,
        **report,
    }


def bad_report(bad: dict) -> dict:
    """What is said of a bad row, its reason as a sentence."""
    return {name: bad[name] for name in BAD_FIELDS} | {"reason": gettext(BAD_REASONS[bad["reason"]])}
