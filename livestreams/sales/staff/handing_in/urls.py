"""Addresses of handing in and of the order files handed in."""

from django.urls import URLPattern, path

from livestreams.sales.staff.handing_in import decision_views, hand_in_views, import_views

urlpatterns: list[URLPattern] = [
    path("hand-in/", hand_in_views.hand_in, name="hand_in"),
    path("hand-in/files/", hand_in_views.hand_in_files, name="hand_in_files"),
    path("hand-in/files/confirm/", hand_in_views.confirm_files, name="confirm_files"),
    path("offline-template/", import_views.offline_template, name="offline_template"),
    path("imports/", import_views.imports, name="imports"),
    path("imports/<int:pk>/", import_views.import_page, name="import"),
    path("imports/<int:pk>/bad-rows/", import_views.bad_rows, name="bad_rows"),
    path("imports/<int:pk>/shop/", decision_views.tell_shop, name="tell_shop"),
    path("imports/<int:pk>/confirm/", decision_views.confirm, name="confirm"),
    path("imports/<int:pk>/discard/", decision_views.discard_file, name="discard"),
    path("imports/<int:pk>/undo/", decision_views.turn, {"act": "undo"}, name="undo"),
    path("imports/<int:pk>/redo/", decision_views.turn, {"act": "redo"}, name="redo"),
]
