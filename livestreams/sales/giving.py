"""Giving a team the account that nobody owns, for the time in which nobody does."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from livestreams.sales.recrediting import Touched
from livestreams.sales.spans import Span, minus
from livestreams.teams.models import Account, Ownership, Team


def give(account: Account, team: Team, span: Span, nickname: str, touched: Touched) -> list[Span]:
    """Make the team the owner wherever in the time nobody is. Returns the times given; none = all was theirs already.

    Another team's time is never touched. Raises ValidationError when nothing is left, or the townships differ.
    """
    if account.township_id != team.township_id:
        raise ValidationError(_("The account “%(account)s” belongs to another township."), params={"account": account})
    rows = list(account.ownerships.select_related("team"))
    owned = [row for row in rows if row.team_id and span_of(row).overlaps(span)]
    free = minus(span, map(span_of, owned))
    if not free:
        refuse_taken(account, team, owned)
    for row in rows:
        if not row.team_id:
            carve(row, free)
    for each in free:
        Ownership.objects.create(
            account=account, team=team, nickname=nickname, valid_from=each.valid_from, valid_to=each.valid_to
        )
    if free:
        touched.accounts.add(account.pk)
    return free


def give_stranger(
    platform: str, account_id: str, team: Team, span: Span, nickname: str, touched: Touched
) -> tuple[Account, list[Span]]:
    """Enter a streamer that the files name and no account had, and give it to the team."""
    account, is_new = Account.objects.get_or_create(
        platform=platform,
        account_id=account_id,
        defaults={"kind": Account.Kind.STREAMER, "nickname": nickname, "township": team.township},
    )
    if is_new:
        touched.accounts.add(account.pk)
    return account, give(account, team, span, nickname, touched)


def refuse_taken(account: Account, team: Team, owned: list[Ownership]) -> None:
    """Raise ValidationError if another team owns it."""
    others = {str(row.team) for row in owned if row.team_id != team.pk}
    if others:
        sentence = _("In this time “%(account)s” belongs to %(teams)s already; choose other days.")
        raise ValidationError(sentence, params={"account": account, "teams": "、".join(sorted(others))})


def carve(row: Ownership, taken: list[Span]) -> None:
    """Leave of a time that was entered as unclaimed only what is still unclaimed."""
    pieces = minus(span_of(row), taken)
    if pieces == [span_of(row)]:
        return
    Ownership.objects.filter(pk=row.pk).delete()
    for piece in pieces:
        Ownership.objects.create(
            account_id=row.account_id, nickname=row.nickname, valid_from=piece.valid_from, valid_to=piece.valid_to
        )


def span_of(row: Ownership) -> Span:
    return Span.of(row.valid_from, row.valid_to)
