"""The schedule for visitors: what is on, what comes, what was; announced ones only, of one township."""

import datetime

from django.urls import reverse
from django.utils import timezone

from livestreams.sessions.models import LineUpItem, Session
from tests.livestreams.sessions.builders import planned
from tests.livestreams.sessions.posters.conftest import catalogue_of, line_up, page_of
from tests.livestreams.sessions.public.builders import SCHEDULE, change, read, show, soon


def test_what_comes_is_told_with_team_platform_account_and_place(client, stage):
    show(stage, title="夜场樱桃")
    html = read(client)
    assert all(part in html for part in ("夜场樱桃", stage.ours.name, stage.douyin.nickname, "下柏樱桃园"))


def test_what_is_on_stands_above_all(client, stage):
    show(stage, 4, title="晚些的")
    show(stage, -1, accounts=[stage.wechat], title="正在播的")
    html = read(client)
    assert 'class="live-now"' in html and html.index("正在播的") < html.index("晚些的")


def test_days_are_apart(client, stage):
    show(stage, 24, title="第一天")
    show(stage, 48, title="第二天")
    html = read(client)
    assert html.index("第一天") < html.index('id="day-2"') < html.index("第二天")


def test_the_line_up_links_to_the_products_that_can_be_read_about(client, stage):
    session = show(stage)
    page = page_of(stage.products[0], catalogue_of(stage.centre.township))
    line_up(session, *stage.products[:2])
    html = read(client)
    assert f'href="{page.url}"' in html and stage.products[1].name in html


def test_the_platforms_code_can_be_pressed_and_followed(client, stage):
    link = "https://v.douyin.com/iexample/"
    session = show(stage, reservations={stage.douyin.pk: link})
    html = read(client)
    assert f'href="{link}"' in html and reverse("live_public:code", args=(session.slug,)) in html


def test_without_a_code_it_says_what_to_search(client, stage):
    session = show(stage)
    html = read(client)
    assert reverse("live_public:code", args=(session.slug,)) not in html
    assert html.count(f"“{stage.douyin.nickname}”") == 2


def test_past_ones_have_their_replay(client, stage):
    session = show(stage, -30, title="前天的")
    change(session, replay_url="https://example.com/again")
    html = read(client)
    assert "前天的" in html and 'href="https://example.com/again"' in html


def test_a_session_that_came_by_a_table_alone_is_told(client, stage):
    begin, end = soon(5)
    Session.objects.create(
        slug="table",
        title="表里的",
        township=stage.centre.township,
        account=stage.douyin,
        started_at=begin,
        ended_at=end,
    )
    assert "表里的" in read(client)


def test_without_anything_it_says_so_and_leads_on(client, db):
    html = read(client)
    assert 'class="empty"' in html and 'href="/"' in html


def test_the_menu_and_the_first_page_lead_there(client, stage):
    catalogue_of(stage.centre.township)
    assert read(client, "/").count(f'href="{SCHEDULE}"') >= 2


def test_the_sitemap_names_the_schedule_and_what_is_announced(client, stage):
    catalogue_of(stage.centre.township)
    told, hidden = show(stage), show(stage, 6, is_announced=False)
    xml = read(client, "/sitemap.xml")
    assert "/live/</loc>" in xml and f"/live/{told.slug}/" in xml and hidden.slug not in xml


def test_many_sessions_ask_no_more_queries(client, stage, django_assert_max_num_queries):
    page_of(stage.products[0], catalogue_of(stage.centre.township))
    read(client)
    for number in range(30):
        session = show(stage, 3 + 3 * number, title=f"第{number}场")
        LineUpItem.objects.create(event=session.event, position=1, product=stage.products[0])
        show(stage, -3 - 3 * number)
    with django_assert_max_num_queries(14):
        read(client)


def test_a_session_past_midnight_is_of_the_day_on_which_it_begins(client, stage):
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    begin = midnight + datetime.timedelta(days=2, hours=23)
    planned(stage, starts_at=begin, ends_at=begin + datetime.timedelta(hours=3), crew=())
    html = read(client)
    assert html.count('class="on-day"') == 1 and "–02:00" in html
