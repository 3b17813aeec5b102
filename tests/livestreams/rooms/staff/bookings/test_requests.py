"""Requests that wait, and the answers to them."""

import datetime
from collections.abc import Callable

import pytest
from django.urls import reverse

from livestreams.rooms.models import Occupancy
from tests import people
from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.staff.desk import booked, desk_of, fresh

REQUESTS = reverse("rooms:requests")


def test_request_that_waits_longest_stands_first(centre: Centre):
    rows = [booked(centre, hour, room=centre.training) for hour in (9, 12)]
    older = rows[1].booked_at - datetime.timedelta(hours=3)
    Occupancy.objects.filter(pk=rows[1].pk).update(booked_at=older)
    listed = desk_of(centre.manager).get(REQUESTS).context["requests"]
    assert [row for row, _when in listed] == [rows[1], rows[0]]


def test_yes_makes_a_booking_of_it_and_leads_back_to_the_list(centre: Centre):
    row = booked(centre, room=centre.training)
    form = {"answer": "yes", "back": "requests"}
    answer = desk_of(centre.manager).post(reverse("rooms:decide_booking", args=[row.pk]), form)
    assert (fresh(row).kind, answer["Location"]) == ("booking", REQUESTS)


def test_no_needs_a_reason_and_frees_the_room(centre: Centre):
    row, client = booked(centre, room=centre.training), desk_of(centre.manager)
    decide = reverse("rooms:decide_booking", args=[row.pk])
    client.post(decide, {"answer": "no"})
    assert not fresh(row).ended
    client.post(decide, {"answer": "no", "reason": "培训占用"})
    assert (fresh(row).ended, fresh(row).note) == ("declined", "培训占用")


def test_second_answer_is_told_and_changes_nothing(centre: Centre):
    row, client = booked(centre, room=centre.training), desk_of(centre.manager)
    decide = reverse("rooms:decide_booking", args=[row.pk])
    client.post(decide, {"answer": "yes"})
    assert client.post(decide, {"answer": "no", "reason": "晚了"}).context["problem"]
    assert not fresh(row).ended


def test_reader_sees_the_list_without_buttons(centre: Centre):
    row = booked(centre, room=centre.training)
    page = desk_of(people.reader_of(centre.township, "reader")).get(REQUESTS).content.decode()
    assert reverse("rooms:booking", args=[row.pk]) in page
    assert reverse("rooms:decide_booking", args=[row.pk]) not in page


def test_menu_says_how_many_wait(centre: Centre):
    booked(centre, room=centre.training)
    assert '"data-count": "1"' in desk_of(centre.manager).get(REQUESTS).content.decode()


@pytest.mark.parametrize("number", [1, 10])
def test_list_takes_few_queries(centre: Centre, number: int, django_assert_max_num_queries: Callable):
    for each in range(number):
        booked(centre, 8 + each * 1.5, room=centre.training)
    client = desk_of(centre.manager)
    with django_assert_max_num_queries(11):
        client.get(REQUESTS)
