"""Nobody sees or edits pages, drafts or pictures of another township."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Page

from media.models import CustomImage
from products.models import ProductPage
from tests.access.planted_pages import small_picture
from tests.zhunong.editing.acts import add, form, the_page
from zhunong.access.libraries import library_of

OF_A_PAGE = ("edit", "view_draft", "delete", "unpublish", "history", "workflow_history", "lock", "preview_on_edit")


@pytest.fixture
def draft(home, signed_in) -> ProductPage:
    add(signed_in(home.leader), home.catalogue.pk, form(home.product.pk))
    return the_page()


@pytest.mark.parametrize("who", ["staff", "leader", "editor"])
@pytest.mark.parametrize("view", OF_A_PAGE)
def test_pages_elsewhere_are_not_there(away, draft, signed_in, who, view):
    path = reverse(f"wagtailadmin_pages:{view}", args=[draft.pk])
    assert signed_in(getattr(away, who)).get(path).status_code == 404


@pytest.mark.parametrize("who", ["staff", "leader", "editor"])
def test_nothing_is_added_elsewhere(home, away, signed_in, who):
    assert add(signed_in(getattr(away, who)), home.catalogue.pk, form(home.product.pk)).status_code == 404


@pytest.mark.parametrize("who", ["staff", "leader", "editor"])
def test_the_tree_begins_at_the_own_pages(home, away, signed_in, who):
    html = signed_in(getattr(away, who)).get(reverse("wagtailadmin_explore_root"), follow=True).text
    assert (away.home.title if who == "staff" else away.catalogue.title) in html
    assert home.home.title not in html


@pytest.mark.parametrize("path", ["search/?q=安峪", "search/results/?q=安峪"])
def test_searching_finds_nothing_elsewhere(away, draft, signed_in, path):
    html = signed_in(away.staff).get(f"/admin/pages/{path}").text
    assert draft.title not in html


def test_links_are_offered_to_own_pages_alone(home, away, signed_in):
    text = signed_in(away.leader).get(reverse("wagtailadmin_choose_page")).json()["html"]
    assert away.catalogue.title in text
    assert home.home.title not in text


def test_only_own_products_without_a_page_are_offered(home, away, draft, signed_in):
    path = reverse("wagtailadmin_pages:add", args=["products", "productpage", home.catalogue.pk])
    html = signed_in(home.leader).get(path).text
    assert "安峪葡萄" in html
    assert ">安峪红香酥梨<" not in html and "别处" not in html


def test_a_product_elsewhere_is_refused_when_posted(home, away, signed_in):
    add(signed_in(home.leader), home.catalogue.pk, form(away.product.pk), "submit")
    assert not ProductPage.objects.exists()


def test_a_leader_does_not_edit_the_home_page(home, signed_in):
    answer = signed_in(home.leader).get(reverse("wagtailadmin_pages:edit", args=[home.home.pk]))
    assert answer.status_code in (302, 403)


def test_a_member_gets_no_page_screen(home, signed_in):
    from tests import people

    member = people.member_of(home.leader.memberships.get().team, "member")
    assert signed_in(member).get(reverse("wagtailadmin_explore_root")).status_code in (302, 403)


def test_who_left_yesterday_edits_no_more(home, draft, signed_in):
    from django.utils import timezone

    client = signed_in(home.leader)
    home.leader.memberships.update(valid_to=timezone.localdate())
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    assert answer.status_code in (302, 403)


@pytest.mark.parametrize("name", ["wagtailimages_chooser:chosen", "wagtailimages:edit"])
def test_pictures_elsewhere_are_not_there(home, away, signed_in, name):
    picture = CustomImage.objects.create(
        title="安峪梨园", width=1, height=1, file="original_images/a.jpg", collection=library_of(home.township)
    )
    assert signed_in(away.staff).get(reverse(name, args=[picture.pk])).status_code == 404
    assert "安峪梨园" not in signed_in(away.leader).get(reverse("wagtailimages_chooser:choose")).json()["html"]


def test_a_new_home_page_has_the_publishing_step(home):
    assert Page.objects.get(pk=home.home.pk).get_workflow().name == "镇里审核"


def test_a_leaders_picture_goes_to_the_own_townships_library(home, away, signed_in, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    said = {"title": "梨园", "description": "树上的梨", "people_shown": "nobody", "credit": "队里", "consent_note": ""}
    drawn = SimpleUploadedFile("pear.png", small_picture(), "image/png")
    signed_in(home.leader).post(reverse("wagtailimages:add"), said | {"file": drawn})
    assert CustomImage.objects.get().collection == library_of(home.township)
    assert "梨园" in signed_in(home.editor).get(reverse("wagtailimages_chooser:choose")).json()["html"]
    assert "梨园" not in signed_in(away.editor).get(reverse("wagtailimages:index")).text


def test_each_township_has_one_library_however_often_it_is_asked_for(home):
    assert library_of(home.township) == library_of(home.township)
