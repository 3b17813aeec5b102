"""The address of the record."""

from django.urls import path
from django.views.decorators.http import require_GET

from livestreams.sessions.staff.changes.page import ChangesView
from zhunong.access.desk import needs

see = needs("live_sessions.view_eventchange")

urlpatterns = [path("changes/", see(require_GET(ChangesView.as_view())), name="changes")]
