import datetime
from pathlib import Path

import openpyxl
import pytest

from livestreams.sales.tables import TableRefused, load_tables
from livestreams.sales.times import BEIJING
from livestreams.sessions.models import Session
from livestreams.teams.models import Account
from zhunong.places.models import Village

pytestmark = pytest.mark.django_db

SESSION = ["s", "场", "douyin", 1001, datetime.datetime(2026, 5, 3, 20), datetime.datetime(2026, 5, 4), "feng-team:100"]
ACCOUNT = ["douyin", 123456789012345, "店", "shop", "anyu", None, datetime.date(2026, 1, 1), None]


def write_workbook(path: Path, *rows: list) -> None:
    path.with_suffix(".csv").unlink(missing_ok=True)
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def add_in_workbook(tables, name: str, row: list) -> None:
    header = (tables.directory / f"{name}.csv").read_text("utf-8").splitlines()[0]
    write_workbook(tables.directory / f"{name}.xlsx", header.split(","), row)


def test_a_workbook_stands_for_a_csv_file(tables):
    add_in_workbook(tables, "sessions", SESSION)
    load_tables(tables.directory)
    session = Session.objects.get(slug="s")
    assert session.started_at == datetime.datetime(2026, 5, 3, 20, tzinfo=BEIJING)
    assert session.ended_at == datetime.datetime(2026, 5, 4, tzinfo=BEIJING)


def test_an_id_of_15_digits_may_be_a_number(tables):
    tables.only("townships", "anyu,安峪镇,绛县")
    write_workbook(tables.directory / "accounts.xlsx", ACCOUNT_HEADER, ACCOUNT)
    load_tables(tables.directory)
    assert Account.objects.get().account_id == "123456789012345"


ACCOUNT_HEADER = ["platform", "account_id", "nickname", "kind", "township", "team", "valid_from", "valid_to"]


@pytest.mark.parametrize("damaged", [1234567890123456, "1.23457E+15", datetime.date(2026, 3, 5)])
def test_an_id_that_a_spreadsheet_damaged_is_refused(tables, damaged):
    tables.only("townships", "anyu,安峪镇,绛县")
    write_workbook(tables.directory / "accounts.xlsx", ACCOUNT_HEADER, [ACCOUNT[0], damaged, *ACCOUNT[2:]])
    with pytest.raises(TableRefused, match=r"accounts\.xlsx row 2, column account_id: a spreadsheet has"):
        load_tables(tables.directory)


def test_csv_and_workbook_of_one_table_are_refused(tables):
    (tables.directory / "teams.xlsx").write_bytes(b"")
    with pytest.raises(TableRefused, match=r"^teams\.xlsx: teams\.csv stands beside it"):
        load_tables(tables.directory)


def test_a_workbook_that_is_none_is_refused(tables):
    (tables.directory / "teams.csv").rename(tables.directory / "teams.xlsx")
    with pytest.raises(TableRefused, match=r"^teams\.xlsx: this is not a workbook"):
        load_tables(tables.directory)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_characters_are_read_in(tables, encoding):
    path = tables.directory / "villages.csv"
    path.write_text(path.read_text("utf-8"), encoding=encoding)
    load_tables(tables.directory)
    assert Village.objects.get(slug="feng").name == "冯村"


def test_characters_of_no_known_encoding_are_refused(tables):
    (tables.directory / "villages.csv").write_bytes(b"slug,name,township\nfeng,\xff\xff,anyu\n")
    with pytest.raises(TableRefused, match=r"^villages\.csv: the characters cannot be read"):
        load_tables(tables.directory)


def test_blanks_and_tabs_around_cells_do_not_matter(tables):
    load_tables(tables.replace("accounts", "douyin,1002,冯村主播", " douyin ,\t1002\t, 冯村主播 "))
    assert Account.objects.get(account_id="1002").nickname == "冯村主播"


def test_blank_rows_are_passed_over_but_counted(tables):
    tables.write("villages", "slug,name,township", "feng,冯村,anyu", "", ",,", "xiabai,,anyu")
    with pytest.raises(TableRefused, match=r"villages\.csv row 5, column name"):
        load_tables(tables.directory)


def test_an_open_quotation_mark_is_refused(tables):
    tables.add("villages", 'changgan,"长杆村,anyu')
    with pytest.raises(TableRefused, match=r"villages\.csv row 5: the row is not proper csv"):
        load_tables(tables.directory)


def test_an_empty_file_is_refused_by_its_first_column(tables):
    (tables.directory / "villages.csv").write_bytes(b"")
    with pytest.raises(TableRefused, match=r"villages\.csv row 1, column slug: the column is missing"):
        load_tables(tables.directory)


def test_a_table_without_rows_is_none_the_less_a_table(tables):
    assert load_tables(tables.only("villages")).tables["villages"].created == 0


def test_a_directory_without_tables_is_refused(tmp_path):
    (tmp_path / "orders.csv").write_text("slug\n")
    with pytest.raises(TableRefused, match="none of the tables is in this directory"):
        load_tables(tmp_path)


def test_a_directory_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(TableRefused, match="there is no such directory"):
        load_tables(tmp_path / "nowhere")
