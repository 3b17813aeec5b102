"""One booking at the office's desk: looked at, moved, cancelled, given away."""

from django.test import Client
from django.urls import reverse

from livestreams.rooms.changing import Hand
from livestreams.rooms.models import Occupancy
from livestreams.rooms.series import repeat
from livestreams.rooms.telling import told
from tests import people
from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.builders import centre as build
from tests.livestreams.rooms.staff.desk import at, booked, desk_of, fresh, there


def posted(client: Client, act: str, row: Occupancy, **form: object):
    return client.post(reverse(f"rooms:{act}_booking", args=[row.pk]), form)


def weekly(centre: Centre, weeks: int = 3) -> list[Occupancy]:
    return [day.row for day in repeat(booked(centre), weeks, Hand(centre.rival))]


def test_page_tells_each_change_with_who_did_it(centre: Centre):
    row = booked(centre)
    posted(desk_of(centre.manager), "move", row, **there(centre.left, 14))
    page = desk_of(centre.manager).get(reverse("rooms:booking", args=[row.pk])).content.decode()
    assert all(told(change) in page for change in row.changes.all())


def test_move_needs_a_reason(centre: Centre):
    row = booked(centre)
    answer = posted(desk_of(centre.manager), "move", row, **there(centre.left, 14, reason=""))
    assert (answer.status_code, fresh(row).starts_at) == (200, at(19))


def test_move_onto_a_taken_time_is_refused_with_free_places(centre: Centre):
    booked(centre, 14, team=centre.third)
    row = booked(centre)
    answer = posted(desk_of(centre.manager), "move", row, **there(centre.right, 14))
    assert (answer.status_code, fresh(row).starts_at) == (200, at(19))
    assert answer.context["problem"] and answer.context["alternatives"][0].room == centre.training


def test_free_place_is_one_click(centre: Centre):
    row = booked(centre)
    client = desk_of(centre.manager)
    place = client.get(reverse("rooms:booking", args=[row.pk])).context["alternatives"][0]
    posted(client, "move", row, **there(centre.right, 19, to=place.key))
    assert (fresh(row).room, fresh(row).starts_at) == (place.room, place.starts_at)
    assert place.room != centre.right


def test_odd_buttons_are_told_as_a_mistake(centre: Centre):
    row = booked(centre)
    answer = posted(desk_of(centre.manager), "move", row, **there(centre.right, 14, to="9|x|y|-1"))
    assert (answer.status_code, bool(answer.context["problem"])) == (200, True)


def test_cancelling_needs_a_reason_and_frees_the_time(centre: Centre):
    row, client = booked(centre), desk_of(centre.manager)
    posted(client, "cancel", row, reason="")
    assert not fresh(row).ended
    posted(client, "cancel", row, reason="停电")
    assert (fresh(row).ended, fresh(row).note, fresh(row).is_untold) == ("cancelled", "停电", True)


def test_later_days_of_a_repeat_are_cancelled_and_earlier_stay(centre: Centre):
    days = weekly(centre)
    posted(desk_of(centre.manager), "cancel", days[1], reason="停电", reach="later")
    assert [bool(fresh(day).ended) for day in days] == [False, True, True]


def test_all_days_of_a_repeat_move(centre: Centre):
    days = weekly(centre)
    posted(desk_of(centre.manager), "move", days[0], **there(centre.right, 14, reach="all"))
    assert [fresh(day).starts_at.astimezone(at(0).tzinfo).hour for day in days] == [14, 14, 14]


def test_day_of_a_repeat_that_does_not_move_is_told(centre: Centre):
    days = weekly(centre)
    booked(centre, 14, team=centre.third, days=9)
    client = desk_of(centre.manager)
    answer = client.post(
        reverse("rooms:move_booking", args=[days[0].pk]), there(centre.right, 14, reach="all"), follow=True
    )
    assert str(days[1]) in answer.content.decode()
    assert fresh(days[1]).starts_at == at(19, days=9)


def test_given_booking_is_the_other_teams(centre: Centre):
    row = booked(centre)
    posted(desk_of(centre.manager), "give", row, team=centre.third.pk, reason="换场")
    assert fresh(row).team == centre.third


def test_booking_is_not_given_to_a_team_of_another_township(centre: Centre):
    row = booked(centre)
    posted(desk_of(centre.manager), "give", row, team=build("elsewhere").third.pk, reason="换场")
    assert fresh(row).team == centre.theirs


def test_reader_looks_and_finds_no_forms(centre: Centre):
    row = booked(centre)
    answer = desk_of(people.reader_of(centre.township, "reader")).get(reverse("rooms:booking", args=[row.pk]))
    assert (answer.status_code, "move_form" in answer.context) == (200, False)


def test_booking_of_another_township_is_not_found(centre: Centre):
    row = booked(centre)
    client = desk_of(build("elsewhere").manager)
    acts = [posted(client, act, row, **there(centre.right, 14)) for act in ("move", "cancel", "decide", "give")]
    answers = [client.get(reverse("rooms:booking", args=[row.pk])), *acts]
    assert {answer.status_code for answer in answers} == {404}


def test_cancelled_booking_is_left_alone(centre: Centre):
    row, client = booked(centre), desk_of(centre.manager)
    posted(client, "cancel", row, reason="停电")
    answer = posted(client, "move", row, **there(centre.left, 14))
    assert answer.context["problem"] and fresh(row).starts_at == at(19)
