"""Money and weight at the edge: whole fen and grams inside, yuan and 斤 outside."""

GRAMS_A_JIN = 500
FEN_A_YUAN = 100


def yuan(fen: int) -> str:
    """`-1,234.05` for -123405 fen."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // FEN_A_YUAN:,}.{abs(fen) % FEN_A_YUAN:02d}"


def wan_yuan(fen: int) -> str:
    """万元 with two decimals, for reports."""
    return f"{fen / 1_000_000:,.2f}"


def jin(grams: int) -> str:
    """斤 with up to one decimal."""
    text = f"{grams / GRAMS_A_JIN:,.1f}"
    return text.removesuffix(".0")
