"""Answers as files."""

import csv
import json
from io import BytesIO, StringIO

import openpyxl
import pytest

from livestreams.sales.exports import as_csv, as_xlsx, plain_jin, write_answer
from livestreams.sales.totals import Answer, Question, TotalRow


@pytest.fixture
def answer() -> Answer:
    rows = [TotalRow(("a",), 1, 2, 2500, 1234567_89, 100, 5), TotalRow((None,), 1, 1, 0, 50, 0, 0)]
    return Answer(Question(("team",)), rows)


def test_json_has_the_contracts_fields(answer):
    first = json.loads(write_answer(answer, "json"))["rows"][0]
    assert list(first) == ["team", "lines", "items", "weight_g", "paid_fen", "refunded_fen", "net_fen"]


def test_csv_begins_with_a_bom_and_ends_with_the_total(answer):
    content = as_csv(answer)
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"))))
    assert content.startswith(b"\xef\xbb\xbf")
    assert rows[-1][4:] == ["1234568.39", "1.00", "1234567.39", "0.05"]


def test_csv_makes_names_harmless(answer):
    assert "'=1+1" in as_csv(answer, lambda dimension, key: "=1+1").decode()


def test_xlsx_has_real_numbers(answer):
    rows = list(openpyxl.load_workbook(BytesIO(as_xlsx(answer))).active.values)
    assert rows[1] == ("a", 1, 2, 5, 1234567.89, 1, 1234566.89, 0.05)


@pytest.mark.parametrize(("grams", "text"), [(2500, "5"), (0, "0"), (617_283_945, "1234567.89"), (1, "0.002")])
def test_weight_is_told_to_the_gram(grams, text):
    assert plain_jin(grams) == text
