"""The nine tables that make the world known: `load_tables` (contracts, section 1)."""

from livestreams.sales.tables.loading import Loaded, load_tables
from livestreams.sales.tables.refusal import TableRefused

__all__ = ["Loaded", "TableRefused", "load_tables"]
