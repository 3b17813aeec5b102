"""What one session brought: its own lines whole and by part, what stands beside it, and the platform's word."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.shortcuts import get_object_or_404

from livestreams.sales.session_results.beside import beside
from livestreams.sales.session_results.clocks import Clock, clocks, is_from_table, minutes_between
from livestreams.sales.session_results.comparing import Comparison, Other, compare, earlier
from livestreams.sales.session_results.control import Control, Known, control
from livestreams.sales.session_results.eyes import Eyes
from livestreams.sales.session_results.figures import ratios, told_of
from livestreams.sales.session_results.kinds import Around, Kind, next_start
from livestreams.sales.session_results.rows import ProductRow, TeamPart, product_rows, team_parts
from livestreams.sales.session_results.segments import Talked, talked
from livestreams.sales.session_results.sums import Cell, Sold, by_session, cells_of, total
from livestreams.sessions.figures import Standing, standing
from livestreams.sessions.metrics import Told
from livestreams.sessions.models import Session, SessionShare
from livestreams.teams.models import Team

PLATFORMS_MONEY = ("user_paid_fen", "paid_fen")
"""What buyers paid is what our lines hold; where the platform does not tell it, its paid amount."""


@dataclass
class Result:
    """A session as somebody's eyes see it. Asks each thing once, and only when it is looked at."""

    session: Session
    eyes: Eyes
    shares: Sequence[SessionShare] = field(default_factory=list)

    @cached_property
    def around(self) -> Around:
        return Around(self.session, self.eyes, getattr(self.session, "next_start", None))

    @cached_property
    def companions(self) -> list[Session]:
        """The other sessions of its event and the comparing team's earlier ones, the latest first; with figures."""
        wanted = Q(event=self.session.event_id) if self.session.event_id else Q(pk=None)
        if self.team:
            wanted |= earlier(self.team.pk, self.session)
        found = list(self.eyes.sessions().filter(wanted).select_related("account").order_by("-started_at"))
        found = [each for each in found if each.pk != self.session.pk]
        prefetch_related_objects([self.session, *found], "figures")
        return found

    @cached_property
    def team(self) -> Team | None:
        """Whose earlier sessions it is compared with: of the teams seen here that with the greatest share."""
        own = None if self.eyes.teams is None else {team.pk for team in self.eyes.teams}
        ranked = sorted(self.shares, key=lambda share: (-share.percent, share.team.slug))
        return next((share.team for share in ranked if own is None or share.team_id in own), None)

    @cached_property
    def cells(self) -> dict[int, list[Cell]]:
        return by_session(cells_of([self.session.pk, *(each.pk for each in self.companions)]))

    @property
    def own_cells(self) -> list[Cell]:
        return self.cells.get(self.session.pk, [])

    @cached_property
    def sold(self) -> Sold:
        """The whole session, whoever has a part in it: what the totals by session say."""
        return total(self.own_cells)

    @property
    def is_sold(self) -> bool:
        return bool(self.own_cells)

    @property
    def is_shared(self) -> bool:
        return len(self.shares) > 1

    @cached_property
    def parts(self) -> list[TeamPart]:
        """Each team's part as far as it is seen here."""
        own = None if self.eyes.teams is None else {team.slug for team in self.eyes.teams}
        return [part for part in team_parts(self.own_cells, self.shares) if own is None or part.slug in own]

    @cached_property
    def products(self) -> list[ProductRow]:
        """They sum to the session."""
        return product_rows(self.own_cells)

    @property
    def clocks(self) -> list[Clock]:
        return clocks(self.session)

    @property
    def is_from_table(self) -> bool:
        return is_from_table(self.session)

    @property
    def minutes(self) -> int:
        """Of the time that counts."""
        return minutes_between(self.session.started_at, self.session.ended_at) or 0

    @property
    def told(self) -> list[str]:
        """As the others that it is compared with."""
        self.companions  # noqa: B018
        return Other(self.session, self.sold).told

    @cached_property
    def beside(self) -> dict[Kind, Known]:
        """What is known of each kind of lines, of the session and beside it."""
        unmapped = total(cell for cell in self.own_cells if cell.product is None)
        return beside(self.around) | {
            Kind.UNMAPPED: Known(unmapped.lines, unmapped.paid_fen, unmapped.refunded_fen),
            Kind.PROVISIONAL: Known(0, self.sold.provisional_fen, 0),
        }

    @property
    def late(self) -> Known:
        """播后: ordered after the end. Apart from the session's own, and never added to it."""
        return self.beside[Kind.LATE]

    @cached_property
    def ratios(self) -> list[Told]:
        self.companions  # noqa: B018  # brings the figures of this session too
        return ratios(told_of(self.session, self.sold, self.beside[Kind.REFUNDED].lines))

    @cached_property
    def platforms(self) -> dict[str, Standing]:
        """What counts of the platform's figures."""
        self.companions  # noqa: B018
        return standing(self.session)

    @property
    def platforms_money(self) -> Standing | None:
        return next((self.platforms[name] for name in PLATFORMS_MONEY if name in self.platforms), None)

    @cached_property
    def control(self) -> Control | None:
        money = self.platforms_money
        return control(money.value, self.sold.paid_fen, self.beside) if money else None

    @cached_property
    def comparison(self) -> Comparison | None:
        others = [
            each for each in self.companions if not self.session.event_id or each.event_id != self.session.event_id
        ]
        return compare(self.team, self.session, self.cells, others) if self.team else None

    @cached_property
    def event(self) -> list[tuple[Session, Sold]]:
        """All sessions of its event where there are several, in the order of their accounts."""
        others = [each for each in self.companions if self.session.event_id and each.event_id == self.session.event_id]
        rows = sorted([self.session, *others], key=lambda each: (each.account.platform, each.pk)) if others else []
        return [(each, total(self.cells.get(each.pk, []))) for each in rows]

    @property
    def event_total(self) -> Sold:
        """Money and goods add over an event; people do not."""
        return Sold(*(sum(column) for column in zip(*(sold for _session, sold in self.event), strict=True)))

    @cached_property
    def talked(self) -> list[Talked]:
        return talked(self.session)


def result_of(eyes: Eyes, pk: int) -> Result:
    """Raises Http404 for a session that these eyes do not see."""
    shares = Prefetch("shares", SessionShare.objects.select_related("team").order_by("team__slug"))
    rows = eyes.sessions().select_related("account", "township", "event__booking__room").prefetch_related(shares)
    session = get_object_or_404(rows.annotate(next_start=next_start()), pk=pk)
    return Result(session, eyes, list(session.shares.all()))
