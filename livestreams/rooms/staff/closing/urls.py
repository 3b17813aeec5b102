"""Addresses of closures."""

from django.urls import path

from livestreams.rooms.access import LOOK, MANAGE
from livestreams.rooms.staff.closing.close_page import CloseView
from livestreams.rooms.staff.closing.closure_pages import ClosuresView, ClosureView, ReopenView
from zhunong.access.desk import needs

urlpatterns = [
    path("closures/", needs(LOOK)(ClosuresView.as_view()), name="closures"),
    path("closures/new/", needs(MANAGE)(CloseView.as_view()), name="close"),
    path("closures/<int:pk>/", needs(LOOK)(ClosureView.as_view()), name="closure"),
    path("closures/<int:pk>/reopen/", needs(MANAGE)(ReopenView.as_view()), name="reopen"),
]
