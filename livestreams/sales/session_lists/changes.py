"""What a list would change: figures of a session, and its times, which may move orders."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from livestreams.rooms.changing import Hand
from livestreams.rooms.ledger import refusing
from livestreams.rooms.refusals import Refused
from livestreams.sales.session_lists.matching import Match
from livestreams.sessions import crediting, windows
from livestreams.sessions.counting import Source, Window
from livestreams.sessions.crediting import Effect, Note, Span, Write
from livestreams.sessions.entering import Entry, enter_export, folded, values_of
from livestreams.sessions.models import PlatformFigures, Session
from livestreams.sessions.windows import ClerksMatter, own_gain_refused

MINUTE = datetime.timedelta(minutes=1)


@dataclass(frozen=True)
class Change:
    """One session and what its row of the list says. `window` = the platform's own time, where it is another one."""

    session: Session
    row: int
    values: dict[str, int | None]
    window: Window | None
    is_older: bool
    """A newer list was handed in before: this one only fills what that one lacks."""
    new_fields: int = 0
    changed_fields: int = 0

    @property
    def before(self) -> Window:
        return Window(self.session.started_at, self.session.ended_at)

    @property
    def changes_nothing(self) -> bool:
        return not (self.window or self.new_fields or self.changed_fields)


@dataclass
class Foreseen:
    """`refused`: sessions whose time cannot be entered, with the sentence why. `effect`: what all times move."""

    effect: Effect | None = None
    refused: dict[int, str] = field(default_factory=dict)


def change_of(match: Match, as_of: datetime.datetime) -> Change:
    session, row = match.session, match.row
    known = next((each for each in session.figures.all() if each.source == PlatformFigures.Source.EXPORT), None)
    is_older = bool(known and known.as_of > as_of)
    before = values_of(known)
    after = folded(before, row.values, is_older)
    return Change(
        session, row.number, {name: value for name, value in row.values.items() if value is not None},
        None if is_older else new_window(match), is_older,
        new_fields=sum(before[name] is None and value is not None for name, value in after.items()),
        changed_fields=sum(before[name] is not None and before[name] != value for name, value in after.items()),
    )  # fmt: skip


def new_window(match: Match) -> Window | None:
    """The list's time where it is another one than is known; a list of minutes does not blur seconds."""
    row, session = match.row, match.session
    if not row.end or row.end <= row.start:
        return None
    known = (session.platform_start, session.platform_end)
    if known == (row.start, row.end):
        return None
    if (
        row.is_coarse
        and known[0]
        and known[1]
        and abs(known[0] - row.start) < MINUTE
        and abs(known[1] - row.end) < MINUTE
    ):
        return None
    return Window(row.start, row.end)


def foresee(changes: Sequence[Change], hand: Hand) -> Foreseen:
    """What all the times together would move. Nothing stays."""
    moving = [change for change in changes if change.window]
    found = Foreseen()
    if moving:
        found.effect = crediting.foresee(writing(moving, hand, found.refused, []))
    return found


def writing(changes: Sequence[Change], hand: Hand, refused: dict[int, str], notes: list[Note]) -> Write:
    """All times in one write. One may make room for another, so those that were refused are tried once more."""

    def write(spans: list[Span]) -> None:
        notes.clear()
        waiting, tried = list(changes), len(changes) + 1
        while waiting and len(waiting) < tried:
            tried = len(waiting)
            refused.clear()
            for change in waiting:
                if sentence := refusal(change, hand, spans, notes):
                    refused[change.session.pk] = sentence
            waiting = [change for change in waiting if change.session.pk in refused]

    return write


def refusal(change: Change, hand: Hand, spans: list[Span], notes: list[Note]) -> str:
    """Write one session's time; why not, where it cannot be."""
    assert change.window
    told: list[Note] = []
    try:
        windows.writing_times(change.session, Source.PLATFORM, *change.window, hand, told)(spans)
    except Refused as refused:
        return refused.sentence
    notes += told
    return ""


@dataclass
class Done:
    figures: int = 0
    times: int = 0
    asked: list[Session] = field(default_factory=list)
    """Sessions whose time waits for a clerk."""
    refused: list[tuple[Session, str]] = field(default_factory=list)


def carry_out(changes: Sequence[Change], as_of: datetime.datetime, file_name: str, hand: Hand, expected: str) -> Done:
    """The times, then the figures. Raises `crediting.Otherwise` where the times would move something else than
    `expected` by now; then nothing is written."""
    moving = [change for change in changes if change.window]
    done = put_times(moving, hand, expected) if moving else Done()
    for change in changes:
        entry = Entry(change.values, as_of=as_of, file_name=file_name)
        done.figures += enter_export(change.session, entry, hand)
    return done


def put_times(moving: Sequence[Change], hand: Hand, expected: str) -> Done:
    """All at once; where that would give money to a team of one's own, each for itself, so that only that waits."""
    refused: dict[int, str] = {}
    notes: list[Note] = []
    write = writing(moving, hand, refused, notes)
    try:
        with refusing():
            crediting.carry_out(write, notes, expected, own_gain_refused(hand))
    except ClerksMatter:
        return put_one_by_one(moving, hand)
    left = [(change.session, refused[change.session.pk]) for change in moving if change.session.pk in refused]
    return Done(times=len(moving) - len(left), refused=left)


def put_one_by_one(moving: Sequence[Change], hand: Hand) -> Done:
    done, waiting, tried = Done(), list(moving), len(moving) + 1
    while waiting and len(waiting) < tried:
        tried, done.refused = len(waiting), []
        waiting = [change for change in waiting if not put_time(change, hand, done)]
    return done


def put_time(change: Change, hand: Hand, done: Done) -> bool:
    assert change.window
    try:
        outcome = windows.set_times(change.session, Source.PLATFORM, *change.window, hand)
    except Refused as refused:
        done.refused.append((change.session, refused.sentence))
        return False
    if outcome.request:
        done.asked.append(change.session)
    else:
        done.times += 1
    return True


def packed(change: Change) -> list[Any]:
    """For the page to carry to its second step."""
    window = [each.isoformat() for each in change.window] if change.window else None
    return [change.session.pk, change.row, change.values, window, change.is_older]


def unpacked(content: Sequence[Any], sessions: dict[int, Session]) -> Change | None:
    """None where the session is gone or not the reader's any more."""
    pk, row, values, window, is_older = content
    if pk not in sessions:
        return None
    times = Window(*map(datetime.datetime.fromisoformat, window)) if window else None
    return Change(sessions[pk], row, values, times, is_older)
