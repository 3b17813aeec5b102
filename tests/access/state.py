"""What is in the home township's tables, to see that nothing changed, and forms full of its keys."""

import datetime
import uuid
from typing import Any

from django.apps import apps
from django.db import models

from tests.access.planted_pages import pages_of
from tests.access.world import SECRET_CODE, World
from zhunong.access.models import User

SINGLE_USE = {"id", "password"}


def state(world: World) -> dict[str, list[tuple]]:
    """Every row of the home township, table by table, and its people."""
    staff = User.objects.get(pk=world.people["staff"].pk)
    found = {}
    for model in apps.get_models():
        if hasattr(model._default_manager, "visible_to"):
            found[model.__name__] = list(model._default_manager.visible_to(staff).order_by("pk").values_list())
    people = User.objects.filter(username__startswith=SECRET_CODE).order_by("pk")
    found |= pages_of(world.home)
    return found | {"User": list(people.defer("last_login").values_list()), "groups": groups_of(people)}


def groups_of(people: models.QuerySet) -> list[tuple]:
    return list(people.order_by("pk", "groups", "townships").values_list("pk", "groups", "townships"))


def differences(before: dict[str, list[tuple]], after: dict[str, list[tuple]]) -> list[str]:
    return [name for name in before if before[name] != after[name]]


def forged(world: World) -> dict[str, Any]:
    """A form that names rows of the home township wherever a field of a model does, and plausible things elsewhere."""
    payload: dict[str, Any] = {}
    for row in world.first.values():
        for field in row._meta.concrete_fields:
            if field.name not in SINGLE_USE:
                payload[field.name] = world_value(world, field)
    keys = {f"{name}_id": value for name, value in payload.items()}
    posts = {
        "confirmed": "on",
        "yes": "on",
        "decision": "grant",
        "act": "confirm",
        "reason": "-",
        "teams": "yin-ni-team:100",
    }
    return payload | keys | posts | {"id": world.first[next(iter(world.first))].pk}


def world_value(world: World, field: models.Field) -> Any:
    if field.is_relation:
        row = world.first.get(field.related_model)  # type: ignore[arg-type]
        return row.pk if row else ""
    if field.choices:
        return field.flatchoices[0][0]
    for kind, value in PLAUSIBLE.items():
        if isinstance(field, kind):
            return value
    return "forged"


PLAUSIBLE: dict[type[models.Field], Any] = {
    models.DateTimeField: "2026-06-01 10:00",
    models.DateField: datetime.date(2026, 6, 1),
    models.BooleanField: "on",
    models.IntegerField: "7",
    models.FloatField: "7",
    models.UUIDField: uuid.UUID(int=7),
    models.JSONField: "{}",
}
