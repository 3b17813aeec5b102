"""Keeping persons out of what is written down (design, section 4, rule 6)."""

import re

PERSONAL_NUMBER = re.compile(r"(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{17}[\dXx])(?!\d)")


def mask_personal(text: str) -> str:
    """Mobile phone and identity-card numbers as stars. Other numbers, such as export stamps, stay."""
    return PERSONAL_NUMBER.sub(lambda number: "*" * len(number[0]), text)
