"""What scripts rely on: JSON, exit statuses, all or none (contracts, section 3)."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from livestreams.sales.models import OrderImport
from tests.livestreams.sales.builders import differences, order_file, paid, row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
KEYS = {
    "id", "file", "platform", "exported_at", "rows", "new", "updated", "unchanged", "older", "bad", "unmapped",
    "strangers", "without_team", "unknown_words", "paid_fen", "refunded_fen", "delta_paid_fen", "delta_refunded_fen",
}  # fmt: skip


@pytest.fixture
def run(capsys: pytest.CaptureFixture) -> Callable[..., dict]:
    """A command in JSON. Returns all that it said on standard output."""

    def run_json(*arguments: object) -> dict:
        capsys.readouterr()
        try:
            call_command(*map(str, arguments), "--format", "json")
        except SystemExit as ended:
            return json.loads(capsys.readouterr().out) | {"status": ended.code}
        return json.loads(capsys.readouterr().out)

    return run_json


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def write_file(name: str, *rows: dict[str, str]) -> Path:
        (tmp_path / name).write_bytes(order_file(*rows))
        return tmp_path / name

    return write_file


def test_import_orders_says_all_that_is_promised(run, write):
    path = write(
        "orders-20260601.csv",
        row("douyin", "1"),
        row("douyin", "2", code="?"),
        row("douyin", "3", streamer="5555", after="怪词"),
        row("douyin", "4", amount="2.00", after="退款成功"),
        row("douyin", "5", paid="", placed="2026-05-30 10:00:00"),
    )
    [report] = run("import_orders", path, "--account", "1001")["imports"]
    order_import = OrderImport.objects.get()
    assert set(report) == KEYS
    assert report == {
        "id": order_import.pk, "file": "orders-20260601.csv", "platform": "douyin",
        "exported_at": "2026-06-01 00:00:00", "rows": 5, "new": 5, "updated": 0, "unchanged": 0, "older": 0, "bad": [],
        "unmapped": 1, "strangers": 1, "without_team": 1, "unknown_words": {"怪词": 1}, "paid_fen": 3200,
        "refunded_fen": 200, "delta_paid_fen": 3200, "delta_refunded_fen": 200,
    }  # fmt: skip


def test_rows_are_the_sum_of_what_became_of_them(run, write):
    run("import_orders", write("a-20260602.csv", row("douyin", "1"), row("douyin", "2")), "--account", "1001")
    rows = [row("douyin", "1", amount="9.00"), row("douyin", "2", amount="?"), row("douyin", "3"), row("douyin", "3")]
    path = write("b-20260601.csv", *rows)
    [report] = run("import_orders", path, "--account", "1001", "--skip-bad")["imports"]
    parts = [report["new"], report["updated"], report["unchanged"], report["older"], len(report["bad"])]
    assert (report["rows"], parts) == (4, [1, 0, 1, 1, 1])


def test_bad_rows_are_told_by_row_column_value_and_reason(run, write):
    path = write("a.csv", row("douyin", "1"), row("douyin", "2", amount="十元13987654321"))
    said = run("import_orders", path, "--account", "1001")
    [bad] = said["bad"]
    assert (bad["row"], bad["column"], bad["value"]) == (3, "订单应付金额", "十元*******")
    assert len(bad["reason"]) > len("number")
    assert (said["status"], bool(said["error"]), OrderImport.objects.count()) == (1, True, 0)


def test_a_refusal_for_people_goes_to_standard_error_with_status_1(write):
    with pytest.raises(CommandError) as refused:
        call_command("import_orders", str(write("a.csv", row("douyin", "1"))))
    assert refused.value.returncode == 1
    assert "1002" in str(refused.value)


def test_a_file_that_is_not_there_is_refused(run, tmp_path):
    assert run("import_orders", tmp_path / "none.csv")["status"] == 1


@pytest.mark.parametrize("when", ["yesterday", "2026-13-01", "2026-06-02 25:00:00"])
def test_a_time_of_export_that_is_none_is_refused(run, write, when):
    said = run("import_orders", write("a.csv", row("kuaishou", "1")), "--exported-at", when)
    assert (said["status"], OrderImport.objects.count()) == (1, 0)


def test_the_time_of_export_may_be_told(run, write):
    told = run("import_orders", write("a-20260101.csv", row("kuaishou", "1")), "--exported-at", "2026-06-02 09:00:00")
    assert told["imports"][0]["exported_at"] == "2026-06-02 09:00:00"


def test_of_several_files_all_or_none(run, write):
    good, bad = write("a.csv", row("kuaishou", "1")), write("b.csv", row("wechat", "1", amount="?"))
    said = run("import_orders", good, bad)
    assert (said["status"], OrderImport.objects.count()) == (1, 0)


def test_files_of_several_platforms_come_together(run, write):
    said = run("import_orders", write("a.csv", row("kuaishou", "1")), write("b.csv", row("taobao", "1")))
    assert [each["platform"] for each in said["imports"]] == ["kuaishou", "taobao"]


def test_a_dry_run_names_no_import(run, write):
    said = run("import_orders", write("a.csv", row("kuaishou", "1")), "--dry-run")
    [report] = said["imports"]
    assert (report["id"], report["new"], OrderImport.objects.count()) == (None, 1, 0)


def test_a_shop_without_streamers_needs_no_such_column(run, tmp_path):
    (tmp_path / "a.csv").write_bytes(order_file(row("kuaishou", "1"), without=("CPS达人ID",)))
    assert run("import_orders", tmp_path / "a.csv")["status"] == 1
    assert run("import_orders", tmp_path / "a.csv", "--no-streamers")["imports"][0]["new"] == 1


def test_undo_and_redo(run, write, capsys):
    run("import_orders", write("a.csv", row("kuaishou", "1")))
    number = str(OrderImport.objects.get().pk)
    call_command("undo_import", number)
    assert paid("day") == {}
    call_command("undo_import", number, "--redo")
    assert (paid("day"), differences()) == ({"2026-05-30": 1000}, [])


@pytest.mark.parametrize("arguments", [["999999"], ["999999", "--redo"]])
def test_undoing_what_is_not_there_is_refused(arguments):
    with pytest.raises(CommandError) as refused:
        call_command("undo_import", *arguments)
    assert refused.value.returncode == 1
