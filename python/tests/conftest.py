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


@pytest.fixture(scope="session")
def sources(tmp_path_factory, pages):
    """The example in three files of rows, one article in two of them, and a file that is not there."""
    folder = tmp_path_factory.mktemp("sources")
    articles = [(page.stem, article) for page in sorted(pages.iterdir()) for article in rapporteur.articles(page)]
    for number in range(3):
        rows = [
            json.dumps({"id": name, "text": article.text, "title": article.title, "url": f"https://example.org/{name}"})
            for at, (name, article) in enumerate(articles)
            if at % 3 == number or at == 0
        ]
        (folder / f"{number}.jsonl").write_text("\n".join(rows))
    return [*(str(folder / f"{number}.jsonl") for number in range(3)), str(folder / "none.jsonl")]


@pytest.fixture(scope="session")
def expected(sources, tmp_path_factory):
    """The record of the sources as one reading makes it, as JSON."""
    with pytest.warns(rapporteur.RapporteurWarning):
        return rapporteur.read(sources, tmp_path_factory.mktemp("expected") / "talks.db").export("json")


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


class Poisoned:
    """A file of rows, one of which takes so long that whoever reads it can be killed at it."""

    at, rows = 3, 8

    def __init__(self, folder):
        self.known = None
        self.path = folder / "rows.jsonl"
        text = [f"Turkey praised Iran on {day} May 2023. " for day in range(1, self.rows + 1)]
        text[self.at] *= 50_000
        self.path.write_text("".join(json.dumps({"id": f"n{at}", "text": text}) + "\n" for at, text in enumerate(text)))

    def begun(self, out):
        """Whether it is being read, by whoever was not killed at it before."""
        for note in (out / "in_flight").glob("*.json"):
            try:
                at, written = json.loads(note.read_text())["begun"], note.stat().st_mtime_ns
            except (OSError, ValueError):
                continue
            if at == self.at and written != self.known:
                self.known = written
                return True
        return False

    def check(self, record):
        """All but that row is in the record, with a problem that says so."""
        assert len(record["documents"]) == self.rows - 1
        codes = [row["code"] for row in record["problems"].to_pylist()]
        assert codes.count("P004") == 1


@pytest.fixture
def poisoned(tmp_path):
    return Poisoned(tmp_path)
