"""When a file was exported, as its name says it (contracts, section 2, "Exported at")."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))
EPOCH = re.compile(r"(?<!\d)(\d{10})(?!\d)", re.ASCII)
FIRST_EPOCH, LAST_EPOCH = 1_200_000_000, 1_999_999_999
STAMP = re.compile(
    r"(?<!\d)(20\d\d)(?:[-_./ ]|年)?(\d\d)(?:[-_./ ]|月)?(\d\d)日?"
    r"(?:[-_ .T]*(\d\d)[-_:.：时]?(\d\d)(?:[-_:.：分]?(\d\d))?)?(?!\d)",
    re.ASCII,
)


def exported_at_from_name(file_name: str) -> str | None:
    """`YYYY-MM-DD HH:MM:SS`, Beijing time, or None. Of several stamps the latest: a name often gives the period too."""
    epochs = [int(found) for found in EPOCH.findall(file_name)]
    known = [epoch for epoch in epochs if FIRST_EPOCH <= epoch <= LAST_EPOCH]
    if known:
        return datetime.fromtimestamp(max(known), UTC).astimezone(BEIJING).strftime("%Y-%m-%d %H:%M:%S")
    return max(stamps(file_name), default=None)


def stamps(file_name: str) -> Iterator[str]:
    for match in STAMP.finditer(file_name):
        yield from valid(match[1], match[2], match[3], match[4] or "0", match[5] or "0", match[6] or "0")


def valid(*parts: str) -> list[str]:
    """The stamp, or its day alone where what follows it is no time of day; nothing where there is no such day."""
    numbers = [int(part) for part in parts]
    for candidate in (numbers, numbers[:3]):
        try:
            return [datetime(*candidate).isoformat(" ", "seconds")]  # type: ignore[arg-type]
        except ValueError:
            continue
    return []
