"""An archive, read file by file: on this machine, or by workers that an engine starts.

``out`` is a folder that all workers see. Each source becomes one Parquet file there, and one line of the
manifest says what it holds. A file is written under another name and then renamed, so that what is there is
whole; a second run reads only what has no line yet, and any number of runs and workers may go on at once::

    archive.gather(paths, "out", jobs=8)            # this machine's threads
    spark_archive.gather(session, paths, "out")     # a cluster's: see rapporteur.spark
    archive.keep("out", "talks.db")                 # the record of all that was read

A document at which a worker has ended twice (for want of memory, by a fault in a library) is left out when its
source is taken up again, with a problem that says so in the record; everything else is read.
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

#: A line of the manifest: column names and Arrow types.
MANIFEST = pyarrow.schema([
    ("path", pyarrow.string()),
    ("file", pyarrow.string()),
    ("rows", pyarrow.int64()),
    ("sha256", pyarrow.string()),
])


def gather(paths, out, *, jobs=None):
    """Reads what is not read yet, with this machine's threads: the lines of the manifest, in the order of ``paths``."""
    prepare(out)
    with concurrent.futures.ThreadPoolExecutor(jobs or os.cpu_count()) as threads:
        return list(threads.map(lambda path: gather_one(path, out), paths))


def prepare(out):
    """Makes the folders of an archive."""
    for part in ("readings", "manifest", "in_flight"):
        (pathlib.Path(out) / part).mkdir(parents=True, exist_ok=True)


def gather_one(path, out):
    """Reads one source, unless that was done: its line of the manifest."""
    out, key = pathlib.Path(out), _key(path)
    done = _line(out, key)
    if done is not None:
        return done
    rows = _rapporteur.gather_files(path, in_flight=out / "in_flight")
    return _write(path, out, (pyarrow.record_batch(batch) for batch in rows))


def manifest(out):
    """All lines, by path."""
    lines = [json.loads(file.read_text()) for file in (pathlib.Path(out) / "manifest").glob("*.json")]
    return sorted(lines, key=lambda line: line["path"])


def files(out):
    """The Parquet files of all that was read, by path of their source. Fails if one is not what the manifest says."""
    out = pathlib.Path(out)
    found = []
    for line in manifest(out):
        file = out / line["file"]
        if not file.exists() or _sha256(file) != line["sha256"]:
            raise UsageError(f"{file} is not what was read of {line['path']}; remove its line in manifest/ and gather again")
        found.append(str(file))
    return found


def keep(out, record):
    """Puts all that was read into a record: what came of it."""
    return _rapporteur.keep(_batches(files(out)), record)


def _batches(paths):
    for path in paths:
        for batch in pyarrow.parquet.ParquetFile(path).iter_batches(256):
            yield batch


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
        while piece := whole.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()
