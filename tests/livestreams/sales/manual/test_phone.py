"""记一笔 on the phone: written down, looked through, corrected, withdrawn; by one's own teams only."""

import re
import uuid

import pytest
from django.urls import reverse

from livestreams.sales import manual
from livestreams.sales.models import ManualSale
from livestreams.teams.models import Team
from products.models import Product, Sku
from tests.livestreams.sales.manual.sales import form_data, make_sale, many_sales, photo, signed_in, upload

WRITE_DOWN = "/my/sales/write-down/"
AS_JSON = {"Accept": "application/json"}
pytestmark = pytest.mark.django_db


def at(name: str, sale: ManualSale) -> str:
    return reverse(f"my_sales:{name}", args=[sale.pk])


def test_a_sale_is_written_down(phone, member):
    answer = phone.post(WRITE_DOWN, form_data())
    sale = ManualSale.objects.get()
    assert answer.url == at("sale", sale)
    assert (sale.team.slug, sale.amount_fen, sale.weight_g, sale.state) == ("fourteen", 128_50, 7500, "waiting")


def test_jin_are_taken_instead_of_boxes(phone):
    goods = f"product:{Product.objects.get(slug='pear').pk}"
    phone.post(WRITE_DOWN, form_data(goods=goods, items="", jin="12.5"))
    sale = ManualSale.objects.get()
    assert (sale.weight_g, sale.items, sale.sku, sale.product.slug) == (6250, None, None, "pear")


@pytest.mark.parametrize("typed", ["1,234.50", "1234.5元", "１２３４．５０", "¥1234.50", " 1234.5 "])
def test_amounts_are_understood_as_phones_type_them(phone, typed):
    phone.post(WRITE_DOWN, form_data(amount=typed))
    assert ManualSale.objects.get().amount_fen == 1234_50


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("amount", "128.505"), ("amount", "一百"), ("amount", "NaN"), ("amount", "-5"), ("amount", "1e9"),
        ("jin", "1.234"),
        ("items", "2.5"), ("day", "2026-02-30"), ("day", ""), ("goods", "sku:0"), ("goods", ""), ("channel", "theft"),
        ("receiver", ""), ("picture", None),
    ],
)  # fmt: skip
def test_bad_input_is_one_sentence_at_its_field_and_nothing_is_written(phone, field, typed):
    answer = phone.post(WRITE_DOWN, form_data(**{field: typed}))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field] and len(answer.context["form"].errors[field]) == 1
    assert not ManualSale.objects.exists()


def test_a_file_that_is_no_picture_loses_nothing_else(phone):
    answer = phone.post(WRITE_DOWN, form_data(picture=upload(b"text", "proof.jpg"), amount="66.60"))
    assert list(answer.context["form"].errors) == ["picture"]
    assert 'value="66.60"' in answer.content.decode()


def test_a_script_gets_the_address_of_the_sale(phone):
    answer = phone.post(WRITE_DOWN, form_data(), headers=AS_JSON)
    assert answer.json() == {"address": at("sale", ManualSale.objects.get())}


def test_a_script_gets_the_errors_by_field(phone):
    answer = phone.post(WRITE_DOWN, form_data(amount=""), headers=AS_JSON)
    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["amount"])


def test_a_draft_that_is_sent_again_leads_to_the_same_sale(phone):
    draft = str(uuid.uuid4())
    first, again = (phone.post(WRITE_DOWN, form_data(draft=draft)) for _time in range(2))
    assert first.url == again.url and ManualSale.objects.count() == 1


def test_whoever_is_in_one_team_is_not_asked_for_it(phone):
    assert 'name="team"' not in phone.get(WRITE_DOWN).content.decode()


def test_whoever_is_in_two_teams_has_to_say_which(of_two):
    phone = signed_in(of_two)
    assert phone.post(WRITE_DOWN, form_data()).context["form"].errors.keys() == {"team"}
    team = Team.objects.get(slug="feng-team")
    phone.post(WRITE_DOWN, form_data(team=team.pk))
    assert ManualSale.objects.get().team == team


def test_the_team_of_the_last_sale_is_remembered(of_two):
    team = Team.objects.get(slug="feng-team")
    make_sale(of_two, team=team)
    assert signed_in(of_two).get(WRITE_DOWN).context["form"].initial["team"] == team.pk


def test_the_form_offers_skus_under_their_products_and_the_product_alone(phone):
    groups = dict(phone.get(WRITE_DOWN).context["form"].fields["goods"].choices[1:])
    cherry, sku = Product.objects.get(slug="cherry"), Sku.objects.get(code="CH-3J")
    assert [key for key, _name in groups["大樱桃"]][::2] == [f"sku:{sku.pk}", f"product:{cherry.pk}"]


def test_no_field_takes_free_text(phone):
    form = phone.get(WRITE_DOWN).context["form"]
    assert set(form.fields) == {
        "draft", "seen", "day", "team", "goods", "items", "jin", "amount", "channel", "receiver", "picture",
    }  # fmt: skip


def test_the_form_works_for_somebody_in_no_team(admin_client, world):
    assert admin_client.get(WRITE_DOWN).status_code == 200
    assert admin_client.post(WRITE_DOWN, form_data()).status_code == 422


def test_a_sale_sent_back_is_corrected_on_the_phone(phone, sale, clerk):
    manual.send_back(sale, clerk, "金额与图片不符")
    assert "金额与图片不符" in phone.get(at("sale", sale)).content.decode()
    phone.post(at("correct_sale", sale), form_data(amount="120", picture=None, seen=manual.last_event(sale)))
    sale.refresh_from_db()
    assert (sale.amount_fen, sale.state) == (120_00, "waiting")
    page = phone.get(at("sale", sale)).content.decode()
    assert "128.50" in page and "120.00" in page


def test_the_form_for_correcting_says_what_the_sale_says(phone, sale):
    form = phone.get(at("correct_sale", sale)).context["form"]
    assert (form["amount"].value(), form["items"].value(), form["jin"].value()) == ("128.50", 3, None)


def test_a_correction_tapped_twice_says_so_and_changes_nothing_more(phone, sale):
    data = {"amount": "120", "picture": None, "seen": manual.last_event(sale)}
    phone.post(at("correct_sale", sale), form_data(**data))
    phone.post(at("correct_sale", sale), form_data(**data | {"amount": "1"}))
    sale.refresh_from_db()
    assert (sale.amount_fen, sale.events.count()) == (120_00, 2)


def test_a_sale_that_waits_is_withdrawn(phone, sale):
    phone.post(at("withdraw_sale", sale))
    sale.refresh_from_db()
    assert sale.state == "withdrawn"


def test_a_confirmed_sale_can_neither_be_corrected_nor_withdrawn(phone, sale, clerk):
    manual.confirm(sale, clerk)
    assert phone.get(at("correct_sale", sale)).url == at("sale", sale)
    phone.post(at("withdraw_sale", sale))
    sale.refresh_from_db()
    assert sale.state == "confirmed"


def test_withdrawing_takes_a_post(phone, sale):
    assert phone.get(at("withdraw_sale", sale)).status_code == 405


def test_the_proof_is_shown_to_its_team_and_kept_by_nobody_between(phone, sale):
    answer = phone.get(at("proof", sale))
    assert answer["Content-Type"] == "image/jpeg"
    assert (answer["Cache-Control"], answer["X-Content-Type-Options"]) == ("private, max-age=600", "nosniff")
    assert b"".join(answer).startswith(b"\xff\xd8")


def test_what_lies_on_the_disk_knows_no_place(phone, proofs):
    phone.post(WRITE_DOWN, form_data(picture=upload(photo(), "张三13800000000.jpg")))
    [path] = proofs.rglob("*.*")
    assert b"Exif" not in path.read_bytes() and re.fullmatch(r"[0-9a-f]{32}\.jpg", path.name)


def test_a_proof_whose_file_is_lost_is_not_there(phone, sale, proofs):
    for path in proofs.rglob("*.jpg"):
        path.unlink()
    assert phone.get(at("proof", sale)).status_code == 404


@pytest.mark.parametrize("name", ["sale", "proof", "correct_sale"])
def test_another_team_of_the_township_finds_nothing(stranger, sale, name):
    assert signed_in(stranger).get(at(name, sale)).status_code == 404


def test_another_team_withdraws_nothing(stranger, sale):
    assert signed_in(stranger).post(at("withdraw_sale", sale)).status_code == 404


def test_the_list_holds_the_own_teams_sales_only(phone, stranger, sale):
    make_sale(stranger, team=Team.objects.get(slug="changgan-team"), amount_fen=777_00)
    page = phone.get("/my/sales/written/").content.decode()
    assert "128.50" in page and "777.00" not in page


def test_the_list_is_narrowed_to_a_state(phone, member, sale, clerk):
    manual.confirm(make_sale(member, amount_fen=5_00), clerk)
    sales = phone.get("/my/sales/written/", {"state": "confirmed"}).context["sales"]
    assert [sale.amount_fen for sale, *_words in sales] == [5_00]


def test_an_empty_list_says_what_to_do(phone):
    assert phone.get("/my/sales/written/").context["sales"] == []


def test_the_list_takes_few_queries(phone, member, django_assert_max_num_queries):
    many_sales(member, 100)
    phone.get("/my/sales/written/")
    with django_assert_max_num_queries(10):
        phone.get("/my/sales/written/")


@pytest.mark.parametrize("address", [WRITE_DOWN, "/my/sales/written/"])
def test_a_visitor_is_sent_to_sign_in_and_back(client, address):
    answer = client.get(address)
    assert answer.url == f"/sign-in/?next={address}"


def test_the_clerk_has_no_form_of_a_team(desk):
    assert desk.get(WRITE_DOWN).status_code == 403


def test_the_form_is_never_taken_from_a_cache(phone):
    assert "no-store" in phone.get(WRITE_DOWN)["Cache-Control"]
