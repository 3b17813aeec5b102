"""Who may open what: one row for each address of the site's own. An address without a row fails the matrix.

Open = a page, a way on, or (for acts) "post it". Addresses of one record are asked for a record of the home township.
"""

VISITOR, DEPARTED = "visitor", "departed"
OUTSIDE = {VISITOR, DEPARTED}
"""Not signed in: who left is nobody any more."""
TEAM, OTHER_TEAM = {"member", "leader"}, {"second_member"}
ELSEWHERE = {"other_member", "other_leader"}
LEADERS = {"leader", "other_leader"}
EDITORS = {"editor", "other_editor"}
OFFICE = EDITORS | {
    "staff", "reader", "room_manager", "county_reader", "other_staff", "other_reader", "administrator"
}  # fmt: skip
EVERYBODY = OUTSIDE | TEAM | OTHER_TEAM | ELSEWHERE | OFFICE | {"operator"}
SIGNED_IN = EVERYBODY - OUTSIDE

DESKS = {"staff", "other_staff", "administrator"}
"""Staff, each at the own township's desk."""
DESK = {"staff", "administrator"}
"""Those who work with a record of the home township."""
READING = DESKS | {"reader", "county_reader", "other_reader"}
READING_HOME = DESK | {"reader", "county_reader"}
HANDING_IN = DESKS | LEADERS | {"reader"}
"""The reader of the tests is in the second team too, which may hand in; leaders come to the desk for their web pages.

At the desk there is nothing to do for them; its menu does not show it."""
HANDED_IN = DESK | {"reader"}
TEAMS = TEAM | OTHER_TEAM | ELSEWHERE | {"reader", "administrator"}
"""In a team, at home or elsewhere: on the phone everybody sees the own teams' work alone."""
HANDING_IN_BY_PHONE = TEAMS | DESKS | {"operator"}
ARRANGING = DESKS | LEADERS
ARRANGING_HOME = DESK | {"leader"}
OF_A_VIEWSET = {
    "index": READING, "index_results": READING, "inspect": READING_HOME, "add": DESKS, "edit": DESK, "delete": DESK,
    "history": DESK, "history_results": DESK, "usage": DESK, "copy": DESK,
}  # fmt: skip

EXPECTED: dict[str, set[str]] = {
    "favicon.ico": EVERYBODY,
    "robots": EVERYBODY,
    "sitemap": EVERYBODY,
    "choose_language": EVERYBODY,
    "card": set(),  # nobody's address
    "wechat_signature": set(),  # without keys
    "set_language": EVERYBODY,
    "upload": set(),
    "sign_in": EVERYBODY,
    "sign_out": EVERYBODY,
    "one_time_link": EVERYBODY,
    "people:index": ARRANGING,
    "people:team": ARRANGING_HOME,
    "people:add_to_team": ARRANGING_HOME,
    "people:hand_over": ARRANGING_HOME,
    "people:end_membership": ARRANGING_HOME,
    "people:change_membership": ARRANGING_HOME,
    "people:person": ARRANGING_HOME,
    "people:link": ARRANGING_HOME,
    "people:anonymise": set(),
    "people:shops": DESKS,
    "people:add_to_shop": DESK,
    "people:end_operator": DESK,
    "people:office": DESKS,
    "people:add_to_office": DESKS,
    "people:end_office": DESK,
    "people:account": SIGNED_IN,
    "my:home": SIGNED_IN,
    "my:help": SIGNED_IN,
    "products_public:batch": set(),  # nobody's address
    "live_public:schedule": EVERYBODY,
    "live_public:session": set(),  # nobody's address
    "live_public:code": set(),
    "live_public:poster": set(),
    "rooms_public:rooms": EVERYBODY,
    "rooms_public:door": EVERYBODY,
    "rooms_public:feed": set(),  # nobody's address
    "my_rooms:feed": TEAMS,
    "my_rooms:renew_feed": TEAMS,
    "my_rooms:revoke_feed": TEAMS,
    "rooms:register": READING | {"room_manager"},
    "rooms:week": READING | {"room_manager"},
    "rooms:week_events": READING | {"room_manager"},
    "rooms:move": DESK | {"room_manager"},
    "rooms:book": DESKS | {"room_manager"},
    "rooms:requests": READING | {"room_manager"},
    "rooms:booking": READING_HOME | {"room_manager"},
    "rooms:move_booking": DESK | {"room_manager"},
    "rooms:cancel_booking": DESK | {"room_manager"},
    "rooms:decide_booking": DESK | {"room_manager"},
    "rooms:give_booking": DESK | {"room_manager"},
    "rooms:changes": READING | {"room_manager"},
    "rooms:closures": READING | {"room_manager"},
    "rooms:close": DESKS | {"room_manager"},
    "rooms:closure": READING_HOME | {"room_manager"},
    "rooms:reopen": DESK | {"room_manager"},
    "rooms:fair_use": READING | {"room_manager"},
    "my_rooms:next": TEAMS,
    "my_sessions:list": TEAMS,
    "my_sessions:plan": TEAMS,
    "my_sessions:event": TEAM,
    "my_sessions:edit": TEAM,
    "my_sessions:cancel": TEAM,
    "my_sessions:check": TEAM,
    "my_sessions:take_over": TEAM,
    "my_sessions:answer": OTHER_TEAM | {"reader"},  # the second team is asked; the tests' reader is in it
    "my_sessions:line_up": TEAM,
    "my_sessions:live": TEAM,
    "my_sessions:sheet": TEAM,
    "my_sessions:poster": TEAM,
    "my_sessions:poster_file": TEAM,
    "my_sessions:press": TEAM,
    "my_sessions:times": TEAM,
    "my_sessions:log": TEAM,
    "my_sessions:log_times": TEAM,
    "my_sessions:log_proof": TEAM,
    "my_sessions:take_back_times": TEAM,
    "live_sessions:events": READING,
    "live_sessions:event": READING_HOME,
    "live_sessions:change_event": DESK,
    "live_sessions:cancel_event": DESK,
    "live_sessions:changes": READING,
    "live_sessions:sheet": READING_HOME,
    "live_sessions:window_requests": READING,
    "live_sessions:window_request": READING_HOME,
    "live_sessions:decide_window": DESK,
    "live_sessions:session_times": READING_HOME,
    "live_sessions:enter_times": DESK,
    "live_sessions:figures": READING_HOME,
    "live_sessions:enter_figures": DESK,
    "live_sessions:figures_proof": READING_HOME,
    "my_rooms:book": TEAMS,
    "my_rooms:hold": set(),  # of who made it
    "my_rooms:bookings": TEAMS,
    "my_rooms:booking": TEAM,
    "my_rooms:move": TEAM,
    "my_rooms:length": TEAM,
    "my_rooms:cancel": TEAM,
    "my_rooms:give": TEAM,
    "my_rooms:people": TEAM,
    "my_rooms:weekly": TEAM,
    "my_rooms:present": TEAM,
    "my_rooms:seen": TEAM,
    "my_rooms:wait": TEAMS,
    "my_rooms:leave": TEAM,
    "my_rooms:offer": set(),  # of one that was offered
    "my_sales:write_down": TEAMS,
    "my_sales:written": TEAMS,
    "my_sales:sale": TEAM,
    "my_sales:correct_sale": TEAM,
    "my_sales:withdraw_sale": TEAM,
    "my_sales:proof": TEAM,
    "my_sales:requests": TEAMS,
    "my_sales:ask_account": set(),  # of nobody, where none is named
    "my_sales:ask_line": set(),  # the first line has a team
    "my_sales:withdraw_request": TEAM,
    "my_sales:results": TEAMS,
    "my_sales:lines": TEAMS,
    "my_sales:session_lists": HANDING_IN_BY_PHONE,
    "my_sales:carry_out_session_list": HANDING_IN_BY_PHONE,
    "my_sales:session_history": TEAMS,
    "my_sales:session_result": TEAM,
    "my_sales:session_lines": TEAM,
    "my_sales:hand_in": HANDING_IN_BY_PHONE,
    "my_sales:hand_in_files": HANDING_IN_BY_PHONE,
    "my_sales:confirm_files": HANDING_IN_BY_PHONE,
    "my_sales:offline_template": HANDING_IN_BY_PHONE,
    "my_sales:imports": HANDING_IN_BY_PHONE,
    "my_sales:import": TEAM | {"operator"},
    "my_sales:bad_rows": TEAM | {"operator"},
    "my_sales:tell_shop": TEAM | {"operator"},
    "my_sales:confirm": TEAM | {"operator"},
    "my_sales:discard": TEAM | {"operator"},
    "products:try_words": READING,
    "products:labels": READING,
    "products:sheet": DESKS,
    "products:sheet_download": READING,
    "my_seasons:seasons": DESKS | LEADERS,
    "my_seasons:tell": ARRANGING_HOME - {"administrator"},  # who tells of no village
    "my_seasons:write": ARRANGING_HOME - {"administrator"},
    "sales:written": READING,
    "sales:doublets": READING,
    "sales:written_sale": READING_HOME,
    "sales:written_proof": READING_HOME,
    "sales:decide_sale": DESK,
    "sales:decide_doublet": DESK,
    "sales:corrections": READING,
    "sales:undo_correction": DESK,
    "sales:correct_line": DESK,
    "sales:hand_in": HANDING_IN,
    "sales:hand_in_files": HANDING_IN,
    "sales:confirm_files": HANDING_IN,
    "sales:offline_template": HANDING_IN,
    "sales:imports": HANDING_IN,
    "sales:import": HANDED_IN,
    "sales:bad_rows": HANDED_IN,
    "sales:tell_shop": DESK,
    "sales:confirm": DESK,
    "sales:discard": DESK,
    "sales:undo": DESK,
    "sales:redo": DESK,
    "sales:totals": READING,
    "sales:lines": READING,
    "sales:line": READING_HOME,
    "sales:session_lists": HANDING_IN,
    "sales:carry_out_session_list": HANDING_IN,
    "sales:session_results": READING,
    "sales:session_result": READING_HOME,
    "sales:session_lines": READING_HOME,
    "sales:unmapped": READING,
    "sales:map_listing": DESK,
    "sales:requests": READING,
    "sales:request": READING_HOME,
    "sales:decide_request": DESK,
    "sales:claim_account": set(),  # of nobody, where none is named
    "sales:strangers": READING,
    "sales:unclaimed": READING,
    "sales:provisional": READING,
    "sales:words": READING,
    "sales:note_word": DESKS,
    "sales:put_back_word": DESK,
    "sales:coverage": READING,
    "sales:changes": READING,
    "sales:change": READING_HOME,
    "help_zh": OFFICE | LEADERS,  # leaders write their pages in the admin
}
ADMINISTRATORS = {"administrator"}
OF_A_TABLE = {
    "index": READING, "index_results": READING, "history": READING_HOME, "add": DESKS, "upload": DESKS,
    "edit": DESK, "delete": DESK,
}  # fmt: skip
OF_TOWNSHIPS = OF_A_TABLE | dict.fromkeys(("add", "upload", "edit", "delete"), ADMINISTRATORS)
OF_TEAMS = OF_A_TABLE | {name: OF_A_TABLE[name] | {"room_manager"} for name in ("index", "index_results", "history")}
"""Who keeps the rooms knows the teams."""
OF_ROOMS = {name: who | {"room_manager"} for name, who in OF_A_VIEWSET.items()}
OF_FACTS = {name: who for name, who in OF_A_VIEWSET.items() if name not in ("add", "delete", "usage", "copy")}
"""Products come and go at their table."""
OF_RULES = dict.fromkeys(OF_A_VIEWSET, ADMINISTRATORS) | dict.fromkeys(("index", "index_results", "inspect"), READING)
"""Of everybody: administrators write them, the office of every township reads them."""
TABLES = ("villages", "accounts", "products", "origins", "skus", "sku_codes", "sessions")
VIEWSETS = {
    "sales_claims": OF_A_VIEWSET,
    "table_townships": OF_TOWNSHIPS,
    **{f"table_{name}": OF_A_TABLE for name in TABLES},
    "table_teams": OF_TEAMS,
    "rooms_rooms": OF_ROOMS,
    "products_facts": OF_FACTS,
    "products_batches": OF_A_VIEWSET,
    "products_soil": OF_A_VIEWSET,
    "products_standards": OF_RULES,
    "products_words": OF_RULES,
    "products_names": OF_RULES,
}


def expected_of(name: str) -> set[str]:
    """Raises KeyError for an address that nobody thought about."""
    if name in EXPECTED:
        return EXPECTED[name]
    space, _colon, view = name.rpartition(":")
    return VIEWSETS[space][view]
