"""Posters, reservation codes and the text for the group."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
