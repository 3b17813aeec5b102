"""Pages that first show what an act would move, and then do exactly that."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from livestreams.sales.changes import Effect, Otherwise, Record, carry_out, changing, foresee
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.recrediting import Touched
from livestreams.sales.refusals import explain


class Acting:
    """Mixin of a page with one act: `foresee` for the preview, `carry_out` for good."""

    request: HttpRequest
    effect: Effect | None = None
    is_otherwise = False
    """The figures moved since the preview; the effect is what would happen now."""
    problem = ""
    """Why the act cannot be done, in one sentence."""

    def write(self, touched: Touched) -> None:
        """The act. May raise ValidationError."""
        raise NotImplementedError

    def records(self) -> Iterator[Record]:
        """What is recorded of the act, asked once it is done."""
        raise NotImplementedError

    def foresee(self) -> None:
        """Work out the effect, or the problem."""
        try:
            self.effect = foresee(changing(self.write))
        except (ValidationError, Refused) as error:
            self.problem = sentence_of(error)

    def carry_out(self, expected: str | None = None) -> bool:
        """Do what was seen, or was foreseen as `expected`. Returns whether it is done; else the page says why not."""
        seen = self.request.POST.get("expected", "") if expected is None else expected
        try:
            self.effect = carry_out(changing(self.write), self.records(), seen)
        except Otherwise as otherwise:
            self.effect, self.is_otherwise = otherwise.effect, True
        except (ValidationError, Refused) as error:
            self.problem = sentence_of(error)
        else:
            return True
        return False

    def act_context(self) -> dict[str, Any]:
        return {"effect": self.effect, "is_otherwise": self.is_otherwise, "problem": self.problem}


def sentence_of(error: ValidationError | Refused) -> str:
    return explain(error) if isinstance(error, Refused) else " ".join(error.messages)
