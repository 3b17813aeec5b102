"""One product of the line-up: its form, begun with what the catalogue knows, and putting it down."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from livestreams.rooms.refusals import Refused
from livestreams.sessions import lineups
from livestreams.sessions.claims import day_of, findings_of
from livestreams.sessions.models import Event, LineUpItem
from livestreams.sessions.phone.lineups.choosing import platforms_of
from livestreams.sessions.phone.lineups.finding import chosen, item_of
from livestreams.sessions.phone.lineups.forms import ItemForm, initial_of
from livestreams.sessions.phone.own import hand_of
from livestreams.sessions.talking import Known, known_of, price_words
from products.models import Product, Sku


def put(request: HttpRequest, event: Event) -> HttpResponse:
    """Add or change, or the form again with what is wrong, at its field or in one sentence."""
    item = item_of(event, request.POST.get("item", "")) if request.POST["act"] == "change" else None
    product, sku = (item.product, item.sku) if item else chosen(request, event)
    form = ItemForm(request.POST, product=product, sku=sku)
    if not form.is_valid():
        return form_of(request, event, product, sku, item, form, 422)
    try:
        if item:
            lineups.change(item, form.entry(), hand_of(request))
        else:
            item = lineups.add(event, form.entry(), hand_of(request))
    except Refused as refused:
        return form_of(request, event, product, sku, item, form, 409, problem=refused.sentence)
    messages.success(request, _("%(name)s is in the line-up.") % {"name": item.name})
    return redirect("my_sessions:line_up", event.pk)


def form_of(
    request: HttpRequest, event: Event, product: Product | None = None, sku: Sku | None = None,
    item: LineUpItem | None = None, form: ItemForm | None = None, status: int = 200, **more: Any,
) -> HttpResponse:  # fmt: skip
    """One product's form, begun with what the catalogue knows of it."""
    if item:
        product, sku = item.product, item.sku
    assert product
    known = known_of(product, day_of(event.starts_at))
    price = known.price_of(sku, platforms_of(event))
    start = initial_of(item) if item else {"price": price.price_fen if price else None, "points": known.text}
    found = next((said for said in findings_of(event, [item]) if said.item), None) if item else None
    context = {
        "event": event, "item": item, "name": sku.full_name if sku else product.name, "sku": sku, "product": product,
        "form": form or ItemForm(initial=start | newest_batch(known, item), product=product, sku=sku),
        "known": known, "price_words": price_words(price), "found": found,
    }  # fmt: skip
    return render(request, "my_sessions/line_up_form.html", context | more, status=status)


def newest_batch(known: Known, item: LineUpItem | None) -> dict[str, Any]:
    return {} if item or not known.batches else {"batch": known.batches[0].pk}
