"""Addresses of the catalogue's workbook."""

from django.urls import path

from products.access import EDIT, LOOK
from products.staff.sheets.page import SheetPage, download
from zhunong.access.desk import needs

urlpatterns = [
    path("sheet/", needs(EDIT)(SheetPage.as_view()), name="sheet"),
    path("sheet/download/", needs(LOOK)(download), name="sheet_download"),
]
