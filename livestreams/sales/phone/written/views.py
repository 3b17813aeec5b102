"""记一笔: writing down, looking through what one's teams wrote down, correcting, withdrawing."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from livestreams.sales import manual
from livestreams.sales.manual_words import TONES, goods, history, quantity
from livestreams.sales.models import ManualSale
from livestreams.sales.phone.written.forms import SaleForm
from livestreams.sales.proof_views import serve_proof
from livestreams.sales.staff.access import WRITE_DOWN
from zhunong.access.doors import open_to
from zhunong.access.models import User

PAGE_SALES = 30
State = ManualSale.State


@never_cache
@open_to(WRITE_DOWN)
def write_down(request: HttpRequest) -> HttpResponse:
    """The form. A script that sends it asks for JSON: `{"address"}`, or 422 with `{"errors"}` by field."""
    user = person(request)
    form = SaleForm(user, request.POST or None, request.FILES or None)
    sale = sent(request, form) if request.method == "POST" and form.is_valid() else None
    as_json = request.headers.get("Accept") == "application/json"
    if sale and as_json:
        return JsonResponse({"address": reverse("my_sales:sale", args=[sale.pk])})
    if sale:
        return redirect("my_sales:sale", sale.pk)
    if form.errors and as_json:
        return JsonResponse({"errors": form.errors}, status=422)
    return render(request, "my_sales/written/form.html", {"form": form}, status=422 if form.errors else 200)


def sent(request: HttpRequest, form: SaleForm) -> ManualSale | None:
    """The sale that the draft has become; None with the errors on the form."""
    try:
        draft = form.cleaned_data["draft"] or form.initial["draft"]
        sale, is_new = manual.write_down(form.said(), draft, person(request))
    except ValidationError as error:
        form.add_error(None, error)
        return None
    if is_new:
        messages.success(request, _("Written down. The township's staff looks at the proof and confirms it."))
    else:
        messages.info(request, _("This had arrived already, as you see it here; it was not written down twice."))
    return sale


@never_cache
@open_to(WRITE_DOWN)
def written(request: HttpRequest) -> HttpResponse:
    """What one's teams wrote down, the latest day first."""
    sales = ManualSale.objects.of_person(request.user)
    state = request.GET.get("state", "")
    counts = dict(sales.order_by().values_list("state").annotate(Count("pk")))
    shown = sales.filter(state=state) if state in State else sales
    page = Paginator(shown.select_related("team", "product", "sku"), PAGE_SALES).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "state": state,
        "states": [(key, name, counts[key]) for key, name in State.choices if counts.get(key)],
        "count": sum(counts.values()),
        "sales": [(sale, goods(sale), quantity(sale.items, sale.weight_g), TONES[State(sale.state)]) for sale in page],
    }
    return render(request, "my_sales/written/list.html", context)


@never_cache
@open_to(WRITE_DOWN)
def sale_page(request: HttpRequest, pk: int) -> HttpResponse:
    sale = found(request, pk)
    happened = history(sale.events.select_related("by"))
    context = {
        "sale": sale,
        "goods": goods(sale),
        "quantity": quantity(sale.items, sale.weight_g),
        "tone": TONES[State(sale.state)],
        "history": happened[::-1],
        "returned": next((each.event for each in happened[::-1] if each.event.reason), None),
        "is_open": sale.state in (State.WAITING, State.RETURNED),
    }
    return render(request, "my_sales/written/sale.html", context)


@never_cache
@open_to(WRITE_DOWN)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """The same form with what the sale says, until it is confirmed."""
    sale = found(request, pk)
    if sale.state not in (State.WAITING, State.RETURNED):
        return redirect("my_sales:sale", pk)
    seen = manual.last_event(sale)
    form = SaleForm(person(request), request.POST or None, request.FILES or None, sale=sale, seen=seen)
    if request.method == "POST" and form.is_valid():
        try:
            manual.rewrite(sale, form.said(), person(request), form.cleaned_data["seen"])
        except manual.TooLate as error:
            messages.error(request, error.message)
            return redirect("my_sales:sale", pk)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Corrected and sent in again."))
            return redirect("my_sales:sale", pk)
    context = {"form": form, "sale": sale}
    return render(request, "my_sales/written/form.html", context, status=422 if form.errors else 200)


@require_POST
@open_to(WRITE_DOWN)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        manual.withdraw(found(request, pk), person(request))
    except manual.TooLate as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Withdrawn. It counts nowhere, and its picture is deleted."))
    return redirect("my_sales:sale", pk)


@open_to(WRITE_DOWN)
def proof(request: HttpRequest, pk: int) -> HttpResponseBase:
    return serve_proof(found(request, pk))


def found(request: HttpRequest, pk: int) -> ManualSale:
    """A sale of one's own teams; 404 for any other."""
    sales = ManualSale.objects.of_person(request.user)
    return get_object_or_404(sales.select_related("team", "product", "sku", "written_by"), pk=pk)


def person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user
