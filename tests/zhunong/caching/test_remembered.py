"""Without the page cache too, pages are right at once after every write: what processes remember is no older."""

import datetime
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from products.models import ProductPage, Standard
from products.showing import show
from tests.products.catalogue.builders import put_report
from tests.zhunong.caching.conftest import committed
from tests.zhunong.caching.processes import MEMORIES, Processes, assert_both_are_right, read, visit_both
from tests.zhunong.caching.test_freshness import ACTS
from zhunong.access.models import User
from zhunong.pages.models import HomePage, SiteDetails, TextPage
from zhunong.places.models import Township, Village

LIST = "/products/"


@pytest.fixture(autouse=True)
def processes(settings, remembering) -> Iterator[Processes]:
    settings.PAGE_CACHE = False
    before, both = [memory.kept for memory in MEMORIES], Processes()
    both.use(0)
    yield both
    for memory, kept in zip(MEMORIES, before, strict=True):
        memory.kept = kept


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize("where", ["product", "list", "home"])
def test_whatever_is_written_every_process_is_right_at_once(page, processes, name, where):
    path = {"product": page.url, "list": LIST, "home": "/"}[where]
    visit_both(processes, path)
    committed()
    ACTS[name](ProductPage.objects.get(pk=page.pk))
    assert_both_are_right(processes, path)


@pytest.fixture
def about(page) -> TextPage:
    about = HomePage.objects.get().add_child(instance=TextPage(title="关于本站", slug="about", text="<p>是谁在做</p>"))
    committed()
    return about


def rename(about: TextPage) -> None:
    about.title = "换过的名字"
    about.save_revision().publish()


def test_a_menu_page_has_its_new_name_everywhere(page, about, processes):
    visit_both(processes, page.url)
    rename(about)
    assert "换过的名字" in assert_both_are_right(processes, page.url)


def test_a_page_taken_down_leaves_the_footer(page, about, processes):
    visit_both(processes, page.url)
    about.unpublish()
    assert about.title not in assert_both_are_right(processes, page.url)


def test_a_page_that_is_locked_leaves_the_footer_and_is_locked(page, about, processes):
    visit_both(processes, page.url, about.url)
    PageViewRestriction.objects.create(page=about, restriction_type=PageViewRestriction.LOGIN)
    assert about.title not in assert_both_are_right(processes, page.url)
    assert assert_both_are_right(processes, about.url).startswith("302")


def test_a_product_that_is_locked_is_locked_at_once(page, processes):
    visit_both(processes, page.url)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert assert_both_are_right(processes, page.url).startswith("302")


def test_the_name_of_the_site_is_the_new_one(page, processes):
    visit_both(processes, page.url)
    Site.objects.update(site_name="新的站名")
    assert "新的站名" in assert_both_are_right(processes, page.url)


def test_details_of_the_footer_are_the_new_ones(page, processes):
    visit_both(processes, page.url)
    SiteDetails.objects.update(running_body="新的合作社")
    assert "新的合作社" in assert_both_are_right(processes, page.url)


def test_who_fills_in_the_details_changes_nobody_s_copy(page, processes, rf):
    first = SiteDetails.load(rf.get("/"))
    first.running_body = "还没保存"
    assert SiteDetails.load(rf.get("/")).running_body == ""


def test_a_village_has_its_new_name(page, processes):
    visit_both(processes, page.url)
    Village.objects.update(name="换过的村")
    assert "换过的村" in assert_both_are_right(processes, page.url)


def test_a_catalogue_that_moves_takes_its_products_along(page, processes):
    visit_both(processes, page.url, LIST)
    catalogue = page.get_parent().specific
    catalogue.slug = "goods"
    catalogue.save_revision().publish()
    assert assert_both_are_right(processes, page.url).startswith("404")
    assert assert_both_are_right(processes, "/goods/cherry/").startswith("200")


def test_a_site_of_its_own_has_its_own_menu(page, processes):
    """A further township: its host shows its pages, and the first one's host never does."""
    other = HomePage(title="别的镇", slug="other", township=Township.objects.get())
    HomePage.objects.get().get_parent().add_child(instance=other)
    other.add_child(instance=TextPage(title="别镇的话", slug="words", text="<p>你好</p>"))
    Site.objects.create(hostname="other.example", root_page=other)
    for _time in range(2):
        assert "别镇的话" in read("/", host="other.example")
        assert "别镇的话" not in read("/") and read("/words/").startswith("404")


def test_languages_are_not_mixed(page, processes):
    for _time in range(2):
        assert "Season board" in read(page.url, cookie="django_language=en")
        assert "Season board" not in read(page.url)


def test_a_draft_is_seen_by_its_writer_alone(page, processes):
    editor = Client()
    editor.force_login(User.objects.create_superuser("li", password="x"))
    read(page.url)
    page.title = "草稿里的名字"
    page.save_revision()
    assert "草稿里的名字" in editor.get(f"/admin/pages/{page.pk}/view_draft/").text
    assert "草稿里的名字" not in read(page.url)


def test_a_report_ends_by_itself(page, processes):
    """Nothing is written when a day passes: what depends on it is never remembered."""
    today = timezone.localdate()
    put_report(page, valid_until=today, sampled_on=today)
    days = [today + datetime.timedelta(days=number) for number in (0, 1)]
    assert [len(show(page, day).selenium.proofs) for day in days] == [1, 0]


@pytest.mark.parametrize("path, most", [(LIST, 7), ("/products/cherry/", 6)])
def test_pages_ask_little_of_the_database(page, path, most, django_assert_max_num_queries):
    read(path)
    with django_assert_max_num_queries(most):
        assert read(path).startswith("200")


def test_standards_are_remembered_no_longer_than_they_hold(page, processes):
    visit_both(processes, page.url)
    Standard.objects.update(name="换过的标准")
    assert_both_are_right(processes, page.url)
