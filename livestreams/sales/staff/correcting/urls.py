"""Addresses of corrections by hand."""

from django.urls import path

from livestreams.sales.staff.access import CORRECT
from livestreams.sales.staff.correcting.listing import CorrectionsView
from livestreams.sales.staff.correcting.views import CorrectView, UndoView
from zhunong.access.desk import needs

urlpatterns = [
    path("corrections/", needs("sales.view_correction")(CorrectionsView.as_view()), name="corrections"),
    path("corrections/<int:pk>/undo/", needs(CORRECT)(UndoView.as_view()), name="undo_correction"),
    path("lines/<int:pk>/correct/", needs(CORRECT)(CorrectView.as_view()), name="correct_line"),
]
