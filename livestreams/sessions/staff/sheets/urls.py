"""The address of the compliance sheet."""

from django.urls import path
from django.views.decorators.http import require_GET

from livestreams.sessions.staff.sheets.page import SheetView
from zhunong.access.desk import needs

SEE = "live_sessions.view_event"

urlpatterns = [path("<int:pk>/sheet/", needs(SEE)(require_GET(SheetView.as_view())), name="sheet")]
