"""The list of order files, and all about one of them."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from livestreams.sales.models import OrderImport
from livestreams.sales.remembering import possible_shops
from livestreams.sales.staff.access import HAND_IN, UNDO
from livestreams.sales.staff.handing_in.bad_rows import bad_rows_name, bad_rows_workbook
from livestreams.sales.staff.handing_in.forms import FindForm, ShopForm
from livestreams.sales.staff.handing_in.offline_template import template_workbook
from livestreams.sales.staff.handing_in.pages import OFFICE, Counter, reader, tidy_up
from livestreams.sales.staff.handing_in.showing import ShownEvent, shown
from products.models import Sku
from zhunong.access.desk import needs

State = OrderImport.State
FILES_A_PAGE = 30
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(HAND_IN)
@require_GET
def imports(request: HttpRequest, counter: Counter = OFFICE) -> HttpResponse:
    """Who handed what in, and what it moved."""
    tidy_up()
    form = FindForm(request.GET, user=reader(request), scope=counter.scope)
    files = Paginator(form.found(), FILES_A_PAGE).get_page(request.GET.get("p"))
    asked = request.GET.copy()
    asked.pop("p", None)
    context = {
        "form": form,
        "files": [counter.shown(order_import) for order_import in files],
        "page": files,
        "asked": asked.urlencode(),
        "is_narrowed": any(asked.values()),
    }
    return counter.page(request, "imports", _("Order files handed in"), context)


@needs(HAND_IN)
@require_GET
def import_page(request: HttpRequest, pk: int, counter: Counter = OFFICE) -> HttpResponse:
    """One file in whatever state it is: being read, waiting for a word, counted, undone, refused."""
    tidy_up()
    order_import = counter.file(request, pk)
    [file] = shown([order_import], counter.shown)
    context = {
        "shown": file,
        "file": order_import,
        "is_busy": file.is_busy,
        "events": [ShownEvent(event) for event in order_import.events.select_related("by")],
        "can_undo": request.user.has_perm(UNDO),
        "may_decide": counter.scope.files_to_decide(reader(request)).filter(pk=pk).exists(),
    }
    if order_import.state == State.ASKING:
        context["shop_form"] = ShopForm(shops=possible_shops(order_import, counter.scope.shops(reader(request))))
    path = counter.imports_crumb()
    return counter.page(request, "import", order_import.file_name, context, path, icon="doc-full")


@needs(HAND_IN)
@require_GET
def bad_rows(request: HttpRequest, pk: int, counter: Counter = OFFICE) -> HttpResponse:
    """The unreadable rows as a workbook."""
    order_import = counter.file(request, pk)
    return download(bad_rows_workbook(order_import), bad_rows_name(order_import))


@needs(HAND_IN)
@require_GET
def offline_template(request: HttpRequest, counter: Counter = OFFICE) -> HttpResponse:
    """The workbook for sales that no platform knows."""
    skus = Sku.objects.filter(product__township__in=counter.scope.townships(reader(request)))
    return download(template_workbook(skus), _("Offline sales template") + ".xlsx")


def download(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX_TYPE)
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    return response
