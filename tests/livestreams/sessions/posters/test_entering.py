"""What a platform gives is written down with who did it; pictures of codes are cleaned and none is left lying about."""

from io import BytesIO
from pathlib import Path

import pytest
import segno
import zxingcpp
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from livestreams.sessions.models import EventChange
from livestreams.sessions.posters.codes import cleaned_code
from livestreams.sessions.posters.entering import Given, enter
from livestreams.sessions.posters.keeping import poster_of
from tests.livestreams.sessions.builders import hand
from tests.livestreams.sessions.posters.conftest import picture_file, read

LINK = "https://v.douyin.com/iexample/"
OF_ITS_OWN = "weixin-code-of-the-platform"


def code_file(**saving: object) -> ContentFile:
    target = BytesIO()
    segno.make(OF_ITS_OWN).save(target, kind="png", scale=8)
    picture = Image.open(target).convert("RGB")
    out = BytesIO()
    picture.save(out, **({"format": "PNG"} | saving))
    return ContentFile(out.getvalue(), "IMG_20261128_name-of-somebody.png")


def codes() -> list[Path]:
    return [each for each in Path(settings.CODES_DIR).rglob("*") if each.is_file()]


@pytest.fixture
def leader(stage):
    return hand(stage.centre.leader)


def test_it_is_kept_and_told_who_entered_it(session, leader):
    assert enter(session, Given(LINK), leader)
    change = EventChange.objects.get(session=session)
    assert read(session).reservation == LINK and (change.by, change.after) == (leader.by, LINK)


def test_entering_the_same_again_changes_nothing(session, leader):
    enter(session, Given(LINK), leader)
    assert not enter(session, Given(LINK), leader)
    assert EventChange.objects.filter(session=session).count() == 1


def test_a_picture_of_a_code_is_read_back_from_the_poster(session, leader):
    enter(session, Given(code=cleaned_code(code_file())), leader)
    for shape in ("tall", "wide"):
        found = zxingcpp.read_barcodes(Image.open(poster_of(read(session), shape)[0]))
        assert [each.text for each in found] == [OF_ITS_OWN]


def test_a_link_goes_before_a_picture(session, leader):
    enter(session, Given(LINK, code=cleaned_code(code_file())), leader)
    (found,) = zxingcpp.read_barcodes(Image.open(poster_of(read(session), "tall")[0]))
    assert found.text == LINK


def test_the_files_name_tells_nothing(session, leader):
    enter(session, Given(code=cleaned_code(code_file())), leader)
    assert "somebody" not in read(session).reservation_code.name


def test_place_and_camera_are_not_kept():
    exif = Image.Exif()
    exif[0x010F], exif[0x8825] = "Camera", {1: "N", 2: (35.0, 30.0, 0.0)}
    kept = cleaned_code(code_file(format="JPEG", exif=exif))
    assert not Image.open(kept).getexif()


def test_another_picture_takes_the_place_of_the_first(session, leader, django_capture_on_commit_callbacks):
    for _time in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            enter(session, Given(code=cleaned_code(code_file())), leader)
    assert len(codes()) == 1


def test_the_picture_can_be_taken_away(session, leader, django_capture_on_commit_callbacks):
    enter(session, Given(code=cleaned_code(code_file())), leader)
    with django_capture_on_commit_callbacks(execute=True):
        enter(session, Given(drops_code=True), leader)
    assert codes() == [] and not read(session).reservation_code


def test_a_lost_picture_leaves_the_words(session, leader):
    enter(session, Given(code=cleaned_code(code_file())), leader)
    codes()[0].unlink()
    assert zxingcpp.read_barcodes(Image.open(poster_of(read(session), "tall")[0])) == []


def bomb() -> ContentFile:
    target = BytesIO()
    Image.new("1", (20_000, 20_000)).save(target, "PNG")
    return ContentFile(target.getvalue(), "bomb.png")


REFUSED = {
    "no picture": lambda: ContentFile(b"%PDF-1.7 not a picture", "code.png"),
    "empty": lambda: ContentFile(b"", "code.png"),
    "gif": lambda: code_file(format="GIF"),
    "bomb": bomb,
    "too small": lambda: picture_file((100, 100)),
    "a whole screen": lambda: picture_file((400, 900)),
    "too heavy": lambda: ContentFile(b"\x89PNG" + bytes(6 << 20), "code.png"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_picture_of_a_code_is_refused_with_a_sentence(name):
    with pytest.raises(ValidationError) as refused:
        cleaned_code(REFUSED[name]())
    assert len(refused.value.messages) == 1
