"""The form of a batch: its choices are read once, however often the page looks through them."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from products.models import Product

ADD = reverse("products_batches:add")


def test_each_kind_of_choice_is_asked_for_once(desk: Client, cherry: Product):
    desk.get(ADD)
    with CaptureQueriesContext(connection) as asked:
        page = desk.get(ADD)
    assert page.status_code == 200
    tables = [each["sql"].partition(" FROM ")[2].partition(" ")[0] for each in asked]
    assert [tables.count(f'"{name}"') for name in ("products_product", "places_village", "products_report")] == [1] * 3


def test_what_others_own_is_no_choice(desk: Client, cherry: Product, foreign: Product):
    page = desk.get(ADD).text
    assert cherry.name in page and foreign.name not in page


def test_a_posted_choice_of_others_is_refused(desk: Client, cherry: Product, foreign: Product):
    data = {"product": foreign.pk, "village": "", "number": "1", "picked_on": "2026-06-01"}
    assert "product" in desk.post(ADD, data).context["form"].errors
