"""A client that is killed in the middle of writing leaves nothing behind, and nobody waits for it."""

import multiprocessing
import os
import signal
import time

import pytest
from django.db import connection

from livestreams.rooms import ledger
from livestreams.rooms.models import Change, Engagement, Occupancy
from tests.livestreams.rooms.builders import Centre, at, booked

PHASES = ("clear_for", "engage", "record")
"""Before anything is written; when the booking is written; when who comes is written too."""


def book_and_wait(centre: Centre, phase: str, there: object) -> None:
    def stop(*args: object, **named: object) -> None:
        there.set()  # type: ignore[attr-defined]
        time.sleep(60)

    setattr(ledger.Ledger, phase, stop)
    booked(centre.right, centre.theirs, at(19), people=[centre.rival])


@pytest.mark.parametrize("phase", PHASES)
def test_client_killed_before_its_commit_leaves_the_room_free(centre: Centre, phase: str):
    here = multiprocessing.get_context("fork")
    there = here.Event()
    connection.close()
    client = here.Process(target=book_and_wait, args=(centre, phase, there))
    client.start()
    assert there.wait(30)
    os.kill(client.pid, signal.SIGKILL)
    client.join()
    left = [model.objects.count() for model in (Occupancy, Engagement, Change)]
    assert (left, booked(centre.right, centre.third, at(19)).team) == ([0, 0, 0], centre.third)
