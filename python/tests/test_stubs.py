"""What the stubs promise is what is there."""

import subprocess
import sys

import pytest

import rapporteur

# Others' packages may have no stubs of their own.
SETTINGS = "[mypy]\nignore_missing_imports = True\n"


def test_the_stubs_are_of_this_package(tmp_path):
    pytest.importorskip("mypy")
    (tmp_path / "mypy.ini").write_text(SETTINGS)
    line = [sys.executable, "-m", "mypy.stubtest", "rapporteur", "--ignore-missing-stub"]
    line += ["--concise", "--mypy-config-file", "mypy.ini"]
    done = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", [rapporteur, rapporteur.batches])
def test_everything_public_says_what_it_is(module):
    for name in module.__all__:
        thing = getattr(module, name)
        members = vars(thing) if isinstance(thing, type) else {}
        silent = [member for member in members if member[0] != "_" and not getattr(thing, member).__doc__]
        assert thing.__doc__ and silent == [], (name, silent)
