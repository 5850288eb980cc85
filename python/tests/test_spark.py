"""An archive read and compared on Spark gives the record that one machine gives. Skipped where there is no Spark."""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import threading
import time

import pyarrow
import pytest

import rapporteur
from rapporteur import archive

LOOPBACK = pathlib.Path(__file__).resolve().parents[1] / "jobs" / "loopback.py"

sql = pytest.importorskip("pyspark.sql", reason="skipped: pyspark is not installed")
spark = pytest.importorskip("rapporteur.spark")

pytestmark = pytest.mark.skipif(
    shutil.which("java") is None and "JAVA_HOME" not in os.environ, reason="skipped: Spark wants Java, and there is none"
)


@pytest.fixture(scope="module")
def session():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "4", "spark.driver.bindAddress": "127.0.0.1"}
    session = sql.SparkSession.builder.master("local[2, 8]").config(map=settings).getOrCreate()
    yield session
    session.stop()


def test_the_record_is_the_same(session, sources, expected, tmp_path):
    lines = spark.gather(session, sources, tmp_path / "out")
    assert [line["path"] for line in lines] == sources
    comparison = spark.compare(session, tmp_path / "out", shares=3)
    assert comparison.pairs, "the example has reprints"
    archive.keep(tmp_path / "out", tmp_path / "talks.db")
    record = rapporteur.open(tmp_path / "talks.db", compared=comparison)
    assert record.export("json") == expected
    alone = rapporteur.open(tmp_path / "talks.db", compared=comparison._replace(pairs=[]))
    assert alone.export("json") != expected, "what was compared counts"
    archive.write_tables(record, tmp_path / "tables")
    meetings = pyarrow.parquet.read_table(tmp_path / "tables" / "meetings.parquet")
    assert meetings.equals(pyarrow.table(record["meetings"]))


def test_what_was_read_here_is_not_read_there(session, sources, tmp_path):
    here = archive.gather(sources, tmp_path)
    written = {file: file.stat().st_mtime_ns for file in (tmp_path / "readings").iterdir()}
    assert spark.gather(session, sources, tmp_path) == here
    assert written == {file: file.stat().st_mtime_ns for file in (tmp_path / "readings").iterdir()}


def test_a_comparison_of_other_articles_is_refused(session, sources, tmp_path):
    archive.gather(sources[:2], tmp_path)
    comparison = spark.compare(session, tmp_path, shares=2)
    archive.gather(sources, tmp_path)
    archive.keep(tmp_path, tmp_path / "talks.db")
    with pytest.raises(rapporteur.UsageError, match="compared were"):
        rapporteur.open(tmp_path / "talks.db", compared=comparison)
    with pytest.raises(rapporteur.UsageError, match="as of a day"):
        rapporteur.open(tmp_path / "talks.db", "2023-05-01", compared=comparison)


def test_an_archive_without_articles_is_compared(session, sources, tmp_path):
    archive.gather(sources[-1:], tmp_path)
    assert spark.compare(session, tmp_path) == (0, 0, [])


def test_a_step_that_cannot_be_done_says_why(session, sources, tmp_path):
    with pytest.raises(rapporteur.UsageError, match="named twice"):
        spark.gather(session, [*sources, sources[0]], tmp_path)
    with pytest.raises(rapporteur.UsageError, match="gather first"):
        spark.compare(session, tmp_path)
    line, *_ = archive.gather(sources, tmp_path)
    manifest = tmp_path / "manifest" / pathlib.Path(line["file"]).with_suffix(".json").name
    manifest.write_text(json.dumps({**line, "sha256": "0" * 64}))
    with pytest.raises(Exception, match="is not what was read of"):
        spark.compare(session, tmp_path)


def test_a_document_that_ends_its_worker_is_left_out_and_the_rest_is_read(session, poisoned, tmp_path):
    out, done, killed = tmp_path / "out", threading.Event(), []
    killer = threading.Thread(target=kill_whoever_begins, args=(poisoned, out, done, killed), daemon=True)
    killer.start()
    try:
        (line,) = spark.gather(session, [poisoned.path], out)
    finally:
        done.set()
        killer.join()
    assert len(killed) == 2 and line["rows"] == poisoned.rows
    archive.keep(out, tmp_path / "kept.db")
    poisoned.check(rapporteur.open(tmp_path / "kept.db"))


def kill_whoever_begins(poisoned, out, done, killed):
    """As a system does that has no memory left for the document."""
    while not done.is_set():
        if poisoned.begun(out):
            killed.append(workers())
            for pid in killed[-1]:
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.002)


def workers():
    """The processes that Spark's daemons have forked, of this test and no other."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, check=True, text=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    parent = {int(pid): int(above) for pid, above, *_ in rows}
    daemons = {int(pid) for pid, _, *words in rows if words and "pyspark.daemon" in words[0]}

    def ours(pid):
        while pid in parent and pid != os.getpid():
            pid = parent[pid]
        return pid == os.getpid()

    return [pid for pid in daemons if parent[pid] in daemons and ours(pid)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="skipped: the cluster's processes are watched in /proc")
def test_a_cluster_that_loses_a_worker_makes_the_record_of_one_machine(sources, tmp_path):
    (tmp_path / "paths").write_text("\n".join(sources))
    here, there = (
        subprocess.run(
            [sys.executable, LOOPBACK, "--out", tmp_path / name, "--paths", tmp_path / "paths", "--memory", "1g", *words],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for name, words in [("here", ["--threads", "2"]), ("there", ["--compare-on-cluster", "--kill-worker", "1"])]
    )
    assert "killed" in there
    assert re.findall("sha256 [0-9a-f]{64}", here) == re.findall("sha256 [0-9a-f]{64}", there) != []
