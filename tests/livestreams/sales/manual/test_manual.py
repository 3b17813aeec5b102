"""The acts on a sale written down by hand: what may be said, who decides, what is kept of it."""

import datetime
import uuid

import pytest
from django.core.exceptions import ValidationError

from livestreams.sales import manual
from livestreams.sales.models import ManualSale
from livestreams.teams.models import Membership, Team
from products.models import Product, Sku
from tests.livestreams.sales.manual.sales import confirmed, make_sale, said
from tests.people import another_township
from zhunong.places.models import Township

State = ManualSale.State
pytestmark = pytest.mark.django_db


def kinds(sale: ManualSale) -> list[str]:
    return [event.kind for event in sale.events.all()]


def refused(by, **different) -> set[str]:
    """The fields that are at fault."""
    with pytest.raises(ValidationError) as error:
        manual.write_down(said(**different), uuid.uuid4(), by)
    assert not ManualSale.objects.exists()
    return set(error.value.message_dict)


def test_boxes_weigh_what_the_sku_says(member):
    assert make_sale(member).weight_g == 7500


def test_a_weight_that_is_typed_goes_before_that_of_the_boxes(member):
    assert make_sale(member, weight_g=7000).weight_g == 7000


def test_of_a_product_alone_the_weight_may_be_unknown(member):
    assert make_sale(member, sku=None).weight_g is None


def test_a_sale_belongs_to_the_township_of_its_team(member):
    assert make_sale(member).township == Township.objects.get(slug="anyu")


@pytest.mark.parametrize("day", [datetime.date(2026, 6, 21), datetime.date(2025, 5, 15)])
def test_a_day_to_come_or_long_past_is_refused(member, day):
    assert refused(member, day=day) == {"day"}


def test_a_day_of_last_year_is_taken(member):
    assert make_sale(member, day=datetime.date(2025, 5, 17)).pk


@pytest.mark.parametrize("amount", [0, -1, 1_000_000_01])
def test_an_amount_out_of_reason_is_refused(member, amount):
    assert refused(member, amount_fen=amount) == {"amount"}


@pytest.mark.parametrize(("items", "grams", "field"), [(None, None, "items"), (0, None, "items"), (None, 0, "jin")])
def test_some_quantity_has_to_be_said(member, items, grams, field):
    assert refused(member, items=items, weight_g=grams) == {field}


def test_a_sale_needs_a_picture(member):
    assert refused(member, picture=None) == {"picture"}


def test_nobody_writes_down_for_a_team_that_is_not_theirs(member):
    assert refused(member, team=Team.objects.get(slug="feng-team")) == {"team"}


def test_whoever_left_the_team_writes_nothing_more_for_it(member, now):
    Membership.objects.filter(user=member).update(valid_to=now)
    assert refused(member) == {"team"}


def test_a_sku_of_another_product_is_refused(member):
    assert refused(member, sku=Sku.objects.get(code="CH-5J"), product=Product.objects.get(slug="pear")) == {"goods"}


def test_a_product_of_another_township_is_refused(member):
    foreign = Product.objects.create(slug="kiwi", name="猕猴桃", category="fruit", township=another_township())
    assert refused(member, sku=None, product=foreign) == {"goods"}


def test_a_draft_sent_twice_is_one_sale(member):
    draft = uuid.uuid4()
    first = manual.write_down(said(), draft, member)
    again = manual.write_down(said(), draft, member)
    assert (first[0], first[1], again[1]) == (again[0], True, False)
    assert ManualSale.objects.count() == 1 and kinds(first[0]) == ["written"]


def test_a_draft_sent_twice_leaves_one_picture(member, proofs):
    draft = uuid.uuid4()
    for _time in range(2):
        manual.write_down(said(), draft, member)
    assert len(list(proofs.rglob("*.jpg"))) == 1


def test_nobody_sends_the_draft_of_somebody_else(member, stranger):
    draft = uuid.uuid4()
    manual.write_down(said(), draft, member)
    with pytest.raises(ValidationError):
        manual.write_down(said(), draft, stranger)


def test_what_goes_wrong_leaves_no_picture_behind(member, proofs, monkeypatch):
    monkeypatch.setattr(manual, "note", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_sale(member)
    assert list(proofs.rglob("*.jpg")) == []


def test_confirming_puts_it_on_the_second_step(sale, clerk):
    assert manual.confirm(sale, clerk).state == State.CONFIRMED
    assert list(ManualSale.objects.confirmed()) == [sale]


def test_without_a_picture_nothing_is_confirmed(sale, clerk):
    ManualSale.objects.update(proof="")
    with pytest.raises(ValidationError):
        manual.confirm(sale, clerk)


@pytest.mark.parametrize("act", [manual.send_back, manual.take_back])
def test_sending_back_needs_a_reason(sale, member, clerk, act):
    if act is manual.take_back:
        manual.confirm(sale, clerk)
    with pytest.raises(ValidationError):
        act(sale, clerk, "  ")


def test_a_sale_sent_back_is_corrected_and_waits_again(sale, member, clerk):
    manual.send_back(sale, clerk, "金额与图片不符")
    manual.rewrite(sale, said(amount_fen=120_00, picture=None), member)
    sale.refresh_from_db()
    assert (sale.state, sale.amount_fen) == (State.WAITING, 120_00)
    assert kinds(sale) == ["written", "returned", "rewritten"]


def test_the_history_keeps_what_was_said_before(sale, member):
    manual.rewrite(sale, said(amount_fen=120_00, picture=None), member)
    assert [event.told["amount_fen"] for event in sale.events.all()] == [128_50, 120_00]


def test_a_correction_keeps_the_picture_unless_there_is_a_new_one(sale, member):
    before = sale.proof.name
    manual.rewrite(sale, said(picture=None), member)
    sale.refresh_from_db()
    assert sale.proof.name == before


def test_a_picture_that_was_replaced_is_deleted(sale, member, proofs, django_capture_on_commit_callbacks):
    before = sale.proof.name
    with django_capture_on_commit_callbacks(execute=True):
        manual.rewrite(sale, said(), member)
    sale.refresh_from_db()
    assert [path.name for path in proofs.rglob("*.jpg")] == [sale.proof.name.rpartition("/")[2]]
    assert sale.proof.name != before


def test_withdrawing_deletes_the_picture(sale, member, proofs, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert manual.withdraw(sale, member).state == State.WITHDRAWN
    assert list(proofs.rglob("*.jpg")) == []


@pytest.mark.parametrize(
    "act",
    [
        lambda sale, member, clerk: manual.rewrite(sale, said(), member),
        lambda sale, member, clerk: manual.withdraw(sale, member),
        lambda sale, member, clerk: manual.confirm(sale, clerk),
        lambda sale, member, clerk: manual.send_back(sale, clerk, "迟了"),
    ],
    ids=["rewrite", "withdraw", "confirm", "send_back"],
)
def test_a_confirmed_sale_is_changed_by_nobody(member, clerk, act):
    sale = confirmed(member, clerk)
    with pytest.raises(manual.TooLate):
        act(sale, member, clerk)
    sale.refresh_from_db()
    assert (sale.state, sale.amount_fen) == (State.CONFIRMED, 128_50)


def test_a_confirmation_is_taken_back(member, clerk):
    sale = manual.take_back(confirmed(member, clerk), clerk, "凭证看错了")
    assert sale.state == State.WAITING and kinds(sale)[-1] == "reopened"


def test_of_two_clerks_the_second_is_told(sale, clerk):
    manual.confirm(sale, clerk)
    with pytest.raises(manual.TooLate):
        manual.send_back(sale, clerk, "看不清")


def test_what_was_rewritten_meanwhile_is_not_confirmed_unseen(sale, member, clerk):
    seen = manual.last_event(sale)
    manual.rewrite(sale, said(amount_fen=999_00, picture=None), member)
    with pytest.raises(manual.TooLate):
        manual.confirm(sale, clerk, seen)
