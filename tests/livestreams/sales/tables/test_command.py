import json

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def test_people_read_a_line_a_table(tables, capsys):
    call_command("load_tables", tables.directory)
    assert "villages: 3 new, 0 changed, 0 unchanged\n" in capsys.readouterr().out


def test_scripts_read_one_json_object(tables, capsys):
    call_command("load_tables", tables.only("townships", "anyu,安峪镇,绛县"), format="json")
    tally = {"created": 1, "changed": 0, "unchanged": 0}
    assert json.loads(capsys.readouterr().out) == {"tables": {"townships": tally}, "recredited": 0}


def test_a_refusal_ends_with_status_1_and_its_reason(tables):
    tables.add("villages", "changgan,,anyu")
    with pytest.raises(CommandError, match=r"villages\.csv row 5, column name") as refused:
        call_command("load_tables", tables.directory)
    assert refused.value.returncode == 1


def test_scripts_read_a_refusal_as_json(tables, capsys):
    tables.add("villages", "changgan,,anyu")
    with pytest.raises(CommandError):
        call_command("load_tables", tables.directory, format="json")
    assert json.loads(capsys.readouterr().out)["error"].startswith("villages.csv row 5, column name: ")
