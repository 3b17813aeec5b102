import io
from pathlib import Path

from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from livestreams.sales.models import Line, OrderImport
from tests.livestreams.sales.staff.handing_in.conftest import HandIn, decide, page_of

State = OrderImport.State
BAD = "refuse/bad-rows.csv"


def bad_rows_file(desk: Client, order_import: OrderImport) -> bytes:
    return desk.get(reverse("sales:bad_rows", args=[order_import.pk])).content


def test_bad_rows_stand_on_the_page_with_their_reason(desk: Client, hand_in: HandIn) -> None:
    order_import = hand_in(BAD)
    page = page_of(desk, order_import)
    assert all(bad["column"] in page and bad["value"] in page for bad in order_import.bad)


def test_bad_rows_do_not_go_without_a_word(desk: Client, hand_in: HandIn) -> None:
    assert decide(desk, hand_in(BAD), "confirm").state == State.READY


def test_the_good_rows_are_taken_where_the_box_says_so(desk: Client, hand_in: HandIn) -> None:
    order_import = decide(desk, hand_in(BAD), "confirm", without_bad_rows="on")
    assert order_import.state == State.APPLIED
    assert Line.objects.count() == order_import.rows - order_import.bad_count


def test_one_yes_for_all_leaves_files_with_bad_rows_alone(desk: Client, hand_in: HandIn) -> None:
    desk.post(reverse("sales:confirm_files"), {"id": [hand_in(BAD).pk]})
    assert OrderImport.objects.get().state == State.READY


def test_corrected_bad_rows_can_be_handed_in(desk: Client, hand_in: HandIn, tmp_path: Path) -> None:
    order_import = decide(desk, hand_in(BAD), "confirm", without_bad_rows="on")
    answer = desk.get(reverse("sales:bad_rows", args=[order_import.pk]))
    book = load_workbook(io.BytesIO(answer.content))
    sheet, columns = book.active, order_import.columns
    for row, bad in enumerate(order_import.bad, start=2):
        good = "2026-06-01 10:00:00" if bad["reason"] in ("time", "day") else "12.00"
        sheet.cell(row, columns.index(bad["column"]) + 1).value = good
    corrected = tmp_path / f"待改-{order_import.exported_at:%Y%m%d%H%M%S}.xlsx"
    book.save(corrected)
    assert decide(desk, hand_in(corrected), "confirm").new == order_import.bad_count


def test_uncorrected_bad_rows_are_refused_again(desk: Client, hand_in: HandIn, tmp_path: Path) -> None:
    uncorrected = tmp_path / "待改.xlsx"
    uncorrected.write_bytes(bad_rows_file(desk, hand_in(BAD)))
    assert hand_in(uncorrected).refusal["code"] == "bad_rows"
