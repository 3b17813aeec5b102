"""A leader writes and submits, the township says yes; nobody else does either."""

import pytest
from django.urls import reverse
from wagtail.models import TaskState, WorkflowState

from tests import people
from tests.zhunong.editing.acts import add, decide, edit, form, the_page
from zhunong.access.sign_in.staying import landing


@pytest.fixture
def submitted(home, signed_in):
    """A leader's page that waits for the township."""
    add(signed_in(home.leader), home.catalogue.pk, form(home.product.pk), "submit")
    return the_page()


def test_a_leader_writes_a_draft_that_nobody_sees(home, signed_in):
    add(signed_in(home.leader), home.catalogue.pk, form(home.product.pk))
    assert not the_page().live


def test_title_and_address_come_from_the_product(home, signed_in):
    add(signed_in(home.leader), home.catalogue.pk, form(home.product.pk))
    assert (the_page().title, the_page().slug) == ("安峪红香酥梨", "anyu-pear")


def test_an_editor_writes_a_draft_too(home, signed_in):
    add(signed_in(home.editor), home.catalogue.pk, form(home.product.pk))
    assert not the_page().live


@pytest.mark.parametrize("who", ["leader", "editor"])
def test_who_writes_cannot_publish(home, signed_in, who):
    add(signed_in(getattr(home, who)), home.catalogue.pk, form(home.product.pk), "publish")
    assert not the_page().live


def test_the_edit_screen_offers_a_leader_to_submit_and_not_to_publish(home, signed_in):
    client = signed_in(home.leader)
    add(client, home.catalogue.pk, form(home.product.pk))
    html = client.get(reverse("wagtailadmin_pages:edit", args=[the_page().pk])).text
    assert 'name="action-submit"' in html
    assert 'name="action-publish"' not in html


def test_what_a_leader_submits_waits_for_the_township(submitted):
    assert submitted.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    assert not submitted.live


def test_staff_see_on_their_first_screen_what_waits(home, signed_in, submitted):
    assert submitted.title in signed_in(home.staff).get("/admin/").text


def test_the_leader_sees_there_what_became_of_it(home, signed_in, submitted):
    html = signed_in(home.leader).get("/admin/").text
    assert submitted.title in html


def test_approval_publishes_the_page(home, signed_in, submitted):
    decide(signed_in(home.staff), submitted, "approve")
    assert the_page().live


def test_staff_send_a_page_back_with_a_word(home, signed_in, submitted):
    decide(signed_in(home.staff), submitted, "reject", "请换一张近照")
    assert not the_page().live
    assert TaskState.objects.get().comment == "请换一张近照"
    assert "请换一张近照" in signed_in(home.leader).get(
        reverse("wagtailadmin_pages:workflow_history_detail", args=[submitted.pk, WorkflowState.objects.get().pk])
    ).text  # fmt: skip


def test_a_leader_resubmits_what_was_sent_back(home, signed_in, submitted):
    decide(signed_in(home.staff), submitted, "reject", "请补口感")
    edit(signed_in(home.leader), submitted.pk, form(home.product.pk, taste="酥脆"), "submit")
    assert the_page().current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


def test_a_leader_cannot_approve(home, signed_in, submitted):
    answer = decide(signed_in(home.leader), submitted, "approve")
    assert answer.status_code in (302, 403)
    assert not the_page().live


def test_staff_publish_without_a_step(home, signed_in):
    add(signed_in(home.staff), home.catalogue.pk, form(home.product.pk), "publish")
    assert the_page().live


def test_staff_elsewhere_cannot_approve_by_the_address_of_their_own_page(home, away, signed_in, submitted):
    """Wagtail's view takes the state of any page."""
    state = submitted.current_workflow_task_state.pk
    path = reverse("wagtailadmin_pages:workflow_action", args=[away.home.pk, "approve", state])
    assert signed_in(away.staff).post(path).status_code in (302, 403, 404)
    assert not the_page().live


@pytest.mark.parametrize("path", ["/admin/help-zh/", "/my/help/"])
def test_the_help_tells_a_leader_how_to_hand_in_a_page(home, signed_in, path):
    assert 'id="web-pages"' in signed_in(home.leader).get(path).text


def test_the_help_spares_a_member_that(home, signed_in):
    member = people.member_of(home.leader.memberships.get().team, "member")
    assert 'id="web-pages"' not in signed_in(member).get("/my/help/").text


def test_a_leader_signs_in_to_the_phone_home_and_finds_the_web_pages_there(home, signed_in):
    assert landing(home.leader) == "/my/"
    assert 'href="/admin/pages/"' in signed_in(home.leader).get("/my/").text


def test_a_leaders_menu_holds_web_pages_and_no_sales(home, signed_in):
    html = signed_in(home.leader).get("/admin/").text
    assert '"name": "web-pages"' in html
    assert '"name": "sales"' not in html


def test_a_draft_is_previewed_at_the_width_of_a_phone(home, signed_in):
    client = signed_in(home.leader)
    add(client, home.catalogue.pk, form(home.product.pk, lead="先看看样子"))
    path = reverse("wagtailadmin_pages:preview_on_edit", args=[the_page().pk])
    assert client.post(path, form(home.product.pk, lead="先看看样子")).json()["is_valid"]
    assert "先看看样子" in client.get(path).text
    assert [mode["name"] for mode in the_page().preview_sizes][0] == "mobile"
