"""Broadcasts for everybody: /live/ …"""

from django.urls import URLPattern, path

from livestreams.sessions.public import pages

app_name = "live_public"
urlpatterns: list[URLPattern] = [
    path("", pages.schedule, name="schedule"),
    path("<str:slug>/", pages.session, name="session"),
    path("<str:slug>/code.png", pages.code, name="code"),
    path("<str:slug>/poster-<str:shape>.jpg", pages.poster, name="poster"),
]
