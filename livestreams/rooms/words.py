"""Bookings in words: for screens, and as texts to paste into the WeChat group."""

import datetime
from collections.abc import Iterable

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from livestreams.rooms.models import Occupancy

WEEKDAYS = (
    pgettext_lazy("weekday", "Mon"),
    pgettext_lazy("weekday", "Tue"),
    pgettext_lazy("weekday", "Wed"),
    pgettext_lazy("weekday", "Thu"),
    pgettext_lazy("weekday", "Fri"),
    pgettext_lazy("weekday", "Sat"),
    pgettext_lazy("weekday", "Sun"),
)


def weekday_words(day: datetime.date) -> str:
    """`周四`: of a date, or of a moment in the site's zone."""
    local = timezone.localtime(day) if isinstance(day, datetime.datetime) else day
    return str(WEEKDAYS[local.weekday()])


def day_words(when: datetime.datetime) -> str:
    """`11月26日 周四`; today and tomorrow by these words."""
    local = timezone.localtime(when)
    ahead = (local.date() - timezone.localdate()).days
    named = {0: _("today"), 1: _("tomorrow")}.get(ahead)
    words = date_of(local)
    return f"{named} ({words})" if named else words


def span_words(row: Occupancy) -> str:
    """`11月26日 周四 19:00–20:30`; over more than a day `11月26日 周四 08:00 – 11月28日 周六 12:00`."""
    begin, end = timezone.localtime(row.starts_at), timezone.localtime(row.ends_at)
    closes = f"{end:%H:%M}"
    if closes == "00:00":
        end, closes = end - datetime.timedelta(1), "24:00"
    if row.ends_at - row.starts_at <= datetime.timedelta(1):
        return f"{date_of(begin)} {begin:%H:%M}–{closes}"
    return f"{date_of(begin)} {begin:%H:%M} – {date_of(end)} {closes}"


def date_of(local: datetime.datetime) -> str:
    return f"{date_format(local, 'MONTH_DAY_FORMAT')} {weekday_words(local)}"


def group_text(row: Occupancy) -> str:
    """What the group is told of a booking: when, where, who, and what became of it. No person's name."""
    lines = [headline(row), span_words(row), " · ".join(filter(None, [row.room.name, row.room.place]))]
    if row.team:
        lines.append(f"{row.team} · {row.get_purpose_display()}")
    if row.note:
        lines.append(_("Reason: %(reason)s") % {"reason": row.note})
    return "\n".join(lines)


def headline(row: Occupancy) -> str:
    Kind, Ended = Occupancy.Kind, Occupancy.Ended
    if row.ended:
        ends = {
            Ended.CANCELLED: _("【Booking cancelled: this time is free】"),
            Ended.DECLINED: _("【Request declined】"),
            Ended.RELEASED: _("【Nobody came: the room is free】"),
            Ended.SKIPPED: _("【Not booked】"),
            Ended.EXPIRED: _("【Ran out】"),
        }
        return _("【Room open again】") if row.kind == Kind.CLOSURE else ends[Ended(row.ended)]
    kinds = {
        Kind.BOOKING: _("【Room booked】"),
        Kind.REQUEST: _("【Room asked for, waits for a yes】"),
        Kind.HOLD: _("【Being booked】"),
        Kind.OFFER: _("【Free again: it is yours if you say yes】"),
        Kind.CLOSURE: _("【Room closed】"),
    }
    return kinds[Kind(row.kind)]


def closing_text(closures: Iterable[Occupancy], called_off: Iterable[Occupancy]) -> str:
    """What the group is told of a closure, with the teams whose bookings it called off."""
    closures, called_off = list(closures), list(called_off)
    lines = [_("【Rooms closed】"), span_words(closures[0]), "、".join(row.room.name for row in closures)]
    if closures[0].note:
        lines.append(_("Reason: %(reason)s") % {"reason": closures[0].note})
    if called_off:
        lines.append(_("These bookings are called off; please book another time:"))
        lines += [f"{row.team} · {span_words(row)} · {row.room.name}" for row in called_off]
    return "\n".join(lines)


def length_words(minutes: int) -> str:
    if minutes % 30:
        return _("%(minutes)s min") % {"minutes": minutes}
    return _("%(hours)s h") % {"hours": f"{minutes / 60:g}"}


def state_words(row: Occupancy) -> str:
    """What became of a booking, in a word or two."""
    if row.ended:
        return str(row.get_ended_display())
    if row.kind != Occupancy.Kind.BOOKING:
        return str(row.get_kind_display())
    if row.is_on:
        return _("on now")
    return _("over") if row.is_over else pgettext("state", "booked")
