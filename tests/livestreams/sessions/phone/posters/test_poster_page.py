"""The page of posters on the phone: to save, to send, and nobody else's."""

import re
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from livestreams.sessions.posters.shapes import SHAPES
from tests.livestreams.sessions.phone.posters.conftest import LINK, address, poster, send
from tests.livestreams.sessions.posters.conftest import line_up, read
from tests.livestreams.sessions.public.builders import show


def test_each_session_has_both_shapes_with_their_measures(phone, stage):
    event = show(stage, accounts=[stage.douyin, stage.wechat]).event
    html = phone.get(reverse("my_sessions:poster", args=(event.pk,))).text
    for session in event.sessions.all():
        for shape, measures in SHAPES.items():
            assert reverse("my_sessions:poster_file", args=(session.pk, shape)) in html
            assert f'width="{measures.size[0]}" height="{measures.size[1]}"' in html


def test_each_picture_says_what_it_is(phone, session):
    html = phone.get(address(session)).text
    said = re.findall(r'alt="([^"]*)"', html.partition("<main")[2])
    assert len(set(said)) == 2 and all(session.title in each for each in said)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_poster_comes_as_a_picture(phone, session, shape):
    answer = poster(phone, session, shape)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert Image.open(BytesIO(answer.content)).size == SHAPES[shape].size


def test_there_is_no_other_shape(phone, session):
    assert poster(phone, session, "broad").status_code == 404


def test_the_text_for_the_group_can_be_copied_with_its_prices(phone, session, stage):
    line_up(session, stage.products[0])
    session.event.items.update(price_fen=5990)
    html = phone.get(address(session)).text
    assert f'data-copies="text-{session.pk}"' in html and "¥59.90" in html and "zhunong/copying.js" in html


def test_the_text_leads_to_our_page_where_it_is_announced(phone, stage, session):
    quiet = read(show(stage, 9, is_announced=False))
    assert f"/live/{session.slug}/" in phone.get(address(session)).text
    assert "/live/" not in phone.get(address(quiet)).text


def test_a_poster_of_what_is_not_announced_is_the_teams_own(phone, stage):
    quiet = read(show(stage, 9, is_announced=False))
    assert poster(phone, quiet).status_code == 200
    assert Client().get(reverse("live_public:poster", args=(quiet.slug, "tall"))).status_code == 404


def test_another_teams_posters_are_not_found(client, stage, session):
    client.force_login(stage.centre.rival)
    assert client.get(address(session)).status_code == 404
    assert send(client, session, reservation=LINK).status_code == 404
    assert poster(client, session).status_code == 404


def test_strangers_are_sent_to_the_sign_in(client, session):
    assert client.get(address(session)).status_code == 302


def test_a_member_with_four_accounts_waits_for_few_queries(phone, stage, django_assert_max_num_queries):
    event = show(stage, accounts=[stage.douyin, stage.wechat, stage.shop]).event
    line_up(event.sessions.first(), *stage.products)
    with django_assert_max_num_queries(30):
        phone.get(reverse("my_sessions:poster", args=(event.pk,)))


def test_the_page_is_light(phone, session):
    assert len(phone.get(address(session)).content) < 20_000
