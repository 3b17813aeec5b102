"""A team member's own pages, phone first: /my/ …"""

from django.urls import path

from zhunong.pages.help.views import member_help
from zhunong.pages.phone.home import home

app_name = "my"
urlpatterns = [path("", home, name="home"), path("help/", member_help, name="help")]
