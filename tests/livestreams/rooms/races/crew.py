"""Clients that act at the same moment: threads on PostgreSQL, processes on a SQLite file, alive over many rounds."""

import multiprocessing
import multiprocessing.dummy
import traceback
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, NamedTuple

from django.db import connection, connections

from livestreams.rooms.refusals import Refused

CLIENTS = 8
PATIENCE = 60
Act = Callable[[], Any]
"""To be sent to another process: a partial of a function of the rooms."""


class Outcome(NamedTuple):
    """What became of an act: the row it won, or the refusal it was told, or the error that nobody should ever see."""

    row: int | None = None
    refusal: str = ""
    error: str = ""

    @property
    def has_won(self) -> bool:
        return not self.refusal and not self.error


def outcome_of(act: Act) -> Outcome:
    try:
        return Outcome(getattr(act(), "pk", None))
    except Refused as refused:
        assert refused.sentence
        return Outcome(refusal=type(refused).__name__)
    except Exception:
        return Outcome(error=traceback.format_exc())


class Crew:
    """A context manager. What is patched has to be patched before it is entered."""

    def __init__(self, clients: int = CLIENTS) -> None:
        here = multiprocessing.dummy if connection.vendor == "postgresql" else multiprocessing.get_context("fork")
        connection.close()  # a child must not inherit it
        barrier = here.Barrier(clients)
        pairs = [here.Pipe() for _client in range(clients)]
        self.pipes = [ours for ours, _theirs in pairs]
        self.clients = [here.Process(target=work, args=(theirs, barrier)) for _ours, theirs in pairs]

    def __enter__(self) -> "Crew":
        for client in self.clients:
            client.start()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for pipe, client in zip(self.pipes, self.clients, strict=True):
            pipe.send(None)
            client.join(PATIENCE)

    def at_once(self, acts: Sequence[Act]) -> list[Outcome]:
        """One round: each client does its act, all let go at the same moment."""
        for pipe, act in zip(self.pipes, acts, strict=True):
            pipe.send(act)
        assert all(pipe.poll(PATIENCE) for pipe in self.pipes), "somebody waits for ever"
        return [pipe.recv() for pipe in self.pipes]


def work(pipe: Any, barrier: Any) -> None:
    try:
        while act := pipe.recv():
            barrier.wait(PATIENCE)
            pipe.send(outcome_of(act))
    finally:
        connections.close_all()
