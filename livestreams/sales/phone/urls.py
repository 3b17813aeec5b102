"""Sales on a team member's phone: /my/sales/ …"""

from django.urls import URLPattern

app_name = "my_sales"
urlpatterns: list[URLPattern] = []
