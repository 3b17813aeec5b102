"""Addresses."""

from django.urls import URLPattern

app_name = "rooms_public"
urlpatterns: list[URLPattern] = []
