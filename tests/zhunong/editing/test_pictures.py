"""People who were not asked: a draft may hold their picture, nothing with it goes live, and the screen says why."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset

from livestreams.teams.models import Team
from media.models import CustomImage
from products.models import ProductPage
from products.publishing import PublishingRefused
from tests.zhunong.editing.acts import add, decide, edit, form, the_page
from zhunong.access.libraries import library_of
from zhunong.pages.demo.painting import paint_product
from zhunong.pages.models import CentrePage, HallPage, SectionPage, TeamPage, VillagePage
from zhunong.places.models import Village


@pytest.fixture
def unasked(home, settings, tmp_path) -> CustomImage:
    settings.MEDIA_ROOT = tmp_path
    return CustomImage.objects.create(
        title="老王在梨园", file=ContentFile(paint_product("pear"), "wang.jpg"), description="老王",
        people_shown="not_asked", collection=library_of(home.township),
    )  # fmt: skip


def agree(picture: CustomImage) -> None:
    CustomImage.objects.filter(pk=picture.pk).update(people_shown="agreed")


def test_a_draft_may_hold_such_a_picture(home, signed_in, unasked):
    add(signed_in(home.leader), home.catalogue.pk, form(home.product.pk, picture=unasked.pk))
    assert the_page().latest_revision.content["picture"] == unasked.pk


@pytest.mark.parametrize("act", ["submit", "publish"])
def test_going_on_is_refused_with_the_picture_and_what_to_do(home, signed_in, unasked, act):
    answer = add(signed_in(home.staff), home.catalogue.pk, form(home.product.pk, picture=unasked.pk), act)
    assert list(answer.context["form"].errors) == ["picture"]
    assert "老王在梨园" in answer.context["form"].errors["picture"][0]
    assert not ProductPage.objects.exists()


def test_one_of_more_pictures_is_refused_at_its_row(home, signed_in, unasked):
    rows = inline_formset([{"picture": unasked.pk, "caption": "", "id": ""}])
    answer = add(signed_in(home.staff), home.catalogue.pk, form(home.product.pk, pictures=rows), "publish")
    assert "picture" in answer.context["form"].formsets["pictures"].forms[0].errors
    assert not ProductPage.objects.exists()


def test_a_picture_of_people_who_agreed_goes_live(home, signed_in, unasked):
    agree(unasked)
    add(signed_in(home.staff), home.catalogue.pk, form(home.product.pk, picture=unasked.pk), "publish")
    assert the_page().live


def test_one_of_which_nobody_has_said_is_refused_too(home, signed_in, unasked):
    CustomImage.objects.update(people_shown="not_said")
    answer = add(signed_in(home.staff), home.catalogue.pk, form(home.product.pk, picture=unasked.pk), "publish")
    assert "picture" in answer.context["form"].errors


def test_a_consent_taken_back_meanwhile_stops_the_approval(home, signed_in, unasked):
    agree(unasked)
    add(signed_in(home.leader), home.catalogue.pk, form(home.product.pk, picture=unasked.pk), "submit")
    CustomImage.objects.update(people_shown="not_asked")
    staff = signed_in(home.staff)
    answer = decide(staff, the_page(), "approve")
    assert "老王在梨园" in staff.get(answer.url).text
    assert not the_page().live and the_page().current_workflow_task_state is not None


def test_no_program_publishes_it(home, signed_in, unasked):
    add(signed_in(home.leader), home.catalogue.pk, form(home.product.pk, picture=unasked.pk))
    with pytest.raises(PublishingRefused):
        the_page().latest_revision.publish()
    assert not the_page().live


def test_when_its_time_comes_it_stays_a_draft(home, signed_in, unasked):
    add(signed_in(home.leader), home.catalogue.pk, form(home.product.pk, picture=unasked.pk))
    revision = the_page().latest_revision
    revision.approved_go_live_at = timezone.now() - datetime.timedelta(minutes=1)
    revision.save()
    call_command("publish_scheduled")
    assert not the_page().live


def test_taking_the_picture_away_lets_it_go_live(home, signed_in, unasked):
    staff = signed_in(home.staff)
    add(staff, home.catalogue.pk, form(home.product.pk, picture=unasked.pk))
    edit(staff, the_page().pk, form(home.product.pk), "publish")
    assert the_page().live


@pytest.mark.parametrize("kind", ["village", "team", "hall"])
def test_pages_of_every_kind_are_held_back(home, unasked, kind):
    page = unpublished(home, kind)
    page.picture = unasked
    with pytest.raises(PublishingRefused) as refused:
        page.save_revision().publish()
    assert refused.value.messages == [unasked.why_not_shown]
    agree(unasked)
    type(page).objects.get().save_revision().publish()
    assert type(page).objects.get().live


def unpublished(home, kind: str):
    """A page of the kind, not live yet."""
    if kind == "hall":
        centre = home.home.add_child(instance=CentrePage(title="中心", slug="centre"))
        return centre.add_child(instance=HallPage(title="展厅", slug="hall", live=False))
    section = home.home.add_child(instance=SectionPage(title="各处", slug="places"))
    if kind == "team":
        team = Team.objects.get(slug="anyu-team")
        return section.add_child(instance=TeamPage(title="队", slug="team", team=team, live=False))
    village = Village.objects.create(slug="feng", name="冯村", township=home.township)
    return section.add_child(instance=VillagePage(title="冯村", slug="feng", village=village, live=False))
