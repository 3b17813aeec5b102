"""Addresses of the week."""

from django.urls import path
from django.views.decorators.http import require_GET, require_POST

from livestreams.rooms.access import LOOK, MANAGE
from livestreams.rooms.staff.week.data import move_by_hand, week_events
from livestreams.rooms.staff.week.page import WeekView
from zhunong.access.desk import needs

look, work = needs(LOOK), needs(MANAGE)

urlpatterns = [
    path("week/", look(require_GET(WeekView.as_view())), name="week"),
    path("week/events/", look(require_GET(week_events)), name="week_events"),
    path("week/<int:pk>/move/", work(require_POST(move_by_hand)), name="move"),
]
