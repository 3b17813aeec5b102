"""Text that a spreadsheet must not take for a formula."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """The text behind an apostrophe where it would start a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
