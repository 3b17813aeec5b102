"""How pages are written: what a form asks and offers, what it refuses, and the texts that are looked at."""
