"""Who may do what with products' facts (design, section 1): staff write them, readers look, leaders tell seasons."""

from zhunong.access import roles

FACTS = ("season", "villagearea", "soilclaim", "report", "certificate", "buyingway", "price", "batch")
"""A township's own, all written by its staff."""
RULES = ("standard", "wordrule", "propername")
"""The same for every township: administrators write them, the office reads them."""
LOOK, EDIT = "products.view_product", "products.change_product"
TELL_SEASONS = "products.change_season"
TRY_WORDS = "products.view_wordrule"
ACTS = ("view", "add", "change", "delete")


def grant_rights() -> None:
    """What each role may do."""
    roles.grant(roles.STAFF, LOOK, EDIT, *(f"products.{act}_{model}" for act in ACTS for model in FACTS))
    roles.grant(roles.READER, LOOK, *(f"products.view_{model}" for model in FACTS))
    for role in (roles.STAFF, roles.READER):
        roles.grant(role, *(f"products.view_{model}" for model in RULES))
    roles.grant(roles.LEADER, TELL_SEASONS)
