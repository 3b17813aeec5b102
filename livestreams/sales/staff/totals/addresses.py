"""Addresses of lines: every figure links to the lines that it is made of."""

import datetime
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from livestreams.sales.staff.totals.periods import Days, Period, month_end
from livestreams.sales.staff.totals.words import UNKNOWN_KEY
from livestreams.sales.totals import Key, Question


def lines_address(question: Question, by: Sequence[str] = (), keys: Sequence[Key] = ()) -> str:
    """The lines of a row of an answer, or of all of it. Days are written out, so that the address keeps its meaning."""
    return f"{reverse('sales:lines')}?{urlencode(parameters(question, by, keys))}"


def parameters(question: Question, by: Sequence[str] = (), keys: Sequence[Key] = ()) -> dict[str, str]:
    days = Days(question.start, question.end)
    chosen = {dimension: values[0] for dimension, values in question.only.items()}
    for dimension, key in zip(by, keys, strict=False):
        if dimension in ("day", "month"):
            days = meet(days, days_in(dimension, key or ""))
        else:
            chosen[dimension] = key
    named = {"day_from": days.start, "day_to": days.end}
    return {
        "period": Period.OWN if days.start or days.end else Period.ALL,
        **{name: day.isoformat() for name, day in named.items() if day},
        **{dimension: UNKNOWN_KEY if key is None else key for dimension, key in chosen.items()},
    }


def days_in(dimension: str, key: str) -> Days:
    """The days of a row by day or month."""
    if dimension == "day":
        day = datetime.date.fromisoformat(key)
        return Days(day, day)
    first = datetime.date.fromisoformat(f"{key}-01")
    return Days(first, month_end(first))


def meet(one: Days, other: Days) -> Days:
    """The days that both have."""
    return Days(
        max(filter(None, (one.start, other.start)), default=None), min(filter(None, (one.end, other.end)), default=None)
    )


def address_with(request: HttpRequest, **changes: Any) -> str:
    """The address of this page with some parameters changed; None takes one away."""
    parameters = request.GET.copy()
    for name, value in changes.items():
        parameters.pop(name, None)
        if value is not None:
            parameters[name] = value
    return f"?{parameters.urlencode()}"
