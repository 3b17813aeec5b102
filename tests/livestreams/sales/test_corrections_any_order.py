"""Corrections by hand among files, undos and a changing world: the order plays no part, and every fen agrees."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livestreams.sales.changes import carry_out, changing
from livestreams.sales.corrections import Said, correct, undo_correction
from livestreams.sales.models import Correction
from livestreams.sales.recrediting import Touched
from livestreams.sales.undoing import redo_import, undo_import
from livestreams.teams.models import Account, Ownership, Team
from products.models import Origin, OriginPart, Product, Sku
from tests.livestreams.sales.builders import bring, differences, own_shop
from tests.livestreams.sales.test_any_order import File, files, modest, picture, thrown_away
from zhunong.access.models import User
from zhunong.places.models import Village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
quick = settings(modest, max_examples=15)
TEAMS = ("", "feng-team:100", "changgan-team:30;feng-team:70")
FIELDS = {
    "teams": st.sampled_from(TEAMS),
    "sku": st.sampled_from((None, "PR-10J", "CH-3J")),
    "refunded_fen": st.sampled_from((None, 0, 5, 1001)),
}
said = st.fixed_dictionaries(FIELDS).filter(
    lambda said: said["teams"] or said["sku"] or said["refunded_fen"] is not None
)
corrections = st.lists(st.tuples(st.sampled_from("123"), said), min_size=1, max_size=3)


def clerk() -> User:
    return User.objects.get_or_create(username="clerk")[0]


def put(shop: Account, key: str, said: dict[str, Any]) -> Correction:
    """A correction, whether or not a line with that key is there yet."""
    sku = Sku.objects.get(code=said["sku"]) if said["sku"] else None
    made: list[Correction] = []

    def write(touched: Touched) -> None:
        made.append(correct(shop, key, Said(said["teams"], sku, said["refunded_fen"]), "测试", clerk(), touched))

    carry_out(changing(write), [])
    return made[0]


def undo(correction: Correction) -> None:
    carry_out(changing(lambda touched: undo_correction(correction, clerk(), touched)), [])


def move_the_world() -> None:
    """The owner of a shop and the origin of a product change: their lines are credited anew."""

    def write(touched: Touched) -> None:
        for account_id in ("1001", "5001"):
            account = Account.objects.get(account_id=account_id)
            Ownership.objects.filter(account=account).update(team=Team.objects.get(slug="changgan-team"))
            touched.accounts.add(account.pk)
        for product in Product.objects.all():
            origin = Origin.objects.filter(product=product).order_by("valid_from").first()
            origin = origin or Origin.objects.create(product=product)
            OriginPart.objects.filter(origin=origin).delete()
            OriginPart.objects.create(origin=origin, village=Village.objects.get(slug="feng"), percent=100)
            touched.products.add(product.pk)

    carry_out(changing(write), [])


def acts_of(some: list[File], by_hand: list[tuple[str, dict]]) -> list[Callable[[], Any]]:
    """Each file and the corrections, which stay in their order among themselves."""
    shop = Account.objects.get(account_id=own_shop(some[0].content))
    of_files = [lambda each=each: bring(each.content, exported_at=each.stamp) for each in some]
    return [*of_files, lambda: [put(shop, *each) for each in by_hand], move_the_world]


@quick
@given(files(), corrections, st.randoms(use_true_random=False))
def test_files_corrections_and_the_world_may_come_in_any_order(some, by_hand, random):
    with thrown_away():
        for act in acts_of(some, by_hand):
            act()
        first, wrong = picture(), differences()
    with thrown_away():
        acts = acts_of(some, by_hand)
        for act in random.sample(acts, len(acts)):
            act()
        second, wrong_too = picture(), differences()
    assert (first, wrong, wrong_too) == (second, [], [])


@quick
@given(files(), corrections, st.randoms(use_true_random=False))
def test_corrections_undone_in_any_order_leave_what_the_files_say(some, by_hand, random):
    with thrown_away():
        for each in some:
            bring(each.content, exported_at=each.stamp)
        before = picture()
        shop = Account.objects.get(account_id=own_shop(some[0].content))
        made = [put(shop, *each) for each in by_hand]
        for each in random.sample(made, len(made)):
            undo(each)
            assert differences() == []
        assert picture() == before


@quick
@given(files(), corrections, st.data())
def test_an_import_undone_and_taken_back_keeps_the_corrections(some, by_hand, data):
    gone = data.draw(st.integers(0, len(some) - 1))
    with thrown_away():
        imports = [bring(each.content, exported_at=each.stamp) for each in some]
        shop = Account.objects.get(account_id=own_shop(some[0].content))
        made = [put(shop, *each) for each in by_hand]
        before = picture()
        undo_import(imports[gone])
        assert differences() == []
        redo_import(imports[gone])
        assert (picture(), differences()) == (before, [])
        undo(made[-1])
        assert differences() == []
