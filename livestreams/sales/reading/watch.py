"""What only the whole file shows: ids rounded by a spreadsheet, unknown status words, the latest time."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from livestreams.sales.layouts.base import CLOSED_WORDS, REFUND_WORDS, Layout
from livestreams.sales.reading.bad_rows import Unreadable, masked
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.reading.times import moment

LONG_ID = 16
ROUNDED_END = "000"
MOST_STATUSES = 5000
MOST_WORDS = 200


class Watch:
    """Looks at every chunk of lines. `exported_at` is None where the file's own latest time has to stand in."""

    def __init__(self, layout: Layout, columns: list[str], exported_at: str | None) -> None:
        self.layout, self.columns = layout, columns
        self.exported_at = exported_at
        self.latest = ""
        self.statuses: Counter[str | None] = Counter()
        self.long: Counter[str] = Counter()
        self.rounded: Counter[str] = Counter()
        self.id_places = places(columns, (layout.key[0], layout.order))
        self.status_places = places(columns, layout.statuses)
        self.time_places = [] if exported_at else places(columns, layout.times)

    def happened_positions(self, layout: Layout, positions: dict[str, int]) -> list[int]:
        """Where the times stand that are looked at without being kept."""
        return [] if self.exported_at else [positions[column] for column in layout.happened if column in positions]

    def past(self, cells: list[Any], where: Sequence[int]) -> None:
        """Times of things past; one that cannot be read does not matter here."""
        for index in where:
            try:
                found = moment(cells[index])
            except (Unreadable, IndexError):
                continue
            if found and found > self.latest:
                self.latest = found

    def saw(self, lines: list[tuple[int, str, list[Any]]]) -> None:
        for column, place in self.id_places:
            ids = [value for _, _, values in lines if (value := values[place]) and is_long_number(value)]
            self.long[column] += len(ids)
            self.rounded[column] += sum(value.endswith(ROUNDED_END) for value in ids)
        for _, place in self.status_places:
            if len(self.statuses) < MOST_STATUSES:
                self.statuses.update(values[place] for _, _, values in lines)
        for _, place in self.time_places:
            self.latest = max(self.latest, max((values[place] or "" for _, _, values in lines), default=""))

    def refuse_rounded(self) -> None:
        """Most long ids ending in 000 were rounded by a spreadsheet. Raises `Refused`."""
        for column, count in self.rounded.items():
            if count >= 2 and 2 * count > self.long[column]:
                raise Refused("damaged_ids", column=column)

    def unknown_words(self) -> dict[str, int]:
        known = self.layout.words | REFUND_WORDS | CLOSED_WORDS
        words: Counter[str] = Counter()
        for status, count in self.statuses.items():
            for word in (status or "").replace("，", ",").split(","):
                if word.strip() and word.strip() not in known:
                    words[masked(word.strip())] += count
        return dict(words.most_common(MOST_WORDS))


def places(columns: list[str], wanted: Sequence[str]) -> list[tuple[str, int]]:
    return [(column, columns.index(column)) for column in dict.fromkeys(wanted) if column in columns]


def is_long_number(value: str) -> bool:
    return len(value) >= LONG_ID and value.isdigit()
