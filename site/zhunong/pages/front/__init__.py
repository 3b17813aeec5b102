"""What public pages show of the rooms below: one module for each kind of page, none asks once for each row."""
