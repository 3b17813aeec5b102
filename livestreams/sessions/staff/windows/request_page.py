"""One change of time that somebody asked for: what it would move now, and a clerk's yes or no."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.refusals import Refused
from livestreams.rooms.staff.page import RoomsPage
from livestreams.sessions.access import DECIDE
from livestreams.sessions.counting import Source
from livestreams.sessions.crediting import Effect, Otherwise
from livestreams.sessions.deciding import foresee_yes, say_no, say_yes
from livestreams.sessions.entering_times import Asked, gains_own, sides, why_it_counts, window_of
from livestreams.sessions.models import WindowRequest
from livestreams.sessions.moves import told
from products.money import yuan

LONGEST = 200


class RequestView(RoomsPage):
    """GET shows it with the effect of a yes; POST decides."""

    template_name = "live_sessions/windows/request.html"
    page_title = gettext_lazy("Another time for a session")
    header_icon = "history"
    effect: Effect | None = None
    problem = ""
    is_otherwise = False

    @cached_property
    def asked(self) -> WindowRequest:
        rows = WindowRequest.objects.visible_to(self.user)
        return get_object_or_404(
            rows.select_related("session__account", "asked_by", "decided_by"), pk=self.kwargs["pk"]
        )

    @cached_property
    def may_decide(self) -> bool:
        mine = WindowRequest.objects.workable_by(self.user).waiting().filter(pk=self.asked.pk)
        return self.user.has_perm(DECIDE) and mine.exists()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.foresee()
        return super().get(request, *args, **kwargs)

    def foresee(self) -> None:
        if not self.may_decide:
            return
        try:
            self.effect = foresee_yes(self.asked, self.hand())
        except Refused as refused:
            self.problem = refused.sentence

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        get_object_or_404(WindowRequest.objects.workable_by(self.user), pk=self.kwargs["pk"])
        is_yes, answer = request.POST.get("answer") == "yes", request.POST.get("words", "").strip()[:LONGEST]
        try:
            if is_yes:
                say_yes(self.asked, self.hand(), answer, request.POST.get("expected", ""))
            else:
                say_no(self.asked, self.hand(), answer)
        except Otherwise as otherwise:
            self.effect, self.is_otherwise = otherwise.effect, True
        except Refused as refused:
            self.foresee()
            self.problem = refused.sentence
        else:
            messages.success(request, _("Yes said: the time counts now.") if is_yes else _("No said, with your words."))
            return redirect("live_sessions:window_requests")
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked, session, effect = self.asked, self.asked.session, self.effect
        wanted = Asked(Source(asked.source), asked.started_at, asked.ended_at)
        return super().get_context_data(**kwargs) | {
            "asked": asked, "session": session, "sides": sides(session), "why": why_it_counts(session),
            "wanted": window_of(session, wanted), "may_decide": self.may_decide, "problem": self.problem,
            "is_otherwise": self.is_otherwise, "effect": effect, "net": yuan(effect.net_fen) if effect else "",
            "moves": list(told(effect.moves if effect else asked.moves)), "words": self.request.POST.get("words", ""),
            "is_own": bool(effect and gains_own(effect, self.hand())) or asked.asked_by == self.user,
        }  # fmt: skip
