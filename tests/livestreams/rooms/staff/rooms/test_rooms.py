"""Rooms at the desk: entered, changed, looked at; deleted only where never booked."""

from io import BytesIO

import pytest
from django.contrib.admin.utils import quote
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from livestreams.rooms.models import KitItem, OpeningHours, Room
from media.models import CustomImage
from tests import people
from tests.livestreams.rooms.builders import Centre, at, booked
from tests.livestreams.rooms.builders import centre as build

GPS_MODEL = "Model of a phone"


@pytest.fixture
def desk(centre: Centre) -> Client:
    client = Client()
    client.force_login(centre.manager)
    return client


def payload(centre: Centre, **said: object) -> dict[str, object]:
    week = {f"hours_{day}": "08:00–22:00" for day in range(7)}
    return {
        "township": centre.township.pk, "name": "小直播间", "place": "一楼", "access": "all", "team": "",
        "turn_around_minutes": 15, "step_minutes": 30, "lengths": "60 90", "days_ahead": 28, "request_hours": 48,
        "is_in_use": "on", "sort_order": 4, "kit": "补光灯 3", **week, **said,
    }  # fmt: skip


def add(desk: Client, centre: Centre, **said: object) -> dict[str, list[str]]:
    """Enter a room. Returns what was wrong."""
    answer = desk.post(reverse("rooms_rooms:add"), payload(centre, **said))
    return dict(answer.context["form"].errors) if answer.status_code == 200 else {}


def photo() -> SimpleUploadedFile:
    target, exif = BytesIO(), Image.Exif()
    exif[0x0110] = GPS_MODEL
    Image.new("RGB", (40, 30), "red").save(target, "JPEG", exif=exif)
    return SimpleUploadedFile("room.jpg", target.getvalue())


def test_new_room_is_open_every_day_unless_said_otherwise(desk, centre):
    form = desk.get(reverse("rooms_rooms:add")).context["form"]
    assert {form[f"hours_{day}"].value() for day in range(7)} == {"08:00–22:00"}


def test_room_manager_enters_a_room_with_hours_and_kit(desk, centre):
    assert add(desk, centre, hours_6="", hours_0="8-12, 14-22") == {}
    room = Room.objects.get(name="小直播间")
    assert (room.hours.count(), room.hours.filter(weekday=6).exists()) == (7, False)
    assert [str(each) for each in room.kit.all()] == ["补光灯 × 3"]


def test_room_saved_as_it_is_keeps_its_rows(desk, centre):
    before = list(OpeningHours.objects.filter(room=centre.right)), list(KitItem.objects.filter(room=centre.right))
    form = desk.get(reverse("rooms_rooms:edit", args=[centre.right.pk])).context["form"]
    given = {field.html_name: field.value() for field in form if field.value() is not None}
    assert desk.post(reverse("rooms_rooms:edit", args=[centre.right.pk]), given).status_code == 302
    assert before == (
        list(OpeningHours.objects.filter(room=centre.right)), list(KitItem.objects.filter(room=centre.right))
    )  # fmt: skip


def test_changed_hours_take_the_place_of_the_old_ones(desk, centre):
    desk.post(reverse("rooms_rooms:edit", args=[centre.right.pk]), payload(centre, name="右直播间", hours_2="9-10"))
    assert {str(each.opens)[:5] for each in centre.right.hours.filter(weekday=2)} == {"09:00"}
    assert centre.right.hours.count() == 7


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("hours_1", {"hours_1": "8-12 11-13"}), ("lengths", {"lengths": ""}), ("lengths", {"lengths": "45"}),
        ("team", {"access": "one"}), ("kit", {"kit": "补光灯 0"}), ("__all__", {"name": "右直播间"}),
        ("turn_around_minutes", {"turn_around_minutes": 500}), ("days_ahead", {"days_ahead": 0}),
        ("new_photo", {"new_photo": SimpleUploadedFile("room.jpg", b"no picture")}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_one_sentence(desk, centre, field: str, said: dict):
    wrong = add(desk, centre, **said)
    assert [(name, len(told)) for name, told in wrong.items()] == [(field, 1)]
    assert Room.objects.count() == 3


def test_team_of_another_township_is_no_choice(desk, centre):
    others = build("other")
    assert list(add(desk, centre, access="one", team=others.ours.pk)) == ["team"]


def test_township_of_others_is_no_choice(desk, centre):
    others = build("other")
    assert list(add(desk, centre, township=others.township.pk)) == ["township"]


def test_team_is_let_go_where_the_room_is_for_all(desk, centre):
    said = payload(centre, name="左直播间", access="all", team=centre.ours.pk)
    desk.post(reverse("rooms_rooms:edit", args=[centre.left.pk]), said)
    centre.left.refresh_from_db()
    assert centre.left.team is None


def test_photo_is_kept_without_place_and_camera_and_taken_away_again(desk, centre, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    add(desk, centre, new_photo=photo())
    room = Room.objects.get(name="小直播间")
    assert GPS_MODEL.encode() not in room.photo.file.read()
    desk.post(reverse("rooms_rooms:edit", args=[room.pk]), payload(centre, drops_photo="on"))
    assert (Room.objects.get(pk=room.pk).photo, CustomImage.objects.count()) == (None, 1)


def test_page_of_a_room_tells_hours_and_kit(desk, centre):
    html = desk.get(reverse("rooms_rooms:inspect", args=[quote(centre.left.pk)])).text
    assert "补光灯 × 3" in html
    assert "00:00–24:00" in html


def test_booked_room_is_not_deleted(desk, centre):
    booked(centre.right, centre.theirs, at(19))
    address = reverse("rooms_rooms:delete", args=[centre.right.pk])
    assert desk.get(address).context["problem"]
    assert desk.post(address).status_code == 200
    assert Room.objects.filter(pk=centre.right.pk).exists()


def test_room_that_was_never_booked_is_deleted(desk, centre):
    desk.post(reverse("rooms_rooms:delete", args=[centre.training.pk]))
    assert not Room.objects.filter(pk=centre.training.pk).exists()


def test_other_townships_manager_finds_no_room(centre):
    client = Client()
    client.force_login(people.room_manager_of(people.another_township(), "elsewhere"))
    assert client.get(reverse("rooms_rooms:edit", args=[centre.right.pk])).status_code == 404
    assert "右直播间" not in client.get(reverse("rooms_rooms:index")).text


def test_list_asks_the_same_few_times_for_many_rooms(desk, centre, django_assert_max_num_queries):
    Room.objects.bulk_create(Room(township=centre.township, name=f"房间{number}") for number in range(15))
    with django_assert_max_num_queries(18):
        html = desk.get(reverse("rooms_rooms:index")).text
    assert "补光灯 × 3" in html


def test_readers_look_and_change_nothing(centre):
    client = Client()
    client.force_login(people.reader_of(centre.township, "reader"))
    assert client.get(reverse("rooms_rooms:inspect", args=[centre.right.pk])).status_code == 200
    assert client.get(reverse("rooms_rooms:edit", args=[centre.right.pk])).status_code == 404
