"""How a decision about unclaimed accounts and lines is recorded."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from livestreams.sales.models import CreditRequest
from livestreams.sales.spans import Span
from livestreams.teams.models import Team
from products.platforms import platform_name

OWN_TEAM = gettext_noop("the clerk is a member of this team")


def given_rows(platform: str, account_id: str, nickname: str, team: Team, given: Sequence[Span]) -> list[dict]:
    """One row for each time given."""
    name = f"{platform_name(platform)} · {nickname} ({account_id})"
    return [
        {
            "what": "created",
            "key": f"{platform}:{account_id}",
            "name": name,
            "fields": {
                gettext_noop("team"): ["", team.name],
                gettext_noop("valid from"): ["", told_day(span.valid_from)],
                gettext_noop("valid to"): ["", told_day(span.valid_to)],
            },
        }
        for span in given
    ]


def request_row(request: CreditRequest, is_own_team: bool) -> dict[str, Any]:
    """The request granted; a clerk who is in the team is named as such."""
    states = [str(CreditRequest.State.WAITING.label), str(CreditRequest.State.GRANTED.label)]
    fields = {gettext_noop("state"): states}
    if is_own_team:
        fields[OWN_TEAM] = ["", _("yes")]
    return {"what": "changed", "name": _("request of %(team)s") % {"team": request.team}, "fields": fields}


def told_day(day: Any) -> str:
    return day.isoformat() if day else "—"
