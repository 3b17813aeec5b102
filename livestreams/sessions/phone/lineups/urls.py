"""The line-up, the live sheet and the compliance sheet."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
