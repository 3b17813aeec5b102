"""认领: a team asks for the credit of what nobody has, a clerk says yes or no."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.sales.corrections import Said, correct
from livestreams.sales.giving import give_stranger
from livestreams.sales.models import CreditRequest, Line
from livestreams.sales.privacy import mask_personal
from livestreams.sales.recrediting import Touched
from livestreams.sales.spans import Span
from livestreams.teams.models import Membership, Team
from zhunong.access.models import User

State = CreditRequest.State


def waiting_requests(user: Any) -> int:
    """How many wait for this clerk: for menus and the desk."""
    return CreditRequest.objects.workable_by(user).waiting().count()


def lines_without_team(teams: Any) -> Any:
    """The paid lines of these teams' townships that nobody has yet: the only ones to be looked up and asked for."""
    townships = Team.objects.filter(pk__in=[team.pk for team in teams]).values("township")
    return Line.objects.filter(township__in=townships, team_shares=None, day__isnull=False)


def ask_for_account(team: Team, platform: str, account_id: str, span: Span, note: str, by: User) -> CreditRequest:
    """Ask for an account, or a streamer not entered yet, for a time. Raises ValidationError when that waits already."""
    days = {"valid_from": span.valid_from, "valid_to": span.valid_to}
    return ask(team=team, platform=platform, account_id=account_id, note=note, by=by, **days)


def ask_for_line(team: Team, line: Line, note: str, by: User) -> CreditRequest:
    """Ask for one line. Raises ValidationError when that waits already, or somebody has the line."""
    if line.team_shares_id or line.day is None or line.township_id != team.township_id:
        raise ValidationError(_("This order is not without a team any more."))
    return ask(
        team=team, platform=line.platform, account_id=line.shop.account_id, key=line.key, note=note, by=by
    )  # fmt: skip


def ask(team: Team, note: str, **said: Any) -> CreditRequest:
    try:
        with transaction.atomic():
            return CreditRequest.objects.create(team=team, township=team.township, note=mask_personal(note), **said)
    except IntegrityError:
        sentence = _("%(team)s has asked for this already; the clerk will see to it.")
        raise ValidationError(sentence, params={"team": team}) from None


def withdraw(request: CreditRequest) -> bool:
    """Take a request back while it waits. Returns whether it still waited."""
    return bool(CreditRequest.objects.waiting().filter(pk=request.pk).update(state=State.WITHDRAWN))


def refuse(request: CreditRequest, reason: str, by: User) -> None:
    """Say no. Raises ValidationError when it was decided meanwhile."""
    settle(request, State.REFUSED, by, mask_personal(reason))


def grant(request: CreditRequest, span: Span, nickname: str, by: User, touched: Touched) -> list[Span]:
    """Say yes: the account is the team's wherever it is nobody's, or the line is. Returns the times given.

    Raises ValidationError when it was decided meanwhile, or nothing is left to give.
    """
    settle(request, State.GRANTED, by)
    if request.key:
        grant_line(request, by, touched)
        return []
    return give_stranger(request.platform, request.account_id, request.team, span, nickname, touched)[1]


def grant_line(request: CreditRequest, by: User, touched: Touched) -> None:
    line = line_of(request)
    if not line:
        raise ValidationError(_("No order file tells of this line any more; say no, or ask for the file."))
    if line.team_shares_id:
        raise ValidationError(_("The line has a team meanwhile; look at it before you decide."))
    reason = _("claimed by %(team)s: %(note)s") % {"team": request.team, "note": request.note or "—"}
    correct(line.shop, line.key, Said(teams=f"{request.team.slug}:100"), reason[:300], by, touched)


def line_of(request: CreditRequest) -> Line | None:
    """The line that a request is about; None = of an account, or no file tells of it any more."""
    if not request.key:
        return None
    lines = Line.objects.select_related("shop", "listing", "sku__product", "team_shares")
    return lines.filter(township=request.township_id, platform=request.platform, key=request.key).first()


def settle(request: CreditRequest, state: str, by: User, reason: str = "") -> None:
    """Decide once. Raises ValidationError naming who was quicker."""
    waiting = CreditRequest.objects.waiting().filter(pk=request.pk)
    if not waiting.update(state=state, decided_by=by, decided_at=timezone.now(), reason=reason):
        now = CreditRequest.objects.select_related("decided_by").get(pk=request.pk)
        sentence = _("Decided meanwhile: %(state)s (%(who)s).")
        who = now.decided_by or now.team
        raise ValidationError(sentence, params={"state": now.get_state_display(), "who": who})


def is_of_team(user: User, request: CreditRequest) -> bool:
    """Whether the clerk is in the team that asks, which is allowed and put down: a township may have one clerk only."""
    day = timezone.localdate(request.decided_at) if request.decided_at else timezone.localdate()
    return Membership.objects.filter(team=request.team_id, user=user).on(day).exists()
