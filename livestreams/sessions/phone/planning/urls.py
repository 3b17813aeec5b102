"""Planning an event on the phone, and its page."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
