"""Text made ready for an index that knows words by the blanks between them. Pure."""

import re

BLANK = " "
"""Between the words of what is indexed."""
JOINT = ","
"""Between those of a query: it parts words for both databases, but not for `str.split`, so that they stay one phrase.

A zero-width space would do as well, but not on PostgreSQL with locale C, where all that is not ASCII counts as letters.
"""
HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
BESIDE_HAN = re.compile(rf"(?<=[{HAN}])(?=\w)|(?<=\w)(?=[{HAN}])")
SIGN = re.compile(r"[^\w]+|_")


def parted(text: str, by: str = BLANK) -> str:
    """`红香酥梨5斤` with a blank, or what is given, at each side of a Han character."""
    return BESIDE_HAN.sub(by, text)


def asked(query: str) -> str:
    """What may be asked of the index: words alone, parted. Blank where nothing but signs and blanks was written.

    A quote mark is an error in SQLite's query language (wagtail #13227), and a query of blanks one in Wagtail's.
    """
    return parted(" ".join(SIGN.sub(" ", query).split()), JOINT)
