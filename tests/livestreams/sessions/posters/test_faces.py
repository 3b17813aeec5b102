"""What a poster says, and whose pictures it shows."""

import datetime

import pytest

from livestreams.sessions import planning
from livestreams.sessions.posters.faces import face_of, span_words
from livestreams.sessions.posters.goods import goods_of
from media.models import CustomImage
from products.models import Origin, Season
from tests.livestreams.sessions.builders import at, hand, planned, wanted
from tests.livestreams.sessions.posters.conftest import catalogue_of, line_up, page_of, read, reserve
from zhunong.places.models import Village

LINK = "https://v.douyin.com/iexample/"


def test_it_says_when_what_who_where_and_on_which_account(stage, session):
    face = face_of(session)
    assert (face.title, face.span, face.place) == ("樱桃专场", "20:00–22:00", "下柏樱桃园")
    assert (face.teams, face.account) == ((stage.ours.name,), stage.douyin.nickname)


def test_the_day_is_named_by_its_weekday(session):
    day = session.started_at.astimezone(datetime.timezone(datetime.timedelta(hours=8)))
    assert f"{day.month}" in face_of(session).day and f"{day.day}" in face_of(session).day
    assert face_of(session).day.split()[1]


def test_past_midnight_it_says_so():
    said = span_words(at(22), at(25))
    assert said.startswith("22:00–") and "01:00" in said and said != "22:00–01:00"


def test_midnight_itself_is_of_the_day():
    assert span_words(at(22), at(24)) == "22:00–24:00"


def test_a_link_becomes_the_code(session):
    assert face_of(reserve(session, reservation=LINK)).link == LINK


def test_a_link_among_the_platforms_words_becomes_the_code(session):
    assert face_of(reserve(session, reservation=f"6.66 复制打开抖音 {LINK} 看直播")).link == LINK


def test_words_alone_are_no_code(session):
    assert not face_of(reserve(session, reservation="#安峪直播#复制打开抖音")).has_code


def test_each_session_carries_its_own_link_alone(stage):
    links = {stage.douyin.pk: LINK, stage.wechat.pk: "https://weixin.qq.com/x"}
    event = planned(stage, accounts=[stage.douyin, stage.wechat], reservations=links)
    found = {session.account_id: face_of(read(session)).link for session in event.sessions.all()}
    assert found == links


def test_the_line_up_gives_the_pictures_in_its_order(stage, session):
    catalogue = catalogue_of(stage.centre.township)
    cherry, pear, _hawthorn = stage.products
    for product in (cherry, pear):
        page_of(product, catalogue)
    line_up(session, pear, cherry)
    assert [shot.name for shot in goods_of(session).shots] == [pear.name, cherry.name]


def test_drafts_and_people_who_were_not_asked_are_on_no_poster(stage, session):
    catalogue = catalogue_of(stage.centre.township)
    cherry, pear, hawthorn = stage.products
    pages = [page_of(product, catalogue) for product in (cherry, pear, hawthorn)]
    pages[0].unpublish()
    CustomImage.objects.filter(pk=pages[1].picture_id).update(people_shown="not_asked")
    line_up(session, cherry, pear, hawthorn)
    assert [shot.name for shot in goods_of(session).shots] == [hawthorn.name]


def test_without_a_line_up_the_title_says_what_is_shown(stage, session):
    catalogue = catalogue_of(stage.centre.township)
    for product in stage.products:
        page_of(product, catalogue)
    named = reserve(session, title="山楂和红香酥梨专场")
    assert [shot.name for shot in goods_of(named).shots] == ["山楂", "红香酥梨"]


def test_without_a_line_up_the_villages_season_is_shown(stage, session):
    catalogue = catalogue_of(stage.centre.township)
    cherry, pear, _hawthorn = stage.products
    for product in (cherry, pear):
        page_of(product, catalogue)
    day = session.started_at.date()
    Season.objects.create(product=pear, year=day.year, picked_from=day, picked_to=day)
    assert [shot.name for shot in goods_of(session).shots] == [pear.name]


def test_a_village_team_shows_what_its_village_grows(stage, session):
    township, catalogue = stage.centre.township, catalogue_of(stage.centre.township)
    cherry, pear, _hawthorn = stage.products
    village = Village.objects.create(slug="liuzhuang", name="柳庄", township=township)
    stage.ours.villages.add(village)
    day = session.started_at.date()
    for product in (cherry, pear):
        page_of(product, catalogue)
        Season.objects.create(product=product, year=day.year, picked_from=day, picked_to=day)
    Origin.objects.create(product=pear).set_shares({village: 100})
    assert [shot.name for shot in goods_of(session).shots] == [pear.name]


def test_nothing_known_shows_nothing(session):
    assert goods_of(session).shots == ()


@pytest.mark.parametrize("change", ["title", "time", "place", "link", "line-up"])
def test_what_changes_changes_the_name_of_what_is_drawn(stage, session, change):
    before = face_of(session).hash
    if change == "link":
        reserve(session, reservation=LINK)
    elif change == "line-up":
        page_of(stage.products[0], catalogue_of(stage.centre.township))
        line_up(session, stage.products[0])
    else:
        said = {"title": {"title": "又一场"}, "time": {"starts_at": at(19)}, "place": {"place": "冯村"}}[change]
        planning.change_plan(session.event, wanted(stage, **said), hand(stage.centre.leader))
    assert face_of(read(session)).hash != before


def test_the_team_that_has_not_said_yes_is_not_named(stage):
    event = planned(stage, parts={stage.ours: 60, stage.theirs: 40})
    assert face_of(read(event.sessions.get())).teams == (stage.ours.name,)


def test_five_queries_are_enough(session, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        face_of(session)
