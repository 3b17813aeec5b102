"""Results of sessions, small and large, asked in turn in one process: `python -m tests.bench.resulting`."""

import json
import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

import django

FEW_LINES, MANY_LINES = 2_000, 20_000
FEW_SESSIONS, MANY_SESSIONS = 500, 5_000
REPEATS = 15


def main() -> None:
    django.setup()
    from django.test import Client

    clients = {space: Client() for space in ("my_sales", "sales")}
    for client, user in zip(clients.values(), people(), strict=True):
        client.force_login(user)
    print(json.dumps({**results(clients), **lists(clients)}))


def people() -> Iterator[Any]:
    """A member of the sessions' team, and a clerk."""
    from livestreams.teams.models import Team
    from tests.people import member_of, staff_of

    team = Team.objects.get(slug="fourteen")
    yield member_of(team, "bench-member")
    yield staff_of(team.township, "bench-clerk")


def results(clients: dict[str, Any]) -> dict[str, dict[str, float]]:
    from tests.bench.seeding_sessions import filled_session

    few, many = filled_session(0, FEW_LINES), filled_session(1, MANY_LINES)
    analyse()
    return {
        f"{space} the result of a session": in_turn(client, address(space, few), address(space, many))
        for space, client in clients.items()
    }


def lists(clients: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Few, then many of them in the same database: one after the other, for a list knows no part of them."""
    from tests.bench.seeding_sessions import put_sessions

    pages = {"my_sales": "/my/sales/sessions/", "sales": "/admin/sales/sessions/"}
    put_sessions(FEW_SESSIONS)
    analyse()
    few = {space: alone(clients[space], page) for space, page in pages.items()}
    put_sessions(MANY_SESSIONS - FEW_SESSIONS, FEW_SESSIONS)
    analyse()
    many = {space: alone(clients[space], page) for space, page in pages.items()}
    return {
        f"{space} the list of sessions": {
            "few": few[space],
            "many": many[space],
            "queries": queries(clients[space], page),
        }
        for space, page in pages.items()
    }


def address(space: str, session: Any) -> str:
    from django.urls import reverse

    return reverse(f"{space}:session_result", args=[session.pk])


def analyse() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the databases do by themselves in time


def in_turn(client: Any, few: str, many: str) -> dict[str, float]:
    """Medians of both, asked alternately so that what else the machine does falls on both."""
    taken: dict[str, list[float]] = {few: [], many: []}
    for path in (few, many) * (REPEATS + 1):
        taken[path].append(timed(lambda path=path: asked(client, path)))
    return {"few": median(taken[few][1:]), "many": median(taken[many][1:]), "queries": queries(client, many)}


def alone(client: Any, path: str) -> float:
    return median([timed(lambda: asked(client, path)) for _time in range(REPEATS + 1)][1:])


def timed(act: Callable[[], None]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def asked(client: Any, path: str) -> None:
    answer = client.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{path} answers {answer.status_code}")


def queries(client: Any, path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        asked(client, path)
    return len(captured)


if __name__ == "__main__":
    main()
