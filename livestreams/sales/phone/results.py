"""A team's results in a month: by product, by session and by day, and the lines that they are made of."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from livestreams.sales.phone.days import Bar, bars_of
from livestreams.sales.phone.figures import ByHand, TeamMonth, by_hand
from livestreams.sales.phone.months import Month, asked_month
from livestreams.sales.phone.own import TeamNames, TeamSelection, own_team, question_of
from livestreams.sales.staff.access import REQUEST, WRITE_DOWN
from livestreams.sales.staff.totals.line_list import shown
from livestreams.sales.staff.totals.selection import SHOWN
from livestreams.sales.staff.totals.words import UNKNOWN_KEY
from livestreams.sales.totals import Key, Question, TotalRow, ask
from livestreams.teams.models import Team
from zhunong.access.doors import open_to
from zhunong.access.models import User

LINES_A_PAGE = 30
NARROWING = ("product", "session")
"""By what a team's lines are narrowed down, apart from the days."""
open_to_teams = open_to(WRITE_DOWN, REQUEST)


class Row(NamedTuple):
    """A row of a table: what it is of, its figures, its share of the greatest row in per cent, and its lines."""

    name: str
    is_known: bool
    total: TotalRow
    part: int
    address: str


@dataclass
class Results:
    """What a team sold in a month, taken apart."""

    team: Team
    month: Month
    names: TeamNames

    def __post_init__(self) -> None:
        self.by_product = ask(question_of(self.team, self.month, ("product",)))
        by_day = ask(question_of(self.team, self.month, ("day", "session")))
        self.names.prepare(by_day)
        self.by_session = summed(by_day.rows, 1)
        self.by_day = summed(by_day.rows, 0)

    @property
    def sold(self) -> TeamMonth:
        written = by_hand([self.team], self.month).get(self.team.pk, ByHand())
        return TeamMonth(self.team, self.by_product.total, written)

    def products(self) -> list[Row]:
        return self.rows("product", self.by_product.rows)

    def sessions(self) -> list[Row]:
        return self.rows("session", self.by_session)

    def days(self) -> list[Bar]:
        return bars_of(self.month, self.by_day)

    def rows(self, dimension: str, totals: Sequence[TotalRow]) -> list[Row]:
        """The greatest first, what is not known last."""
        greatest = max((abs(row.net_fen) for row in totals), default=0) or 1
        in_order = sorted(totals, key=lambda row: (row.keys[0] is None, -row.net_fen, row.keys[0] or ""))
        return [self.row(dimension, row, round(100 * max(row.net_fen, 0) / greatest)) for row in in_order]

    def row(self, dimension: str, total: TotalRow, part: int) -> Row:
        [key] = total.keys
        address = lines_address(self.team, self.month, **{dimension: UNKNOWN_KEY if key is None else key})
        return Row(self.names.name(dimension, key), key is not None, total, part, address)


def summed(rows: Iterable[TotalRow], place: int) -> list[TotalRow]:
    """The rows of an answer by one of its dimensions alone."""
    sums: dict[Key, list[int]] = defaultdict(lambda: [0] * len(TotalRow._fields[1:]))
    for row in rows:
        kept = sums[row.keys[place]]
        for measure, amount in enumerate(row[1:]):
            kept[measure] += amount
    return [TotalRow((key,), *measures) for key, measures in sums.items()]


def lines_address(team: Team, month: Month, **narrowed: str) -> str:
    """The lines behind a figure."""
    asked = {"team": team.slug, "month": month.key, **narrowed}
    return f"{reverse('my_sales:lines')}?{urlencode(asked)}"


@open_to_teams
@require_GET
def results(request: HttpRequest) -> HttpResponse:
    """One team, one month."""
    user = request.user
    assert isinstance(user, User)
    team, teams = own_team(user, request.GET.get("team", ""))
    month = asked_month(request.GET.get("month", ""))
    context: dict[str, Any] = {"team": team, "teams": teams, "month": month, "section": "results"}
    if team:
        found = Results(team, month, TeamNames(user, team))
        context |= {"results": found, "sold": found.sold, "all_lines": lines_address(team, month)}
    return render(request, "sales/phone/results.html", context)


@open_to_teams
@require_GET
def lines(request: HttpRequest) -> HttpResponse:
    """The lines behind a figure of a team: their sum is that figure."""
    user = request.user
    assert isinstance(user, User)
    team, teams = own_team(user, request.GET.get("team", ""))
    month = asked_month(request.GET.get("month", ""))
    context: dict[str, Any] = {"team": team, "teams": teams, "month": month, "section": "results"}
    if team:
        context |= shown_lines(request, TeamNames(user, team), asked_question(request, team, month))
    return render(request, "sales/phone/lines.html", context)


def asked_question(request: HttpRequest, team: Team, month: Month) -> Question:
    """The team's month, narrowed down as the address says."""
    narrowed = {dimension: request.GET.get(dimension, "") for dimension in NARROWING}
    return question_of(team, month, (), request.GET.get("day", ""), **narrowed)


def shown_lines(request: HttpRequest, names: TeamNames, question: Question) -> dict[str, Any]:
    selection = TeamSelection(names.user, question)
    paginator = Paginator(selection.lines.select_related(*SHOWN), LINES_A_PAGE)
    paginator.count = selection.count
    page = paginator.get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    for dimension in NARROWING:
        names.learn(dimension, question.only.get(dimension, ()))
    return {
        "selection": selection,
        "sum": selection.total(),
        "lines_page": page,
        "lines": [shown(line, selection, names) for line in page],
        "asked": asked.urlencode(),
        "narrowed": [names.name(each, question.only[each][0]) for each in NARROWING if each in question.only]
        if selection.count
        else [],
    }
