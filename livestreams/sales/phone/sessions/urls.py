"""Results of sessions."""

from django.urls import URLPattern, path

from livestreams.sales.phone.sessions import views

urlpatterns: list[URLPattern] = [
    path("sessions/", views.session_history, name="session_history"),
    path("sessions/<int:pk>/", views.session_result, name="session_result"),
    path("sessions/<int:pk>/lines/", views.session_lines, name="session_lines"),
]
