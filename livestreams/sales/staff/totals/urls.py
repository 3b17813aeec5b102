"""Addresses of totals, lines and what is to be looked after."""

from django.urls import path
from django.views.decorators.http import require_POST

from livestreams.sales.staff.access import VIEW_TOTALS, needs
from livestreams.sales.staff.totals.line_list import LinesView
from livestreams.sales.staff.totals.line_page import LineView
from livestreams.sales.staff.totals.overview import TotalsView
from livestreams.sales.staff.totals.unmapped import UnmappedView, map_view

see = needs(VIEW_TOTALS)

urlpatterns = [
    path("totals/", see(TotalsView.as_view()), name="totals"),
    path("lines/", see(LinesView.as_view()), name="lines"),
    path("lines/<int:pk>/", see(LineView.as_view()), name="line"),
    path("unmapped/", see(UnmappedView.as_view()), name="unmapped"),
    path("unmapped/<int:pk>/map/", see(require_POST(map_view)), name="map_listing"),
]
