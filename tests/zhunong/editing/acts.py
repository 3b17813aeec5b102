"""What people do on the page screens: write, submit, approve, send back."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.rich_text import RichText  # noqa: F401  # as the text field's widget knows it
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from products.models import ProductPage

WRITTEN = {
    "lead": "脆甜多汁，现摘现发",
    "taste": "",
    "use": "",
    "storage": "",
    "shipping": "",
    "after_sale": "",
    "title": "",
}
FOUND = {"seo_title": "", "search_description": "", "go_live_at": "", "expire_at": "", "picture": ""}


def form(product: int, text: str = "<p>果农老王的梨园</p>", questions: list[dict] | None = None, **fields: Any) -> dict:
    """The whole form of a product's page."""
    inline = {"pictures": inline_formset([]), "questions": inline_formset(questions or [])}
    data = {"product": product, "text": rich_text(text)} | inline
    return nested_form_data(WRITTEN | FOUND | data | fields)


def add(client: Client, parent: int, data: dict, act: str = "") -> HttpResponse:
    """`act`: publish, submit, or nothing for a draft."""
    path = reverse("wagtailadmin_pages:add", args=["products", "productpage", parent])
    return client.post(path, data | ({f"action-{act}": "1"} if act else {}))


def edit(client: Client, page: int, data: dict, act: str = "") -> HttpResponse:
    path = reverse("wagtailadmin_pages:edit", args=[page])
    return client.post(path, data | ({f"action-{act}": "1"} if act else {}))


def decide(client: Client, page: ProductPage, act: str, comment: str = "") -> HttpResponse:
    """Approve or reject what waits."""
    state = page.current_workflow_task_state
    path = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, act, state.pk])
    return client.post(path, {"comment": comment})


def the_page() -> ProductPage:
    return ProductPage.objects.get()
