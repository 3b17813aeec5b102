"""Money and weight at the edge: whole fen and grams inside, yuan and 斤 outside."""

FEN_A_YUAN = 100
GRAMS_A_JIN = 500
LIGHT_G = 250
"""Below half a jin people speak of grams, and nobody reckons by the jin."""


def written_yuan(fen: int) -> str:
    """`59.90` for 5990 fen, as people type it."""
    return f"{fen // FEN_A_YUAN}.{fen % FEN_A_YUAN:02d}"


def yuan(fen: int) -> str:
    """`-1,234.05` for -123405 fen, as people read it."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // FEN_A_YUAN:,}.{abs(fen) % FEN_A_YUAN:02d}"


def wan_yuan(fen: int) -> str:
    """万元 with two decimals, for reports."""
    return f"{fen / 1_000_000:,.2f}"


def jin(grams: int) -> str:
    """斤 with up to one decimal."""
    text = f"{grams / GRAMS_A_JIN:,.1f}"
    return text.removesuffix(".0")


def signed(number: int, text: str) -> str:
    """`+1,234.05`: what somebody gains, or loses (−). `text` is the amount without its sign."""
    return f"{'+' if number > 0 else '−' if number < 0 else ''}{text}"


def price_tag(fen: int) -> str:
    """`¥29.80`."""
    return f"¥{written_yuan(fen)}"
