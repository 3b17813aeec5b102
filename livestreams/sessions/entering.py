"""Figures of a session entered by source, and corrected with a reason."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.changing import Hand
from livestreams.rooms.refusals import Refused
from livestreams.sessions.adopting import event_of
from livestreams.sessions.confirming import drop_confirmed_picture
from livestreams.sessions.figures import ORDER, Source
from livestreams.sessions.models import EventChange, PlatformFigures, Session
from livestreams.sessions.models.figures import FIELDS
from livestreams.sessions.platform_words import told
from livestreams.sessions.plausible import refuse_implausible

Values = Mapping[str, int | None]


@dataclass(frozen=True)
class Entry:
    """What somebody enters. None = missing. `picture` is proof of typed figures, clean already.

    `as_of` says of when the figures are; None = now. `seen`: the stamp of the row that was corrected, from `stamp_of`.
    """

    values: Values
    picture: ContentFile | None = None
    as_of: datetime.datetime | None = None
    file_name: str = ""
    seen: str | None = None


def typed_row(session: Session) -> PlatformFigures | None:
    """What people entered by hand so far: with a picture, else without."""
    rows = session.figures.filter(source__in=(Source.PICTURE, Source.TYPED))
    return min(rows, key=lambda row: ORDER[row.source], default=None)


def stamp_of(row: PlatformFigures | None) -> str:
    """Which version of a row a form showed."""
    return row.as_of.isoformat() if row else ""


def enter_typed(session: Session, entry: Entry, hand: Hand) -> PlatformFigures:
    """Typed from the end screen; a picture makes it the better source. The same again changes nothing.

    A value that stood otherwise is corrected, which wants a reason. Raises Refused; then nothing is written.
    """
    refuse_implausible(entry.values, session.account.platform)
    with transaction.atomic():
        locked = Session.objects.select_for_update(of=("self",)).select_related("township", "event").get(pk=session.pk)
        row = typed_row(locked)
        before = values_of(row)
        wanted = {name: entry.values.get(name) if name in entry.values else before[name] for name in FIELDS}
        if row and wanted == before and not entry.picture:
            return row
        if row and entry.seen is not None and entry.seen != stamp_of(row):
            raise Refused(_("Somebody entered figures in the meantime. Open the page again and look at them."))
        refuse_empty(wanted, entry)
        corrected = refuse_without_reason(before, wanted, hand)
        row = row or PlatformFigures(session=locked, source=Source.TYPED)
        old = put_picture(row, entry.picture)
        put(row, wanted, entry, hand)
        if old:
            transaction.on_commit(lambda: row.picture.storage.delete(old))
        act = EventChange.Act.CORRECTED if corrected else EventChange.Act.FIGURES
        record(locked, act, before, wanted, hand)
        export = locked.figures.filter(source=Source.EXPORT).first()
        if export:
            drop_confirmed_picture(row, export)
    return row


def enter_export(session: Session, entry: Entry, hand: Hand) -> bool:
    """From the platform's list, `as_of` its export. An older one only fills what the newer lacks; the same twice does
    nothing. A picture that it confirms is deleted. Returns whether something changed."""
    assert entry.as_of
    with transaction.atomic():
        locked = Session.objects.select_for_update(of=("self",)).select_related("township", "event").get(pk=session.pk)
        row = locked.figures.filter(source=Source.EXPORT).first()
        before, is_older = values_of(row), bool(row and row.as_of > entry.as_of)
        wanted = folded(before, entry.values, is_older)
        if row and wanted == before:
            return refreshed(row, entry, is_older)
        row = row or PlatformFigures(session=locked, source=Source.EXPORT)
        as_of = row.as_of if is_older else entry.as_of
        put(row, wanted, Entry({}, as_of=as_of, file_name=row.file_name if is_older else entry.file_name), hand)
        act = EventChange.Act.CORRECTED if any(before.values()) else EventChange.Act.FIGURES
        record(locked, act, before, wanted, Hand(hand.by, hand.of_the_office, entry.file_name, hand.now))
        typed = locked.figures.filter(source=Source.PICTURE).first()
        if typed:
            drop_confirmed_picture(typed, row)
    return True


def folded(before: Values, given: Values, is_older: bool) -> dict[str, int | None]:
    """Field by field: the newer export that has the column counts; one that lacks it takes nothing away."""
    first, second = (before, given) if is_older else (given, before)
    return {name: first.get(name) if first.get(name) is not None else second.get(name) for name in FIELDS}


def refreshed(row: PlatformFigures, entry: Entry, is_older: bool) -> bool:
    """The same figures by a newer export: only their time moves."""
    if is_older or row.as_of == entry.as_of:
        return False
    row.as_of, row.file_name = entry.as_of or row.as_of, entry.file_name
    row.save(update_fields=["as_of", "file_name"])
    return False


def values_of(row: PlatformFigures | None) -> dict[str, int | None]:
    return {name: getattr(row, name) if row else None for name in FIELDS}


def refuse_empty(wanted: Values, entry: Entry) -> None:
    if all(value is None for value in wanted.values()) and not entry.picture:
        raise Refused(_("There is no figure yet: write at least one, or add the picture."))


def refuse_without_reason(before: Values, wanted: Values, hand: Hand) -> bool:
    """Whether something that stood is changed; what was blank is only filled in."""
    corrected = any(value is not None and wanted[name] != value for name, value in before.items())
    if corrected and not hand.reason.strip():
        raise Refused(_("You change figures that stood already: say why in a few words."))
    return corrected


def put_picture(row: PlatformFigures, picture: ContentFile | None) -> str:
    """The picture takes the place of an older one, whose name is returned to be deleted once all is written."""
    if not picture:
        return ""
    old = row.picture.name if row.picture else ""
    row.picture, row.picture_deleted_at, row.source = picture, None, Source.PICTURE
    return old or ""


def put(row: PlatformFigures, wanted: Values, entry: Entry, hand: Hand) -> None:
    for name, value in wanted.items():
        setattr(row, name, value)
    row.as_of = entry.as_of or hand.now or timezone.now()
    row.by, row.file_name = hand.by, entry.file_name[-200:]
    row.save()


def record(session: Session, act: EventChange.Act, before: Values, after: Values, hand: Hand) -> None:
    """For the event's record: what stood and what stands, in the platform's words."""
    changed = [name for name in FIELDS if before[name] != after[name]]
    platform = session.account.platform
    EventChange.objects.create(
        event=event_of(session, hand.by), session=session, act=act, by=hand.by, reason=hand.reason[:200],
        before=told(platform, {name: before[name] for name in changed if before[name] is not None})[:200],
        after=told(platform, {name: after[name] for name in changed})[:200],
    )  # fmt: skip
