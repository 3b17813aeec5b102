"""Addresses of totals and lines."""

from django.urls import path

from livestreams.sales.staff.access import VIEW_TOTALS
from livestreams.sales.staff.totals.line_list import LinesView
from livestreams.sales.staff.totals.line_page import LineView
from livestreams.sales.staff.totals.overview import TotalsView
from zhunong.access.desk import needs

see = needs(VIEW_TOTALS)

urlpatterns = [
    path("totals/", see(TotalsView.as_view()), name="totals"),
    path("lines/", see(LinesView.as_view()), name="lines"),
    path("lines/<int:pk>/", see(LineView.as_view()), name="line"),
]
