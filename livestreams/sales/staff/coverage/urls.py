"""Address of the coverage board, below /admin/sales/."""

from django.urls import path

from livestreams.sales.staff.access import VIEW_TOTALS
from livestreams.sales.staff.coverage.board_page import CoverageView
from zhunong.access.desk import needs

urlpatterns = [path("coverage/", needs(VIEW_TOTALS)(CoverageView.as_view()), name="coverage")]
