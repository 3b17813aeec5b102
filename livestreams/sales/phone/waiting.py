"""What waits for a person: files without a yes, and what looks like their teams' and has no team."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from livestreams.sales.models import OrderImport
from livestreams.sales.scopes import own_shops
from livestreams.sales.staff.handing_in.showing import Shown
from livestreams.sales.staging import BEFORE_ALL
from livestreams.sales.times import as_aware
from livestreams.sales.unclaimed import Unclaimed, looks_like_ours
from livestreams.teams.models import Team
from zhunong.access.models import User

State = OrderImport.State
REFUSED_DAYS = 14
"""A refused file that nobody looked at for so long waits for nobody any more."""
MOST = 5


def shops_of(user: User) -> QuerySet[Any]:
    """The person's shops with `exported_at`, the time of the latest export that counts."""
    counting = Q(imports__state=State.APPLIED, imports__exported_at__gt=as_aware(BEFORE_ALL))
    shops = own_shops(user).order_by("platform", "nickname")
    return shops.annotate(exported_at=Max("imports__exported_at", filter=counting))


def files_of(user: User) -> list[Shown]:
    """Files of the person's shops that wait for a yes or for their shop, and the person's own that were refused."""
    lately = timezone.now() - datetime.timedelta(REFUSED_DAYS)
    refused = Q(state=State.REFUSED, created_by=user, created_at__gte=lately)
    waiting = Q(state=State.READY) | Q(state=State.ASKING, created_by=user)
    files = OrderImport.objects.of_person(user).filter(waiting | refused)
    return [Shown(file) for file in files.select_related("shop").defer("bad", "columns")[: MOST + 1]]


@dataclass
class Waiting:
    """All that waits for one person; of files one more than `MOST` is known, so that the page can lead on."""

    files: list[Shown]
    unclaimed: list[Unclaimed]
    returned: int

    def __bool__(self) -> bool:
        return bool(self.files or self.unclaimed or self.returned)

    @property
    def accounts(self) -> list[Unclaimed]:
        """Entered accounts that nobody owned when they sold, dearest first."""
        return [each for each in self.unclaimed if not each.is_stranger]

    @property
    def strangers(self) -> list[Unclaimed]:
        """Streamers in one's shops whom nobody entered yet."""
        return [each for each in self.unclaimed if each.is_stranger]

    @property
    def stranger_lines(self) -> int:
        return sum(each.lines for each in self.strangers)


def waiting_for(user: User, teams: Sequence[Team], returned: int) -> Waiting:
    """`returned`: how many sales written down by these teams were sent back."""
    return Waiting(files_of(user), looks_like_ours(teams), returned)
