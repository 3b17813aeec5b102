"""Whom an event is done for: shared credit counts once every other team that it concerns has said yes."""

from collections.abc import Mapping, Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.changing import Hand
from livestreams.rooms.refusals import Refused
from livestreams.sessions import crediting
from livestreams.sessions.crediting import Note, Span
from livestreams.sessions.models import Event, EventChange, EventTeam, Session
from livestreams.teams.models import Team

Answer = EventTeam.Answer


def put_parts(event: Event, parts: Mapping[Team, int], own: Sequence[Team]) -> None:
    """The parts as they are wanted; other teams are asked."""
    EventTeam.objects.bulk_create(
        EventTeam(event=event, team=team, percent=percent, answer=Answer.OWN if team in own else Answer.ASKED)
        for team, percent in parts.items()
    )


def is_agreed(event: Event) -> bool:
    return not event.parts.exclude(answer__in=(Answer.OWN, Answer.AGREED)).exists()


def in_force(event: Event) -> dict[Team, int]:
    """What counts now: the parts once all agreed; until then 100 % for the planning teams, as they share it."""
    rows = list(event.parts.select_related("team").order_by("team__slug"))
    if all(row.answer in (Answer.OWN, Answer.AGREED) for row in rows):
        return {row.team: row.percent for row in rows}
    own = [row for row in rows if row.answer == Answer.OWN] or rows
    whole = sum(row.percent for row in own)
    parts = {row.team: row.percent * 100 // whole for row in own}
    parts[own[0].team] += 100 - sum(parts.values())
    return parts


def apply_to(event: Event, session: Session) -> bool:
    """Give the session the shares in force. Returns whether that changed them."""
    wanted = in_force(event)
    if not wanted or session.shares_by_slug() == {team.slug: percent for team, percent in wanted.items()}:
        return False
    session.set_shares(wanted)
    return True


def begin(event: Event, session: Session) -> None:
    """The shares of a session that is new in an event: those of the ones it stands beside, where there are any."""
    beside = event.sessions.exclude(pk=session.pk).exclude(shares=None).order_by("pk").first()
    if beside and not is_agreed(event):
        session.set_shares({share.team: share.percent for share in beside.shares.select_related("team")})
    else:
        apply_to(event, session)


def propose_in(event: Event, parts: Mapping[Team, int], own: Sequence[Team], hand: Hand, spans: list[Span]) -> None:
    """Other shares, in a write that is under way: every other team whose part changes is asked (anew)."""
    before = {row.team: row for row in event.parts.select_related("team")}
    if {team: row.percent for team, row in before.items()} == dict(parts):
        return
    has_part = (Answer.OWN, Answer.AGREED)
    lost = [team for team in before if team not in parts and team not in own and before[team].answer in has_part]
    if lost and not hand.of_the_office:
        raise Refused(
            _("%(team)s has a part in this already: only the township staff may take it away.") % {"team": lost[0]}
        )
    event.parts.exclude(team__in=list(parts)).delete()
    for team, percent in parts.items():
        answer = answer_of(before.get(team), percent, team in own or hand.of_the_office)
        EventTeam.objects.update_or_create(event=event, team=team, defaults={"percent": percent, "answer": answer})
    settle(event, spans)
    asked = ", ".join(f"{team} {percent}%" for team, percent in parts.items())
    EventChange.objects.create(
        event=event, act=EventChange.Act.ASKED, after=asked[:200], reason=hand.reason, by=hand.by
    )


def answer_of(before: EventTeam | None, percent: int, is_own: bool) -> Answer:
    if is_own:
        return Answer.OWN
    return Answer.AGREED if before and before.answer == Answer.AGREED and before.percent == percent else Answer.ASKED


def settle(event: Event, spans: list[Span]) -> None:
    """Where all agreed, every session is credited by the parts."""
    if not is_agreed(event):
        return
    for session in event.sessions.all():
        if apply_to(event, session):
            spans.append(Span(session.account_id, session.started_at, session.ended_at))


def answer(part: EventTeam, is_yes: bool, hand: Hand) -> EventTeam:
    """A team's yes or no. A no leaves the planning teams with all of it. Raises Refused where nobody asks any more."""

    def write(spans: list[Span]) -> None:
        row = EventTeam.objects.select_related("event", "team").filter(pk=part.pk, answer=Answer.ASKED).first()
        if row is None:
            raise Refused(_("This was answered already, or nobody asks it any more."))
        row.answer = Answer.AGREED if is_yes else Answer.DECLINED
        row.answered_by, row.answered_at = hand.by, hand.now or timezone.now()
        row.save()
        act = EventChange.Act.AGREED if is_yes else EventChange.Act.DECLINED
        after = f"{row.team} {row.percent}%"
        EventChange.objects.create(event=row.event, act=act, after=after, reason=hand.reason, by=hand.by)
        settle(row.event, spans)

    crediting.carry_out(write, notes_of(part.event, hand) if is_yes else ())
    part.refresh_from_db()
    return part


def notes_of(event: Event, hand: Hand) -> list[Note]:
    """For the record of changes. Asked before anything is written."""
    notes = []
    wanted = "; ".join(f"{row.team} {row.percent}%" for row in event.parts.select_related("team"))
    for session in event.sessions.select_related("township"):
        before = "; ".join(f"{share.team} {share.percent}%" for share in session.shares.select_related("team"))
        fields = {"shares of teams": [before, wanted]}
        notes.append(Note(session.township, session.title, session.slug, "changed", fields, hand.by, hand.reason))
    return notes
