"""Addresses of handing in and of the order files handed in."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
