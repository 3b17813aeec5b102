"""One request: what is asked, what a yes would move, and the decision."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales.changes import Record
from livestreams.sales.corrections import record, told
from livestreams.sales.models import CreditRequest, Line
from livestreams.sales.recrediting import Touched
from livestreams.sales.requests import grant, is_of_team, line_of, refuse
from livestreams.sales.spans import ONE_DAY, Span
from livestreams.sales.staff.access import DECIDE
from livestreams.sales.staff.acting import Acting, sentence_of
from livestreams.sales.staff.claiming.forms import GrantForm
from livestreams.sales.staff.claiming.recording import given_rows, request_row
from livestreams.sales.staff.totals.page import SalesPage
from livestreams.sales.unclaimed import find_unclaimed
from livestreams.teams.models import Account
from products.platforms import platform_name


class RequestView(Acting, SalesPage):
    """GET shows the request with the effect of a yes; POST decides."""

    template_name = "sales/claiming/request.html"
    page_title = gettext_lazy("Request for credit")
    header_icon = "user"
    given: list[Span] = []

    @cached_property
    def credit_request(self) -> CreditRequest:
        requests = CreditRequest.objects.visible_to(self.user).select_related("team__township", "by", "decided_by")
        return get_object_or_404(requests, pk=self.kwargs["pk"])

    @cached_property
    def account(self) -> Account | None:
        asked = self.credit_request
        return Account.objects.filter(platform=asked.platform, account_id=asked.account_id).first()

    @cached_property
    def line(self) -> Line | None:
        return line_of(self.credit_request)

    @cached_property
    def may_decide(self) -> bool:
        asked = CreditRequest.objects.workable_by(self.user).waiting().filter(pk=self.credit_request.pk)
        return self.user.has_perm(DECIDE) and asked.exists()

    @cached_property
    def form(self) -> GrantForm:
        """The days asked for, and what the clerk made of them. A line has neither days nor a name."""
        asked = self.credit_request
        nickname = self.account.nickname if self.account else asked.account_id
        last = asked.valid_to - ONE_DAY if asked.valid_to else None
        as_asked = {"first_day": asked.valid_from, "last_day": last, "nickname": nickname}
        given = self.request.POST if "nickname" in self.request.POST else as_asked
        return GrantForm(given)

    def write(self, touched: Touched) -> None:
        given = self.form.cleaned_data
        self.given = grant(self.credit_request, self.form.span(), given["nickname"], self.user, touched)

    def records(self) -> Iterator[Record]:
        asked = self.credit_request
        row = request_row(asked, is_of_team(self.user, asked))
        if asked.key:
            line = line_of(asked)
            assert line, "a line that was corrected just now"
            of_line = record(line, self.before, asked.note, self.user)
            yield Record(asked.township, "lines", [*of_line.rows, row], self.user, asked.note)
        else:
            rows = given_rows(
                asked.platform, asked.account_id, self.form.cleaned_data["nickname"], asked.team, self.given
            )
            yield Record(asked.township, "accounts", [*rows, row], self.user, asked.note)

    @cached_property
    def before(self) -> dict[str, str]:
        return told(self.line) if self.line else {}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.may_decide and self.form.is_valid():
            self.foresee()
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(DECIDE):
            raise PermissionDenied
        get_object_or_404(CreditRequest.objects.workable_by(self.user), pk=self.kwargs["pk"])
        done = self.say_no() if request.POST.get("answer") == "no" else self.say_yes()
        return redirect("sales:requests") if done else self.render_to_response(self.get_context_data())

    def say_no(self) -> bool:
        reason = self.request.POST.get("reason", "").strip()[:300]
        if not reason:
            self.problem = _("Say why not; the team reads it.")
            return False
        try:
            refuse(self.credit_request, reason, self.user)
        except ValidationError as error:
            self.problem = sentence_of(error)
            return False
        messages.success(self.request, _("Not granted. The team sees your reason."))
        return True

    def say_yes(self) -> bool:
        if not self.form.is_valid():
            return False
        _before = self.before  # as it is before the act; the record compares
        if "expected" not in self.request.POST:
            self.foresee()
            return False
        if self.carry_out():
            messages.success(self.request, _("Granted to %(team)s.") % {"team": self.credit_request.team})
            return True
        return False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.credit_request
        found = None if asked.key else find_unclaimed([asked.township_id], asked.platform, asked.account_id)
        return super().get_context_data(**kwargs) | self.act_context() | {
            "asked": asked, "platform": platform_name(asked.platform), "account": self.account, "line": self.line,
            "found": found, "form": self.form, "given": self.given, "may_decide": self.may_decide,
            "owners": self.account.ownerships.select_related("team").order_by("valid_from") if self.account else [],
            "is_own_team": is_of_team(asked.decided_by or self.user, asked),
            "last_day": asked.valid_to - ONE_DAY if asked.valid_to else None,
            "reason": self.request.POST.get("reason", ""),
        }  # fmt: skip
