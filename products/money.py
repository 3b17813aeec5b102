"""Money and weight at the edge: whole fen and grams inside, yuan and 斤 outside."""

FEN_A_YUAN = 100
GRAMS_IN_JIN = 500
LIGHT_G = 250
"""Below half a jin people speak of grams, and nobody reckons by the jin."""


def written_yuan(fen: int) -> str:
    """`59.90` for 5990 fen, as people type it."""
    return f"{fen // FEN_A_YUAN}.{fen % FEN_A_YUAN:02d}"


def price_tag(fen: int) -> str:
    """`¥29.80`."""
    return f"¥{written_yuan(fen)}"
