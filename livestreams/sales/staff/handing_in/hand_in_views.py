"""Handing files in: the form, and the page where several files wait together."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_POST

from livestreams.sales import background
from livestreams.sales.background import ToRead
from livestreams.sales.importing import refuse
from livestreams.sales.models import OrderImport
from livestreams.sales.privacy import mask_personal
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.scopes import Scope
from livestreams.sales.staff.access import HAND_IN
from livestreams.sales.staff.handing_in.forms import HandInForm
from livestreams.sales.staff.handing_in.pages import OFFICE, Counter, reader, tidy_up
from livestreams.sales.staff.handing_in.showing import Shown, shown
from livestreams.sales.uploads import NamelessUploadHandler
from zhunong.access.desk import needs

State = OrderImport.State


@csrf_exempt
@needs(HAND_IN)
def hand_in(request: HttpRequest, counter: Counter = OFFICE) -> HttpResponse:
    """Take files in. The upload handler has to be set before the CSRF check reads the request's body."""
    request.upload_handlers = [NamelessUploadHandler(request)]
    return checked_hand_in(request, counter)


@csrf_protect
def checked_hand_in(request: HttpRequest, counter: Counter) -> HttpResponse:
    user, again = reader(request), locked_file(request, counter)
    form = counter.form(
        request.POST or None,
        request.FILES or None,
        user=user,
        scope=counter.scope,
        initial={"shop": again and again.shop_id},
    )
    if request.method == "POST" and form.is_valid():
        return redirect(address_of(take_in(form, request, counter.scope), counter))
    context = {"form": form, "has_shops": counter.scope.shops(user).exists(), "again": again and counter.shown(again)}
    return counter.page(request, "hand_in", _("Hand in order files"), context, counter.imports_crumb(), icon="upload")


def locked_file(request: HttpRequest, counter: Counter) -> OrderImport | None:
    """The file that is handed in again because it lacked its password."""
    pk = request.GET.get("again", "")
    return counter.scope.files_to_decide(reader(request)).filter(pk=pk).first() if pk.isdecimal() else None


def take_in(form: HandInForm, request: HttpRequest, scope: Scope) -> list[OrderImport]:
    """Put the files down as being read, and have them read."""
    shop, imports, jobs = form.cleaned_data["shop"], [], []
    for upload in form.cleaned_data["files"]:
        order_import = OrderImport.objects.create(
            township=form.cleaned_data["township"],
            file_name=mask_personal(upload.name)[-255:],
            heartbeat_at=timezone.now(),
            created_by=reader(request),
        )
        imports.append(order_import)
        jobs.append(
            ToRead(
                order_import.pk,
                upload.name,
                shop.pk if shop else None,
                form.cleaned_data["password"],
                not form.cleaned_data["no_streamers"],
                scope.name,
                upload.file,
            )
        )
    try:
        background.start_reading(jobs, reader(request))
    except OSError:
        for order_import in imports:
            refuse(order_import, Refused("interrupted"))
    return imports


def address_of(imports: list[OrderImport], counter: Counter) -> str:
    """The file's own page, or one page for all of them."""
    if len(imports) == 1:
        return counter.address("import", imports[0].pk)
    return counter.address("hand_in_files") + "?" + "&".join(f"id={each.pk}" for each in imports)


@needs(HAND_IN)
@require_GET
def hand_in_files(request: HttpRequest, counter: Counter = OFFICE) -> HttpResponse:
    """The files of one hand-in side by side, until each is decided."""
    tidy_up()
    files = shown(asked_files(request, counter.scope), counter.shown)
    context = {
        "files": files,
        "is_busy": any(file.is_busy for file in files),
        "ready": [file for file in files if file.is_whole],
    }
    return counter.page(request, "files", _("Files just handed in"), context, counter.imports_crumb(), icon="upload")


def asked_files(request: HttpRequest, scope: Scope) -> list[OrderImport]:
    """Files named in the address to look at, or in what is posted to decide on."""
    asked, of = request.GET, scope.files
    if request.method == "POST":
        asked, of = request.POST, scope.files_to_decide
    ids = [pk for pk in asked.getlist("id") if pk.isdecimal()]
    imports = of(reader(request)).filter(pk__in=ids)
    return list(imports.select_related("shop", "created_by").order_by("pk"))


@needs(HAND_IN)
@require_POST
def confirm_files(request: HttpRequest, counter: Counter = OFFICE) -> HttpResponse:
    """Yes to all files that nothing stands in the way of."""
    files = asked_files(request, counter.scope)
    for file in files:
        if Shown(file).is_whole:
            background.confirm(file, reader(request))
    messages.success(request, _("The files are being counted in."))
    return redirect(address_of(files, counter)) if files else counter.go("imports")
