"""Who sees totals, lines, the work list; and whose."""

import pytest
from django.test import Client
from django.urls import reverse

from livestreams.sales.models import Listing
from products.models import Sku
from tests.livestreams.sales.builders import line
from zhunong.access.models import User

pytestmark = pytest.mark.usefixtures("sold")
PAGES = ("totals", "lines", "unmapped")


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_is_sent_to_sign_in(client, page):
    assert "/login/" in client.get(reverse(f"sales:{page}"))["Location"]


@pytest.mark.parametrize("page", PAGES)
def test_a_user_without_the_right_is_turned_away(page, db):
    user = User.objects.create_user("somebody")
    assert signed_in(user).get(reverse(f"sales:{page}")).status_code in (302, 403)


def test_another_township_sees_none_of_our_figures(outsider):
    client = signed_in(outsider)
    assert client.get(reverse("sales:totals"), {"period": "all"}).context["total"].paid_fen == 0
    assert client.get(reverse("sales:lines"), {"order": "88001"}).context["selection"].count == 0
    assert client.get(reverse("sales:unmapped")).context["listings"] == []


def test_another_township_finds_no_line_by_its_address(outsider):
    assert signed_in(outsider).get(reverse("sales:line", args=[line("shared").pk])).status_code == 404


def test_another_township_is_offered_none_of_our_names(outsider):
    assert "十四小只" not in signed_in(outsider).get(reverse("sales:totals")).content.decode()


def test_another_township_cannot_ask_by_our_session(outsider):
    form = signed_in(outsider).get(reverse("sales:lines"), {"session": "shared"}).context["form"]
    assert "session" in form.errors


def test_another_township_cannot_map_our_listing(outsider):
    listing = Listing.objects.get(sku=None)
    posted = {"sku": Sku.objects.get(code="CH-5J").pk}
    assert signed_in(outsider).post(reverse("sales:map_listing", args=[listing.pk]), posted).status_code == 404


def test_a_superuser_sees_all(admin_client):
    assert admin_client.get(reverse("sales:totals"), {"period": "all"}).context["total"].paid_fen == 50_01
