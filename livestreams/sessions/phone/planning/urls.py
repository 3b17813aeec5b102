"""Planning an event on the phone, and its page."""

from django.urls import URLPattern, path

from livestreams.sessions.phone.planning import acts, edit_page, event_page, lists, plan_page

urlpatterns: list[URLPattern] = [
    path("", lists.sessions, name="list"),
    path("plan/", plan_page.plan, name="plan"),
    path("<int:pk>/", event_page.event, name="event"),
    path("<int:pk>/edit/", edit_page.edit, name="edit"),
    path("<int:pk>/cancel/", acts.cancel, name="cancel"),
    path("<int:pk>/check/", acts.check, name="check"),
    path("<int:pk>/take-over/", acts.take_over, name="take_over"),
    path("parts/<int:pk>/answer/", acts.answer, name="answer"),
]
