"""What may not be said: in a title and in talking points, by the rules of the day of the broadcast."""

import datetime
from dataclasses import replace

import pytest

from livestreams.rooms.refusals import Refused
from livestreams.sessions.claims import findings_of, refuse_unless_sayable
from livestreams.sessions.lineups import change
from livestreams.sessions.models import Event, EventCheck
from livestreams.sessions.planning import change_plan, plan_of
from products.models import ProperName, Sku, WordRule
from tests.livestreams.sessions.builders import Stage, at, hand, planned
from tests.livestreams.sessions.lines import entry, proven, put, put_three

DAY = at(20).date()


def words_of(event: Event) -> list[str]:
    return [finding.word for said in findings_of(event) for finding in said.findings]


@pytest.fixture
def event(stage: Stage) -> Event:
    return planned(stage)


def test_plain_words_pass(stage: Stage, event: Event):
    put(stage, event, points="脆、多汁，下柏村早上摘的")
    assert findings_of(event) == []


def test_word_in_the_title_is_found_with_why_and_what_instead(stage: Stage):
    event = planned(stage, title="最甜大樱桃专场", is_announced=False)
    said = findings_of(event)[0]
    assert said.item is None and "最甜" in said.sentences[0] and "广告法" in said.sentences[0]


def test_word_in_the_talking_points_is_found_at_its_product(stage: Stage, event: Event):
    put(stage, event, 0, points="酸甜")
    item = put(stage, event, 1, points="多吃能降血压")
    said = findings_of(event)
    assert [(each.item, each.words) for each in said] == [(item, "降血压")]


def test_word_parted_by_signs_is_found(stage: Stage, event: Event):
    put(stage, event, points="富 · 硒")
    assert words_of(event) == ["富硒"]


def test_word_in_the_name_of_the_pack_is_found(stage: Stage, event: Event):
    sku = Sku.objects.create(code="se", product=stage.products[0], name="富硒大樱桃", net_weight_g=2500)
    put(stage, event, sku=sku)
    assert words_of(event) == ["富硒"]


def test_proper_name_passes(stage: Stage, event: Event):
    ProperName.objects.create(name="安峪镇富硒产学研示范中心")
    put(stage, event, points="在安峪镇富硒产学研示范中心分拣，产自富硒土壤区域")
    assert findings_of(event) == []


def test_fruit_claim_passes_with_a_report_valid_on_the_day(stage: Stage, event: Event):
    proven(stage.products[0], DAY)
    put(stage, event, points="富硒大樱桃")
    assert findings_of(event) == []


def test_report_that_ended_the_day_before_proves_nothing(stage: Stage, event: Event):
    proven(stage.products[0], DAY - datetime.timedelta(1))
    put(stage, event, points="富硒大樱桃")
    assert words_of(event) == ["富硒"]


def test_report_of_one_product_proves_nothing_of_another(stage: Stage, event: Event):
    proven(stage.products[0], DAY)
    put(stage, event, 1, points="富硒酥梨")
    assert words_of(event) == ["富硒"]


def test_report_excuses_no_medical_word(stage: Stage, event: Event):
    proven(stage.products[0], DAY)
    put(stage, event, points="富硒抗癌")
    assert words_of(event) == ["抗癌"]


@pytest.mark.parametrize(("with_report", "found"), [(1, ["富硒"]), (3, [])])
def test_title_claims_for_every_product_of_the_line_up(stage: Stage, with_report: int, found: list[str]):
    event = planned(stage, title="富硒专场", is_announced=False)
    put_three(stage, event)
    for product in stage.products[:with_report]:
        proven(product, DAY)
    assert words_of(event) == found


def test_title_claims_nothing_before_there_is_a_line_up(stage: Stage):
    assert words_of(planned(stage, title="富硒专场", is_announced=False)) == ["富硒"]


def test_rules_are_those_of_the_day_of_the_broadcast(stage: Stage, event: Event):
    WordRule.objects.create(
        word="秒杀", kind="other", reason="试行", source="试行", valid_from=DAY + datetime.timedelta(1)
    )
    put(stage, event, points="今晚秒杀")
    later = planned(stage, starts_at=at(20, 1), ends_at=at(22, 1))
    put(stage, later, points="今晚秒杀")
    assert (words_of(event), words_of(later)) == ([], ["秒杀"])


def test_draft_of_points_is_kept_though_it_may_not_be_said(stage: Stage, event: Event):
    assert put(stage, event, points="最甜").points == "最甜"


def test_while_words_stand_it_is_refused_with_where_and_why(stage: Stage, event: Event):
    put(stage, event, points="最甜")
    with pytest.raises(Refused, match="大樱桃5斤.*最甜"):
        refuse_unless_sayable(event)


def test_reworded_it_is_not_refused(stage: Stage, event: Event):
    item = put(stage, event, points="最甜")
    change(item, entry(stage, points="糖度以检测为准"), hand(stage.centre.leader))
    refuse_unless_sayable(event)


def test_new_words_take_the_tick_away(stage: Stage, event: Event):
    item = put(stage, event, points="脆甜")
    for each in (EventCheck.Item.WORDS, EventCheck.Item.PRICES):
        EventCheck.objects.create(event=event, item=each)
    change(item, entry(stage, points="最甜"), hand(stage.centre.leader))
    assert [check.item for check in event.checks.all()] == [EventCheck.Item.PRICES]


def test_words_that_may_be_said_leave_the_tick(stage: Stage, event: Event):
    item = put(stage, event, points="脆甜")
    EventCheck.objects.create(event=event, item=EventCheck.Item.WORDS)
    change(item, entry(stage, points="早上摘的"), hand(stage.centre.leader))
    assert event.checks.exists()


def test_four_queries_however_many_products(stage: Stage, event: Event, django_assert_num_queries):
    put_three(stage, event, points="最甜")
    with django_assert_num_queries(4):
        assert len(findings_of(event)) == 3


def test_title_that_may_not_be_said_is_not_announced_and_nothing_is_planned(stage: Stage):
    with pytest.raises(Refused, match="最甜"):
        planned(stage, title="最甜大樱桃专场")
    assert not Event.objects.exists()


def test_it_is_not_announced_while_its_talking_points_wait_for_other_words(stage: Stage):
    event = planned(stage, is_announced=False)
    put(stage, event, points="最甜")
    with pytest.raises(Refused, match="大樱桃5斤"):
        change_plan(event, replace(plan_of(event, [stage.ours]), is_announced=True), hand(stage.centre.leader))
    event.refresh_from_db()
    assert not event.is_announced


def test_what_is_announced_already_can_still_be_moved(stage: Stage, event: Event):
    put(stage, event, points="最甜")
    later = replace(plan_of(event, [stage.ours]), ends_at=at(23))
    assert change_plan(event, later, hand(stage.centre.leader)).ends_at == at(23)


def test_announced_title_is_not_changed_into_one_that_may_not_be_said(stage: Stage, event: Event):
    with pytest.raises(Refused):
        change_plan(event, replace(plan_of(event, [stage.ours]), title="最甜专场"), hand(stage.centre.leader))
    event.refresh_from_db()
    assert event.title == "樱桃专场"
