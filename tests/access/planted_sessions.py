"""A planned event of each township, with a row of everything that hangs on it."""

import datetime
import uuid

from django.core.files.base import ContentFile
from django.utils import timezone

from livestreams.rooms.changing import Hand
from livestreams.rooms.hours import moment
from livestreams.sessions import planning
from livestreams.sessions.adopting import event_of
from livestreams.sessions.models import (
    Crew,
    Event,
    EventChange,
    EventCheck,
    LineUpItem,
    PlatformFigures,
    Segment,
    Session,
    WindowRequest,
)
from livestreams.teams.models import Account, Team
from products.models import Sku
from zhunong.access.models import User
from zhunong.places.models import Township


def plant_sessions(place: Township, by: User) -> None:
    """To come: an event that the second team is asked to share in; past: the table's session, adopted and logged."""
    event = planned(place, by)
    line_up(event, place, by)
    past = Session.objects.get(slug=f"{place.slug}-live")
    log(past, place.name[:2], by)


def planned(place: Township, by: User) -> Event:
    name = place.name[:2]
    second, own = (Team.objects.get(slug=f"{place.slug}-{team}") for team in ("second", "team"))
    starts_at = moment(timezone.localdate() + datetime.timedelta(1)) + datetime.timedelta(hours=10)
    wanted = planning.Plan(
        township=place, title=f"{name}果园专场", starts_at=starts_at, ends_at=starts_at + datetime.timedelta(hours=2),
        accounts=[Account.objects.get(account_id=f"{place.slug}9001")], parts={second: 40, own: 60}, own=[own],
        place=f"{name}果园", crew=[(by, Crew.Job.HOST)], note=f"{name}嘱咐", key=uuid.uuid4(),
    )  # fmt: skip
    return planning.plan(wanted, Hand(by, of_the_office=True, reason=f"{name}安排"))


def line_up(event: Event, place: Township, by: User) -> None:
    name, sku = place.name[:2], Sku.objects.get(code=f"{place.slug}-5J")
    item = LineUpItem.objects.create(
        event=event, position=1, product=sku.product, sku=sku, price_fen=5990, points=f"{name}手卡"
    )
    Segment.objects.create(event=event, item=item, started_at=event.starts_at, ended_at=event.ends_at)
    EventCheck.objects.create(event=event, item=EventCheck.Item.HOSTS, note=f"{name}已看", by=by)


def log(session: Session, name: str, by: User) -> None:
    event = event_of(session, by)
    figures = PlatformFigures(session=session, source=PlatformFigures.Source.PICTURE, by=by, views=1234)
    figures.picture.save("figures.jpg", ContentFile(f"{name}截图".encode()), save=True)
    EventChange.objects.create(
        event=event, session=session, act=EventChange.Act.FIGURES, after=f"{name}数据", reason=f"{name}补录", by=by
    )
    for state in WindowRequest.State.values:
        WindowRequest.objects.create(
            session=session, source="platform", started_at=session.started_at, reason=f"{name}晚了", asked_by=by,
            ended_at=session.ended_at + datetime.timedelta(minutes=30), state=state,
        )  # fmt: skip
