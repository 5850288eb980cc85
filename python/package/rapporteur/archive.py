"""An archive, read file by file: on this machine, or by workers that an engine starts.

``out`` is a folder that all workers see. Each source becomes one Parquet file there, and one line of the
manifest says what it holds. A file is written under another name and then renamed, so that what is there is
whole; a second run reads only what has no line yet, and any number of runs and workers may go on at once::

    archive.gather(paths, "out", jobs=8)      # this machine's threads
    spark.gather(session, paths, "out")       # or a cluster's: see rapporteur.spark
    archive.keep("out", "talks.db")           # the record of all that was read

A document at which the process has ended twice (for want of memory, by a fault in a library) is left out when its
source is taken up again, with a problem that says so in the record; everything else is read. Nothing looks into a
source again once it has its line: remove the line to have it read anew.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import uuid

import pyarrow
import pyarrow.parquet

from . import _rapporteur
from .errors import UsageError

__all__ = ["MANIFEST", "checked", "gather", "gather_one", "keep", "manifest", "prepare", "write_tables"]

#: A line of the manifest: column names and Arrow types.
MANIFEST = pyarrow.schema([
    ("path", pyarrow.string()),
    ("file", pyarrow.string()),
    ("rows", pyarrow.int64()),
    ("sha256", pyarrow.string()),
])

#: Bytes of a file that are looked at together.
_PIECE = 1 << 20


def gather(paths, out, *, jobs=None, language_packs=None):
    """Reads what is not read yet, with this machine's threads: the lines of the manifest, in the order of ``paths``."""
    paths = prepare(paths, out)
    with concurrent.futures.ThreadPoolExecutor(jobs or os.cpu_count()) as threads:
        return list(threads.map(lambda path: gather_one(path, out, language_packs), paths))


def prepare(paths, out):
    """Makes the folders of an archive: the paths as text. Fails if there is none, or one is named twice."""
    paths = [os.fspath(path) for path in paths]
    if not paths:
        raise UsageError("no path is named")
    if len(set(paths)) != len(paths):
        raise UsageError("a path is named twice")
    for part in ("readings", "manifest", "in_flight"):
        (pathlib.Path(out) / part).mkdir(parents=True, exist_ok=True)
    return paths


def gather_one(path, out, language_packs=None):
    """Reads one source, unless that was done: its line of the manifest."""
    out, key = pathlib.Path(out), _key(path)
    done = _line(out, key)
    if done is not None:
        return done
    rows = _rapporteur.gather_files(path, in_flight=out / "in_flight", language_packs=language_packs)
    return _write(path, out, (pyarrow.record_batch(batch) for batch in rows))


def manifest(out):
    """All lines, by path. Fails if there is none."""
    lines = [json.loads(file.read_text()) for file in (pathlib.Path(out) / "manifest").glob("*.json")]
    if not lines:
        raise UsageError(f"nothing was gathered in {out}; gather first")
    return sorted(lines, key=lambda line: line["path"])


def checked(line, out):
    """The Parquet file that a line of the manifest tells of. Fails if it is not what was written."""
    file = pathlib.Path(out) / line["file"]
    if not file.exists() or _sha256(file) != line["sha256"]:
        raise UsageError(f"{file} is not what was read of {line['path']}; remove its line in {out}/manifest and gather again")
    return file


def keep(out, record):
    """Puts all that was read into a record: what came of it."""
    lines = manifest(out)
    return _rapporteur.keep((batch for line in lines for batch in _batches(checked(line, out))), record)


def write_tables(record, folder):
    """Each table of a record as a Parquet file."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name in record.tables:
        pyarrow.parquet.write_table(pyarrow.table(record[name]), folder / f"{name}.parquet")


def _batches(file):
    with pyarrow.parquet.ParquetFile(file) as rows:
        yield from rows.iter_batches(256)


def _key(path):
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:32]


def _line(out, key):
    try:
        line = json.loads((out / "manifest" / f"{key}.json").read_text())
    except FileNotFoundError:
        return None
    return line if (out / line["file"]).exists() else None


def _write(path, out, batches):
    key, rows = _key(path), 0
    schema = pyarrow.schema(_rapporteur.schema())
    file = out / "readings" / f"{key}.parquet"
    part = file.with_suffix(f".{uuid.uuid4().hex}.part")
    with pyarrow.parquet.ParquetWriter(part, schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)
            rows += batch.num_rows
    line = {"path": str(path), "file": f"readings/{key}.parquet", "rows": rows, "sha256": _sha256(part)}
    os.replace(part, file)
    told = out / "manifest" / f"{key}.{uuid.uuid4().hex}.part"
    told.write_text(json.dumps(line))
    os.replace(told, out / "manifest" / f"{key}.json")
    return line


def _sha256(file):
    digest = hashlib.sha256()
    with open(file, "rb") as whole:
        while piece := whole.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
