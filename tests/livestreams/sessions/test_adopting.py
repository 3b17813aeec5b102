"""A session that came by a table is worked on as one that was planned here."""

from livestreams.sessions.adopting import event_of
from livestreams.sessions.models import Session
from livestreams.sessions.phone.own import own_event
from tests.livestreams.sessions.builders import Stage, at


def from_table(stage: Stage) -> Session:
    return Session.objects.create(
        slug="by-table", title="果园走播", township=stage.centre.township, account=stage.douyin, started_at=at(9),
        ended_at=at(10),
    )  # fmt: skip


def test_it_keeps_the_shares_of_the_table(stage: Stage) -> None:
    session = from_table(stage)
    session.set_shares({stage.ours: 60, stage.theirs: 40})
    event = event_of(session)
    assert dict(event.parts.values_list("team__slug", "percent")) == {stage.ours.slug: 60, stage.theirs.slug: 40}


def test_without_shares_it_is_the_owners_of_its_account(stage: Stage) -> None:
    event = event_of(from_table(stage))
    assert own_event(stage.centre.member, event.pk) == event


def test_asked_twice_it_is_one_event(stage: Stage) -> None:
    session = from_table(stage)
    assert event_of(session) == event_of(Session.objects.get(pk=session.pk))
