"""Rooms for everybody: /rooms/ …"""

from django.urls import URLPattern, path

from livestreams.rooms.public import feed, pages

app_name = "rooms_public"
urlpatterns: list[URLPattern] = [
    path("", pages.rooms, name="rooms"),
    path("<int:pk>/door/", pages.door, name="door"),
    path("calendar/<str:token>.ics", feed.feed, name="feed"),
]
