"""The lines and people of the totals' tests."""

from tests.livestreams.sales.staff.totals.conftest import clerk, desk, outsider, sold

__all__ = ["clerk", "desk", "outsider", "sold"]
