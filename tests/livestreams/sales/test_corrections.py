"""A correction by hand goes before what files say, field by field, until it is undone."""

import pytest

from livestreams.sales.changes import carry_out, changing
from livestreams.sales.corrections import Said, correct, undo_correction
from livestreams.sales.explaining import Explainer
from livestreams.sales.importing import import_files
from livestreams.sales.models import Correction, Line
from livestreams.sales.recrediting import Touched
from livestreams.sales.tables import load_tables
from livestreams.sales.undoing import redo_import, undo_import
from livestreams.teams.models import Account
from products.models import Sku
from tests.livestreams.sales.builders import (
    WORLD,
    bring,
    bring_rows,
    hand_in,
    line,
    order_file,
    paid,
    row,
    totals,
    whole,
    write_world,
)  # fmt: skip
from tests.people import person
from zhunong.access.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world", "agreeing")]


@pytest.fixture
def clerk() -> User:
    return person("clerk")


@pytest.fixture
def put(clerk):
    """Correct a line of the Douyin shop."""

    def put(key: str = "1", account: str = "1001", **said) -> Correction:
        shop, made = Account.objects.get(account_id=account), []

        def write(touched: Touched) -> None:
            made.append(correct(shop, key, Said(**said), "平台漏记", clerk, touched))

        carry_out(changing(write), [])
        return made[0]

    return put


def undo(correction: Correction) -> None:
    carry_out(changing(lambda touched: undo_correction(correction, correction.by, touched)), [])


def sku(code: str) -> Sku:
    return Sku.objects.get(code=code)


def test_credited_teams_are_split_as_corrected(put):
    bring_rows(row("douyin", "1"))
    put(teams="feng-team:70;changgan-team:30")
    assert paid("team") == {"changgan-team": 300, "feng-team": 700}


def test_a_sku_brings_weight_product_and_villages(put):
    bring_rows(row("douyin", "1", code="?", quantity="2"))
    put(sku=sku("CH-3J"))
    assert (totals("product")["cherry"][2], paid("village")) == (3000, {"changgan": 500, "feng": 500})


def test_a_refund_counts_as_corrected_and_says_so(put):
    bring_rows(row("douyin", "1"))
    put(refunded_fen=250)
    assert (whole()[3:], line("1").refund_rule) == ((1000, 250), "corrected")


def test_a_refund_of_nothing_makes_the_sale_stand(put):
    bring_rows(row("douyin", "1", status="已关闭"))
    put(refunded_fen=0)
    assert (whole()[4], line("1").refunded_on) == (0, None)


def test_a_later_file_overwrites_no_correction_and_brings_its_other_fields(put):
    bring_rows(row("douyin", "1"))
    put(refunded_fen=250)
    bring_rows(row("douyin", "1", amount="20.00", after="退款成功", quantity="3"), at="2026-06-11 08:00:00")
    assert (whole()[1], whole()[3:]) == (3, (2000, 250))


def test_no_more_is_refunded_than_a_later_file_says_was_paid(put):
    bring_rows(row("douyin", "1"))
    put(refunded_fen=900)
    bring_rows(row("douyin", "1", amount="5.00"), at="2026-06-11 08:00:00")
    assert whole()[3:] == (500, 500)


def test_of_two_corrections_of_one_field_the_later_holds(put):
    bring_rows(row("douyin", "1"))
    put(teams="feng-team:100", refunded_fen=100)
    put(refunded_fen=200)
    assert (paid("team"), whole()[4]) == ({"feng-team": 1000}, 200)


def test_undoing_the_later_gives_the_earlier_and_then_what_the_files_say(put):
    bring_rows(row("douyin", "1", status="已关闭"))
    put(refunded_fen=100)
    later = put(refunded_fen=200)
    undo(later)
    assert whole()[4] == 100
    undo(Correction.objects.in_force().get())
    assert (whole()[4], line("1").refund_rule) == (1000, "closed")


def test_a_line_that_no_file_tells_of_any_more_counts_nowhere(put):
    brought = bring_rows(row("douyin", "1"))
    put(refunded_fen=250)
    undo_import(brought)
    assert (whole()[3:], Line.objects.count()) == ((0, 0), 0)
    redo_import(brought)
    assert whole()[3:] == (1000, 250)


def test_a_correction_waits_for_its_line(put):
    put(refunded_fen=250)
    bring_rows(row("douyin", "1"))
    assert whole()[3:] == (1000, 250)


def test_a_correction_is_of_its_own_shops_line(put):
    put(refunded_fen=250)
    bring_rows(row("douyin", "1"), account="1002")
    assert whole()[4] == 0


def test_tables_that_change_leave_the_correction_and_the_files_word_apart(put, tmp_path):
    bring_rows(row("douyin", "1", status="已关闭"), row("douyin", "2"))
    correction = put(refunded_fen=250)
    changed = WORLD["accounts"].replace("douyin店,shop,anyu,fourteen", "douyin店,shop,anyu,feng-team")
    load_tables(write_world(tmp_path, accounts=changed))
    assert (paid("team"), whole()[4]) == ({"feng-team": 2000}, 250)
    undo(correction)
    assert whole()[4] == 1000


def test_a_corrected_sku_follows_its_products_origin(put, tmp_path):
    bring_rows(row("douyin", "1", code="?"))
    put(sku=sku("PR-10J"))
    load_tables(write_world(tmp_path, origins=WORLD["origins"] + "pear,,xiabai:100\n"))
    assert paid("village") == {"xiabai": 1000}


def test_an_imports_own_money_is_what_its_file_says(put):
    put(refunded_fen=250)
    brought = bring_rows(row("douyin", "1", status="已关闭"))
    assert (brought.refunded_fen, brought.delta_refunded_fen) == (1000, 250)


def test_a_dry_run_counts_with_the_correction(put):
    put(refunded_fen=250)
    said = import_files([hand_in(order_file(row("douyin", "1")), account="1001")], dry_run=True)[0]
    assert said.delta_refunded_fen == 250


def test_one_line_among_thousands_is_folded_alone(put, django_assert_max_num_queries):
    bring(order_file(*(row("douyin", str(number)) for number in range(3000))))
    put(key="7", refunded_fen=250)
    with django_assert_max_num_queries(60):
        put(key="2999", refunded_fen=250)
    assert whole()[4] == 500


def test_the_reason_is_told_with_what_the_files_say(put):
    bring_rows(row("douyin", "1", status="已关闭"))
    put(refunded_fen=250, teams="feng-team:100", sku=sku("PR-10J"))
    told = {reason.topic: reason for reason in Explainer(line("1")).reasons()}
    assert all(told[topic].is_by_hand and "平台漏记" in told[topic].why for topic in ("refund", "teams", "sku"))
    assert ("10.00" in told["refund"].why, "十四小只" in told["teams"].why, "樱桃" in told["sku"].why) == (True,) * 3


def test_an_undone_correction_is_not_told_as_a_reason(put):
    bring_rows(row("douyin", "1"))
    undo(put(refunded_fen=250))
    assert not any(reason.is_by_hand for reason in Explainer(line("1")).reasons())
