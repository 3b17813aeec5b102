"""Thousands of rows in every table, as copies of the first one of the home township."""

import copy
import datetime
import uuid
from typing import Any

from django.db import connection, models

from livestreams.rooms.models import Occupancy, Wish
from livestreams.sales.models import ManualSale
from livestreams.sessions.models import Event, EventTeam, PlatformFigures, Session, WindowRequest
from tests.access.world import World

MANY = 5000
LEFT_ALONE = {"Township", "DailyTotal", "MonthlyTotal", "CustomImage", "Document", "Page", "FairUse", "VillageArea",
              "CataloguePage", "ProductPage", "Revision", "WorkflowState", "TaskState"}  # fmt: skip
APART: dict[type[models.Model], datetime.timedelta] = {
    Occupancy: -datetime.timedelta(hours=3),  # a room is taken once at a time
    Wish: datetime.timedelta(hours=3),  # a team waits for a time once
}
OF_EACH: dict[type[models.Model], tuple[str, type[models.Model]]] = {
    EventTeam: ("event_id", Event), PlatformFigures: ("session_id", Session), WindowRequest: ("session_id", Session),
}  # fmt: skip
"""Of these another row has one each."""
MOVED = ("starts_at", "ends_at", "blocked_until")
LONG_AGO = datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC)


def multiply(world: World) -> None:
    """5,000 rows more in each table of the site's own."""
    for model, row in world.first.items():
        if model.__name__ not in LEFT_ALONE:
            copies = [another(row, number) for number in range(MANY)]
            if model in OF_EACH:
                spread(copies, *OF_EACH[model])
            model._default_manager.bulk_create(copies, batch_size=1000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the database does by itself, but not within a test's transaction


def spread(copies: list[models.Model], name: str, over: type[models.Model]) -> None:
    """Each of another one of the rows made last."""
    newest = over._default_manager.order_by("-pk").values_list("pk", flat=True)[:MANY]
    for made, pk in zip(copies, newest, strict=True):
        setattr(made, name, pk)


def another(row: models.Model, number: int) -> models.Model:
    """A copy that differs in whatever must be unique, and in its times."""
    made = copy.copy(row)
    made._state = copy.copy(row._state)
    made.pk, made._state.adding = None, True
    if isinstance(made, ManualSale):  # two alike each: thousands of the same day and amount make millions of pairs
        made.amount_fen += number // 2
        made.day -= datetime.timedelta(number // 2 % 300)
    for name in MOVED if type(row) in APART else ():
        if hasattr(made, name):
            setattr(made, name, getattr(made, name) + (number + 1) * APART[type(row)])
    for field in row._meta.concrete_fields:
        if not field.primary_key and (field.name in unique_fields(row) or is_of_a_period(field)):
            setattr(made, field.attname, varied(field, getattr(row, field.attname), number))
    return made


def unique_fields(row: models.Model) -> set[str]:
    constraints = [each for each in row._meta.constraints if isinstance(each, models.UniqueConstraint)]
    named = {name for each in constraints for name in each.fields}
    return (named | {field.name for field in row._meta.concrete_fields if field.unique}) - set(MOVED)


def is_of_a_period(field: models.Field) -> bool:
    return field.name in ("started_at", "ended_at", "valid_from", "valid_to")


def varied(field: models.Field, value: Any, number: int) -> Any:
    if field.is_relation:
        return value
    if isinstance(field, models.DateField):
        moment = LONG_AGO + datetime.timedelta(2 * number + (field.name in ("ended_at", "valid_to")))
        return moment if isinstance(field, models.DateTimeField) else moment.date()
    if isinstance(field, models.UUIDField):
        return uuid.uuid4()
    if field.name == "year":
        return 3000 + number
    if (
        isinstance(field, models.CharField)
        and (value or not field.null)
        and not field.choices
        and field.name != "platform"
    ):
        suffix = f"-{number}"
        return f"{value}"[: field.max_length - len(suffix)] + suffix
    return value
