"""Writing what the tables say: new records in bulk, of known ones only what differs."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Tally:
    """What became of the rows of one table."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0


class Writer(Generic[M]):
    """Collects the records of one table, one `put` a row, and writes those that are new or differ."""

    def __init__(self, model: type[M]) -> None:
        self.model = model
        self.rows = 0
        self.created: list[M] = []
        self.updated: list[M] = []
        self.changed: set[int] = set()
        self.fields: set[str] = set()

    def put(self, record: M | None, **values: Any) -> M:
        """The record as the row has it: a new one, or the known one changed where it differs."""
        self.rows += 1
        if record is None:
            self.created.append(self.model(**values))
            return self.created[-1]
        differing = {name: value for name, value in values.items() if getattr(record, name) != value}
        if differing:
            for name, value in differing.items():
                setattr(record, name, value)
            self.updated.append(record)
            self.changed.add(record.pk)
            self.fields |= differing.keys()
        return record

    def mark(self, record: M) -> None:
        """Count a known record as changed by something beside its own fields."""
        self.changed.add(record.pk)

    def write(self) -> None:
        """Changes first, so that what they give up is free for new records."""
        if self.updated:
            self.model._default_manager.bulk_update(self.updated, sorted(self.fields), batch_size=500)
        self.model._default_manager.bulk_create(self.created, batch_size=2000)

    def touched(self) -> list[M]:
        """The records that are new or whose own fields changed."""
        return [*self.created, *self.updated]

    def tally(self) -> Tally:
        changed = self.changed - {record.pk for record in self.created}
        return Tally(len(self.created), len(changed), self.rows - len(self.created) - len(changed))
