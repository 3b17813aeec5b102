"""The plan form laid out for its page: what is used most comes first, the rest behind a tap."""

from typing import Any

from livestreams.sessions.models import Crew
from livestreams.sessions.phone.planning.choices import NO_RESERVATIONS, Choices, goes_on_air
from livestreams.teams.models import Account

MAIN_JOBS = (Crew.Job.HOST, Crew.Job.CONTROL)


class LayoutMixin:
    choices: Choices

    def field(self, name: str) -> Any:
        return self[name]  # type: ignore[index]

    def reservable(self) -> list[Account]:
        return [row for row in self.choices.accounts if row.platform not in NO_RESERVATIONS]

    def boxes(self, usual: bool) -> list[Any]:
        """The accounts' boxes: those usually on air, or the shops behind them."""
        usually = {str(row.pk) for row in self.choices.accounts if goes_on_air(row)}
        return [box for box in self.field("accounts") if (str(box.data["value"]) in usually) == usual]

    def usual_accounts(self) -> list[Any]:
        return self.boxes(usual=True)

    def other_accounts(self) -> list[Any]:
        return self.boxes(usual=False)

    def jobs(self, main: bool) -> list[Any]:
        return [self.field(f"job_{job}") for job in Crew.Job if (job in MAIN_JOBS) == main]

    def main_jobs(self) -> list[Any]:
        return self.jobs(main=True)

    def other_jobs(self) -> list[Any]:
        return self.jobs(main=False)

    def reservations(self) -> list[Any]:
        return [self.field(f"reservation_{row.pk}") for row in self.reservable()]
