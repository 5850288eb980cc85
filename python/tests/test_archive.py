"""An archive read file by file gives the record that one reading of it gives, however often it is broken off."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import rapporteur
from rapporteur import archive

JOB = Path(__file__).resolve().parents[1] / "jobs" / "archive.py"

GATHER = """
import sys
from rapporteur import archive
archive.gather(sys.argv[2:], sys.argv[1], jobs=1)
"""


def test_a_second_run_reads_nothing_and_the_record_is_the_same(sources, expected, tmp_path):
    first = archive.gather(sources, tmp_path, jobs=2)
    files = {file: file.stat().st_mtime_ns for file in (tmp_path / "readings").iterdir()}
    assert archive.gather(sources[::-1], tmp_path) == first[::-1]
    assert files == {file: file.stat().st_mtime_ns for file in (tmp_path / "readings").iterdir()}
    archive.keep(tmp_path, tmp_path / "talks.db")
    assert rapporteur.open(tmp_path / "talks.db").export("json") == expected


def test_a_run_that_was_broken_off_goes_on(sources, expected, tmp_path):
    archive.gather(sources[:2], tmp_path)
    (tmp_path / "readings" / "half.part").write_bytes(b"half a file")
    (tmp_path / "manifest" / "half.part").write_text("{")
    archive.gather(sources, tmp_path)
    archive.keep(tmp_path, tmp_path / "talks.db")
    assert rapporteur.open(tmp_path / "talks.db").export("json") == expected


def test_a_file_that_was_changed_is_found_out(sources, tmp_path):
    line, *_ = archive.gather(sources, tmp_path)
    file = tmp_path / line["file"]
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(rapporteur.UsageError, match="is not what was read"):
        archive.keep(tmp_path, tmp_path / "talks.db")


def test_a_step_without_the_one_before_it_says_so(sources, tmp_path):
    with pytest.raises(rapporteur.UsageError, match="gather first"):
        archive.keep(tmp_path, tmp_path / "talks.db")
    with pytest.raises(rapporteur.UsageError, match="named twice"):
        archive.gather([*sources, sources[0]], tmp_path)
    with pytest.raises(rapporteur.UsageError, match="no path"):
        archive.gather([], tmp_path)


def test_the_job_runs_without_an_engine(sources, expected, tmp_path):
    (tmp_path / "paths").write_text("\n".join(sources))
    line = [sys.executable, JOB, "--threads", "2", "--out", tmp_path / "out", "--paths", tmp_path / "paths"]
    told = subprocess.run(line, capture_output=True, check=True, text=True).stdout
    assert rapporteur.open(tmp_path / "out" / "record.db").export("json") == expected
    assert (tmp_path / "out" / "tables" / "meetings.parquet").exists()
    assert "record: sha256 " in told


@pytest.mark.skipif(os.name != "posix", reason="skipped: processes are killed otherwise here")
def test_a_document_at_which_the_process_ends_is_left_out_at_the_third_run(poisoned, tmp_path):
    out = tmp_path / "out"
    assert [run_until(poisoned, out) for _ in range(3)] == ["killed", "killed", "done"]
    archive.keep(out, tmp_path / "kept.db")
    poisoned.check(rapporteur.open(tmp_path / "kept.db"))


def run_until(poisoned, out):
    """Reads, in a process that is killed as soon as it has begun with the bad document."""
    reading = subprocess.Popen([sys.executable, "-c", GATHER, out, poisoned.path])
    while reading.poll() is None:
        if poisoned.begun(out):
            reading.kill()
            reading.wait()
            return "killed"
        time.sleep(0.002)
    assert reading.returncode == 0
    return "done"
