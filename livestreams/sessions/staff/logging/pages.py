"""Figures of a session at the desk: what each source says, and entering what was left out or wrong."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from livestreams.rooms.refusals import Refused
from livestreams.rooms.staff.page import RoomsPage
from livestreams.sessions.access import DECIDE
from livestreams.sessions.entering import enter_typed
from livestreams.sessions.models import Session
from livestreams.sessions.phone.logging.forms import LogForm
from livestreams.sessions.phone.logging.showing import figures_told, head, picture_row
from media.private import serve_private


class FiguresView(RoomsPage):
    """GET shows them side by side; POST enters typed ones. Times have a page of their own."""

    template_name = "live_sessions/logging/figures.html"
    header_icon = "table"
    form: LogForm | None = None

    @cached_property
    def session(self) -> Session:
        rows = Session.objects.visible_to(self.user).select_related("account", "township", "event")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return _("Figures of “%(session)s”") % {"session": self.session}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        get_object_or_404(Session.objects.workable_by(self.user), pk=self.kwargs["pk"])
        form = self.form = LogForm(self.session, request.POST, request.FILES, with_times=False)
        if form.is_valid():
            try:
                enter_typed(self.session, form.entry(), self.hand(form.reason_text))
            except Refused as refused:
                form.add_error(None, refused.sentence)
            else:
                messages.success(request, _("The figures are kept."))
                return redirect("live_sessions:figures", self.session.pk)
        return self.render_to_response(self.get_context_data(), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_ours = Session.objects.workable_by(self.user).filter(pk=self.session.pk).exists()
        return super().get_context_data(**kwargs) | head(self.session) | figures_told(self.session) | {
            "picture": picture_row(self.session), "form": self.form or LogForm(self.session, with_times=False),
            "may_change": is_ours and self.user.has_perm(DECIDE),
        }  # fmt: skip


def proof(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture of the figures; 404 where there is none, or no more."""
    row = picture_row(get_object_or_404(Session.objects.visible_to(request.user), pk=pk))
    return serve_private(row.picture) if row else HttpResponse(status=404)
