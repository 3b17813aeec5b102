"""A team member's own pages, phone first: /my/ …"""

from django.urls import URLPattern

app_name = "my"
urlpatterns: list[URLPattern] = []
