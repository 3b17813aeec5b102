"""Who may do what with sales (design, section 1)."""

from zhunong.access import roles

HAND_IN, UNDO, VIEW_TOTALS = "sales.hand_in", "sales.undo", "sales.view_totals"
WRITE_DOWN, REQUEST = "sales.add_manualsale", "sales.add_creditrequest"
DECIDE, CORRECT = "sales.decide", "sales.add_correction"
STAFF_GROUP = roles.STAFF
OWN_TABLES = ("claim", "manualsale", "correction", "creditrequest", "recordedchange")
WORLD_TABLES = {
    "places": ("township", "village"),
    "teams": ("team", "account", "ownership", "membership", "shopoperator"),
    "products": ("product", "sku", "origin", "skucode"),
    "live_sessions": ("session",),
}
"""The tables of the contracts (section 1), kept in the rooms below and worked with at the clerk's desk."""


def grant_rights() -> None:
    """What each role may do with sales."""
    for act in ("view", "add", "change", "delete"):
        roles.grant(roles.STAFF, f"sales.{act}_claim")
    for app, names in WORLD_TABLES.items():
        for name in names:
            acts = ("view",) if name == "township" else ("view", "add", "change", "delete")
            roles.grant(roles.STAFF, *(f"{app}.{act}_{name}" for act in acts))
            roles.grant(roles.READER, f"{app}.view_{name}")
    for name in OWN_TABLES:
        roles.grant(roles.STAFF, f"sales.view_{name}")
        roles.grant(roles.READER, f"sales.view_{name}")
    roles.grant(roles.STAFF, HAND_IN, UNDO, VIEW_TOTALS, DECIDE, CORRECT)
    roles.grant(roles.READER, VIEW_TOTALS)
    roles.grant(roles.MEMBER, HAND_IN, WRITE_DOWN, REQUEST)
    roles.grant(roles.OPERATOR, HAND_IN)
