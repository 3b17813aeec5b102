"""The child process: what passes through it, what does not, and that it ends."""

import hashlib
import os
import re
import signal
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

import pytest

from livestreams.sales.reading import BAD_REASONS, SENTENCES, OrderFile, Refused
from livestreams.sales.reading import child as child_module
from livestreams.sales.reading.whole_file import Options

SECRETS = ("王五", "13800138000", "某村1号", "李四", "密密密")


def everything_of(reading):
    return repr(vars(reading))


def test_nothing_but_kept_columns_comes_out(read, as_csv, douyin):
    found = everything_of(read(as_csv(douyin({}, {}))))
    assert [secret for secret in SECRETS if secret in found] == []


@pytest.mark.parametrize(
    "change",
    [
        {"商品数量": "两"},
        {"子订单编号": "6.9E+18"},
        {"支付完成时间": "13800138000"},
        {"流量体裁": ..., "达人ID": ...},
        {"子订单编号": "-"},
    ],
)
def test_nothing_comes_out_of_a_refusal(refuse, as_csv, douyin, change):
    refused = refuse(as_csv(douyin(change, change)))
    told = repr((refused, str(refused), refused.params, refused.bad, vars(refused), refused.__cause__))
    assert [secret for secret in SECRETS if secret in told] == []


def test_nothing_comes_out_of_a_shifted_row(refuse, as_csv, douyin):
    table = douyin({}, {})
    table[2].insert(0, "密密密")
    refused = refuse(as_csv(table))
    assert [secret for secret in SECRETS if secret in repr(refused.bad)] == []


def test_a_crash_tells_where_it_happened_and_nothing_else(monkeypatch):
    def crash(*_):
        raise KeyError("王五 13800138000")

    monkeypatch.setattr(child_module, "send_file", crash)
    pipe = BytesIO()
    child_module.report(BytesIO(b"x"), Options("a.csv"), pipe)
    assert "王五".encode() not in pipe.getvalue()
    assert re.search(rb"KeyError at child.py:\d+", pipe.getvalue())


def test_a_child_that_dies_without_a_word_refuses_the_file(as_csv, douyin):
    with OrderFile(BytesIO(as_csv(douyin(*[{}] * 30_000))), "a.csv") as file:
        chunks = file.chunks()
        next(chunks)
        file.child.kill()
        with pytest.raises(Refused) as caught:
            list(chunks)
    assert caught.value.code == "unreadable"
    assert str(caught.value) == SENTENCES["unreadable"]


def test_the_child_is_gone_after_the_block(as_csv, douyin):
    with OrderFile(BytesIO(as_csv(douyin(*[{}] * 30_000))), "a.csv") as file:
        next(file.chunks())
        process = file.child
    assert process.poll() is not None


def test_a_child_that_does_nothing_is_ended_too(as_csv, douyin):
    with OrderFile(BytesIO(as_csv(douyin({}))), "a.csv") as file:
        process = file.child
        os.kill(process.pid, signal.SIGSTOP)
    assert process.returncode == -signal.SIGKILL


def test_the_child_is_gone_after_a_refusal():
    file = OrderFile(BytesIO(b"a,b\n1,2\n"), "a.csv")
    with pytest.raises(Refused):
        file.__enter__()
    assert file.child is None


def test_size_hash_and_progress_are_known(as_csv, douyin):
    content = as_csv(douyin({}))
    with OrderFile(BytesIO(content), "a.csv") as file:
        assert (file.size, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())
        assert file.progress is None
        for _ in file.chunks():
            assert 0 < file.progress <= 1
    assert file.progress == 1.0


@pytest.mark.parametrize("kind", [tempfile.TemporaryFile, tempfile.SpooledTemporaryFile, tempfile.NamedTemporaryFile])
def test_real_files_are_read_from_their_start_wherever_they_stand(as_csv, douyin, kind):
    with kind() as stream:
        stream.write(as_csv(douyin({})))
        with OrderFile(stream, "a.csv") as file:
            assert sum(map(len, file.chunks())) == 1


def test_nothing_is_put_on_disk_under_a_name(as_csv, douyin, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with OrderFile(BytesIO(as_csv(douyin(*[{}] * 5000))), "a.csv") as file:
        for _ in file.chunks():
            assert list(tmp_path.iterdir()) == []


def test_the_child_gets_no_secret_of_the_environment(as_csv, douyin, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "geheim")
    with OrderFile(BytesIO(as_csv(douyin(*[{}] * 30_000))), "a.csv") as file:
        assert b"geheim" not in Path(f"/proc/{file.child.pid}/environ").read_bytes()


def test_the_child_does_not_import_django():
    code = "import sys, livestreams.sales.reading.child; print('django' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=os.getcwd(), check=True)
    assert told.stdout.strip() == "False"


def test_every_reason_has_its_sentence():
    assert all(sentence.endswith(".") for sentence in [*SENTENCES.values(), *BAD_REASONS.values()])


def test_a_refusal_of_another_part_can_be_shown_too():
    assert str(Refused("file_of_other_shop", shop="甲")) == "file_of_other_shop"
