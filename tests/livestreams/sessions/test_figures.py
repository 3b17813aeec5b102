"""Figures by source: the better one counts, the others stay visible, corrections have a reason."""

import datetime

import pytest
from django.core.files.base import ContentFile

from livestreams.rooms.changing import Hand
from livestreams.rooms.refusals import Refused
from livestreams.sessions.entering import Entry, enter_export, enter_typed, stamp_of, typed_row
from livestreams.sessions.figures import known, standing
from livestreams.sessions.models import EventChange, PlatformFigures, Session
from tests.livestreams.sales.manual.sales import picture as jpeg
from tests.livestreams.sessions.builders import Stage, at, hand, planned

Source = PlatformFigures.Source
Act = EventChange.Act
pytestmark = pytest.mark.usefixtures("proofs")


@pytest.fixture
def session(stage: Stage) -> Session:
    return planned(stage).sessions.get()


@pytest.fixture
def by(stage: Stage) -> Hand:
    return hand(stage.centre.member)


@pytest.fixture
def because(stage: Stage) -> Hand:
    return hand(stage.centre.member, reason="看错了一位", now=at(23))


def typed(session: Session, by: Hand, **values: int | None) -> PlatformFigures | None:
    return enter_typed(session, Entry(values), by)


def pictured(session: Session, by: Hand, **values: int) -> PlatformFigures | None:
    return enter_typed(session, Entry(values, picture=ContentFile(jpeg(), "figures.jpg")), by)


def exported(session: Session, by: Hand, day: int = 1, **values: int) -> bool:
    return enter_export(session, Entry(values, as_of=at(9, day), file_name="直播间列表.xlsx"), by)


def test_what_was_typed_counts_while_there_is_nothing_better(session: Session, by: Hand):
    typed(session, by, views=1200, comments=30)
    assert {name: figure.value for name, figure in standing(session).items()} == {"views": 1200, "comments": 30}


def test_the_platforms_list_counts_and_what_was_typed_stays_visible(session: Session, by: Hand):
    typed(session, by, views=1200)
    exported(session, by, views=1234)
    views = standing(session)["views"]
    assert (views.value, views.source, [(each.source, each.value) for each in views.others]) == (
        1234, Source.EXPORT, [(Source.TYPED, 1200)],
    )  # fmt: skip


def test_a_field_that_the_list_lacks_counts_from_the_typed_one(session: Session, by: Hand):
    typed(session, by, likes=900)
    exported(session, by, views=1234)
    assert standing(session)["likes"].source == Source.TYPED


def test_each_figure_has_its_time(session: Session, by: Hand):
    exported(session, by, views=1)
    assert standing(session)["views"].as_of == at(9, 1)


def test_a_figure_of_nothing_is_not_missing(session: Session, by: Hand):
    typed(session, by, views=0)
    assert standing(session)["views"].value == 0


def test_a_length_that_nobody_told_is_that_of_the_time_that_counts(session: Session, by: Hand):
    assert known(session)["duration_s"] == 2 * 3600


def test_what_was_blank_is_filled_in_without_a_reason(session: Session, by: Hand):
    typed(session, by, views=1200)
    typed(session, by, views=1200, comments=30)
    assert typed_row(session).comments == 30


def test_what_stood_otherwise_wants_a_reason(session: Session, by: Hand):
    typed(session, by, views=1200)
    with pytest.raises(Refused):
        typed(session, by, views=1300)
    assert typed_row(session).views == 1200


def test_a_correction_is_written_down_with_its_reason(session: Session, by: Hand, because: Hand):
    typed(session, by, views=1200)
    typed(session, because, views=1300)
    change = EventChange.objects.get(act=Act.CORRECTED)
    assert (change.before, change.after, change.reason) == (
        "直播间观看次数 1,200",
        "直播间观看次数 1,300",
        "看错了一位",
    )


def test_a_figure_can_be_taken_away_with_a_reason(session: Session, by: Hand, because: Hand):
    typed(session, by, views=1200, comments=3)
    typed(session, because, views=None)
    assert (typed_row(session).views, typed_row(session).comments) == (None, 3)


def test_the_same_again_changes_nothing(session: Session, by: Hand):
    typed(session, by, views=1200)
    typed(session, by, views=1200)
    assert EventChange.objects.filter(act__in=(Act.FIGURES, Act.CORRECTED)).count() == 1


def test_nothing_at_all_is_no_entry(session: Session, by: Hand):
    with pytest.raises(Refused):
        typed(session, by, views=None)


def test_who_saw_an_older_version_is_told(session: Session, by: Hand, because: Hand):
    seen = stamp_of(typed_row(session))
    typed(session, by, views=1200)
    with pytest.raises(Refused):
        enter_typed(session, Entry({"views": 1250}, seen=seen), because)


def test_sent_twice_the_first_form_is_done_once(session: Session, by: Hand):
    for _time in range(2):
        enter_typed(session, Entry({"views": 1200}, seen=""), by)
    assert session.figures.count() == 1


def test_a_picture_makes_the_typed_figures_the_better_source(session: Session, by: Hand):
    typed(session, by, views=1200)
    pictured(session, by, views=1200)
    assert [row.source for row in session.figures.all()] == [Source.PICTURE]


def test_another_picture_takes_the_place_of_the_first(session, by, proofs, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        pictured(session, by, views=1200)
        pictured(session, by, views=1200)
    assert len(list(proofs.rglob("*.jpg"))) == 1


@pytest.mark.parametrize(
    "values",
    [
        {"viewers_uv": 100, "views": 90},
        {"acu": 20, "pcu": 10},
        {"refund_fen": 2, "paid_fen": 1},
        {"avg_watch_s": 4000, "duration_s": 3600},
        {"duration_s": 40 * 3600},
    ],
)
def test_figures_that_cannot_be_are_refused(session: Session, by: Hand, values):
    with pytest.raises(Refused):
        typed(session, by, **values)
    assert not session.figures.exists()


def test_a_refusal_names_both_boxes_in_the_platforms_words(session: Session, by: Hand):
    with pytest.raises(Refused) as refused:
        typed(session, by, viewers_uv=100, views=90)
    assert "直播间观看人数" in refused.value.sentence and "直播间观看次数" in refused.value.sentence


def test_the_same_list_twice_changes_nothing(session: Session, by: Hand):
    assert exported(session, by, views=1234)
    assert not exported(session, by, views=1234)


def test_an_older_list_never_overrides_a_newer_one(session: Session, by: Hand):
    exported(session, by, day=3, views=1300)
    exported(session, by, day=2, views=1234)
    assert standing(session)["views"].value == 1300


def test_an_older_list_fills_what_the_newer_one_lacks(session: Session, by: Hand):
    exported(session, by, day=3, views=1300)
    exported(session, by, day=2, views=1234, comments=40)
    assert (known(session)["views"], known(session)["comments"]) == (1300, 40)


def test_a_newer_list_with_fewer_columns_takes_nothing_away(session: Session, by: Hand):
    exported(session, by, day=2, views=1234, comments=40)
    exported(session, by, day=3, views=1300)
    assert (known(session)["views"], known(session)["comments"]) == (1300, 40)


def test_lists_give_the_same_in_either_order(session: Session, by: Hand, stage: Stage):
    other = planned(stage, accounts=[stage.wechat], starts_at=at(10), ends_at=at(12)).sessions.get()
    for each, days in ((session, (2, 3)), (other, (3, 2))):
        for day in days:
            exported(each, by, day=day, **({"views": 1, "comments": 2} if day == 2 else {"views": 3}))
    assert known(session) == known(other)


def test_many_sessions_are_asked_in_one_query(session, stage, django_assert_num_queries, by):
    typed(session, by, views=5)
    with django_assert_num_queries(2):
        assert [known(each)["views"] for each in Session.objects.prefetch_related("figures")] == [5]


def test_a_session_that_came_by_a_table_gets_its_event(session: Session, by: Hand):
    Session.objects.filter(pk=session.pk).update(event=None)
    typed(Session.objects.get(pk=session.pk), by, views=5)
    assert Session.objects.get(pk=session.pk).event.changes.filter(act=Act.FIGURES).exists()


def test_of_when_typed_figures_are(session: Session, stage: Stage):
    typed(session, hand(stage.centre.member, now=at(23)), views=1)
    assert standing(session)["views"].as_of == at(23)


def test_a_time_before_is_no_newer(session: Session, by: Hand):
    exported(session, by, day=3, views=1)
    exported(session, by, day=2, views=1)
    assert session.figures.get().as_of == at(9, 3) and at(9, 3) - at(9, 2) == datetime.timedelta(days=1)
