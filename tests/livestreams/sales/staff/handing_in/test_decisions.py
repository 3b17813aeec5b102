import datetime
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from livestreams.sales import background
from livestreams.sales.background import apply_import, release_dead_applying, turn_import
from livestreams.sales.models import ImportEvent, Line, OrderImport
from livestreams.sales.totals import Question, ask
from livestreams.teams.models import Account
from tests.livestreams.sales.staff.handing_in.conftest import HandIn, decide, page_of
from zhunong.access.models import User

State = OrderImport.State


def paid_fen() -> int:
    return ask(Question()).total.paid_fen


def test_a_yes_counts_the_file_in(desk: Client, hand_in: HandIn) -> None:
    order_import = decide(desk, hand_in("douyin-73.csv"), "confirm")
    assert order_import.state == State.APPLIED
    assert paid_fen() == order_import.delta_paid_fen == 2822686


def test_the_event_names_who_said_yes(desk: Client, hand_in: HandIn, clerk: User) -> None:
    decide(desk, hand_in("douyin-73.csv"), "confirm")
    assert ImportEvent.objects.get().by == clerk


def test_a_second_yes_does_nothing(desk: Client, hand_in: HandIn) -> None:
    order_import = decide(desk, hand_in("douyin-73.csv"), "confirm")
    decide(desk, order_import, "confirm")
    assert order_import.events.count() == 1


def test_the_same_file_handed_in_twice_at_once_counts_once(desk: Client, hand_in: HandIn) -> None:
    both = [hand_in("douyin-73.csv"), hand_in("douyin-73.csv")]
    first, second = [decide(desk, each, "confirm") for each in both]
    assert (first.state, second.refusal["code"], paid_fen()) == (State.APPLIED, "counts_already", 2822686)


def test_one_yes_for_all_files_of_a_hand_in(desk: Client, hand_in: HandIn) -> None:
    both = [hand_in("douyin-73.csv").pk, hand_in("wechat-64.xlsx").pk]
    desk.post(reverse("sales:confirm_files"), {"id": both})
    assert set(OrderImport.objects.values_list("state", flat=True)) == {State.APPLIED}


def test_a_no_leaves_nothing(desk: Client, hand_in: HandIn) -> None:
    desk.post(reverse("sales:discard", args=[hand_in("douyin-73.csv").pk]))
    assert not OrderImport.objects.exists()


def test_what_counts_cannot_be_discarded(desk: Client, hand_in: HandIn) -> None:
    order_import = decide(desk, hand_in("douyin-73.csv"), "confirm")
    assert decide(desk, order_import, "discard").state == State.APPLIED


def test_undo_and_redo(desk: Client, hand_in: HandIn) -> None:
    order_import = decide(desk, hand_in("douyin-73.csv"), "confirm")
    undone = decide(desk, order_import, "undo")
    assert (undone.state, paid_fen(), Line.objects.count()) == (State.UNDONE, 0, 0)
    assert (decide(desk, order_import, "redo").state, paid_fen()) == (State.APPLIED, 2822686)


def test_undo_first_says_what_will_happen(desk: Client, hand_in: HandIn) -> None:
    order_import = decide(desk, hand_in("douyin-73.csv"), "confirm")
    assert "28,226.86" in desk.get(reverse("sales:undo", args=[order_import.pk])).content.decode()
    assert OrderImport.objects.get().state == State.APPLIED


def test_a_refused_redo_tells_why(desk: Client, hand_in: HandIn) -> None:
    first = decide(desk, hand_in("douyin-73.csv"), "confirm")
    decide(desk, first, "undo")
    decide(desk, hand_in("douyin-73.csv"), "confirm")
    assert decide(desk, first, "redo").refusal["code"] == "already_in"


def test_lines_of_another_shop_refuse_the_file(
    desk: Client, hand_in: HandIn, second_shop: Account, samples: Path, tmp_path: Path
) -> None:
    shop = Account.objects.get(platform="douyin", kind=Account.Kind.SHOP, account_id="298344417")
    decide(desk, hand_in("douyin-73.csv", shop=shop.pk), "confirm")
    other = tmp_path / "again.csv"
    other.write_bytes((samples / "douyin-73.csv").read_bytes() + b"\r\n")
    assert hand_in(other, shop=second_shop.pk).refusal["code"] == "other_shop"


def test_a_failing_yes_waits_for_another(desk: Client, hand_in: HandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(background, "apply", crash)
    order_import = decide(desk, hand_in("douyin-73.csv"), "confirm")
    assert (order_import.state, order_import.refusal["code"]) == (State.READY, "failed")


@pytest.fixture
def applying(hand_in: HandIn) -> OrderImport:
    """Somebody said yes, and for two minutes nobody has heard of it."""
    order_import = hand_in("douyin-73.csv")
    order_import.state = State.APPLYING
    order_import.heartbeat_at = timezone.now() - datetime.timedelta(minutes=2)
    order_import.save()
    return order_import


def queued(act, order_import: OrderImport, status: str, **fields: object) -> None:
    DBTaskResult.objects.create(
        task_path=act.module_path, status=status, backend_name="imports", run_after=timezone.now(),
        args_kwargs={"args": [order_import.pk, 1], "kwargs": {}}, **fields,
    )  # fmt: skip


def test_what_a_dead_worker_left_waits_for_a_yes_again(applying: OrderImport) -> None:
    long_ago = timezone.now() - datetime.timedelta(minutes=2)
    queued(apply_import, applying, TaskResultStatus.RUNNING, started_at=long_ago)
    release_dead_applying()
    assert OrderImport.objects.get().state == State.READY


def test_a_yes_in_the_queue_is_not_dead(applying: OrderImport) -> None:
    queued(apply_import, applying, TaskResultStatus.READY)
    release_dead_applying()
    assert OrderImport.objects.get().state == State.APPLYING


def test_a_yes_being_worked_on_is_not_dead(applying: OrderImport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "is_crediting", lambda township: True)
    release_dead_applying()
    assert OrderImport.objects.get().state == State.APPLYING


def test_a_waiting_undo_shows_that_it_is_under_way(desk: Client, hand_in: HandIn) -> None:
    order_import = decide(desk, hand_in("douyin-73.csv"), "confirm")
    queued(turn_import, order_import, TaskResultStatus.READY)
    assert 'data-busy="yes"' in page_of(desk, order_import)


def test_a_reading_that_fell_silent_is_refused(desk: Client, hand_in: HandIn) -> None:
    order_import = hand_in("douyin-73.csv")
    long_ago = timezone.now() - datetime.timedelta(minutes=3)
    OrderImport.objects.update(state=State.READING, heartbeat_at=long_ago)
    page_of(desk, order_import)
    assert OrderImport.objects.get().refusal["code"] == "interrupted"
