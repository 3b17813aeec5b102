"""Mapping a listing: first what would move, then exactly that for all its lines, and a record of it."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from livestreams.sales.models import Listing, RecordedChange
from livestreams.sales.recrediting import Touched
from livestreams.sales.staff.work.mapping import best_code, map_listing
from products.models import Product, Sku, SkuCode
from tests.livestreams.sales.builders import bring_rows, differences, line, paid, row
from zhunong.places.models import Township

CUT = {"code": "X", "product_id": "P9", "spec": "中", "title": "剪纸"}


@pytest.fixture(autouse=True)
def sold(world) -> None:
    """Two lines of a listing without SKU, and one that has its own."""
    bring_rows(
        row("douyin", "one", amount="20.00", **CUT),
        row("douyin", "two", amount="21.00", status="已关闭", **CUT),
        row("douyin", "known", amount="3.00"),
    )


def unmapped() -> Listing:
    return Listing.objects.get(sku=None)


def pear() -> Sku:
    return Sku.objects.get(code="PR-10J")


def post(client, sku: object, listing: Listing | None = None, **more: str):
    return client.post(
        reverse("sales:map_listing", args=[(listing or unmapped()).pk]), {"sku": sku, **more}, follow=True
    )


def seen(client, sku: Sku, listing: Listing | None = None) -> str:
    """The fingerprint of what the page shows."""
    return post(client, sku.pk, listing).context["effect"].fingerprint


def test_the_work_list_shows_lines_and_net(desk):
    row = desk.get(reverse("sales:unmapped")).context["listings"][0]
    assert (row["lines"], row["net_fen"], row["codes"]) == (2, 2000, "X")


def test_it_first_tells_how_many_lines_and_how_much_money_would_move(desk):
    effect = post(desk, pear().pk).context["effect"]
    moves = {(move.dimension, move.key): (move.lines, move.net_fen) for move in effect.moves}
    assert (effect.lines, effect.net_fen) == (2, 2000)
    assert (moves["sku", "PR-10J"], moves["sku", None]) == ((2, 2000), (-2, -2000))


def test_looking_writes_nothing(desk):
    post(desk, pear().pk)
    assert (unmapped().sku, SkuCode.objects.filter(code="P9|中").count(), RecordedChange.objects.count()) == (
        None,
        0,
        0,
    )


def test_mapping_credits_all_its_lines_and_everything_still_agrees(desk):
    post(desk, pear().pk, expected=seen(desk, pear()))
    assert (line("one").sku.code, line("two").sku.code, line("known").sku.code) == ("PR-10J", "PR-10J", "CH-5J")
    assert paid("product")["pear"] == 4100
    assert differences() == []


def test_lines_that_come_later_know_it_too(desk):
    post(desk, pear().pk, expected=seen(desk, pear()))
    bring_rows(row("douyin", "later", **CUT), at="2026-06-11 08:00:00")
    assert line("later").sku.code == "PR-10J"


def test_it_is_recorded_who_mapped_what_and_what_moved(desk, clerk):
    post(desk, pear().pk, expected=seen(desk, pear()))
    record = RecordedChange.objects.get()
    assert (record.table, record.by, record.lines, record.net_fen) == ("sku_codes", clerk, 2, 2000)
    assert "剪纸" in record.rows[0]["name"]


def test_the_message_says_how_much_moved(desk):
    message = next(iter(post(desk, pear().pk, expected=seen(desk, pear())).context["messages"]))
    assert "20.00" in str(message) and "P9|中" in str(message)


def test_what_would_do_something_else_than_was_seen_is_shown_again(desk):
    expected = seen(desk, pear())
    bring_rows(row("douyin", "meanwhile", amount="1.00", **CUT), at="2026-06-11 08:00:00")
    response = post(desk, pear().pk, expected=expected)
    assert response.context["is_otherwise"] and response.context["effect"].lines == 3
    assert unmapped().sku is None


def test_the_code_is_of_that_shop_and_most_specific(desk):
    post(desk, pear().pk, expected=seen(desk, pear()))
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
    shop = unmapped().shop
    with pytest.raises(ValidationError):
        map_listing(Listing(codes=[], shop=shop), pear(), Touched())


def test_two_who_map_at_once_are_harmless(desk):
    listing, expected = unmapped(), seen(desk, pear())
    post(desk, pear().pk, listing, expected=expected)
    response = post(desk, pear().pk, listing, expected=expected)
    assert len(response.context["messages"]) == 1
    assert SkuCode.objects.filter(code="P9|中").count() == 1


def test_a_sku_of_another_township_is_not_taken(desk):
    other = Township.objects.create(slug="elsewhere", name="别处镇", county="别县")
    product = Product.objects.create(slug="nut", name="核桃", category="fruit", township=other)
    sku = Sku.objects.create(code="N", product=product, name="核桃", net_weight_g=500)
    assert "effect" not in post(desk, sku.pk).context
    assert unmapped().sku is None


@pytest.mark.parametrize("sku", ["", "x", "999999"])
def test_nothing_chosen_is_said(desk, sku):
    assert len(post(desk, sku).context["messages"]) == 1


def test_another_township_finds_no_listing_of_ours(client, outsider):
    client.force_login(outsider)
    address = reverse("sales:map_listing", args=[unmapped().pk])
    assert client.post(address, {"sku": pear().pk}).status_code == 404


def test_a_reader_maps_nothing(client, reader):
    client.force_login(reader)
    address = reverse("sales:map_listing", args=[unmapped().pk])
    assert client.post(address, {"sku": pear().pk}).status_code in (302, 403)
    assert unmapped().sku is None
