"""The lines behind a figure of a session: of a kind, of a product, or a team's part of them. They sum to the figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Sum
from django.http import Http404
from django.urls import reverse

from livestreams.sales.models import Line
from livestreams.sales.phone.own import TeamSelection
from livestreams.sales.session_results.kinds import OF_THE_SESSION, Kind
from livestreams.sales.session_results.result import Result
from livestreams.sales.session_results.rows import TeamPart
from livestreams.sales.staff.totals.parts import Part
from livestreams.sales.staff.totals.selection import SHOWN
from livestreams.sales.staff.totals.words import UNKNOWN_KEY
from livestreams.sales.totals import Question, matching

A_PAGE = 30
AMOUNTS = ("items", "weight_g", "paid_fen", "refunded_fen")


class Shown(NamedTuple):
    """A line with what of it is meant: all of it, or a team's part."""

    line: Line
    part: Part
    is_part: bool


@dataclass
class Listing:
    """`asked`: the address' `of` (a kind), `product` (slug, ~ = unmapped), `team` (slug), `page`."""

    result: Result
    asked: Mapping[str, str]

    @cached_property
    def kind(self) -> Kind:
        """Raises Http404 for a word that is no kind."""
        word = self.asked.get("of", Kind.OWN)
        if word not in Kind:
            raise Http404
        return Kind(word)

    @property
    def product(self) -> str:
        return self.asked.get("product", "") if self.kind in OF_THE_SESSION else ""

    @cached_property
    def team(self) -> TeamPart | None:
        """The one whose part is meant. Raises Http404 for a team that has none, or whose part is not seen here."""
        slug = self.asked.get("team", "")
        found = next((part for part in self.result.parts if slug and part.slug == slug), None)
        if slug and found is None:
            raise Http404
        return found

    @cached_property
    def selection(self) -> TeamSelection | None:
        """A team's part is summed as the totals split it."""
        if not self.team:
            return None
        only = {"team": (self.team.slug or "",), "session": (self.result.session.slug,)}
        return TeamSelection(self.result.eyes.user, Question(only=only | self.only_product))

    @property
    def only_product(self) -> dict[str, tuple[str | None, ...]]:
        return {"product": (None if self.product == UNKNOWN_KEY else self.product,)} if self.product else {}

    @cached_property
    def lines(self) -> QuerySet[Line]:
        if self.selection:
            return self.selection.lines
        lines = self.result.around.lines(self.kind)
        for dimension, keys in self.only_product.items():
            lines = lines.filter(matching(dimension, keys))
        return lines

    @cached_property
    def total(self) -> Part:
        """What the lines listed sum to."""
        if self.selection:
            return self.selection.total()
        sums = {name: Sum(name, default=0) for name in AMOUNTS}
        found = self.lines.order_by().aggregate(number=Count("pk"), **sums)
        return Part(found["number"], *(found[name] for name in AMOUNTS))

    @property
    def count(self) -> int:
        return self.selection.count if self.selection else self.total.lines

    @cached_property
    def page(self) -> Page:
        paginator = Paginator(self.lines.select_related(*SHOWN), A_PAGE)
        paginator.count = self.count
        return paginator.get_page(self.asked.get("page"))

    def shown(self) -> list[Shown]:
        return [self.show(line) for line in self.page]

    def show(self, line: Line) -> Shown:
        whole = Part(1, line.items, line.weight_g, line.paid_fen, line.refunded_fen)
        part = self.selection.part(line) if self.selection else whole
        return Shown(line, part, part[3:] != whole[3:])

    @property
    def asked_words(self) -> str:
        """What the address of another page of the list keeps."""
        return urlencode({name: self.asked[name] for name in ("of", "product", "team") if self.asked.get(name)})


def lines_address(space: str, pk: int, of: str = Kind.OWN, **narrowed: str) -> str:
    """`space`: the namespace, of the phone or of the desk."""
    return f"{reverse(f'{space}:session_lines', args=[pk])}?{urlencode({'of': str(of), **narrowed})}"
