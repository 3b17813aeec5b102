"""What staff decides on an order file: its shop, yes, no, undo, redo."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from livestreams.sales import background
from livestreams.sales.background import ToRead, turn_import, under_way
from livestreams.sales.importing import discard
from livestreams.sales.models import OrderImport
from livestreams.sales.remembering import possible_shops
from livestreams.sales.staff.access import HAND_IN, UNDO
from livestreams.sales.staff.handing_in.forms import ShopForm
from livestreams.sales.staff.handing_in.pages import OFFICE, Counter, reader
from livestreams.sales.staff.handing_in.showing import Shown, ShownEvent
from zhunong.access.desk import needs

State = OrderImport.State


@needs(HAND_IN)
@require_POST
def tell_shop(request: HttpRequest, pk: int, counter: Counter = OFFICE) -> HttpResponse:
    """Go on with a file whose shop the site could not know."""
    order_import = counter.file_to_decide(request, pk)
    form = ShopForm(request.POST, shops=possible_shops(order_import, counter.scope.shops(reader(request))))
    if not form.is_valid():
        messages.error(request, _("Choose the shop that this file comes from."))
        return counter.go("import", pk)
    told = {"state": State.READING, "shop": form.cleaned_data["shop"], "shop_by": OrderImport.ShopBy.CHOSEN}
    asking = OrderImport.objects.filter(pk=pk, state=State.ASKING)
    if asking.update(**told, heartbeat_at=timezone.now()):
        background.start_reading([ToRead(pk)], reader(request))
    return counter.go("import", pk)


@needs(HAND_IN)
@require_POST
def confirm(request: HttpRequest, pk: int, counter: Counter = OFFICE) -> HttpResponse:
    """Yes: have the file counted in; with bad rows only where the box says that they stay out."""
    order_import = counter.file_to_decide(request, pk)
    if order_import.bad_count and not request.POST.get("without_bad_rows"):
        messages.error(
            request, _("Tick that the unreadable rows stay out, or discard the file and correct them first.")
        )
    else:
        background.confirm(order_import, reader(request))
    return counter.go("import", pk)


@needs(HAND_IN)
@require_POST
def discard_file(request: HttpRequest, pk: int, counter: Counter = OFFICE) -> HttpResponse:
    """No: as if the file had not been handed in. What counts, or is about to, stays."""
    order_import = counter.file_to_decide(request, pk)
    if order_import.state in (State.READY, State.ASKING, State.REFUSED):
        discard(order_import)
        messages.success(request, _("“%(name)s” is discarded; nothing was changed.") % {"name": order_import.file_name})
        return counter.go("imports")
    messages.error(request, _("This file counts or is being counted in; undo it instead."))
    return counter.go("import", pk)


@needs(UNDO)
def turn(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Undo or take back in: first say what will happen, then have it done."""
    order_import = OFFICE.file_to_decide(request, pk)
    wanted = State.APPLIED if act == "undo" else State.UNDONE
    if order_import.state != wanted or pk in under_way(turn_import):
        messages.info(request, _("There is nothing to do; this is how the file stands now."))
        return OFFICE.go("import", pk)
    if request.method == "POST":
        turn_import.enqueue(order_import.pk, act, reader(request).pk)
        return OFFICE.go("import", pk)
    last = order_import.events.last()
    context = {
        "file": order_import,
        "shown": Shown(order_import),
        "act": act,
        "event": ShownEvent(last) if last else None,
    }
    title = _("Undo this file") if act == "undo" else _("Take this file back in")
    icon = "rotate" if act == "undo" else "redirect"
    return OFFICE.page(request, "turn", title, context, OFFICE.imports_crumb(), icon=icon)
