"""Addresses of session lists, at the desk and on the phone."""

from django.urls import path

from livestreams.sales.session_lists import phone, views

urlpatterns = [
    path("session-lists/", views.session_lists, name="session_lists"),
    path("session-lists/carry-out/", views.carry_out_session_list, name="carry_out_session_list"),
]
own_urlpatterns = [
    path("session-lists/", phone.session_lists, name="session_lists"),
    path("session-lists/carry-out/", phone.carry_out_session_list, name="carry_out_session_list"),
]
