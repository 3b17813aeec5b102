"""Addresses of the record of changes. Those of tables are their viewsets'."""

from django.urls import path

from livestreams.sales.staff.tables.history import ChangesView, ChangeView
from zhunong.access.desk import needs

VIEW_CHANGES = "sales.view_recordedchange"

urlpatterns = [
    path("changes/", needs(VIEW_CHANGES)(ChangesView.as_view()), name="changes"),
    path("changes/<int:pk>/", needs(VIEW_CHANGES)(ChangeView.as_view()), name="change"),
]
