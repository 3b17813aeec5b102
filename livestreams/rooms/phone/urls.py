"""Addresses."""

from django.urls import URLPattern

app_name = "my_rooms"
urlpatterns: list[URLPattern] = []
