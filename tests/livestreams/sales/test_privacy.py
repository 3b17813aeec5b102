"""Buyers' data: in every place that a file has for it, and nowhere afterwards (contracts, section 2)."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from unittest.mock import Mock
from zipfile import ZipFile

import msoffcrypto
import pytest
from django.views.debug import ExceptionReporter

from livestreams.sales.importing import HandIn, import_files
from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.privacy import mask_personal
from tests.livestreams.sales.builders import SHOPS, order_file, row, xlsx
from tests.livestreams.sales.processes import PATIENCE, Site, copy_of, wait_for

NAME, PHONE, ADDRESS = "欧阳翠花", "13987654321", "幸福巷八十八号"
IDENTITY, REMARK = "142733199001011234", "放门口鞋柜里谢谢张婶"
PLANTED = (NAME, PHONE, ADDRESS, IDENTITY, REMARK)
PERSONAL = dict.fromkeys(
    ("收件人", "收货人", "收件人姓名", "收货人姓名", "买家昵称", "买家会员名", "达人昵称备用"), NAME
)
PERSONAL |= dict.fromkeys(("收件人手机号", "手机", "联系电话", "收货人电话", "联系手机"), PHONE)
PERSONAL |= dict.fromkeys(("详细地址", "收货地址", "收货人地址", "街道", "收货地址-详细地址"), ADDRESS)
PERSONAL |= dict.fromkeys(("身份证号", "身份证号码", "证件号"), IDENTITY)
PERSONAL |= dict.fromkeys(("买家留言", "商家备注", "备注", "订单备注", "客户资料"), REMARK + PHONE)
DUMP = """
import zlib
from django.apps import apps
from django.db import connection
with connection.cursor() as cursor:
    for table in connection.introspection.table_names():
        cursor.execute(f'SELECT * FROM "{table}"')
        for cells in cursor.fetchall():
            for cell in cells:
                if isinstance(cell, (bytes, memoryview)):
                    cell = bytes(cell)
                    cell = zlib.decompress(cell).decode() if table.endswith("sightingchunk") else cell
                print(table, cell)
"""
RUN_ALL = """
import json
from django.core.management import call_command
statuses = []
for command in %s:
    try:
        call_command(*command)
        statuses.append(0)
    except SystemExit as ended:
        statuses.append(ended.code)
print(json.dumps(statuses))
"""
CRASHES = {
    "staging": ["staging:keep_sightings"],
    "sightings": ["sightings:ChunkWriter.write"],
    "folding": ["refolding:Refolder.replace"],
    "switching": ["deltas:Deltas.write"],
}


def content(platform: str, **said: str) -> bytes:
    titled = f"导出人：{NAME} {PHONE}\n".encode()
    rows = [row(platform, f"10{number}", **PERSONAL, **said) for number in range(3)]
    rows.append(rows[0] | {"买家留言": REMARK})
    return b"\xef\xbb\xbf" + titled + order_file(*rows).removeprefix(b"\xef\xbb\xbf")


def zipped(name: str, inside: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr(name, inside)
    return target.getvalue()


def locked(inside: bytes, password: str) -> bytes:
    target = BytesIO()
    msoffcrypto.OfficeFile(BytesIO(inside)).encrypt(password, target)
    return target.getvalue()


def order_files(platform: str) -> dict[str, bytes]:
    """Good, refused and broken ones by name, the names with a phone number in them."""
    csv, unpaid = content(platform), content(platform, amount="20.00")
    return {
        f"{PHONE}.csv": csv,
        f"{PHONE}.xlsx": xlsx(unpaid),
        f"{PHONE} {IDENTITY}.zip": zipped(f"{PHONE}.csv", content(platform, amount="30.00")),
        f"{PHONE}-k7m2q9.xlsx": locked(xlsx(content(platform, amount="40.00")), "k7m2q9"),
        f"{PHONE}-locked.xlsx": locked(xlsx(csv), "nobody"),
        f"{PHONE}-amount.csv": content(platform, amount=f"{PHONE}转{IDENTITY}"),
        f"{PHONE}-time.xlsx": xlsx(content(platform, paid=f"{IDENTITY} {PHONE}")),
        f"{PHONE}-cut.xlsx": xlsx(csv)[:-300],
        f"{PHONE}-no-key.csv": order_file(row(platform, "1", **PERSONAL), without=LAYOUTS[platform].key),
        f"{PHONE}-strange.csv": f"姓名,电话\n{NAME},{PHONE}\n{NAME},{PHONE}\n".encode(),
    }


@pytest.fixture(scope="module")
def site(small_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("private")
    with copy_of(small_site, folder / "site") as site:
        (folder / "tmp").mkdir()
        site.env["TMPDIR"] = str(folder / "tmp")
        yield site


def assert_nowhere(site: Site, *said: str) -> None:
    """In no table, no file's content, no file's name, nothing said."""
    found = [*said, site.run("shell", "-v0", "-c", DUMP)]
    for path in [*site.folder.rglob("*"), *Path(site.env["TMPDIR"]).rglob("*")]:
        found.append(str(path.relative_to(site.folder.parent)))
        if path.is_file() and path.parent.name != "tables":
            found.append(path.read_bytes().decode("utf-8", "replace"))
    leaks = {word for word in PLANTED for text in found if word in text}
    assert leaks == set()


@pytest.mark.parametrize("platform", sorted(LAYOUTS))
def test_whatever_is_planted_in_order_files_is_nowhere_afterwards(site, tmp_path, platform):
    commands = []
    for name, bytes_of in order_files(platform).items():
        (tmp_path / name).write_bytes(bytes_of)
        command = ["import_orders", str(tmp_path / name), "--account", SHOPS[platform], "--format", "json"]
        commands.append(command + ["--skip-bad"] * ("amount" in name))
    process = site.start("shell", "-v0", "-c", RUN_ALL % commands)
    said = process.communicate(timeout=PATIENCE)
    statuses = json.loads(said[0].splitlines()[-1])
    assert statuses[:5] == [0, 0, 0, 0, 1], said
    assert set(statuses[7:]) == {1}
    assert_nowhere(site, *said)


@pytest.mark.parametrize("where", CRASHES)
def test_a_crash_tells_nothing(site, tmp_path, where):
    path = tmp_path / "orders-20260701.csv"
    path.write_bytes(content("kuaishou", amount="55.00", title=where))
    hold = {"at": f"livestreams.sales.{CRASHES[where][0]}", "signal": str(tmp_path / "there"), "fail": True}
    process = site.start("import_orders", path, holds=[hold])
    output, errors = process.communicate(timeout=PATIENCE)
    assert "broken on purpose" in errors
    assert_nowhere(site, output, errors)


def test_while_a_file_is_read_nothing_of_it_has_a_name_on_disk(site, tmp_path):
    path = tmp_path / "orders-20260702.csv"
    path.write_bytes(content("kuaishou", amount="66.00"))
    there, go = tmp_path / "there", tmp_path / "go"
    hold = {"at": "livestreams.sales.staging:keep_sightings", "signal": str(there), "until": str(go)}
    process = site.start("import_orders", path, holds=[hold])
    wait_for(there, process)
    try:
        assert_nowhere(site)
    finally:
        go.touch()
        process.communicate(timeout=PATIENCE)


@pytest.mark.django_db
@pytest.mark.parametrize("where", CRASHES)
def test_the_page_of_a_crash_shows_none_of_it(world, monkeypatch, where, caplog):
    module, _, path = CRASHES[where][0].partition(":")
    monkeypatch.setattr(f"livestreams.sales.{module}.{path}", Mock(side_effect=RuntimeError("broken on purpose")))
    try:
        import_files([HandIn(BytesIO(content("kuaishou")), f"{PHONE}.csv", password=f"x{PHONE}")])
    except RuntimeError as error:
        assert error.__traceback__
        reporter = ExceptionReporter(None, RuntimeError, error, error.__traceback__.tb_next)
        pages = [reporter.get_traceback_html(), reporter.get_traceback_text(), caplog.text]
    assert "broken on purpose" in pages[1]
    assert [word for word in PLANTED for page in pages if word in page] == []


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("13987654321.csv", "***********.csv"),
        ("139 8765 4321.csv", "*************.csv"),
        ("142733199001011234.csv", "******************.csv"),
        ("14273319900101123X.csv", "******************.csv"),
        ("订单20260531093000.csv", "订单20260531093000.csv"),
        ("1780272000_2026-05-31.csv", "1780272000_2026-05-31.csv"),
    ],
)
def test_phone_and_identity_numbers_in_names_are_masked_and_stamps_stay(name, masked):
    assert mask_personal(name) == masked
