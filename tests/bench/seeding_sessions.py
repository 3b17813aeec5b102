"""Sessions with many lines, and many sessions, written in bulk into a loaded world."""

import datetime

from livestreams.sales.books import Books
from livestreams.sales.deltas import Deltas
from livestreams.sales.models import DailyTotal, Line, Listing, ShareSet
from livestreams.sales.rows import select_rows
from livestreams.sessions.adopting import event_of
from livestreams.sessions.models import LineUpItem, PlatformFigures, Segment, Session, SessionShare
from livestreams.teams.models import Account, Team
from products.models import Product, Sku

BATCH = 1_000
START = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


def filled_session(number: int, lines: int) -> Session:
    """A session of two hours with figures, segments and so many lines, one in five of each hundred refunded."""
    session = put_session(f"bench-full-{number}", START + datetime.timedelta(days=number), 2)
    event = event_of(session)
    for place, product in enumerate(Product.objects.order_by("slug")[:3]):
        item = LineUpItem.objects.create(event=event, position=place, product=product)
        begin = session.started_at + datetime.timedelta(minutes=40 * place)
        Segment.objects.create(
            event=event, item=item, started_at=begin, ended_at=begin + datetime.timedelta(minutes=40)
        )
    PlatformFigures.objects.create(session=session, source="typed", views=9_000, paid_fen=10**9)
    put_lines(session, lines)
    return session


def put_session(slug: str, start: datetime.datetime, hours: int) -> Session:
    account = Account.objects.filter(platform="douyin").order_by("pk").first()
    assert account
    session = Session.objects.create(
        slug=slug, title=slug, township=account.township, account=account, started_at=start,
        ended_at=start + datetime.timedelta(hours=hours),
    )  # fmt: skip
    session.set_shares({Team.objects.get(slug="fourteen"): 100})
    return session


def put_lines(session: Session, number: int) -> None:
    """Lines of the session, and the totals that an import would have kept."""
    skus = list(Sku.objects.order_by("code"))
    listing = Listing.objects.get_or_create(shop=session.account, fingerprint="bench")[0]
    teams = ShareSet.objects.get_or_create(kind="team", shares="fourteen:100")[0]
    step = (session.ended_at - session.started_at) / (number + 1)
    Line.objects.bulk_create(
        (
            Line(
                township=session.township, shop=session.account, account=session.account, platform="douyin",
                key=f"{session.slug}-{n}", order_no=f"{session.slug}-{n}", placed_at=session.started_at + n * step,
                paid_at=session.started_at + n * step, day=session.started_at.date(), items=1,
                paid_fen=5_000 + n % 7, refunded_fen=5_000 if n % 20 == 0 else 0, mark="直播", listing=listing,
                session=session, team_shares=teams, sku=skus[n % len(skus)], weight_g=2_500,
            )
            for n in range(number)
        ),
        batch_size=BATCH,
    )  # fmt: skip
    deltas = Deltas(Books().parties())
    rows = select_rows("session_id = %s", [session.pk])
    for row in rows:
        deltas.add(row)
    deltas.write()


def put_sessions(number: int, after: int = 0) -> None:
    """So many more sessions before all others, each with one line's total."""
    account, sku = (
        Account.objects.filter(platform="douyin").order_by("pk").first(),
        Sku.objects.order_by("code").first(),
    )
    team = Team.objects.get(slug="fourteen")
    assert account and sku
    starts = [START - datetime.timedelta(days=2, hours=6 * n) for n in range(after, after + number)]
    hour = datetime.timedelta(hours=2)
    sessions = Session.objects.bulk_create(
        (
            Session(
                slug=f"bench-{n}", title=f"{n}", township=account.township, account=account, started_at=start,
                ended_at=start + hour,
            )
            for n, start in enumerate(starts, after)
        ),
        batch_size=BATCH,
    )  # fmt: skip
    SessionShare.objects.bulk_create(
        (SessionShare(session=s, team=team, percent=100) for s in sessions), batch_size=BATCH
    )
    DailyTotal.objects.bulk_create(
        (
            DailyTotal(
                day=s.started_at.date(), township=account.township, shop=account, account=account, team=team, sku=sku,
                session=s, lines=1, items=1, weight_g=2_500, paid_fen=5_000, refunded_fen=0, provisional_fen=0,
            )
            for s in sessions
        ),
        batch_size=BATCH,
    )  # fmt: skip
