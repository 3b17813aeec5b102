"""Pages and pictures found by any part of their Chinese titles, on whichever database the tests run."""

import pytest
from django.core.management import call_command
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site
from wagtail.search.backends import get_search_backend

from media.models import CustomImage
from zhunong.access.models import User

ODD = [
    '"',
    '""',
    "“",
    " ",
    "　",
    "'",
    "\\",
    "%",
    "*",
    "(",
    "AND",
    "NOT",
    "NEAR(",
    '酥"梨',
    "\0",
    "-",
    "^",
    ":",
    "a:b",
    "_",
]


@pytest.fixture
def home(db) -> Page:
    return Site.objects.get(is_default_site=True).root_page


@pytest.fixture
def pages(home) -> list[Page]:
    titles = ["富硒红香酥梨", "香酥梨礼盒", "富硒小米 5斤", "冯村的山楂"]
    return [home.add_child(instance=Page(title=title, slug=f"page-{n}")) for n, title in enumerate(titles)]


@pytest.fixture
def pictures(db, settings, tmp_path) -> list[CustomImage]:
    settings.MEDIA_ROOT = tmp_path
    titles = ["富硒红香酥梨采摘现场", "冯村晒山楂"]
    return [
        CustomImage.objects.create(title=title, file=get_test_image_file(filename=f"{n}.png"), description="老人")
        for n, title in enumerate(titles)
    ]


@pytest.fixture
def administrator(client, db) -> User:
    user = User.objects.create_superuser("root")
    client.force_login(user)
    return user


def found(query: str, act: str = "search", model: type = Page) -> set[str]:
    return {each.title for each in getattr(get_search_backend(), act)(query, model)}


@pytest.mark.parametrize("act", ["search", "autocomplete"])
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("酥梨", {"富硒红香酥梨", "香酥梨礼盒"}),
        ("香酥梨", {"富硒红香酥梨", "香酥梨礼盒"}),
        ("梨", {"富硒红香酥梨", "香酥梨礼盒"}),
        ("富硒", {"富硒红香酥梨", "富硒小米 5斤"}),
        ("富硒 小米", {"富硒小米 5斤"}),
        ("5斤", {"富硒小米 5斤"}),
        ("梨酥", set()),
        ("香梨", set()),
        ("富硒　礼盒", set()),
    ],
)
def test_pages_are_found_by_any_part_in_its_order(pages, act, query, titles):
    assert found(query, act) == titles


@pytest.mark.parametrize("query", ["酥梨", "采摘", "富硒", "红香酥梨采摘"])
def test_pictures_are_found_by_any_part(pictures, query):
    assert found(query, model=CustomImage) == {"富硒红香酥梨采摘现场"}


def test_pictures_are_found_by_what_they_show_and_by_their_tags(pictures):
    pictures[1].tags.add("秋收时节")
    pictures[1].save()
    assert found("收时", model=CustomImage) == {"冯村晒山楂"}
    assert found("老人", model=CustomImage) == {picture.title for picture in pictures}


@pytest.mark.parametrize("act", ["search", "autocomplete"])
@pytest.mark.parametrize("query", ODD)
def test_odd_queries_never_fail(pages, act, query):
    assert isinstance(found(query, act), set)


def test_rebuilt_index_finds_the_same(pages):
    call_command("update_index", verbosity=0)
    assert found("酥梨") == {"富硒红香酥梨", "香酥梨礼盒"}


def test_record_keeps_its_own_fields_after_it_was_indexed(pages):
    assert pages[0].get_search_fields() == Page.get_search_fields()


def test_queryset_searches_alike(pages):
    assert {page.title for page in Page.objects.live().search("酥梨", operator="and")} == {"富硒红香酥梨", "香酥梨礼盒"}


@pytest.mark.parametrize("query", ["酥梨", *ODD])
@pytest.mark.parametrize(
    "address", ["/admin/pages/search/results/", "/admin/images/results/", "/admin/choose-page/search/"]
)
def test_admin_finds_and_never_fails(client, administrator, pages, pictures, address, query):
    response = client.get(address, {"q": query})
    assert response.status_code == 200
    assert query != "酥梨" or "红香酥梨" in response.text
