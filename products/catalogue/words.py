"""Names as people look for them: any part of a word, pinyin, initials. Pure: text in, text out.

A search key has one line for each name, its pinyin and its initials, so that nothing is found across two names.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, product

MOST_LETTERS, MOST_WORDS = 100, 8
"""Of a query: longer ones are cut, not refused."""
MOST_READINGS = 8
"""Of one place: 长杆 is read chang and zhang, and people type either."""
RUN = re.compile(r"[a-z]+|\d+|[^\W\d_a-z]+")
"""Letters, digits and Han characters part where they meet: `红香sl` is two words."""


def words_of(query: str) -> list[str]:
    """What has to be found, all of it. Empty where nothing is asked: blanks, quote marks, signs."""
    return RUN.findall(plain(query[:MOST_LETTERS]))[:MOST_WORDS]


def plain(text: str) -> str:
    """Full-width forms, capitals and ü as everybody types them."""
    return unicodedata.normalize("NFKC", text).lower().replace("ü", "v")


def key_of(names: Iterable[str], places: Iterable[str] = (), texts: Iterable[str] = ()) -> str:
    """The search key. It begins with the pinyin of the first name, so that keys sort as a dictionary does.

    `places` are searched by every reading of their characters, `texts` by their characters alone.
    """
    lines: dict[str, None] = {}
    for name in map(squeezed, names):
        lines |= dict.fromkeys([*readings(name), name])
    for place in map(squeezed, places):
        lines |= dict.fromkeys([place, *readings(place, MOST_READINGS)])
    lines |= dict.fromkeys(map(squeezed, texts))
    return "\n".join(filter(None, lines))


@lru_cache(4096)
def key_of_place(name: str) -> str:
    """The lines of one place."""
    return key_of([], [name])


def squeezed(text: str) -> str:
    """A name in one piece."""
    return "".join(RUN.findall(plain(text)))


def readings(name: str, most: int = 1) -> list[str]:
    """Pinyin and initials; the most usual reading first."""
    from pypinyin import Style, pinyin  # its dictionaries are loaded when they are needed

    if most == 1:
        usual = [syllable[0] for syllable in pinyin(name, style=Style.NORMAL)]
        return ["".join(usual), "".join(part[0] if part.isalpha() else part for part in usual)] if name else []
    syllables = pinyin(name, style=Style.NORMAL, heteronym=True)
    found = list(islice(product(*syllables), most))
    return [*("".join(each) for each in found), *("".join(part[:1] for part in each) for each in found)]
