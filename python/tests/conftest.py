"""The bundled example, read by the package and, where it is built, by the command."""

import json
import os
import subprocess
import threading
from pathlib import Path

import pytest

import rapporteur

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "examples" / "moscow-talks" / "pages"


@pytest.fixture(scope="session")
def pages():
    return PAGES


@pytest.fixture(scope="session")
def record(tmp_path_factory):
    return rapporteur.read(PAGES, tmp_path_factory.mktemp("record") / "talks.db")


def command():
    """The command: RAPPORTEUR if that is set, else what `cargo build` left."""
    named = os.environ.get("RAPPORTEUR")
    built = [ROOT / "target" / profile / "rapporteur" for profile in ("release", "debug")]
    found = [path for path in ([Path(named)] if named else built) if path.exists()]
    if not found:
        pytest.skip("skipped: the rapporteur command is not built; cargo build makes it")
    return max(found, key=lambda path: path.stat().st_mtime)


@pytest.fixture(scope="session")
def run():
    """Runs the command; its standard output."""

    def run(*words, given=None, at=None):
        line = [str(word) for word in (command(), *words)]
        done = subprocess.run(line, input=given, cwd=at, capture_output=True, check=True)
        return done.stdout

    return run


@pytest.fixture
def rows(tmp_path):
    """Writes articles as JSON Lines; the file."""

    def rows(articles, name="rows.jsonl"):
        path = tmp_path / name
        lines = (json.dumps(article) + "\n" for article in articles)
        path.write_text("".join(lines), encoding="utf-8")
        return path

    return rows


@pytest.fixture
def endless(tmp_path):
    """A file of articles without end; the file, and what its writer waits for when it is done."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("skipped: no named pipes here")
    path = tmp_path / "endless.jsonl"
    os.mkfifo(path)

    def write():
        try:
            with path.open("w", encoding="utf-8") as file:
                for at in range(10**9):
                    file.write(json.dumps({"id": f"n{at}", "text": f"Turkey praised Iran, {at}."}) + "\n")
        except BrokenPipeError:
            pass

    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    return path, writer
