"""Start and end: pressed here, the platform's own, and changes of what counts."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
