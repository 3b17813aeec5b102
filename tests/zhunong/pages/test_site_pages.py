"""Every kind of public page: what it shows, what it does not, and how many queries that takes."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Page

from livestreams.sessions.models import Session
from livestreams.teams.models import Account, Membership, Team
from products.models import Origin, Product, ProductPage
from tests import people
from zhunong.pages.models import HomePage, NewsIndexPage, NewsPage, SectionPage, TeamPage, TrainingDay, VillagePage
from zhunong.places.models import Township, Village

ENGLISH = {"cookie": "django_language=en"}
PATHS = [
    "/", "/products/", "/villages/", "/villages/xiabai/", "/teams/", "/teams/fourteen/", "/centre/",
    "/centre/products-hall/", "/centre/heritage-hall/", "/training/", "/news/", "/news/pear-ships/", "/about/",
    "/privacy/",
]  # fmt: skip
MOST_QUERIES = 15


def read(client, path: str) -> str:
    response = client.get(path, headers=ENGLISH)
    assert response.status_code == 200, path
    return response.text


def test_each_page_has_one_heading_and_its_name_in_the_title(client, pages):
    for path in PATHS:
        html = read(client, path)
        assert html.count("<h1") == 1, path
        assert "<title></title>" not in html, path


def test_each_page_asks_few_queries(client, pages, settings, django_assert_max_num_queries):
    settings.PAGE_CACHE = False
    for path in PATHS:
        client.get(path)
        with django_assert_max_num_queries(MOST_QUERIES, info=path):
            client.get(path)


def test_a_page_of_either_depth_keeps_its_address_however_it_is_found(client, pages):
    for path in PATHS[1:]:
        assert client.get(path.rstrip("/")).status_code in (301, 302), path
    assert client.get("/villages/nowhere/").status_code == 404
    assert client.get("/centre/products-hall/more/").status_code == 404


def test_drafts_are_nowhere(client, pages):
    VillagePage.objects.get(slug="xiabai").unpublish()
    NewsPage.objects.get(slug="pear-ships").unpublish()
    assert client.get("/villages/xiabai/").status_code == 404
    assert 'href="/villages/xiabai/"' not in read(client, "/villages/") + read(client, "/")
    assert "pear-ships" not in read(client, "/news/") + read(client, "/")


def test_village_shows_what_grows_there_with_its_share(client, pages):
    html = read(client, "/villages/dongsanjian/")
    assert 'href="/products/cherry/"' in html
    assert "three tenths of it grows here" in html
    assert 'href="/products/peach/"' not in html


def test_village_forgets_what_no_longer_grows_there(client, pages):
    cherry, feng = Product.objects.get(slug="cherry"), Village.objects.get(slug="feng")
    Origin.objects.create(product=cherry, valid_from=timezone.localdate()).set_shares({feng: 100})
    assert 'href="/products/cherry/"' not in read(client, "/villages/dongsanjian/")
    assert 'href="/products/cherry/"' in read(client, "/villages/feng/")


def test_team_shows_its_broadcasts_and_accounts_and_no_person(client, pages):
    team = Team.objects.get(slug="fourteen")
    user = people.member_of(team, "wang")
    user.display_name = "王小穗"
    user.save()
    announce("秋梨专场", team, hours=5)
    html = read(client, "/teams/fourteen/")
    assert "秋梨专场" in html
    assert Account.objects.filter(ownerships__team=team).first().nickname in html
    assert "王小穗" not in html
    assert Membership.objects.filter(user=user).exists()


def test_home_announces_the_next_broadcast_and_marks_the_one_under_way(client, pages):
    team = Team.objects.get(slug="fourteen")
    announce("明天的专场", team, hours=20)
    assert "live now" not in read(client, "/")
    announce("正在播的专场", team, hours=-1)
    html = read(client, "/")
    assert "明天的专场" in html
    assert "live now" in html


def announce(title: str, team: Team, hours: int) -> Session:
    begin = timezone.now() + datetime.timedelta(hours=hours)
    account = Account.objects.filter(township=team.township).first()
    session = Session.objects.create(
        slug=f"s{hours}", title=title, township=team.township, account=account, started_at=begin,
        ended_at=begin + datetime.timedelta(hours=2),
    )  # fmt: skip
    session.set_shares({team: 100})
    return session


def test_nothing_of_another_township_stands_on_the_home_page(client, pages):
    other = Township.objects.create(slug="other", name="邻镇", county="绛县")
    team = Team.objects.create(slug="other-team", name="邻镇助农队", township=other)
    product = Product.objects.create(slug="other-melon", name="邻镇西瓜", category="fruit", township=other)
    Account.objects.create(platform="douyin", account_id="other", nickname="邻镇店", kind="shop", township=other)
    announce("邻镇专场", team, hours=3)
    home = HomePage(title="邻镇助农", slug="other", township=other)
    HomePage.objects.get().get_parent().add_child(instance=home)
    home.add_child(instance=(section := SectionPage(title="邻镇各村", slug="villages")))
    village = Village.objects.create(slug="other-village", name="邻镇村", township=other)
    section.add_child(instance=VillagePage(title="邻镇村", slug="v", village=village))
    home.add_child(instance=(index := NewsIndexPage(title="邻镇资讯", slug="news")))
    index.add_child(instance=NewsPage(title="邻镇消息", slug="n", text="<p>x</p>"))
    assert product.township == other
    assert "邻镇" not in read(client, "/")


def test_hall_shows_only_what_is_of_its_kind(client, pages):
    goods, heritage = read(client, "/centre/products-hall/"), read(client, "/centre/heritage-hall/")
    assert "大樱桃" in goods and "非遗剪纸" not in goods
    assert "非遗剪纸" in heritage and "大樱桃" not in heritage


def test_courses_to_come_stand_apart_from_those_that_were(client, pages):
    html = read(client, "/training/")
    coming, past = html.split("Past courses")
    assert "新手开播" in coming and "新手开播" not in past
    assert "手机拍果" in past and "手机拍果" not in coming


def test_each_list_says_so_when_it_is_empty(client, pages):
    ProductPage.objects.all().delete()
    TrainingDay.objects.all().delete()
    Session.objects.all().delete()
    for model in (NewsPage, TeamPage):
        for page in model.objects.all():
            page.delete()
    assert "The products are being entered" in read(client, "/")
    assert "No broadcast is announced" in read(client, "/")
    assert "No course is announced" in read(client, "/training/")
    assert "Nothing here yet" in read(client, "/news/") and "Nothing here yet" in read(client, "/teams/")
    assert "exhibits are being entered" in read(client, "/centre/products-hall/")


def test_thirteen_news_make_two_pages(client, pages):
    index = NewsIndexPage.objects.get()
    for number in range(10):
        index.add_child(instance=NewsPage(title=f"第{number}条", slug=f"n{number}", text="<p>字</p>"))
    assert "page 1 of 2" in read(client, "/news/")
    for number, said in {"2": "page 2 of 2", "99": "page 2 of 2", "x": "page 1 of 2"}.items():
        assert said in read(client, f"/news/?p={number}")


def test_publishing_the_demo_again_makes_nothing(pages):
    from zhunong.pages.demo.page_tree import publish_pages

    assert publish_pages(pages) == 0


@pytest.mark.django_db
def test_pages_may_only_be_made_where_they_belong():
    assert not VillagePage.can_create_at(HomePage())
    assert {model.__name__ for model in HomePage.allowed_subpage_models()} == {
        "CataloguePage", "SectionPage", "CentrePage", "TrainingPage", "NewsIndexPage", "TextPage",
    }  # fmt: skip
    assert [model.__name__ for model in SectionPage.allowed_subpage_models()] == ["VillagePage", "TeamPage"]


def test_each_draft_can_be_looked_at_before_it_is_published(pages):
    for page in Page.objects.filter(depth__gt=1).specific():
        draft = page.save_revision().as_object()
        draft.title = "还没发布的标题"
        response = draft.make_preview_request()
        assert response.status_code == 200, page
        assert "还没发布的标题" in response.render().text if hasattr(response, "render") else response.text
