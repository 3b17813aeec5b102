import io
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from livestreams.sales.models import Line
from livestreams.teams.models import Account
from products.models import Sku
from tests.livestreams.sales.staff.handing_in.conftest import HandIn, decide
from zhunong.places.models import Township


@pytest.fixture
def template(desk: Client) -> Workbook:
    Account.objects.create(
        platform="offline",
        account_id="hall",
        kind=Account.Kind.SHOP,
        nickname="展厅",
        township=Township.objects.get(slug="anyu"),
    )
    return load_workbook(io.BytesIO(desk.get(reverse("sales:offline_template")).content))


def saved(book: Workbook, folder: Path) -> Path:
    book.save(folder / "线下.xlsx")
    return folder / "线下.xlsx"


def test_a_filled_in_template_is_counted(desk: Client, template: Workbook, hand_in: HandIn, tmp_path: Path) -> None:
    sku = Sku.objects.first()
    row = ["A-1", "2026-06-01", sku.name, sku.code, 2, 59.9, 9.9]
    for column, value in enumerate(row, start=1):
        template.worksheets[0].cell(2, column).value = value
    decide(desk, hand_in(saved(template, tmp_path)), "confirm")
    line = Line.objects.get()
    assert (line.key, line.sku, line.items, line.paid_fen, line.refunded_fen) == ("hall:A-1", sku, 2, 5990, 990)


def test_an_untouched_template_has_no_rows(template: Workbook, hand_in: HandIn, tmp_path: Path) -> None:
    assert hand_in(saved(template, tmp_path)).refusal["code"] == "no_rows"


def test_the_template_lists_the_townships_codes(template: Workbook) -> None:
    codes = {row[0] for row in template.worksheets[1].iter_rows(min_row=2, values_only=True)}
    assert codes == set(Sku.objects.values_list("code", flat=True))
