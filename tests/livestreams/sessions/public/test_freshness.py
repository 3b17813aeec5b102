"""With the page cache on, visitors see a plan as it is: at once after whatever changes it."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client

from livestreams.sessions import planning
from livestreams.sessions.models import LineUpItem
from livestreams.sessions.posters.entering import Given, enter
from tests.livestreams.sessions.builders import hand, wanted
from tests.livestreams.sessions.public.builders import show, soon

HIT = "X-Page-Cache"


@pytest.fixture(autouse=True)
def cache_on(settings):
    settings.PAGE_CACHE = True
    caches["pages"].clear()
    yield
    caches["pages"].clear()


def plan_anew(stage, session, **said):
    begin, end = soon(5)
    fields = {"starts_at": begin, "ends_at": end, "crew": ()} | said
    planning.change_plan(session.event, wanted(stage, **fields), hand(stage.centre.leader))


ACTS = {
    "title": lambda stage, session: plan_anew(stage, session, title="换过的标题"),
    "hidden": lambda stage, session: plan_anew(stage, session, is_announced=False),
    "line-up": lambda stage, session: LineUpItem.objects.create(
        event=session.event, position=1, product=stage.products[0]
    ),
    "line-up in bulk": lambda stage, session: LineUpItem.objects.bulk_create(
        [LineUpItem(event=session.event, position=1, product=stage.products[0])]
    ),
    "link": lambda stage, session: enter(
        session, Given("https://v.douyin.com/new/"), hand(stage.centre.leader)
    ),
    "cancelled": lambda stage, session: planning.cancel(session.event, hand(stage.centre.leader)),
}  # fmt: skip


@pytest.mark.parametrize("page", ["schedule", "session"])
@pytest.mark.parametrize("name", ACTS)
def test_a_change_is_seen_at_once(stage, name, page):
    session = show(stage)
    path = "/live/" if page == "schedule" else f"/live/{session.slug}/"
    Client().get(path)  # the site's first visitor of all has its details made
    connection.run_on_commit.clear()  # a test is one transaction; what comes now counts as the next one
    before = Client().get(path)
    assert Client().get(path).headers.get(HIT) == "hit"
    ACTS[name](stage, session)
    after = Client().get(path)
    assert after.headers.get(HIT) is None and after.content != before.content


def test_no_page_says_anything_to_one_visitor_alone(stage):
    answer = Client().get(f"/live/{show(stage).slug}/")
    assert "csrfmiddlewaretoken" not in answer.text and not answer.cookies
