"""Broadcasts as visitors see them. Announced ones only; teams and accounts, never a person."""
