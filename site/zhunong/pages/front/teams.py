"""What a team's page shows of the tables: villages, accounts by platform, broadcasts. No person."""

from typing import Any

from django.utils import timezone

from livestreams.teams.models import Ownership, Team
from products.platforms import platform_name
from zhunong.pages.front import broadcasts
from zhunong.pages.front.tree import lend, readable
from zhunong.pages.models import TeamPage, VillagePage


def context_of(page: TeamPage) -> dict[str, Any]:
    """Six queries."""
    lend(page, "team", "picture")
    team = page.team
    sessions = broadcasts.of_team(team)
    villages = readable(VillagePage.objects.filter(village__teams=team)).select_related("village")
    return {
        "coming": broadcasts.coming(sessions, 5),
        "past": broadcasts.past(sessions, 8),
        "accounts": accounts_of(team),
        "villages": list(villages.order_by("path")),
        "village_names": list(team.villages.order_by("slug").values_list("name", flat=True)),
    }


def accounts_of(team: Team) -> list[dict[str, str]]:
    """Streamer accounts and shops that are the team's today, under the names that platforms show."""
    owned = Ownership.objects.filter(team=team).on(timezone.localdate()).select_related("account")
    rows = [
        {"platform": platform_name(each.account.platform), "name": each.account.nickname,
         "kind": each.account.get_kind_display()}
        for each in owned.order_by("account__platform", "account__kind", "account__nickname")
        if each.account.platform != "offline"
    ]  # fmt: skip
    return [dict(row) for row in dict.fromkeys(tuple(row.items()) for row in rows)]
