import io
import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from openpyxl import Workbook

from livestreams.sales.models import Line, OrderImport, SightingChunk, StagedLine, StagedRow
from livestreams.sales.refusals import explain_code
from livestreams.sales.staff.handing_in import forms
from livestreams.teams.models import Account
from tests.livestreams.sales.staff.handing_in.conftest import HandIn, decide, page_of
from zhunong.access.models import User

State = OrderImport.State
REFUSED = {
    "cut-off.xlsx": "cut_off",
    "empty.csv": "empty",
    "headers-only.csv": "no_rows",
    "mangled-ids.csv": "damaged_ids",
    "no-id-column.csv": "missing_columns",
    "order-dimension.csv": "order_dimension",
    "picture.xlsx": "not_a_table",
    "someone-elses-table.csv": "unknown_layout",
}


def test_a_file_waits_with_what_it_would_change(desk: Client, hand_in: HandIn) -> None:
    order_import = hand_in("douyin-73.csv")
    assert (order_import.state, order_import.new) == (State.READY, order_import.rows)
    assert "28,226.86" in page_of(desk, order_import)


def test_a_preview_changes_nothing(hand_in: HandIn) -> None:
    hand_in("douyin-73.csv")
    assert not Line.objects.exists() and not StagedLine.objects.exists() and not StagedRow.objects.exists()


@pytest.mark.parametrize(("name", "code"), REFUSED.items())
def test_a_refused_file_shows_its_sentence(desk: Client, hand_in: HandIn, name: str, code: str) -> None:
    order_import = hand_in(f"refuse/{name}")
    assert order_import.refusal["code"] == code
    assert escape(explain_code(code, order_import.refusal["params"])) in page_of(desk, order_import)


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_file_leaves_nothing_half_written(hand_in: HandIn, name: str) -> None:
    assert hand_in(f"refuse/{name}").state == State.REFUSED
    assert not any(model.objects.exists() for model in (Line, StagedLine, StagedRow, SightingChunk))


def test_several_files_each_find_their_shop(desk: Client, samples: Path) -> None:
    with (samples / "douyin-73.csv").open("rb") as one, (samples / "wechat-64.xlsx").open("rb") as other:
        page = desk.post(reverse("sales:hand_in"), {"files": [one, other]}, follow=True).content.decode()
    assert {each.shop.nickname for each in OrderImport.objects.all()} == {"安峪富硒馆douyin", "安峪富硒馆wechat"}
    assert "安峪富硒馆douyin" in page and "安峪富硒馆wechat" in page


def test_the_site_asks_where_two_shops_come_into_question(desk: Client, hand_in: HandIn, second_shop: Account) -> None:
    order_import = hand_in("douyin-73.csv")
    assert order_import.state == State.ASKING
    assert "二号店" in page_of(desk, order_import)


def test_a_told_shop_leads_to_the_preview(desk: Client, hand_in: HandIn, second_shop: Account) -> None:
    told = decide(desk, hand_in("douyin-73.csv"), "tell_shop", shop=second_shop.pk)
    assert (told.state, told.shop, told.shop_by) == (State.READY, second_shop, OrderImport.ShopBy.CHOSEN)


def test_a_shop_of_another_platform_cannot_be_told(desk: Client, hand_in: HandIn, second_shop: Account) -> None:
    kuaishou = Account.objects.get(platform="kuaishou", kind=Account.Kind.SHOP)
    assert decide(desk, hand_in("douyin-73.csv"), "tell_shop", shop=kuaishou.pk).state == State.ASKING


def test_a_chosen_shop_is_taken(hand_in: HandIn, second_shop: Account) -> None:
    assert hand_in("douyin-73.csv", shop=second_shop.pk).shop == second_shop


def test_the_shop_is_remembered_by_the_file_name(desk: Client, hand_in: HandIn, second_shop: Account) -> None:
    decide(desk, hand_in("douyin-73.csv", shop=second_shop.pk), "confirm")
    again = hand_in("douyin-75.csv")
    assert (again.shop, again.shop_by) == (second_shop, OrderImport.ShopBy.REMEMBERED)


def test_a_locked_file_asks_for_its_password(desk: Client, hand_in: HandIn, samples: Path, tmp_path: Path) -> None:
    locked = tmp_path / "orders.xlsx"
    locked.write_bytes((samples / "快手订单导出-k7m2q9.xlsx").read_bytes())
    refused = hand_in(locked)
    assert f"?again={refused.pk}" in page_of(desk, refused)
    assert hand_in(locked, password="k7m2q9").state == State.READY


def test_the_same_file_again_says_so(desk: Client, hand_in: HandIn) -> None:
    first = decide(desk, hand_in("douyin-73.csv"), "confirm")
    again = hand_in("douyin-73.csv")
    assert again.refusal == {"code": "counts_already", "params": {"id": first.pk}}


def test_uploads_never_have_a_name_on_disk(desk: Client, clerk: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def named(*args: object, **kwargs: object) -> None:
        raise AssertionError("a named file")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", named)
    monkeypatch.setattr(TemporaryUploadedFile, "__init__", named)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(clerk)
    strict.get(reverse("sales:hand_in"))
    token = strict.cookies["csrftoken"].value
    big = io.BytesIO(b"x" * (3 << 20))
    big.name = "big.csv"
    answer = strict.post(reverse("sales:hand_in"), {"csrfmiddlewaretoken": token, "files": big})
    assert answer.status_code == 302


def test_a_forged_request_is_turned_away(desk: Client, clerk: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(clerk)
    assert strict.post(reverse("sales:hand_in"), {"files": io.BytesIO(b"x")}).status_code == 403


def test_a_file_beyond_the_limit_gets_a_sentence(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("livestreams.sales.uploads.LARGEST_UPLOAD", 10)
    monkeypatch.setattr(forms, "LARGEST_UPLOAD", 10 << 20)
    answer = desk.post(reverse("sales:hand_in"), {"files": io.BytesIO(b"x" * 100)})
    assert "10" in str(answer.context["form"].errors["files"])
    assert not OrderImport.objects.exists()


def test_personal_numbers_are_masked_in_the_file_name(hand_in: HandIn, samples: Path, tmp_path: Path) -> None:
    named = tmp_path / "张三13812345678.csv"
    named.write_bytes((samples / "douyin-73.csv").read_bytes())
    assert "13812345678" not in hand_in(named).file_name


def test_without_shops_the_page_says_what_to_do(desk: Client) -> None:
    Account.objects.all().update(kind=Account.Kind.STREAMER)
    assert "accounts.csv" in desk.get(reverse("sales:hand_in")).content.decode()


def test_a_dead_start_is_no_dead_end(desk: Client, samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(*args: object) -> None:
        raise OSError("no memory")

    monkeypatch.setattr("livestreams.sales.background.start_reading", no_memory)
    with (samples / "douyin-73.csv").open("rb") as file:
        desk.post(reverse("sales:hand_in"), {"files": file})
    assert OrderImport.objects.get().state == State.REFUSED


def test_another_townships_shop_cannot_be_chosen(desk: Client, stranger: User, samples: Path) -> None:
    foreign = Account.objects.create(
        platform="douyin", account_id="9", kind=Account.Kind.SHOP, nickname="外店", township=stranger.townships.get()
    )
    with (samples / "douyin-73.csv").open("rb") as file:
        answer = desk.post(reverse("sales:hand_in"), {"files": file, "shop": foreign.pk})
    assert "shop" in answer.context["form"].errors


def test_offline_sales_of_two_shops_do_not_meet(desk: Client, hand_in: HandIn, tmp_path: Path) -> None:
    shops = [
        Account.objects.create(
            platform="offline", account_id=str(number), kind=Account.Kind.SHOP, nickname=f"门店{number}",
            township=desk.get("/").wsgi_request.user.townships.get(),
        )
        for number in (1, 2)
    ]  # fmt: skip
    for shop in shops:
        decide(desk, hand_in(offline_file(tmp_path, shop.nickname)), "tell_shop", shop=shop.pk)
        decide(desk, OrderImport.objects.first(), "confirm")
    assert set(Line.objects.values_list("key", flat=True)) == {"1:A1", "2:A1"}


def offline_file(folder: Path, product: str) -> Path:
    book = Workbook()
    book.active.append(["流水号", "日期", "产品名称", "规格编码", "数量", "金额(元)", "退款金额(元)"])
    book.active.append(["A1", "2026-06-01", product, "", 1, 10, None])
    book.save(folder / "线下.xlsx")
    return folder / "线下.xlsx"
