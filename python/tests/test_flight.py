"""A document at which the process ends again and again is left out; one at which it ended once is not."""

import json
import os
import subprocess
import sys

import pyarrow
import pytest

import rapporteur
from rapporteur import batches

GATHER = """
import sys
from rapporteur import batches
list(batches.gather_files(sys.argv[1], in_flight=sys.argv[2]))
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="skipped: no named pipes here")


def line(at):
    return json.dumps({"id": f"n{at}", "text": f"Turkey praised Iran on {at} May 2023."}) + "\n"


def die_at(path, notes, part, before):
    """A process that is killed when this part is the last that was begun; `before` are earlier ends by part."""
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    reading = subprocess.Popen([sys.executable, "-c", GATHER, path, notes])
    with path.open("w", encoding="utf-8") as pipe:
        pipe.writelines(line(at) for at in range(part + 1))
        pipe.flush()
        while [json.loads(note.read_text()) for note in notes.glob("*.json")] != [{"begun": part, "ends": before}]:
            assert reading.poll() is None
        reading.kill()
        reading.wait()
    path.unlink()


def statuses(path, notes):
    rows = [row for batch in batches.gather_files(path, in_flight=notes) for row in pyarrow.record_batch(batch).to_pylist()]
    return {row["status"] for row in rows}, [row["problems_json"][0] for row in rows if row["status"] == "odd"], len(rows)


def test_a_document_that_ends_the_process_twice_is_left_out(tmp_path):
    path, notes = tmp_path / "rows.jsonl", tmp_path / "notes"
    die_at(path, notes, 3, {})
    die_at(path, notes, 3, {"3": 1})
    path.write_text("".join(line(at) for at in range(8)))
    kinds, odd, count = statuses(path, notes)
    assert (kinds, count, len(odd)) == ({"read", "odd"}, 8, 1)
    assert '"code":"P004"' in odd[0]
    assert statuses(path, notes)[0] == {"read", "odd"}, "read again, it stays left out"
    record = tmp_path / "kept.db"
    batches.keep(batches.gather_files(path, in_flight=notes), record)
    assert len(rapporteur.open(record)["documents"]) == 7


def test_ends_at_different_documents_leave_nothing_out(tmp_path):
    path, notes = tmp_path / "rows.jsonl", tmp_path / "notes"
    die_at(path, notes, 3, {})
    die_at(path, notes, 5, {"3": 1})
    path.write_text("".join(line(at) for at in range(8)))
    assert statuses(path, notes) == ({"read"}, [], 8)
    assert list(notes.iterdir()) == [], "what was read to its end leaves no note"
    quiet = [pyarrow.record_batch(batch) for batch in batches.gather_files(path)]
    noted = [pyarrow.record_batch(batch) for batch in batches.gather_files(path, in_flight=notes)]
    assert quiet == noted


def test_one_part_is_in_flight_at_a_time(tmp_path, pages):
    with pytest.raises(rapporteur.UsageError, match="in_flight wants jobs=1"):
        batches.gather_files(pages, in_flight=tmp_path, jobs=2)
