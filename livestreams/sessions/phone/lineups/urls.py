"""The line-up, the live sheet and the compliance sheet."""

from django.urls import URLPattern, path

from livestreams.sessions.phone.lineups import live, sheets, views

urlpatterns: list[URLPattern] = [
    path("<int:pk>/line-up/", views.line_up, name="line_up"),
    path("<int:pk>/live/", live.live, name="live"),
    path("<int:pk>/sheet/", sheets.sheet, name="sheet"),
]
