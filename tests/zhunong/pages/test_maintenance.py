"""The site closed for work: visitors get one calm page, administrators work on, and no database is asked."""

from io import StringIO

import pytest
from django.core.management import call_command


@pytest.fixture
def place(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


def switch(state: str, **options: object) -> str:
    out = StringIO()
    call_command("maintenance", state, stdout=out, **options)
    return out.getvalue()


def test_closed_site_answers_without_a_database(client, place, settings):
    switch("on", minutes=20)
    response = client.get("/")  # no `db` fixture: a query would fail
    assert (response.status_code, response["Retry-After"]) == (503, "1200")
    assert "20" in response.text
    assert "no-store" in response["Cache-Control"]


def test_admin_and_its_door_stay_open(client, db, place):
    switch("on")
    assert client.get("/sign-in/").status_code == 200
    assert client.get("/admin/").status_code == 302
    assert client.get("/my/").status_code == 503


def test_open_again_at_once(client, db, place):
    switch("on")
    switch("off")
    assert client.get("/sitemap.xml").status_code == 200
    switch("off")


def test_a_flag_put_there_by_hand_closes_too(client, place):
    (place / "maintenance").write_text("soon\n")
    assert client.get("/")["Retry-After"] == "1800"
