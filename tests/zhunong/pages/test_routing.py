"""From an address to its page: in few questions, and never to a page that is not there for this host."""

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction, Site

from products.models import CataloguePage, ProductPage
from zhunong.pages.front.routing import page_at
from zhunong.pages.models import HomePage, TextPage


@pytest.fixture
def home(pages) -> HomePage:
    return HomePage.objects.get()


def status(path: str, host: str = "testserver") -> int:
    return Client().get(path, headers={"host": host}).status_code


def test_a_page_is_found_with_its_own_type_and_all_its_fields(home):
    page = ProductPage.objects.get(slug="cherry")
    found, left = page_at(home, ["products", "cherry"])
    names = [field.attname for field in ProductPage._meta.concrete_fields]
    assert [getattr(found, name) for name in names] == [getattr(page, name) for name in names] and left == []


def test_a_page_takes_two_questions(home, django_assert_num_queries):
    with django_assert_num_queries(2):
        page_at(home, ["products", "cherry"])


def test_a_section_takes_the_steps_that_are_no_pages(home):
    found, left = page_at(home, ["products", "seasons"])
    assert isinstance(found, CataloguePage) and left == ["seasons"]


def test_the_season_board_is_answered_by_the_catalogue(home):
    assert status("/products/seasons/") == 200


@pytest.mark.parametrize("path", ["/nothing/", "/products/nothing/", "/products/cherry/more/", "/cherry/"])
def test_what_is_not_there_is_not_found(home, path):
    assert status(path) == 404


def test_a_page_taken_down_is_not_found(home):
    ProductPage.objects.get(slug="cherry").unpublish()
    assert status("/products/cherry/") == 404


def test_a_page_far_down_is_found(home):
    about = home.add_child(instance=TextPage(title="关于", slug="notes", text="<p>话</p>"))
    for slug in ("a", "b", "c"):
        about = about.add_child(instance=Page(title=slug, slug=slug))
    found, _left = page_at(home, ["notes", "a", "b", "c"])
    assert found.pk == about.pk


def test_another_site_s_page_is_not_found_here(home):
    other = home.get_parent().add_child(instance=HomePage(title="别的镇", slug="other", township=home.township))
    other.add_child(instance=TextPage(title="别镇", slug="words", text="<p>话</p>"))
    Site.objects.create(hostname="other.example", root_page=other)
    Site.clear_site_root_paths_cache()
    assert [status("/words/"), status("/words/", "other.example")] == [404, 200]


def test_the_same_slug_elsewhere_does_not_disturb(home):
    home.add_child(instance=TextPage(title="大樱桃", slug="cherry", text="<p>话</p>"))
    assert page_at(home, ["products", "cherry"])[0].url_path.endswith("/products/cherry/")
    assert page_at(home, ["cherry"])[0].url_path.endswith(f"{home.slug}/cherry/")


@pytest.mark.parametrize("slug", ["cherry", "products"])
def test_what_is_locked_stays_locked(home, slug):
    """Also where the page above is."""
    page = Page.objects.get(slug=slug)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert status("/products/cherry/") == 302


def test_passwords_are_still_asked_for(home):
    PageViewRestriction.objects.create(
        page=Page.objects.get(slug="cherry"), restriction_type="password", password="open-sesame"
    )
    client = Client()
    asked = client.get("/products/cherry/")
    restriction = PageViewRestriction.objects.get()
    path = f"/_util/authenticate_with_password/{restriction.pk}/{restriction.page_id}/"
    client.post(path, {"password": "open-sesame", "return_url": "/products/cherry/"})
    assert path in asked.text and "大樱桃" in client.get("/products/cherry/").text


def test_a_preview_of_the_first_page_changes_nobody_s(home, sign_in):
    editor = sign_in("li", is_superuser=True)
    home.title = "草稿"
    home.save_revision()
    assert "草稿" in editor.get(f"/admin/pages/{home.pk}/view_draft/").text
    assert "草稿" not in Client().get("/").text
