"""Posters, reservation codes and the text for the group."""

from django.urls import URLPattern, path

from livestreams.sessions.phone.posters import views

urlpatterns: list[URLPattern] = [
    path("<int:pk>/poster/", views.poster, name="poster"),
    path("on/<int:pk>/poster/<str:shape>.jpg", views.poster_file, name="poster_file"),
]
