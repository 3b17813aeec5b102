"""Addresses of sessions at the desk, and of one event."""

from django.urls import path
from django.views.decorators.http import require_GET, require_POST

from livestreams.sessions.access import DECIDE
from livestreams.sessions.staff.events.act_views import CancelView, ChangeView
from livestreams.sessions.staff.events.list_page import SessionsView
from livestreams.sessions.staff.events.page import EventPage
from zhunong.access.desk import needs

see, work = needs("live_sessions.view_event"), needs(DECIDE)

urlpatterns = [
    path("", see(require_GET(SessionsView.as_view())), name="events"),
    path("<int:pk>/", see(require_GET(EventPage.as_view())), name="event"),
    path("<int:pk>/change/", work(ChangeView.as_view()), name="change_event"),
    path("<int:pk>/cancel/", work(require_POST(CancelView.as_view())), name="cancel_event"),
]
