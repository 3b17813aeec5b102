"""A room in words: who may book it, when it is open, what stands in it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from livestreams.rooms.models import KitItem, OpeningHours, Room

DAYS = range(7)


def access_words(room: Room) -> str:
    """`only 十四小只`, or how the others come to it."""
    if room.access == Room.Access.ONE_TEAM:
        return _("only %(team)s") % {"team": room.team}
    return room.get_access_display()


def hours_words(hours: Iterable[OpeningHours]) -> str:
    """`Monday–Friday 08:00–22:00；Sunday 14:00–22:00`: days in a row with the same hours are told together."""
    by_day = {day: day_words([each for each in hours if each.weekday == day]) for day in DAYS}
    groups: list[list[int]] = []
    for day in DAYS:
        if groups and by_day[groups[-1][-1]] == by_day[day]:
            groups[-1].append(day)
        else:
            groups.append([day])
    told = [f"{days_words(group)} {by_day[group[0]]}" for group in groups if by_day[group[0]]]
    return "；".join(told) or _("never open")


def day_words(hours: Iterable[OpeningHours]) -> str:
    """`08:00–12:00、14:00–24:00`"""
    return "、".join(span_words(each) for each in sorted(hours, key=lambda each: each.opens))


def span_words(hours: OpeningHours) -> str:
    closes = f"{hours.closes:%H:%M}"
    return f"{hours.opens:%H:%M}–{'24:00' if closes == '00:00' else closes}"


def days_words(days: list[int]) -> str:
    if len(days) == len(DAYS):
        return _("every day")
    names = [str(OpeningHours.Weekday(day).label) for day in days]
    return names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}"


def kit_words(kit: Iterable[KitItem]) -> str:
    """`补光灯 × 3、摄像机 × 2`"""
    return "、".join(str(each) for each in kit) or "—"
