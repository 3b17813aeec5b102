"""The times of a session at the desk: the office corrects them, with a reason where orders move."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from livestreams.rooms.changing import Hand
from livestreams.rooms.staff.page import RoomsPage
from livestreams.sessions.access import DECIDE
from livestreams.sessions.entering_times import Step, gains_own, sides, step, why_it_counts, window_of
from livestreams.sessions.models import Session
from livestreams.sessions.moves import told
from livestreams.sessions.telling import told as told_change
from livestreams.sessions.window_requests import waiting_of
from products.money import yuan

MOST_CHANGES = 50


class TimesView(RoomsPage):
    """GET shows them side by side; POST enters the platform's own, or takes a source away."""

    template_name = "live_sessions/windows/times.html"
    header_icon = "history"
    made: Step | None = None

    @cached_property
    def session(self) -> Session:
        rows = Session.objects.visible_to(self.user).select_related("account", "township", "event")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @cached_property
    def sent_hand(self) -> Hand:
        return self.hand(self.request.POST.get("reason", "").strip()[:200])

    def get_page_title(self) -> str:
        return _("Times of “%(session)s”") % {"session": self.session}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        get_object_or_404(Session.objects.workable_by(self.user), pk=self.kwargs["pk"])
        self.made = step(self.session, request.POST.dict(), self.sent_hand)
        if not self.made.outcome:
            return self.render_to_response(self.get_context_data(), status=409 if self.made.problem else 200)
        if self.made.outcome.request:
            messages.warning(request, _("It gives sales to a team of yours: it waits for the yes of another clerk."))
        else:
            messages.success(request, _("The times are entered."))
        return redirect("live_sessions:session_times", self.session.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        session = self.session
        changes = session.changes.select_related("by", "session__account")[:MOST_CHANGES]
        is_ours = Session.objects.workable_by(self.user).filter(pk=session.pk).exists()
        return super().get_context_data(**kwargs) | self.preview() | {
            "session": session, "sides": sides(session), "why": why_it_counts(session),
            "may_change": is_ours and self.user.has_perm(DECIDE),
            "waiting": waiting_of(session), "changes": [(each, told_change(each)) for each in changes],
            "problem": self.made.problem if self.made else "", "sent": self.made.sent if self.made else {},
        }  # fmt: skip

    def preview(self) -> dict[str, Any]:
        """What would move, where somebody is asked to say yes to it."""
        made = self.made
        if not (made and made.asked and made.effect):
            return {}
        return {
            "made": made, "asked": made.asked, "wanted": window_of(self.session, made.asked),
            "moves": list(told(made.effect.moves)), "net": yuan(made.effect.net_fen), "reason": self.sent_hand.reason,
            "is_own": gains_own(made.effect, self.sent_hand),
        }  # fmt: skip
