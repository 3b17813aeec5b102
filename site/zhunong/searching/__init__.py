"""Wagtail's search of pages and pictures, made to find Chinese by any part of a word. On SQLite and PostgreSQL.

Both databases take a run of Han characters as one word (style.md, section 4). Parted in what is indexed and in what is
asked, each character is a word and a query a phrase: it is found where its characters stand in their order.
The backend does it in one place, for every model and field, also of Wagtail's own.
"""
