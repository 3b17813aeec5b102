"""Entering what a platform gives for a session: the link or code to reserve it, later where to see it again."""

from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from livestreams.rooms.changing import Hand
from livestreams.sessions.adopting import event_of
from livestreams.sessions.models import EventChange, Session


@dataclass(frozen=True)
class Given:
    """All of it, as it shall be; `code` replaces the picture, `drops_code` takes it away."""

    reservation: str = ""
    replay_url: str = ""
    code: ContentFile | None = None
    drops_code: bool = False


@transaction.atomic
def enter(session: Session, given: Given, hand: Hand) -> bool:
    """Write it down, with who did it. Returns whether anything changed. A file that nothing shows is deleted."""
    row = Session.objects.select_for_update(of=("self",)).select_related("event", "township").get(pk=session.pk)
    before, old_file = described(row), row.reservation_code.name
    row.reservation, row.replay_url = given.reservation, given.replay_url
    if given.code:
        row.reservation_code.save(given.code.name or "code.png", given.code, save=False)
    elif given.drops_code:
        row.reservation_code.name = ""
    row.save(update_fields=["reservation", "replay_url", "reservation_code"])
    if old_file and old_file != row.reservation_code.name:
        transaction.on_commit(lambda: row.reservation_code.storage.delete(old_file))
    return note_change(row, before, hand, bool(given.code))


def note_change(row: Session, before: str, hand: Hand, has_new_code: bool) -> bool:
    after = described(row)
    if before == after and not has_new_code:
        return False
    EventChange.objects.create(
        event=event_of(row, hand.by), session=row, act=EventChange.Act.CHANGED, before=before[:200], after=after[:200],
        reason=hand.reason, by=hand.by,
    )  # fmt: skip
    return True


def described(row: Session) -> str:
    parts = [row.reservation, _("picture of a code") if row.reservation_code else "", row.replay_url]
    return " · ".join(filter(None, parts)) or "—"
