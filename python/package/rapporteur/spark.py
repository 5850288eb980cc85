"""An archive on a cluster: Apache Spark hands out the work, the same core does it.

Through the DataFrame API alone, so that it runs wherever PySpark 3.5 or later connects to. Spark schedules, shuffles and
repeats; no page crosses from one process to another, only paths, keys and the articles that are worth comparing.
No step depends on the order of its rows::

    session = pyspark.sql.SparkSession.builder.master("spark://…").getOrCreate()
    spark.gather(session, paths, "/shared/out")              # pages to readings, a task for each path
    compared = spark.compare(session, "/shared/out")         # who copied whom
    archive.keep("/shared/out", "talks.db")                  # the record
    record = rapporteur.open("talks.db", compared=compared)  # what follows from it
    spark.write_tables(record, "/shared/out/tables")         # a Parquet file for each table

The record is the one that one machine makes, to the byte.
"""

import pathlib

import pyarrow
import pyarrow.parquet

from . import _rapporteur, archive
from .errors import InternalError, UsageError

#: Keys are brought together in so many shares of each kind; each has to fit into a worker's memory.
SHARES = 64

#: A run or a pair of rare words must be shared so often.
ENOUGH = 3

_WORDS = "word long, articles int"
_CELLS = "kind byte, share int, holders binary"
_PAIRS = "kind byte, a string, b string, keys int"
_MANIFEST = "path string, file string, rows long, sha256 string"


def gather(session, paths, out):
    """Reads what is not read yet, a task for each path: the lines of the manifest.

    ``paths`` and ``out`` are as the workers see them. A task that is lost is done again by Spark; what it had
    finished is not.
    """
    out = str(out)
    archive.prepare(out)
    paths = [str(path) for path in paths]
    if len(set(paths)) != len(paths):
        raise UsageError("a path is named twice")

    def read(batches):
        for batch in batches:
            for path in batch.column("path").to_pylist():
                line = archive.gather_one(path, out)
                yield pyarrow.RecordBatch.from_pylist([line], schema=archive.MANIFEST)

    lines = _each(session, paths).mapInArrow(read, _MANIFEST).collect()
    if len(lines) != len(paths):
        raise InternalError(f"{len(paths)} paths went out and {len(lines)} lines came back")
    return [line.asDict() for line in lines]


def compare(session, out, *, shares=SHARES):
    """Who copied whom in all that was gathered: texts for ``rapporteur.open(…, compared=…)``.

    Articles that share runs of words, or pairs of rare words, are brought together by these keys; never
    all with all.
    """
    files, twice = archive.files(out), _twice(session, out)
    words = _words(session, files, twice, out)
    pairs = _pairs(session, files, twice, words, shares)
    return [row.compared for row in _side_by_side(session, pairs, files).collect()]


def write_tables(record, folder):
    """Each table of a record as a Parquet file."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name in record.tables:
        pyarrow.parquet.write_table(pyarrow.table(record[name]), folder / f"{name}.parquet")


def _each(session, values):
    """A row for each value, each in a partition of its own: one task, one thing to repeat."""
    frame = session.createDataFrame([(number, value) for number, value in enumerate(values)], "number int, path string")
    return frame.repartitionByRange(max(1, len(values)), "number").select("path")


def _twice(session, out):
    """For articles that stand in several files, the one in which they count."""
    from pyspark.sql import functions as f

    rows = session.read.parquet(str(pathlib.Path(out) / "readings" / "*.parquet")).where("article is not null")
    named = rows.select("article", f.regexp_extract(f.input_file_name(), "[^/]+$", 0).alias("file"))
    grouped = named.groupBy("article").agg(f.min("file").alias("file"), f.countDistinct("file").alias("files"))
    return {row.article: row.file for row in grouped.where("files > 1").collect()}


def _articles(path, twice):
    """The articles of a file, each once in the archive."""
    name, seen = pathlib.Path(path).name, set()
    for batch in pyarrow.parquet.ParquetFile(path).iter_batches(256, columns=["article", "article_json", "text"]):
        fresh = []
        for article in batch.column("article").to_pylist():
            counts = article is not None and article not in seen and twice.get(article, name) == name
            seen.add(article)
            fresh.append(counts)
        yield batch.filter(pyarrow.array(fresh))


def _words(session, files, twice, out):
    from pyspark.sql import functions as f

    def count(batches):
        for batch in batches:
            for path in batch.column("path").to_pylist():
                yield pyarrow.record_batch(_rapporteur.words(_stream(_articles(path, twice))))

    counted = _each(session, files).mapInArrow(count, _WORDS)
    telling = counted.groupBy("word").agg(f.sum("articles").cast("int").alias("articles")).where("articles between 2 and 256")
    path = str(pathlib.Path(out) / "words")
    telling.coalesce(1).write.mode("overwrite").parquet(path)
    return path


def _pairs(session, files, twice, words, shares):
    from pyspark.sql import functions as f

    def keyed(batches):
        telling = pyarrow.parquet.read_table(words)
        for batch in batches:
            for path in batch.column("path").to_pylist():
                yield _plain(_rapporteur.keys(_stream(_articles(path, twice)), telling, shares))

    def meet(batches):
        yield pyarrow.record_batch(_rapporteur.pairs(_stream(batches)))

    cells = _each(session, files).mapInArrow(keyed, _CELLS).repartition(2 * shares, "kind", "share")
    shared = cells.mapInArrow(meet, _PAIRS).groupBy("kind", "a", "b").agg(f.sum("keys").alias("keys"))
    return shared.where(f"keys >= {ENOUGH}").select("a", "b").distinct()


def _side_by_side(session, pairs, files):
    texts = session.read.parquet(*files).where("article is not null").select("article", "article_json", "text").dropDuplicates(["article"])

    def side(name):
        return texts.selectExpr(f"article as {name}", f"article_json as {name}_json", f"text as {name}_text")

    def judge(batches):
        for batch in batches:
            yield pyarrow.record_batch(_rapporteur.compare(_stream([batch])))

    return pairs.join(side("a"), "a").join(side("b"), "b").mapInArrow(judge, "compared string")


def _stream(batches):
    """Batches as an Arrow stream; none is held longer than it is looked at."""
    batches = iter(batches)
    first = next(batches, None)
    if first is None:
        return pyarrow.RecordBatchReader.from_batches(pyarrow.schema([]), [])

    def all_of_them():
        yield first
        yield from batches

    return pyarrow.RecordBatchReader.from_batches(first.schema, all_of_them())


def _plain(batch):
    """With the binary columns that Spark takes."""
    batch = pyarrow.record_batch(batch)
    column = batch.column("holders").cast(pyarrow.binary())
    return pyarrow.RecordBatch.from_arrays([batch.column("kind"), batch.column("share"), column], names=batch.schema.names)
