"""Every kind of file that a table comes in, told by its bytes."""

import re
import struct
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest


def zip_of(**members):
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def html_of(table, encoding="gb18030"):
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in table)
    return f"<html><body><table border=1>{rows}</table></body></html>".encode(encoding)


def with_dimension(content, reference):
    target = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(target, "w") as new:
        for member in old.namelist():
            new.writestr(
                member, re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="%s"' % reference, old.read(member))
            )
    return target.getvalue()


class TestCsv:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
    def test_every_encoding_is_read(self, read, as_csv, douyin, encoding):
        assert read(as_csv(douyin({}), encoding)).values("选购商品") == ["大樱桃3斤装"]

    @pytest.mark.parametrize("separator", [",", "\t", ";"])
    def test_every_separator_is_read(self, read, as_csv, douyin, separator):
        assert read(as_csv(douyin({}), delimiter=separator)).values("订单应付金额") == [5259]

    def test_a_quoted_line_break_does_not_shift_the_row_numbers(self, read, as_csv, douyin):
        found = read(as_csv(douyin({"商家备注": "一\n二"}, {})))
        assert [row for row, _, _ in found.lines] == [2, 3]

    def test_a_character_cut_in_two_means_cut_off(self, refuse, as_csv, douyin):
        content = as_csv(douyin({}, {"流量体裁": "直播"})).rstrip()
        assert refuse(content[:-1]).code == "cut_off"

    def test_an_open_quote_means_cut_off(self, refuse, as_csv, douyin):
        assert refuse(as_csv(douyin({}, {})) + b'"6917\n').code == "cut_off"

    def test_a_short_last_row_without_its_end_means_cut_off(self, refuse, as_csv, douyin):
        assert refuse(as_csv(douyin({}, {})) + b"6917000000000000099,6917").code == "cut_off"

    def test_being_cut_off_outweighs_bad_rows(self, refuse, as_csv, douyin):
        content = as_csv(douyin({}, {"商品数量": "两"})) + b"6917000000000000099,6917"
        assert refuse(content).code == "cut_off"

    def test_a_missing_last_line_end_is_no_cut(self, read, as_csv, douyin):
        assert len(read(as_csv(douyin({}, {})).rstrip()).lines) == 2

    @pytest.mark.parametrize(
        "content",
        [
            b"\x89PNG\r\n\x1a\n" + bytes(100),
            b"%PDF-1.7\n" + b"x" * 100,
            bytes(range(256)) * 20,
            b"a,b\n" * 3000 + b"\0",
            b"\xff\xd8\xff\xe0" + b"x" * 50,
        ],
    )
    def test_what_is_no_text_is_no_table(self, refuse, content):
        assert refuse(content).code == "not_a_table"

    def test_characters_of_no_encoding(self, refuse):
        assert refuse("订单号,实付款\n".encode() + b"\xff\xff\xfe,1\n").code == "unknown_encoding"

    @pytest.mark.parametrize("content", [b"\n\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
    def test_nothing_but_blanks_has_no_rows(self, refuse, content):
        assert refuse(content).code in ("no_rows", "unknown_layout")

    def test_no_bytes(self, refuse):
        assert refuse(b"").code == "empty"


class TestWorkbooks:
    def test_numbers_and_times_of_cells_are_read(self, read, as_xlsx, douyin):
        change = {
            "订单应付金额": 52.59,
            "商品数量": 2,
            "订单提交时间": datetime(2026, 5, 31, 9, 42, 36),
            "商家编码": 123,
        }
        found = read(as_xlsx(douyin(change)))
        assert found.values("订单应付金额") + found.values("商品数量") == [5259, 2]
        assert found.values("订单提交时间") + found.values("商家编码") == ["2026-05-31 09:42:36", "123"]

    def test_a_long_number_cell_is_a_damaged_id(self, refuse, as_xlsx, douyin):
        assert refuse(as_xlsx(douyin({"子订单编号": 6917930000000012345}))).code == "damaged_ids"

    @pytest.mark.parametrize("reference", [b"A1", b"A1:B2", b"A1:XFD1048576"])
    def test_a_wrong_sheet_size_does_not_matter(self, read, as_xlsx, douyin, reference):
        found = read(with_dimension(as_xlsx(douyin({}, {}, {})), reference))
        assert len(found.lines) == 3

    def test_row_numbers_count_blank_rows_at_the_top(self, read, as_xlsx, douyin):
        found = read(as_xlsx([[], [], *douyin({})]))
        assert [row for row, _, _ in found.lines] == [4]

    def test_sheets_merged_by_hand_are_read_together(self, read, as_xlsx, douyin):
        first, second = douyin({"子订单编号": "11"}), douyin({"子订单编号": "12"})
        found = read(as_xlsx(first, [["姓名", "年龄"], ["甲", 20]], second))
        assert found.keys == ["11", "12"]
        assert (found.summary.sheets, found.summary.ignored_sheets) == (2, 1)

    def test_sheets_with_different_columns_are_refused(self, refuse, as_xlsx, douyin):
        assert refuse(as_xlsx(douyin({}), douyin({"流量体裁": ...}))).code == "sheets_differ"

    def test_sheets_of_two_platforms_are_refused(self, refuse, as_xlsx, douyin):
        offline = [["流水号", "日期", "金额(元)", "数量"], ["1", "2026-05-31", "10", "1"]]
        assert refuse(as_xlsx(douyin({}), offline)).code == "several_platforms"

    def test_a_cut_workbook_is_cut_off(self, refuse, as_xlsx, douyin):
        assert refuse(as_xlsx(douyin({}))[:-200]).code == "cut_off"

    def test_an_empty_workbook_has_no_rows(self, refuse, as_xlsx):
        assert refuse(as_xlsx([])).code == "no_rows"

    def test_old_workbooks_are_read(self, read, as_xls, douyin):
        assert len(read(as_xls(douyin({}, {})), "orders.xls").lines) == 2

    def test_too_many_rows(self, refuse, as_xlsx, monkeypatch):
        header = ["流水号", "日期", "金额(元)", "数量"]
        body = b"".join(b"<row><c><v>1</v></c></row>" for _ in range(200_002))
        content = as_xlsx([header])
        target = BytesIO()
        with ZipFile(BytesIO(content)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
            for member in old.namelist():
                new.writestr(member, old.read(member).replace(b"</sheetData>", body + b"</sheetData>"))
        assert refuse(target.getvalue()).code == "too_many_rows"


class TestLockedWorkbooks:
    def test_the_end_of_the_name_opens_it(self, read, as_xlsx, douyin, locked):
        content = locked(as_xlsx(douyin({})), "k7m2q9")
        assert len(read(content, "订单-k7m2q9 (1).xlsx").lines) == 1

    def test_a_password_opens_it(self, read, as_xlsx, douyin, locked):
        content = locked(as_xlsx(douyin({})), "秘密 word")
        assert len(read(content, "a.xlsx", password="秘密 word").lines) == 1

    def test_without_one_it_is_asked_for(self, refuse, as_xlsx, douyin, locked):
        content = locked(as_xlsx(douyin({})), "geheim")
        assert refuse(content, "a.xlsx").code == "password_needed"
        assert refuse(content, "a.xlsx", password="falsch").code == "wrong_password"


class TestHtml:
    @pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig"])
    def test_web_pages_named_xls_are_read(self, read, douyin, encoding):
        found = read(html_of(douyin({}, {}), encoding), "orders.xls")
        assert found.values("选购商品") == ["大樱桃3斤装"] * 2

    def test_left_out_end_tags_do_not_matter(self, read, douyin):
        content = html_of(douyin({}, {})).replace(b"</td>", b"").replace(b"</tr>", b"")
        assert len(read(content).lines) == 2

    def test_a_page_that_breaks_off_is_cut_off(self, refuse, douyin):
        assert refuse(html_of(douyin({}, {}))[:-40]).code == "cut_off"


class TestZips:
    def test_the_one_table_inside_is_read_and_its_name_tells_the_time(self, read, as_csv, douyin):
        content = zip_of(**{"1791430000_a.csv": as_csv(douyin({})), "__MACOSX/._a.csv": b"x", ".DS_Store": b"x"})
        found = read(content, "orders.zip")
        assert (len(found.lines), found.summary.exported_at) == (1, "2026-10-08 11:26:40")

    def test_the_outer_name_counts_before_the_inner(self, read, as_csv, douyin):
        found = read(zip_of(**{"1791430000_a.csv": as_csv(douyin({}))}), "20260601.zip")
        assert found.summary.exported_at == "2026-06-01 00:00:00"

    def test_names_in_gbk_are_read(self, read, as_xlsx, douyin, locked):
        content = zip_of(**{"XXXXXX-k7m2q9.xlsx": locked(as_xlsx(douyin({})), "密码k7m2")})
        content = content.replace(b"XXXXXX-k7m2q9", "订单-密码k7m2".encode("gbk"))
        assert len(read(content, "a.zip").lines) == 1

    def test_several_tables_are_refused(self, refuse, as_csv, douyin):
        content = as_csv(douyin({}))
        assert refuse(zip_of(**{"a.csv": content, "b.csv": content})).code == "several_files"

    def test_a_zip_in_a_zip_is_refused(self, refuse, as_csv, douyin):
        assert refuse(zip_of(inner=zip_of(**{"a.csv": as_csv(douyin({}))}))).code == "not_a_table"

    def test_an_empty_zip_is_no_table(self, refuse):
        assert refuse(zip_of()).code == "not_a_table"

    def test_a_cut_zip_is_cut_off(self, refuse, as_csv, douyin):
        assert refuse(zip_of(**{"a.csv": as_csv(douyin({}))})[:-30]).code == "cut_off"

    def test_a_member_that_unpacks_to_too_much_is_refused(self, refuse, as_csv, douyin):
        content = zip_of(**{"a.csv": as_csv(douyin({}))})
        place = content.index(b"PK\x01\x02") + 24
        assert refuse(content[:place] + struct.pack("<I", 3 << 30) + content[place + 4 :]).code == "too_large"

    def test_a_document_is_no_table(self, refuse):
        assert refuse(zip_of(**{"[Content_Types].xml": "x", "word/document.xml": "x"})).code == "not_a_table"
