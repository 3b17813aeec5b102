"""Addresses of changes of time that wait, and of the times of one session."""

from django.urls import path
from django.views.decorators.http import require_GET, require_POST

from livestreams.sessions.access import DECIDE
from livestreams.sessions.staff.windows.request_list import RequestsView
from livestreams.sessions.staff.windows.request_page import RequestView
from livestreams.sessions.staff.windows.times_page import TimesView
from zhunong.access.desk import needs

see = needs("live_sessions.view_windowrequest")

urlpatterns = [
    path("times/", see(require_GET(RequestsView.as_view())), name="window_requests"),
    path("times/<int:pk>/", see(require_GET(RequestView.as_view())), name="window_request"),
    path("times/<int:pk>/decide/", needs(DECIDE)(require_POST(RequestView.as_view())), name="decide_window"),
    path("on/<int:pk>/times/", see(require_GET(TimesView.as_view())), name="session_times"),
    path("on/<int:pk>/times/enter/", needs(DECIDE)(require_POST(TimesView.as_view())), name="enter_times"),
]
