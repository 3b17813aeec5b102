"""Logging a session: figures from the platform's end screen."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
