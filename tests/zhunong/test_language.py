"""Which language a page is in."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def language(client: Client, **headers: str) -> str:
    return client.get("/sign-in/", headers=headers)["Content-Language"]


def test_chinese_whatever_the_browser_wishes():
    assert language(Client(), **{"accept-language": "en-US,en"}) == "zh-hans"


def test_english_once_it_is_chosen():
    client = Client()
    client.post("/i18n/setlang/", {"language": "en"})
    assert language(client) == "en"


def test_chinese_where_the_cookie_names_no_language_of_ours():
    client = Client()
    client.cookies["django_language"] = "fr"
    assert language(client) == "zh-hans"
