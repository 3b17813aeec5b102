"""Addresses of one booking, of booking for a team, and of requests."""

from django.urls import path
from django.views.decorators.http import require_GET, require_POST

from livestreams.rooms.access import LOOK, MANAGE
from livestreams.rooms.staff.bookings.act_views import CancelView, DecideView, GiveView, MoveView
from livestreams.rooms.staff.bookings.book_page import BookView
from livestreams.rooms.staff.bookings.page import BookingPage
from livestreams.rooms.staff.bookings.request_list import RequestsView
from zhunong.access.desk import needs

look, work = needs(LOOK), needs(MANAGE)

urlpatterns = [
    path("book/", work(BookView.as_view()), name="book"),
    path("requests/", look(require_GET(RequestsView.as_view())), name="requests"),
    path("bookings/<int:pk>/", look(require_GET(BookingPage.as_view())), name="booking"),
    path("bookings/<int:pk>/move/", work(require_POST(MoveView.as_view())), name="move_booking"),
    path("bookings/<int:pk>/cancel/", work(require_POST(CancelView.as_view())), name="cancel_booking"),
    path("bookings/<int:pk>/decide/", work(require_POST(DecideView.as_view())), name="decide_booking"),
    path("bookings/<int:pk>/give/", work(require_POST(GiveView.as_view())), name="give_booking"),
]
