"""Addresses of 认领 below /my/sales/."""

from django.urls import path

from livestreams.sales.phone.asking import views

urlpatterns = [
    path("requests/", views.requests, name="requests"),
    path("requests/account/", views.ask_account, name="ask_account"),
    path("requests/line/<int:pk>/", views.ask_line, name="ask_line"),
    path("requests/<int:pk>/withdraw/", views.withdraw_request, name="withdraw_request"),
]
