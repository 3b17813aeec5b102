"""Orders on the stage's shop, in and around a session of the other team: what a change of its time moves."""

from livestreams.sales.models import Line
from livestreams.sessions.models import Session
from livestreams.teams.models import Account
from tests.livestreams.sales.builders import bring_rows, paid, row
from tests.livestreams.sessions.builders import Stage, at

AMOUNTS = {"before": 1001, "within": 2002, "after": 4004}
PLACED = {"before": "2026-06-01 19:30:00", "within": "2026-06-01 21:00:00", "after": "2026-06-01 22:30:00"}


def theirs_on(stage: Stage, account: Account | None = None) -> Session:
    """From eight to ten, on our shop, done for the other team: what moves into it is theirs, what moves out is ours."""
    account = account or stage.shop
    made = Session.objects.create(
        slug=f"theirs-{account.account_id}", title="柳庄专场", township=stage.centre.township, account=account,
        started_at=at(20), ended_at=at(22),
    )  # fmt: skip
    made.set_shares({stage.theirs: 100})
    return made


def bring_orders(stage: Stage) -> None:
    rows = [
        row("pinduoduo", key, placed=PLACED[key], paid=PLACED[key], amount=f"{AMOUNTS[key] / 100:.2f}")
        for key in AMOUNTS
    ]
    bring_rows(*rows, account=stage.shop.account_id)


def of_teams(stage: Stage) -> tuple[int, int]:
    """(ours, theirs) in fen."""
    sums = paid("team")
    return sums.get(stage.ours.slug, 0), sums.get(stage.theirs.slug, 0)


def lines_in(session: Session) -> set[str]:
    return set(Line.objects.filter(session=session).values_list("key", flat=True))
