"""An unclaimed account, or a streamer not entered, given to a team by a clerk, asked for or not."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales.changes import Record
from livestreams.sales.giving import give_stranger
from livestreams.sales.models import CreditRequest
from livestreams.sales.recrediting import Touched
from livestreams.sales.spans import Span
from livestreams.sales.staff.acting import Acting
from livestreams.sales.staff.claiming.forms import GiveForm
from livestreams.sales.staff.claiming.recording import given_rows
from livestreams.sales.staff.totals.page import SalesPage
from livestreams.sales.unclaimed import Unclaimed, find_unclaimed
from livestreams.teams.models import Account, Team
from zhunong.places.models import Township


class ClaimAccountView(Acting, SalesPage):
    """Form, preview, yes. `?platform=…&account_id=…` names the account."""

    template_name = "sales/claiming/give.html"
    page_title = gettext_lazy("Give an account to a team")
    header_icon = "user"
    given: list[Span] = []

    @cached_property
    def found(self) -> Unclaimed:
        """Only what is unclaimed in the townships that the clerk works for. Raises Http404."""
        townships = list(Township.objects.workable_by(self.user).values_list("pk", flat=True))
        asked = (self.request.GET.get(name, "") for name in ("platform", "account_id"))
        found = find_unclaimed(townships, *asked)
        if not found:
            raise Http404
        return found

    @cached_property
    def account(self) -> Account | None:
        return Account.objects.filter(pk=self.found.account).first() if self.found.account else None

    @cached_property
    def form(self) -> GiveForm:
        teams = Team.objects.filter(township=self.found.township).order_by("name")
        nickname = self.found.nickname or self.found.account_id
        return GiveForm(self.request.POST or None, teams, initial={"nickname": nickname})

    def write(self, touched: Touched) -> None:
        found, given = self.found, self.form.cleaned_data
        self.account_given, self.given = give_stranger(
            found.platform, found.account_id, given["team"], self.form.span(), given["nickname"], touched
        )

    def records(self) -> Iterator[Record]:
        given, found = self.form.cleaned_data, self.found
        rows = given_rows(found.platform, found.account_id, given["nickname"], given["team"], self.given)
        yield Record(given["team"].township, "accounts", rows, self.user)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _found = self.found  # looked up before anything is given
        if self.form.is_valid() and "change" not in request.POST:
            if "expected" not in request.POST:
                self.foresee()
            elif self.carry_out():
                sentence = _("“%(account)s” is %(team)s's now.")
                names = {"account": self.account_given, "team": self.form.cleaned_data["team"]}
                messages.success(request, sentence % names)
                return redirect("sales:strangers" if self.found.is_stranger else "sales:unclaimed")
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = self.found
        asked = CreditRequest.objects.waiting().filter(
            platform=found.platform, account_id=found.account_id, key="", township=found.township
        )
        return super().get_context_data(**kwargs) | self.act_context() | {
            "found": found, "account": self.account, "form": self.form, "given": self.given,
            "asked": asked.select_related("team"),
            "owners": self.account.ownerships.select_related("team").order_by("valid_from") if self.account else [],
        }  # fmt: skip
