"""Columns of lists that say a day as a day; Wagtail's own says how long ago it was."""

from typing import Any

from wagtail.admin.ui.tables import Column


class DayColumn(Column):
    """`2026-06-01`, a dash where there is none."""

    def get_value(self, instance: Any) -> str:
        day = super().get_value(instance)
        return day.isoformat() if day else "—"
