"""A leader's phone, and what can be done with it on the page of posters."""

from io import BytesIO

import pytest
import segno
import zxingcpp
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from livestreams.sessions.models import Session
from tests.livestreams.sessions.posters.conftest import read
from tests.livestreams.sessions.public.builders import show

LINK = "https://v.douyin.com/iexample/"
OF_ITS_OWN = "the-platforms-own"


@pytest.fixture(autouse=True)
def apart(own_files: None) -> None:
    """In folders of the test's own."""


@pytest.fixture
def session(stage) -> Session:
    return read(show(stage))


@pytest.fixture
def phone(client: Client, stage) -> Client:
    client.force_login(stage.centre.leader)
    return client


def address(session: Session) -> str:
    return reverse("my_sessions:poster", args=(session.event_id,))


def send(phone: Client, session: Session, **fields: object):
    named = {f"s{session.pk}-{name}": value for name, value in fields.items()}
    return phone.post(address(session), {"session": session.pk} | named)


def picture(content: bytes | None = None) -> SimpleUploadedFile:
    target = BytesIO()
    segno.make(OF_ITS_OWN).save(target, kind="png", scale=8)
    return SimpleUploadedFile("code.png", content or target.getvalue(), "image/png")


def poster(phone: Client, session: Session, shape: str = "tall"):
    return phone.get(reverse("my_sessions:poster_file", args=(session.pk, shape)))


def codes(answer) -> list[str]:
    return [each.text for each in zxingcpp.read_barcodes(Image.open(BytesIO(answer.content)))]
