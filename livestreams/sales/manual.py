"""记一笔: writing a sale down by hand, and what becomes of it. Every act leaves an event; none is edited."""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from livestreams.sales.manual_facts import Said, check_said, told
from livestreams.sales.models import ManualSale, ManualSaleEvent
from zhunong.access.models import User

State, Kind = ManualSale.State, ManualSaleEvent.Kind


class TooLate(ValidationError):
    """Somebody else was quicker: the sale is not what was looked at. Its message says what to do."""


def write_down(said: Said, draft: uuid.UUID, by: User) -> tuple[ManualSale, bool]:
    """The sale of a draft, and whether this made it. One draft is one sale, however often it is sent.

    Raises ValidationError, by field.
    """
    if sent := of_draft(draft, by):
        return sent, False
    check_said(said, by)
    if said.picture is None:
        raise ValidationError({"picture": _("Take a photo of the proof: the transfer, the receipt, the stall's book.")})
    sale = ManualSale(**said.columns(), draft=draft, written_by=by)
    try:
        with keeping_picture(sale, said), transaction.atomic():
            sale.save()
            note(sale, Kind.WRITTEN, by)
    except IntegrityError:
        if sent := of_draft(draft, by):
            return sent, False  # the same draft, sent twice at once
        raise
    return sale, True


def of_draft(draft: uuid.UUID, by: User) -> ManualSale | None:
    """The sale that a person's draft has become. Raises ValidationError for somebody else's draft."""
    sale = ManualSale.objects.filter(draft=draft).first()
    if sale and sale.written_by_id != by.pk:
        raise ValidationError(_("Somebody else has sent this draft in; begin a new one."))
    return sale


@contextmanager
def keeping_picture(sale: ManualSale, said: Said) -> Iterator[None]:
    """The new picture lies in the store once the block has gone well, and else does not."""
    if said.picture is None:
        yield
        return
    sale.proof.save("proof.jpg", said.picture, save=False)
    try:
        yield
    except BaseException:
        forget_picture(sale.proof.name)
        raise


def forget_picture(name: str | None) -> None:
    if name:
        ManualSale.proof.field.storage.delete(name)


@contextmanager
def locked(sale: ManualSale, states: Sequence[str], seen: int | None = None) -> Iterator[ManualSale]:
    """The sale as it is now, nobody else's meanwhile. Raises TooLate where its state is none of these.

    `seen`: the primary key of the latest event when somebody looked; TooLate where more has happened since.
    """
    with transaction.atomic():
        found = ManualSale.objects.select_for_update(of=("self",)).select_related("team", "product", "sku")
        now = found.get(pk=sale.pk)
        if now.state not in states:
            sentence = _("This sale is “%(state)s” by now; look at it once more.")
            raise TooLate(sentence % {"state": now.get_state_display()})
        if seen is not None and last_event(now) != seen:
            raise TooLate(_("This sale was changed since you looked; look at it once more."))
        yield now


def last_event(sale: ManualSale) -> int:
    """The primary key of the latest event, by which pages say what they showed."""
    return sale.events.order_by("-pk").values_list("pk", flat=True)[0]


def rewrite(sale: ManualSale, said: Said, by: User, seen: int | None = None) -> ManualSale:
    """Correct a sale that waits or was sent back, and send it in again. Raises ValidationError, TooLate."""
    check_said(said, by)
    fresh = ManualSale(township_id=said.team.township_id, day=said.day)
    with keeping_picture(fresh, said), locked(sale, [State.WAITING, State.RETURNED], seen) as now:
        replaced = now.proof.name if said.picture else ""
        for name, value in said.columns().items():
            setattr(now, name, value)
        if said.picture:
            now.proof = fresh.proof.name
        now.state = State.WAITING
        now.save()
        note(now, Kind.REWRITTEN, by)
        transaction.on_commit(partial(forget_picture, replaced))
    return now


def withdraw(sale: ManualSale, by: User) -> ManualSale:
    """Take it away before it is confirmed; its picture proves nothing any more and goes. Raises TooLate."""
    with locked(sale, [State.WAITING, State.RETURNED]) as now:
        transaction.on_commit(partial(forget_picture, now.proof.name))
        now.proof = ""
        return move(now, State.WITHDRAWN, Kind.WITHDRAWN, by)


def confirm(sale: ManualSale, by: User, seen: int | None = None) -> ManualSale:
    """Onto the ladder's second step. Raises TooLate, and ValidationError without a picture."""
    with locked(sale, [State.WAITING], seen) as now:
        if not now.proof:
            raise ValidationError(_("There is no proof picture; send it back and ask for one."))
        return move(now, State.CONFIRMED, Kind.CONFIRMED, by)


def send_back(sale: ManualSale, by: User, reason: str, seen: int | None = None) -> ManualSale:
    """To be corrected by the team. Raises TooLate, and ValidationError without a reason."""
    with locked(sale, [State.WAITING], seen) as now:
        return move(now, State.RETURNED, Kind.RETURNED, by, needed(reason))


def take_back(sale: ManualSale, by: User, reason: str, seen: int | None = None) -> ManualSale:
    """Undo a confirmation: the sale waits again. Raises TooLate, and ValidationError without a reason."""
    with locked(sale, [State.CONFIRMED], seen) as now:
        return move(now, State.WAITING, Kind.REOPENED, by, needed(reason))


def move(sale: ManualSale, state: str, kind: str, by: User, reason: str = "") -> ManualSale:
    sale.state = state
    sale.save(update_fields=["state", "proof"])
    note(sale, kind, by, reason)
    return sale


def note(sale: ManualSale, kind: str, by: User, reason: str = "", **more: Any) -> ManualSaleEvent:
    """Put down what happened and what the sale said then."""
    return ManualSaleEvent.objects.create(sale=sale, kind=kind, by=by, reason=reason, told=told(sale) | more)


def needed(reason: str) -> str:
    """The reason as it is kept. Raises ValidationError where there is none."""
    if not reason.strip():
        raise ValidationError({"reason": _("Say why, so that the team knows what to correct.")})
    return reason.strip()[:300]
