"""Forbidden words: a draft may hold them, nothing with them goes live, and the screen says why and what instead."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from products.models import Limit, ProperName, Report, Sku, WordRule
from products.publishing import PublishingRefused
from tests.zhunong.editing.acts import add, decide, edit, form, the_page


def report_of(product, days: int = 300) -> Report:
    """A report that proves a fruit claim until so many days from now."""
    today = timezone.localdate()
    limit = Limit.objects.get(standard__code="GB 28050-2011", wording="富含硒")
    return Report.objects.create(
        product=product, number="R-1", batch="B-1", value=20, unit=limit.unit, method="GB 5009.93", laboratory="所",
        sampled_on=today - datetime.timedelta(30), valid_until=today + datetime.timedelta(days), limit=limit,
    )  # fmt: skip


@pytest.fixture
def draft(home, signed_in):
    """A leader's draft that claims selenium in the fruit."""
    add(signed_in(home.leader), home.catalogue.pk, form(home.product.pk, lead="富硒好梨"))
    return the_page()


def test_a_draft_may_hold_such_a_word(draft):
    assert draft.latest_revision.content["lead"] == "富硒好梨"


def test_submitting_is_refused_with_the_reason_and_what_may_be_said(home, signed_in, draft):
    html = edit(signed_in(home.leader), draft.pk, form(home.product.pk, lead="富硒好梨"), "submit").text
    assert "没有有效的检测报告" in html
    assert "产自富硒土壤区域" in html
    assert the_page().current_workflow_state is None


@pytest.mark.parametrize("field", ["lead", "text", "seo_title", "search_description", "after_sale", "title"])
def test_publishing_is_refused_whatever_the_field(home, signed_in, field):
    answer = add(
        signed_in(home.staff), home.catalogue.pk, form(home.product.pk, **{field: rich(field, "全国第一")}), "publish"
    )
    assert answer.status_code == 200
    assert not the_page_exists()


def rich(field: str, words: str) -> str:
    return f"<p>{words}</p>" if field == "text" else words


def the_page_exists() -> bool:
    from products.models import ProductPage

    return ProductPage.objects.exists()


def test_the_name_of_a_pack_that_is_shown_is_looked_at_too(home, signed_in):
    pack = Sku.objects.create(code="S-1", product=home.product, name="全国第一梨5斤", net_weight_g=2500)
    html = add(signed_in(home.staff), home.catalogue.pk, form(home.product.pk), "publish").text
    assert "全国第一" in html and not the_page_exists()
    Sku.objects.filter(pk=pack.pk).update(is_shown=False)
    add(signed_in(home.staff), home.catalogue.pk, form(home.product.pk), "publish")
    assert the_page().live


def test_an_answer_to_a_question_is_looked_at_too(home, signed_in):
    asked = [{"question": "怎么吃？", "answer": "每天一个能降血压", "id": ""}]
    html = add(signed_in(home.staff), home.catalogue.pk, form(home.product.pk, questions=asked), "publish").text
    assert "降血压" in html and "疾病" in html
    assert not the_page_exists()


def test_a_proper_name_passes(home, signed_in):
    ProperName.objects.create(name="安峪富硒协会")
    add(signed_in(home.staff), home.catalogue.pk, form(home.product.pk, lead="安峪富硒协会会员的梨"), "publish")
    assert the_page().live


def test_a_proven_product_may_be_called_rich_in_selenium(home, signed_in):
    report_of(home.product)
    add(signed_in(home.staff), home.catalogue.pk, form(home.product.pk, lead="富硒好梨"), "publish")
    assert the_page().live


def test_an_expired_report_proves_nothing(home, signed_in):
    report_of(home.product, days=-1)
    add(signed_in(home.staff), home.catalogue.pk, form(home.product.pk, lead="富硒好梨"), "publish")
    assert not the_page_exists()


def test_a_rule_that_came_in_between_stops_the_approval(home, signed_in):
    add(signed_in(home.leader), home.catalogue.pk, form(home.product.pk, lead="甜过初恋的梨"), "submit")
    WordRule.objects.create(word="甜过初恋", kind="other", reason="说不清。", instead="糖度", source="镇里")
    staff = signed_in(home.staff)
    answer = decide(staff, the_page(), "approve")
    assert answer.status_code == 302
    assert "甜过初恋" in staff.get(answer.url).text
    assert not the_page().live and the_page().current_workflow_task_state is not None


def test_staff_can_send_back_a_page_with_such_a_word(home, signed_in):
    add(signed_in(home.leader), home.catalogue.pk, form(home.product.pk, lead="甜过初恋的梨"), "submit")
    WordRule.objects.create(word="甜过初恋", kind="other", reason="说不清。", source="镇里")
    decide(signed_in(home.staff), the_page(), "reject", "请改")
    assert the_page().current_workflow_state.status == "needs_changes"


def test_no_program_publishes_such_a_page(draft):
    with pytest.raises(PublishingRefused):
        draft.latest_revision.publish()
    assert not the_page().live


def test_when_its_time_comes_the_page_stays_a_draft_and_others_go_live(draft):
    revision = draft.latest_revision
    revision.approved_go_live_at = timezone.now() - datetime.timedelta(minutes=1)
    revision.save()
    call_command("publish_scheduled")
    revision.refresh_from_db()
    assert not the_page().live and revision.approved_go_live_at is None
