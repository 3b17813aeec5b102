"""Whatever files come, in whatever order: the same lines, the same totals, and an undo is as if never come."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livestreams.sales.models import DailyTotal, Line, MonthlyTotal
from livestreams.sales.totals import DIMENSIONS, Question, ask
from livestreams.sales.undoing import redo_import, undo_import
from tests.livestreams.sales.builders import bring, differences, order_file, row, whole

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
modest = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
CELLS = {
    "douyin": {
        "paid": ("", "2026-05-30 21:30:00", "2026-05-31 00:10:00"),
        "placed": ("2026-05-30 21:00:00", "2026-05-31 20:30:00", "2026-06-01 09:00:00"),
        "amount": ("10.01", "7.77", "0.01"),
        "quantity": ("1", "3"),
        "status": ("已完成", "已关闭"),
        "after": ("-", "退款成功", "售后关闭"),
        "streamer": ("", "9001", "5555"),
        "mark": ("直播", "短视频", "数据将于第二天更新"),
        "code": ("A", "B", "?"),
    },
    "taobao": {
        "paid": ("", "2026-05-31 12:00:00"),
        "placed": ("2026-05-31 11:00:00",),
        "amount": ("10.01", "7.77"),
        "net_amount": ("3.33", "10.01"),
        "refund": ("无退款申请", "6.68"),
        "status": ("交易成功", "交易关闭"),
        "after": ("没有申请退款", "退款成功", "退款中"),
        "code": ("A", "?"),
    },
}
OPTIONAL = {
    "douyin": ("商家编码", "流量体裁", "售后状态", "订单状态", "订单提交时间"),
    "taobao": ("商家编码", "买家应付货款", "订单创建时间", "订单状态"),
}
SPLITS = ("team_shares__shares", "village_shares__shares")
STAMPS = ("2026-06-01 08:00:00", "2026-06-02 08:00:00", "2026-06-03 08:00:00")


@dataclass(frozen=True)
class File:
    content: bytes
    stamp: str


@st.composite
def files(draw: st.DrawFn) -> list[File]:
    """Two to four exports of the same few orders, each with its own columns, states and stamp."""
    platform = draw(st.sampled_from(sorted(CELLS)))
    said = {name: st.sampled_from(values) for name, values in CELLS[platform].items()}
    one_row = st.fixed_dictionaries({"key": st.sampled_from("123"), **said})
    one_file = st.builds(
        lambda rows, without, stamp: File(
            order_file(*(row(platform, **each) for each in rows), without=without), stamp
        ),
        st.lists(one_row, min_size=1, max_size=4),
        st.lists(st.sampled_from(OPTIONAL[platform]), max_size=2, unique=True).map(tuple).filter(readable),
        st.sampled_from(STAMPS),
    )
    return draw(st.lists(one_file, min_size=2, max_size=4, unique=True))


def readable(without: tuple[str, ...]) -> bool:
    """At least one status column has to stay."""
    return not {"售后状态", "订单状态"} <= set(without)


@contextmanager
def thrown_away() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def brought(some: list[File]) -> list:
    return [bring(each.content, exported_at=each.stamp) for each in some]


def picture() -> tuple:
    """All lines and totals, without what depends on when they were made."""
    unsaid = {"id", "listing", "team_shares", "village_shares"}
    columns = [field.name for field in Line._meta.concrete_fields if field.name not in unsaid]
    lines = Line.objects.order_by("key").values_list(*columns, "listing__fingerprint", *SPLITS)
    kept = [
        sorted(map(str, model.objects.values_list(*(f.name for f in model._meta.concrete_fields if f.name != "id"))))
        for model in (DailyTotal, MonthlyTotal)
    ]
    return list(lines), kept


@modest
@given(files(), st.randoms(use_true_random=False))
def test_the_order_in_which_files_come_plays_no_part(some, random):
    with thrown_away():
        brought(some)
        first, wrong = picture(), differences()
    with thrown_away():
        brought(random.sample(some, len(some)))
        second = picture()
    assert (first, wrong) == (second, [])


@modest
@given(files(), st.data())
def test_an_undone_import_has_never_come(some, data):
    gone = data.draw(st.integers(0, len(some) - 1))
    with thrown_away():
        imports = brought(some)
        before = picture()
        undo_import(imports[gone])
        without, wrong = picture(), differences()
        redo_import(imports[gone])
        after = picture()
    with thrown_away():
        brought(some[:gone] + some[gone + 1 :])
        never = picture()
    assert (without, wrong, after) == (never, [], before)


@modest
@given(files())
def test_all_dimensions_add_up_to_the_same_total(some):
    with thrown_away():
        brought(some)
        sums = {dimension: ask(Question((dimension,))).total[1:] for dimension in DIMENSIONS}
        crossed = ask(Question(("team", "village", "day"))).total[1:]
        total = ask(Question()).total[1:]
        of_lines = sum(Line.objects.exclude(day=None).values_list("paid_fen", flat=True))
        assert set(sums.values()) == {crossed} == {total}
        assert whole()[3] == of_lines


@modest
@given(files())
def test_a_dry_run_says_what_the_run_then_does(some):
    from livestreams.sales.importing import import_files
    from tests.livestreams.sales.builders import hand_in, own_shop

    last = some[-1]
    account = own_shop(last.content)
    with thrown_away():
        brought(some[:-1])
        said = [
            import_files([hand_in(last.content, account=account, exported_at=last.stamp)], dry_run=dry)[0]
            for dry in (True, False)
        ]
    counts = [(each.new, each.updated, each.unchanged, each.older, each.delta_paid_fen) for each in said]
    assert counts[0] == counts[1]
    assert sum(counts[1][:4]) == said[1].rows
