"""Seasons on the phone: /my/seasons/ …"""

from django.urls import path

from livestreams.teams.seasons import page

app_name = "my_seasons"
urlpatterns = [
    path("", page.seasons, name="seasons"),
    path("<int:pk>/tell/", page.tell, name="tell"),
    path("<int:pk>/write/", page.write, name="write"),
]
