"""Teams and the villages that they stand for (contracts, section 1)."""

from collections import defaultdict
from collections.abc import Sequence

from livestreams.sales.recrediting import Touched
from livestreams.sales.tables.cells import slug, slugs, text
from livestreams.sales.tables.columns import Column, Row, Table
from livestreams.sales.tables.finding import by_slug, parties
from livestreams.sales.tables.places import put_placed
from livestreams.sales.tables.writing import Tally
from livestreams.teams.models import Team
from zhunong.places.models import Township, Village


def load_teams(rows: Sequence[Row], touched: Touched) -> Tally:
    """Neither a team's name nor its villages credit anything, so no line is touched."""
    writer, teams = put_placed(rows, Team, ["name"])
    villages, kept = by_slug(Village), kept_villages()
    writer.write()
    for row, team in zip(rows, teams, strict=True):
        wanted = {village.pk for village in parties(row, "villages", villages, team.township_id)}
        if wanted != kept[team.pk]:
            team.villages.set(wanted)
            writer.mark(team)
    return writer.tally()


def kept_villages() -> dict[int, set[int]]:
    """The villages of each team, as primary keys."""
    kept: dict[int, set[int]] = defaultdict(set)
    for team, village in Team.villages.through._default_manager.values_list("team_id", "village_id"):
        kept[team].add(village)
    return kept


TEAMS = Table(
    "teams",
    (
        Column("slug", slug(Team)),
        Column("name", text(Team, "name")),
        Column("township", slug(Township)),
        Column("villages", slugs, blank=()),
    ),
    load_teams,
)
