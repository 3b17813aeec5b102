"""Rooms on a team member's phone: /my/rooms/ …"""

from django.urls import path

from livestreams.rooms.phone import acts, bookings, feed, holding, moving, next, waiting

app_name = "my_rooms"
urlpatterns = [
    path("", next.next_free, name="next"),
    path("book/", next.book_slot, name="book"),
    path("hold/<int:pk>/", holding.held, name="hold"),
    path("bookings/", bookings.bookings, name="bookings"),
    path("bookings/<int:pk>/", bookings.booking, name="booking"),
    path("bookings/<int:pk>/move/", moving.move, name="move"),
    path("bookings/<int:pk>/length/", acts.length, name="length"),
    path("bookings/<int:pk>/cancel/", acts.cancel, name="cancel"),
    path("bookings/<int:pk>/give/", acts.give_away, name="give"),
    path("bookings/<int:pk>/people/", acts.people, name="people"),
    path("bookings/<int:pk>/weekly/", acts.weekly, name="weekly"),
    path("bookings/<int:pk>/present/", acts.present, name="present"),
    path("bookings/<int:pk>/seen/", acts.seen, name="seen"),
    path("wait/", waiting.wait, name="wait"),
    path("wait/<int:pk>/leave/", waiting.leave, name="leave"),
    path("offers/<int:pk>/", waiting.offer, name="offer"),
    path("feed/", feed.feed, name="feed"),
    path("feed/renew/", feed.renew, name="renew_feed"),
    path("feed/revoke/", feed.revoke, name="revoke_feed"),
]
