"""Two processes, each with its own memories, as the tests of what is remembered need them."""

from collections import OrderedDict

from django.test import Client

from products import surroundings
from products.catalogue import inventory
from zhunong.caching.memory import Memory
from zhunong.pages.front import frame
from zhunong.pages.models import details

MEMORIES: list[Memory] = [frame.frames, details.known, surroundings.known, inventory.inventories]


class Processes:
    """Two processes, each with its own memories; `use` says in which one the next request arrives."""

    def __init__(self) -> None:
        self.own: list[list[OrderedDict]] = [[OrderedDict() for _memory in MEMORIES] for _process in range(2)]

    def use(self, number: int) -> None:
        for memory, kept in zip(MEMORIES, self.own[number], strict=True):
            memory.kept = kept

    def forget(self) -> None:
        self.own = Processes().own


def read(path: str, **headers: str) -> str:
    answer = Client().get(path, headers=headers)
    return f"{answer.status_code} {answer.text}"


def visit_both(processes: Processes, *paths: str) -> None:
    """Until each process remembers all it can."""
    for number in (0, 1):
        processes.use(number)
        for path in paths:
            read(path)


def assert_both_are_right(processes: Processes, path: str) -> str:
    """What each process says is what one says that has just been started."""
    found = []
    for number in (0, 1):
        processes.use(number)
        found.append(read(path))
    processes.forget()
    processes.use(0)
    assert found == [read(path)] * 2
    return found[0]
