"""Every way into the library asks for words, credit and consent."""

import json

import pytest
from django.urls import reverse
from wagtail.models import Collection, UploadedFile

from media.models import CustomImage
from tests.media.conftest import PLACE, drawn, upload, with_place
from zhunong.access.models import User

SAID = {"title": "桃", "description": "桃园里的桃", "people_shown": "nobody", "tags": "", "credit": "李四"}


@pytest.fixture
def editor(db, client) -> User:
    user = User.objects.create_superuser("editor", password="x")
    client.force_login(user)
    return user


def answers(prefix: str = "", **changed: object) -> dict[str, object]:
    given = SAID | {"collection": Collection.get_first_root_node().pk} | changed
    return {f"{prefix}{name}": value for name, value in given.items()}


def stored(picture: CustomImage) -> bytes:
    with picture.file.open() as file:
        return file.read()


def test_one_picture_is_kept_with_its_words(client, editor):
    client.post(reverse("wagtailimages:add"), answers(file=upload(with_place())))
    kept = CustomImage.objects.get()
    assert (kept.description, kept.credit, kept.people_shown) == ("桃园里的桃", "李四", "nobody")


def test_one_picture_loses_its_place(client, editor):
    client.post(reverse("wagtailimages:add"), answers(file=upload(with_place())))
    assert PLACE not in stored(CustomImage.objects.get())


@pytest.mark.parametrize("field", ["description", "people_shown"])
def test_without_an_answer_nothing_is_kept(client, editor, field):
    page = client.post(reverse("wagtailimages:add"), answers(file=upload(drawn()), **{field: ""}))
    assert page.context["form"].errors.keys() == {field} and not CustomImage.objects.exists()


def test_consent_needs_a_note(client, editor):
    page = client.post(reverse("wagtailimages:add"), answers(file=upload(drawn()), people_shown="agreed"))
    assert "consent_note" in page.context["form"].errors


def test_nobody_says_not_yet_said(client, editor):
    page = client.post(reverse("wagtailimages:add"), answers(file=upload(drawn()), people_shown="not_said"))
    assert "people_shown" in page.context["form"].errors


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"<svg/>", "a.svg"), (b"<svg/>", "a.jpg"), (drawn("GIF"), "a.gif"), (b"MZ", "a.png")],
)
def test_what_is_no_picture_is_refused(client, editor, content, name):
    page = client.post(reverse("wagtailimages:add"), answers(file=upload(content, name)))
    assert "file" in page.context["form"].errors and not CustomImage.objects.exists()


def many(client, content: bytes) -> dict:
    data = {"title": "photo", "files[]": upload(content), "collection": Collection.get_first_root_node().pk}
    return json.loads(client.post(reverse("wagtailimages:add_multiple"), data).content)


def test_of_many_pictures_each_waits_for_its_words(client, editor):
    answer = many(client, with_place())
    assert answer["success"] and "description" in answer["form"] and not CustomImage.objects.exists()


def test_of_many_pictures_one_is_kept_when_its_words_are_there(client, editor):
    waiting = many(client, with_place(orientation=6))["uploaded_file_id"]
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=(waiting,))
    client.post(address, answers(f"uploaded-image-{waiting}-"))
    kept = CustomImage.objects.get()
    assert (kept.width, kept.height) == (600, 800) and PLACE not in stored(kept)


def test_of_many_pictures_none_is_kept_without_words(client, editor):
    waiting = many(client, drawn())["uploaded_file_id"]
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=(waiting,))
    answer = client.post(address, answers(f"uploaded-image-{waiting}-", description=""))
    assert not answer.json()["success"] and not CustomImage.objects.exists()


def test_what_waits_cannot_be_fetched(client, editor):
    many(client, with_place())
    assert client.get(f"/uploads/{UploadedFile.objects.get().file.name}").status_code == 404


def test_a_chooser_asks_too(client, editor):
    data = answers("image-chooser-upload-", file=upload(with_place()))
    client.post(reverse("wagtailimages_chooser:create"), data)
    assert PLACE not in stored(CustomImage.objects.get())


def test_a_chooser_keeps_nothing_without_words(client, editor):
    data = answers("image-chooser-upload-", file=upload(drawn()), description="")
    client.post(reverse("wagtailimages_chooser:create"), data)
    assert not CustomImage.objects.exists()


def test_the_focal_point_is_kept(client, editor, picture):
    focus = {f"focal_point_{name}": 120 for name in ("x", "y", "width", "height")}
    client.post(reverse("wagtailimages:edit", args=(picture.pk,)), answers(**focus))
    picture.refresh_from_db()
    assert picture.has_focal_point()


def test_words_can_be_changed_without_a_new_file(client, editor, picture):
    before = picture.file.name
    client.post(reverse("wagtailimages:edit", args=(picture.pk,)), answers(description="熟了的桃"))
    picture.refresh_from_db()
    assert (picture.description, picture.file.name) == ("熟了的桃", before)


@pytest.mark.parametrize("people", ["not_asked", "not_said"])
def test_the_list_warns_of_people_who_were_not_asked(client, editor, picture, people):
    address = reverse("wagtailimages:index")
    assert "w-status--primary" not in client.get(address).text
    CustomImage.objects.update(people_shown=people)
    assert "w-status--primary" in client.get(address).text


def test_the_list_tells_what_lacks_words(client, editor, picture):
    CustomImage.objects.update(description=" ")
    assert "w-status" in client.get(reverse("wagtailimages:index")).text
