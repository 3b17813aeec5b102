"""What a process remembers of the database, as long as nothing was written that visitors see.

For what many pages share and few writes change: a site's menu, the catalogue's inventory. One query, asked once for
each request, tells whether it still holds. Within a transaction nothing is remembered: what it writes has no stamp yet.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from django.db import connection
from django.http import HttpRequest

from zhunong.caching.models import stamp

Value = TypeVar("Value")
READING = ("GET", "HEAD")


def stamp_of(request: HttpRequest | None) -> str:
    """The stamp, asked once for a request that reads; one that writes sees its own changes."""
    if request is None or request.method not in READING:
        return stamp()
    known: dict[str, str] = request.__dict__
    if "_zhunong_stamp" not in known:
        known["_zhunong_stamp"] = stamp()
    return known["_zhunong_stamp"]


def may_remember() -> bool:
    return not connection.in_atomic_block


class Memory(Generic[Value]):
    """At most so many values, the oldest forgotten first. They are everybody's: whoever gets one changes nothing in it.

    What depends on the day or the language has to have it in its key.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.kept: OrderedDict[Hashable, Value] = OrderedDict()

    def get(self, key: Hashable, read: Callable[[], Value], request: HttpRequest | None = None) -> Value:
        """The value under the key, read now if it is not known or no longer true. The stamp is older than the value."""
        if not may_remember():
            return read()
        full_key = (connection.alias, stamp_of(request), key)
        found = self.kept.get(full_key)
        if found is None:
            found = self.kept[full_key] = read()
            while len(self.kept) > self.most:
                self.kept.popitem(last=False)
        return found
