"""The page of one announced broadcast, its poster and code, and what search engines read of it."""

import json
import re
from io import BytesIO

import pytest
import zxingcpp
from django.urls import reverse
from PIL import Image

from livestreams.sessions.posters.shapes import SHAPES
from tests.livestreams.sessions.posters.conftest import catalogue_of, line_up, page_of
from tests.livestreams.sessions.public.builders import change, show

LINK = "https://v.douyin.com/iexample/"


def path(session) -> str:
    return reverse("live_public:session", args=(session.slug,))


def read(client, session) -> str:
    answer = client.get(path(session))
    assert answer.status_code == 200
    return answer.text


def data(html: str) -> dict[str, dict]:
    """JSON-LD by type."""
    found = [json.loads(each) for each in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]
    return {each["@type"]: each for each in found}


def test_it_tells_who_what_when_and_where(client, stage):
    session = show(stage, title="夜场樱桃")
    line_up(session, stage.products[0])
    html = read(client, session)
    told = ("夜场樱桃", stage.ours.name, stage.douyin.nickname, "下柏樱桃园", stage.products[0].name)
    assert all(part in html for part in told)


def test_products_are_shown_with_their_pictures(client, stage):
    session, page = show(stage), page_of(stage.products[0], catalogue_of(stage.centre.township))
    line_up(session, stage.products[0])
    html = read(client, session)
    assert f'href="{page.url}"' in html and 'class="picture__image"' in html


@pytest.mark.parametrize("field", ["name", "startDate", "endDate", "isLiveBroadcast", "publishedOn", "organizer"])
def test_search_engines_read_a_broadcast_event(client, stage, field):
    assert data(read(client, show(stage)))["BroadcastEvent"][field]


def test_times_carry_their_zone(client, stage):
    event = data(read(client, show(stage)))["BroadcastEvent"]
    assert event["startDate"].endswith("+08:00") and event["startDate"] < event["endDate"]


def test_the_service_and_the_team_are_named(client, stage):
    event = data(read(client, show(stage)))["BroadcastEvent"]
    assert event["publishedOn"]["broadcastDisplayName"] == stage.douyin.nickname
    assert event["organizer"] == [{"@type": "Organization", "name": stage.ours.name}]


def test_a_replay_is_a_video_published_by_the_broadcast(client, stage):
    session = show(stage, -30)
    change(session, replay_url="https://example.com/again")
    video = data(read(client, session))["VideoObject"]
    assert video["url"] == "https://example.com/again" and video["publication"]["@type"] == "BroadcastEvent"
    assert {"name", "description", "thumbnailUrl", "uploadDate"} <= video.keys()


def test_over_without_a_replay_it_stays_an_event(client, stage):
    html = read(client, show(stage, -30))
    assert (
        "BroadcastEvent" in data(html) and "VideoObject" not in data(html) and 'class="button" href="https' not in html
    )


def test_the_way_there_is_told(client, stage, settings):
    steps = data(read(client, show(stage)))["BreadcrumbList"]["itemListElement"]
    assert steps[1]["item"] == f"{settings.PUBLIC_URL}/live/"


def test_a_title_cannot_end_the_script(client, stage):
    html = read(client, show(stage, title="</script><script>alert(1)</script>"))
    assert "<script>alert(1)" not in html


def test_it_has_one_address_and_a_card(client, stage, settings):
    session = show(stage)
    html = read(client, session)
    assert f'<link rel="canonical" href="{settings.PUBLIC_URL}{path(session)}">' in html
    (card,) = re.findall(r'property="og:image" content="([^"]+)"', html)
    assert (
        card.startswith(settings.PUBLIC_URL) and client.get(card.removeprefix(settings.PUBLIC_URL)).status_code == 200
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_the_poster_is_everybodys(client, stage, shape):
    session = show(stage, reservations={stage.douyin.pk: LINK})
    answer = client.get(reverse("live_public:poster", args=(session.slug, shape)))
    (read_back,) = zxingcpp.read_barcodes(Image.open(BytesIO(answer.content)))
    assert read_back.text == LINK


def test_the_code_is_a_picture_that_can_be_pressed(client, stage):
    session = show(stage, reservations={stage.douyin.pk: LINK})
    answer = client.get(reverse("live_public:code", args=(session.slug,)))
    assert answer["Content-Type"] == "image/png"
    assert [each.text for each in zxingcpp.read_barcodes(Image.open(BytesIO(answer.content)))] == [LINK]


def test_another_code_has_another_address(client, stage):
    session = show(stage, reservations={stage.douyin.pk: LINK})

    def address() -> str:
        return re.findall(r'/code\.png\?(\w+)"', read(client, session))[0]

    before = address()
    change(session, reservation="https://v.douyin.com/other/")
    assert address() != before


def test_the_platforms_words_can_be_copied(client, stage):
    session = show(stage, reservations={stage.douyin.pk: "#安峪直播# 复制打开抖音"})
    assert "#安峪直播# 复制打开抖音</textarea>" in read(client, session)


def test_other_accounts_of_the_event_are_named(client, stage):
    event = show(stage, accounts=[stage.douyin, stage.wechat]).event
    douyin, wechat = (event.sessions.get(account=each) for each in (stage.douyin, stage.wechat))
    assert path(wechat) in read(client, douyin) and path(douyin) in read(client, wechat)


@pytest.mark.parametrize("name", ["session", "code"])
def test_what_is_not_announced_has_no_page(client, stage, name):
    session = show(stage, is_announced=False, reservations={stage.douyin.pk: LINK})
    assert client.get(reverse(f"live_public:{name}", args=(session.slug,))).status_code == 404


@pytest.mark.parametrize("tail", ["", "code.png", "poster-tall.jpg", "poster-broad.jpg"])
def test_there_is_no_other_broadcast(client, db, tail):
    assert client.get(f"/live/nothing/{tail}").status_code == 404


def test_fifteen_queries_are_enough(client, stage, django_assert_max_num_queries):
    session = show(stage, accounts=[stage.douyin, stage.wechat])
    page_of(stage.products[0], catalogue_of(stage.centre.township))
    line_up(session, *stage.products)
    read(client, session)
    with django_assert_max_num_queries(24):
        read(client, session)
