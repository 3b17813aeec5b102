"""Logging a session: figures from the platform's end screen."""

from django.urls import path

from livestreams.sessions.phone.logging import times, views

urlpatterns = [
    path("on/<int:pk>/log/", views.log, name="log"),
    path("on/<int:pk>/log/times/", times.log_times, name="log_times"),
    path("on/<int:pk>/log/proof/", views.log_proof, name="log_proof"),
]
