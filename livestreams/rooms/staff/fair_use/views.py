"""公平使用: three switches for each township, off at first. Who may not change them sees how they stand."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.access import MANAGE
from livestreams.rooms.models import FairUse
from livestreams.rooms.refusals import Refused
from livestreams.rooms.staff.fair_use.forms import FairUseForm
from livestreams.rooms.staff.page import RoomsPage
from livestreams.rooms.staff.townships import managed_townships
from livestreams.rooms.switching import switch
from zhunong.places.models import Township


class Shown(NamedTuple):
    """A township's switches, and the form of those who may change them."""

    fair_use: FairUse
    form: FairUseForm | None


class FairUseView(RoomsPage):
    template_name = "rooms/fair_use/fair_use.html"
    page_title = gettext_lazy("Fair use")
    header_icon = "sliders"
    tried: FairUseForm | None = None
    """What was posted and is wrong."""

    @cached_property
    def manageable(self) -> set[int]:
        return set(managed_townships(self.user).values_list("pk", flat=True)) if self.user.has_perm(MANAGE) else set()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.user.has_perm(MANAGE):
            raise PermissionDenied
        given = request.POST.get("township", "")
        wanted = int(given) if given.isdecimal() and len(given) < 10 else 0
        township = get_object_or_404(managed_townships(self.user), pk=wanted)
        form = FairUseForm(FairUse.of(township), request.POST)
        if form.is_valid() and self.is_switched(township, form):
            return redirect("rooms:fair_use")
        self.tried = form
        return self.render_to_response(self.get_context_data())

    def is_switched(self, township: Township, form: FairUseForm) -> bool:
        try:
            switch(township, form.switches, self.user)
        except Refused as refused:
            form.add_error(None, refused.sentence)
            return False
        messages.success(self.request, _("Saved. It holds from now on."))
        return True

    def shown(self) -> Iterator[Shown]:
        townships = list(Township.objects.visible_to(self.user).order_by("slug"))
        known = {each.township_id: each for each in FairUse.objects.filter(township__in=townships)}
        for township in townships:
            fair_use = known.get(township.pk) or FairUse(township=township)
            fair_use.township = township
            form = FairUseForm(fair_use) if township.pk in self.manageable else None
            if self.tried and self.tried.instance.township_id == township.pk:
                form = self.tried
            yield Shown(fair_use, form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"shown": list(self.shown())}
