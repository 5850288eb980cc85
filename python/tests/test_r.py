"""The R of docs/r.md runs, where R is: base R over the tables, RSQLite over the record."""

import os
import re
import shutil
import subprocess

import pytest

from conftest import ROOT

BLOCKS = re.findall(r"```r\n(.*?)```", (ROOT / "docs" / "r.md").read_text(encoding="utf-8"), re.S)


@pytest.mark.parametrize(("block", "package"), [(0, "base"), (2, "RSQLite")])
def test_what_r_users_are_told_runs(record, tmp_path, block, package):
    if not shutil.which("Rscript"):
        pytest.skip("skipped: no R")
    if subprocess.run(["Rscript", "-e", f"library({package})"], capture_output=True).returncode:
        pytest.skip(f"skipped: R has no {package}")
    record.export("csv", tmp_path / "tables")
    script = tmp_path / "block.R"
    script.write_text(BLOCKS[block], encoding="utf-8")
    places = {"TABLES": str(tmp_path / "tables"), "RECORD": str(record.path)}
    done = subprocess.run(["Rscript", script], env={**os.environ, **places}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
