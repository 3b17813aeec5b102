"""The two shapes of a poster: upright for a phone's screen, 5:4 for chats and the preview of a link."""

from dataclasses import dataclass

from livestreams.sessions.posters.layout import Box

Size = tuple[int, int]


@dataclass(frozen=True)
class Shape:
    """Measures in pixels."""

    size: Size
    photos: Box
    band: Box
    """Day and time."""
    words: Box
    """Title, teams, place."""
    panel: Box
    """Platform, account, and the code where there is one."""
    foot: Box
    code: int
    day: int
    time: int
    title: int
    text: int
    platform: int


SHAPES = {
    "tall": Shape(
        size=(1080, 1920), photos=Box(0, 0, 1080, 830), band=Box(0, 830, 1080, 236), words=Box(64, 1106, 952, 366),
        panel=Box(48, 1496, 984, 332), foot=Box(64, 1848, 952, 44), code=276, day=54, time=122, title=84, text=40,
        platform=58,
    ),
    "wide": Shape(
        size=(1200, 960), photos=Box(0, 0, 456, 960), band=Box(456, 0, 744, 204), words=Box(496, 234, 664, 352),
        panel=Box(488, 606, 680, 276), foot=Box(496, 898, 664, 36), code=232, day=44, time=98, title=66, text=32,
        platform=46,
    ),
}  # fmt: skip
