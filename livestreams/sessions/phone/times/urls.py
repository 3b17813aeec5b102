"""Start and end: pressed here, the platform's own, and changes of what counts."""

from django.urls import URLPattern, path

from livestreams.sessions.phone.times import press_view, times_page

urlpatterns: list[URLPattern] = [
    path("<int:pk>/press/", press_view.press_it, name="press"),
    path("on/<int:pk>/times/", times_page.times, name="times"),
    path("on/<int:pk>/times/take-back/", times_page.take_back, name="take_back_times"),
]
