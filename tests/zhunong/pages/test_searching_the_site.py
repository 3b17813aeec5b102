"""One search for the whole site: products, and beside them villages, teams, news, courses and text pages."""

from collections.abc import Iterator

import pytest
from wagtail.models import PageViewRestriction, Site

from products.models import CataloguePage
from zhunong.pages.models import HomePage, NewsIndexPage, NewsPage, SectionPage, TextPage, TrainingPage, VillagePage
from zhunong.places.models import Township, Village


def settle(slug: str, name: str, village: str, hostname: str) -> HomePage:
    """A township's site: a catalogue, a village page, news, a course and a text page."""
    from wagtail.models import Page

    township = Township.objects.create(slug=slug, name=f"{name}镇", county="绛县")
    home = Page.objects.get(depth=1).add_child(
        instance=HomePage(title=f"{name}首页", slug=f"{slug}-home", township=township)
    )
    home.add_child(instance=CataloguePage(title="好物", slug="goods", show_in_menus=True))
    section = home.add_child(instance=SectionPage(title="村", slug="villages"))
    place = Village.objects.create(slug=f"{slug}-village", name=village, township=township)
    section.add_child(instance=VillagePage(title=village, slug="v", village=place, lead="山脚下的梨园"))
    news = home.add_child(instance=NewsIndexPage(title="资讯", slug="news"))
    text = "<p>直播中心办了一场包装培训</p>"
    news.add_child(instance=NewsPage(title="樱桃节开幕", slug="n", day="2026-06-01", text=text))
    home.add_child(instance=TrainingPage(title="直播课", slug="training", lead="怎么说好一场直播"))
    home.add_child(instance=TextPage(title="关于我们", slug="about", text="<p>一个助农网站</p>"))
    Site.objects.update_or_create(hostname=hostname, defaults={"root_page": home, "site_name": name, "port": 80})
    return home


@pytest.fixture
def home(db) -> Iterator[HomePage]:
    Site.objects.all().delete()
    yield settle("anyu", "安峪", "下柏村", "testserver")
    Site.clear_site_root_paths_cache()


@pytest.fixture
def asked(client, home):
    """The pages that words find, by title."""

    def ask(words: str, **more) -> list[str]:
        return [other.title for other in client.get("/goods/", {"q": words} | more).context["others"]]

    return ask


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("下柏", "下柏村"), ("柏村", "下柏村"), ("xiabai", "下柏村"), ("xbc", "下柏村"), ("baicun", "下柏村"),
        ("樱桃节", "樱桃节开幕"), ("yingtaojie", "樱桃节开幕"), ("ytj", "樱桃节开幕"), ("包装培训", "樱桃节开幕"),
        ("梨园", "下柏村"), ("zbk", "直播课"), ("怎么说", "直播课"), ("关于", "关于我们"), ("助农网", "关于我们"),
    ],
)  # fmt: skip
def test_pages_are_found_by_any_part_of_a_word_pinyin_and_initials(asked, words, title):
    assert title in asked(words)


@pytest.mark.parametrize("words", ["", " ", '"', "没有这个词", "%", "xyzxyz"])
def test_what_nobody_wrote_finds_nothing(asked, words):
    assert asked(words) == []


def test_all_words_have_to_be_found(asked):
    assert asked("下柏 梨园") == ["下柏村"]
    assert asked("下柏 樱桃") == []


def test_found_by_name_comes_before_found_in_a_text(asked, home):
    index = NewsIndexPage.objects.get()
    index.add_child(instance=NewsPage(title="包装培训报名", slug="n2", day="2026-06-02", text="<p>周一</p>"))
    assert asked("包装培训") == ["包装培训报名", "樱桃节开幕"]


def test_each_says_what_it_is_and_leads_there(client, home):
    (other,) = client.get("/goods/", {"q": "下柏"}).context["others"]
    assert (str(other.kind), other.url, other.lead) == ("村", "/villages/v/", "山脚下的梨园")


def test_they_stand_below_the_products_for_htmx_too(client, home):
    assert "下柏村" in client.get("/goods/results/", {"q": "xiabai"}).text


@pytest.mark.parametrize("hide", ["draft", "password"])
def test_what_visitors_may_not_read_is_not_found(asked, home, hide):
    page = VillagePage.objects.get()
    if hide == "draft":
        page.unpublish()
    else:
        PageViewRestriction.objects.create(page=page, restriction_type="password", password="pear-tree")  # noqa: S106
    assert asked("下柏") == []


def test_another_townships_pages_are_not_found(asked, home):
    settle("biechu", "别处", "远村", "elsewhere.example")
    assert asked("远村") == []


def test_further_pages_of_products_do_not_repeat_them(asked, home):
    assert asked("下柏", page="2") == ["下柏村"]  # there is no second page of products: it is the first


def test_a_search_costs_two_queries_more_than_a_list(client, home, django_assert_max_num_queries):
    client.get("/goods/")
    with django_assert_max_num_queries(10):
        client.get("/goods/", {"q": "下柏"})


def test_every_page_has_a_search_box_that_works_without_javascript(client, home):
    html = client.get("/about/").text
    assert 'class="site-search" action="/goods/" method="get"' in html
    assert 'href="/goods/#q"' in html


def test_the_catalogue_has_its_own_box_alone(client, home):
    assert client.get("/goods/").text.count('type="search"') == 1


def test_without_a_catalogue_there_is_no_box(client, home):
    CataloguePage.objects.get().delete()
    assert 'class="site-search"' not in client.get("/about/").text
