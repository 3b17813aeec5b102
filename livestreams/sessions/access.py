"""Who may do what with sessions (design, section 1)."""

from zhunong.access import roles

PLAN, DECIDE = "live_sessions.plan_sessions", "live_sessions.decide_sessions"
"""Plan and log for one's own teams; change every team's and decide what teams ask for."""
OWN_TABLES = ("event", "eventchange", "windowrequest", "platformfigures")


def grant_rights() -> None:
    """What each role may do with sessions. The table of sessions itself is the sales desk's."""
    roles.grant(roles.MEMBER, PLAN)
    roles.grant(roles.STAFF, DECIDE)
    for name in OWN_TABLES:
        for role in (roles.STAFF, roles.READER):
            roles.grant(role, f"live_sessions.view_{name}")
