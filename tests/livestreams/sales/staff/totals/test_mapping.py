"""Mapping a listing credits all its lines in one act."""

import pytest
from django.urls import reverse

from livestreams.sales.models import Listing
from livestreams.sales.staff.totals.mapping import NotMappable, best_code, map_listing
from products.models import Product, Sku, SkuCode
from tests.livestreams.sales.builders import bring_rows, differences, line, paid, row
from zhunong.places.models import Township

pytestmark = pytest.mark.usefixtures("sold")


def unmapped() -> Listing:
    return Listing.objects.get(sku=None)


def post(desk, sku: object, listing: Listing | None = None):
    return desk.post(reverse("sales:map_listing", args=[(listing or unmapped()).pk]), {"sku": sku}, follow=True)


def test_the_work_list_shows_lines_and_net(desk):
    row = desk.get(reverse("sales:unmapped")).context["listings"][0]
    assert (row["lines"], row["net_fen"], row["codes"]) == (1, 2000, "X")


def test_mapping_credits_the_lines_and_everything_still_agrees(desk):
    post(desk, Sku.objects.get(code="PR-10J").pk)
    assert line("unmapped").sku.code == "PR-10J"
    assert paid("product")["pear"] == 2000
    assert differences() == []


def test_the_message_says_how_much_moved(desk):
    message = next(iter(post(desk, Sku.objects.get(code="PR-10J").pk).context["messages"]))
    assert "20.00" in str(message) and "P9|中" in str(message)


def test_the_code_is_of_that_shop_and_most_specific(desk):
    post(desk, Sku.objects.get(code="PR-10J").pk)
    code = SkuCode.objects.get(code="P9|中")
    assert (code.account_id, code.platform) == ("1001", "douyin")


@pytest.mark.parametrize(
    ("listing", "code"),
    [
        (Listing(codes=["M"], product_id="P", spec=""), "P"),
        (Listing(codes=["", "M"], product_id="", spec="中"), "M"),
        (Listing(codes=["M"], product_id="P", spec="x" * 200), "P"),
    ],
)
def test_the_most_specific_code_available(listing, code):
    assert best_code(listing).code == code


def test_a_listing_without_any_code_cannot_be_mapped():
    with pytest.raises(NotMappable):
        map_listing(Listing(codes=[]), Sku.objects.first())


def test_two_who_map_at_once_are_harmless(desk):
    listing, sku = unmapped(), Sku.objects.get(code="PR-10J")
    map_listing(listing, sku)
    assert post(desk, sku.pk, listing).status_code == 200
    assert SkuCode.objects.filter(code="P9|中").count() == 1


def test_a_sku_of_another_township_is_not_taken(desk):
    other = Township.objects.create(slug="elsewhere", name="别处镇", county="别县")
    product = Product.objects.create(slug="nut", name="核桃", category="fruit", township=other)
    post(desk, Sku.objects.create(code="N", product=product, name="核桃", net_weight_g=500).pk)
    assert unmapped().sku is None


@pytest.mark.parametrize("sku", ["", "x", "999999"])
def test_nothing_chosen_is_said(desk, sku):
    assert len(post(desk, sku).context["messages"]) == 1


def test_strangers_and_accounts_without_a_team_are_listed(desk):
    bring_rows(row("douyin", "nobody", amount="3.00"), account="1002")
    context = desk.get(reverse("sales:unmapped")).context
    assert [(each["streamer"], each["net_fen"]) for each in context["strangers"]] == [("999", 500)]
    assert [(each["slug"], each["net_fen"]) for each in context["unclaimed"]] == [("douyin:1002", 300)]
