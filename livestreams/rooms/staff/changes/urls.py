"""The address of the record."""

from django.urls import path
from django.views.decorators.http import require_GET

from livestreams.rooms.access import LOOK
from livestreams.rooms.staff.changes.page import ChangesView
from zhunong.access.desk import needs

urlpatterns = [path("changes/", needs(LOOK)(require_GET(ChangesView.as_view())), name="changes")]
