"""Addresses of results of sessions, below /admin/sales/."""

from django.urls import path

from livestreams.sales.session_results.desk_pages import SessionLinesView, SessionsView, SessionView
from livestreams.sales.staff.access import VIEW_TOTALS
from zhunong.access.desk import needs

see = needs(VIEW_TOTALS)

urlpatterns = [
    path("sessions/", see(SessionsView.as_view()), name="session_results"),
    path("sessions/<int:pk>/", see(SessionView.as_view()), name="session_result"),
    path("sessions/<int:pk>/lines/", see(SessionLinesView.as_view()), name="session_lines"),
]
