"""What may not be said of food: words found in a text by the rules of a day, each with why and what instead.

Rules are data (`WordRule`, `ProperName`); facts in commerce.md, sections 6.1 and 6.4.
"""

import datetime
import html
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.utils.html import strip_tags

from products.models import ProperName, WordRule

BLANK = "\0"
"""Stands for a proper name: nothing is found in it, nor across it."""
BLOCK_END = re.compile(r"</?(?:p|h\d|li|br|ul|ol|div)\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """A word that was found, with its rule."""

    word: str
    kind: str
    reason: str
    instead: str
    source: str


class Wording:
    """The rules of a day, read once: two queries, however many texts are looked at."""

    def __init__(self, on: datetime.date) -> None:
        self.rules = sorted(WordRule.objects.on(on), key=lambda rule: (-len(rule.word), rule.word))
        self.names = sorted(ProperName.objects.values_list("name", flat=True), key=len, reverse=True)

    def findings(self, texts: Iterable[str], *, is_proven: bool = False) -> list[Finding]:
        """Each word once, in the order of the rules. `is_proven`: a valid report stands behind selenium claims."""
        plain = [self.without_names(plain_text(text)) for text in texts]
        return [
            Finding(rule.word, rule.kind, rule.reason, rule.instead, rule.source)
            for rule in self.rules
            if not (is_proven and rule.kind == WordRule.Kind.SELENIUM)
            and any(squeezed(rule.word) in text for text in plain)
        ]

    def without_names(self, text: str) -> str:
        for name in self.names:
            text = text.replace(squeezed(name), BLANK)
        return text


read_once_here: ContextVar[dict[datetime.date, Wording] | None] = ContextVar("wording", default=None)


@contextmanager
def rules_read_once() -> Iterator[None]:
    """Within it `wording_on` asks the database once for a day: for forms and sheets of many rows."""
    token = read_once_here.set({})
    try:
        yield
    finally:
        read_once_here.reset(token)


def wording_on(day: datetime.date) -> Wording:
    """The rules of a day."""
    kept = read_once_here.get()
    if kept is None:
        return Wording(day)
    if day not in kept:
        kept[day] = Wording(day)
    return kept[day]


def plain_text(text: str) -> str:
    """Rich text without its tags, which cannot part a word, and without blanks and signs put between its characters."""
    return squeezed(html.unescape(strip_tags(BLOCK_END.sub("\n", text))))


def squeezed(text: str) -> str:
    """`富 硒`, `富·硒` and `富硒` alike; line ends still part words."""
    return re.sub(r"[^\w\n%]|_", "", text).lower()
