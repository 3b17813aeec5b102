"""Addresses of totals, lines and what is to be looked after."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
