"""Which pages are kept, for whom, and what a kept page costs."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from zhunong.access.models import User
from zhunong.caching import middleware

HIT = "X-Page-Cache"


def is_hit(answer) -> bool:
    return answer.headers.get(HIT) == "hit"


def visit(client, path: str, **headers: str):
    return client.get(path, headers=headers)


def test_a_second_visitor_gets_the_kept_page(page):
    first, second = Client().get(page.url), Client().get(page.url)
    assert not is_hit(first) and is_hit(second)
    assert second.content == first.content and second["Content-Type"] == first["Content-Type"]


def test_a_kept_page_costs_one_query(page, django_assert_num_queries):
    Client().get(page.url)
    with django_assert_num_queries(1):
        assert is_hit(Client().get(page.url))


def test_a_page_says_nothing_to_one_visitor_alone(page):
    answer = Client().get(page.url)
    assert "csrfmiddlewaretoken" not in answer.text and not answer.cookies


def test_the_switch_turns_it_off(page, settings):
    settings.PAGE_CACHE = False
    Client().get(page.url)
    assert not is_hit(Client().get(page.url))


@pytest.mark.parametrize("path", ["/", "/products/", "/products/cherry/", "/?utm=1", "/products/?village=x"])
def test_all_pages_of_the_tree_are_kept(page, path):
    Client().get(path)
    assert is_hit(Client().get(path))


@pytest.mark.parametrize("path", ["/sign-in/", "/robots.txt", "/nothing-here/", "/admin/", "/my/", "/rooms/"])
def test_nothing_else_is(page, path):
    Client().get(path)
    assert not is_hit(Client().get(path))


def test_who_is_signed_in_gets_pages_of_their_own(page):
    Client().get(page.url)
    known = Client()
    known.force_login(User.objects.create_user("li", password="x"))
    assert not is_hit(known.get(page.url))


def test_a_page_of_one_who_is_signed_in_is_not_kept(page):
    known = Client()
    known.force_login(User.objects.create_superuser("li", password="x"))
    assert "admin" in known.get(page.url).text
    assert not is_hit(Client().get(page.url))


def test_each_language_has_its_own(page):
    Client().get(page.url)
    english = visit(Client(), page.url, cookie="django_language=en")
    assert not is_hit(english) and '<html lang="en">' in english.text
    assert is_hit(visit(Client(), page.url, cookie="django_language=en"))


def test_each_query_has_its_own(page):
    Client().get("/products/?q=a")
    assert not is_hit(Client().get("/products/?q=b"))
    assert is_hit(Client().get("/products/?q=a"))


def test_htmx_gets_its_part_only(page):
    Client().get("/products/")
    assert not is_hit(visit(Client(), "/products/", hx_request="true"))


def test_each_host_has_its_own(page):
    Client().get(page.url)
    assert not is_hit(Client().get(page.url, SERVER_NAME="other.example"))


def test_endless_queries_are_not_kept(page):
    path = f"{page.url}?q={'a' * 400}"
    Client().get(path)
    assert not is_hit(Client().get(path))


def test_a_post_is_not_answered_from_memory(page):
    Client().get(page.url)
    assert not is_hit(Client().post(page.url))


def test_a_preview_is_not_kept(page, rf):
    editor = Client()
    editor.force_login(User.objects.create_superuser("li", password="x"))
    page.title = "草稿里的名字"
    page.save_revision()
    assert "草稿里的名字" in editor.get(f"/admin/pages/{page.pk}/view_draft/").text
    assert "草稿里的名字" not in Client().get(page.url).text


def test_a_restricted_page_is_not_kept(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    Client().get(page.url)
    answer = Client().get(page.url)
    assert answer.status_code == 302 and not is_hit(answer)


def test_an_error_is_not_kept(page):
    page.unpublish()
    assert [Client().get(page.url).status_code for _time in range(2)] == [404, 404]


def test_midnight_and_every_minute_bring_a_new_page(page, monkeypatch):
    """Broadcasts begin at full minutes, seasons at midnight."""
    monkeypatch.setattr(middleware, "minute", lambda: "202606012359")
    Client().get(page.url)
    assert is_hit(Client().get(page.url))
    monkeypatch.setattr(middleware, "minute", lambda: "202606020000")
    assert not is_hit(Client().get(page.url))
