"""An archive on a cluster: Apache Spark hands out the work, the same core does it.

Through the DataFrame API alone, so that it runs wherever PySpark 3.5 or later connects to. Spark schedules, shuffles and
repeats; no page crosses from one process to another, only paths, keys and the articles that are worth comparing.
No step depends on the order of its rows, and each fails if what it needs is not there::

    session = pyspark.sql.SparkSession.builder.master("spark://…").getOrCreate()
    spark.gather(session, paths, "/shared/out")                # pages to readings, a task for each path
    comparison = spark.compare(session, "/shared/out")         # who copied whom
    archive.keep("/shared/out", "talks.db")                    # the record
    record = rapporteur.open("talks.db", compared=comparison)  # what follows from it
    archive.write_tables(record, "/shared/out/tables")         # a Parquet file for each table

The record is the one that one machine makes, to the byte.
"""

import itertools
import pathlib
from typing import NamedTuple

import pyarrow
import pyarrow.parquet

from . import _rapporteur, archive
from .errors import InternalError

__all__ = ["Comparison", "compare", "gather", "wake"]

#: So many articles, with their keys or taken apart for comparing, fit into a worker's memory.
ARTICLES = 5_000

#: The fewest shares into which keys and pairs are parted, for the sake of many workers.
FEWEST = 8

#: Batches of 256 articles whose keys are handed on together.
BATCHES = 32

_MANIFEST = "path string, file string, rows long, sha256 string"
_WORDS = "word long, articles int"
_CELLS = "kind byte, share int, holders binary"
_PAIRS = "kind byte, a long, b long, keys int"
_TEXTS = ["article", "article_json", "text", "tools"]

#: An article's mark: the first 60 bits of its id.
_MARK = "cast(conv(substring(article, 1, 15), 16, 10) as long)"


class Comparison(NamedTuple):
    """Who copied whom, for ``rapporteur.open(…, compared=…)``, and among which articles that was looked for."""

    #: How many articles were compared.
    articles: int
    #: The first 60 bits of their ids, all taken together by exclusive or: another set has another number.
    mark: int
    #: What was found of each two that are worth comparing, as JSON.
    pairs: list


def wake(session, *, tasks=8):
    """Has workers begin, and fails here if they cannot. What the engine takes to start is then over."""

    def load(batches):
        pyarrow.schema(_rapporteur.schema())
        yield from batches

    session.range(0, tasks, 1, tasks).mapInArrow(load, "id long").collect()


def gather(session, paths, out, *, language_packs=None):
    """Reads what is not read yet, a task for each path: the lines of the manifest, in the order of ``paths``.

    ``paths``, ``out`` and the packs are as the workers see them. A task that is lost is done again by Spark; what it had
    finished is not.
    """
    out, paths = str(out), archive.prepare(paths, out)

    def read(batches):
        for row in _rows(batches):
            line = archive.gather_one(row["path"], out, language_packs)
            yield pyarrow.RecordBatch.from_pylist([line], schema=archive.MANIFEST)

    tasks = session.createDataFrame(list(enumerate(paths)), "number int, path string")
    lines = _apart(tasks, len(paths)).mapInArrow(read, _MANIFEST).collect()
    of_path = {line.path: line.asDict() for line in lines}
    if len(lines) != len(paths) or len(of_path) != len(paths):
        raise InternalError(f"{len(paths)} paths went out and {len(lines)} lines came back")
    return [of_path[path] for path in paths]


def compare(session, out, *, shares=None):
    """Who copied whom in all that was gathered.

    Articles that share runs of words, or pairs of rare words, are brought together by these keys; never all with all.
    What goes from step to step is parted into ``shares``, as many as the articles ask for if none are named.
    """
    out, lines = pathlib.Path(out), archive.manifest(out)
    texts = session.read.parquet(*(str(out / line["file"]) for line in lines)).where("article is not null")
    texts = texts.selectExpr("article", "article_json", "text", f"{_MARK} as mark")
    articles, mark = _of_all(texts)
    if not articles:
        return Comparison(0, 0, [])
    shares = shares or max(FEWEST, articles // ARTICLES)
    files = _written(_files(session, texts, lines), out / "files")
    _written(_words(files, len(lines), out), out / "words")
    pairs = _written(_pairs(files, len(lines), out, shares), out / "pairs")
    found = _side_by_side(pairs, texts, shares).collect()
    return Comparison(articles, mark, [row.compared for row in found])


def _apart(tasks, count):
    """Each row in a partition of its own: one task, one thing to repeat."""
    return tasks.repartitionByRange(count, "number")


def _rows(batches):
    for batch in batches:
        yield from batch.to_pylist()


def _written(frame, path):
    """The same, made once: a lost worker takes nothing with it."""
    frame.write.mode("overwrite").parquet(str(path))
    return frame.sparkSession.read.schema(frame.schema).parquet(str(path))


def _of_all(texts):
    """How many articles there are, and the mark of them all."""
    from pyspark.sql import functions as f

    each = texts.select("article", "mark").distinct()
    row = each.agg(f.count("*").alias("articles"), f.countDistinct("mark").alias("marks"), f.bit_xor("mark").alias("mark")).first()
    if row.articles != row.marks:
        raise InternalError("two articles have ids that begin alike; compare a part of the archive at a time")
    return row.articles, row.mark


def _files(session, texts, lines):
    """The lines of the manifest, each with the articles that are to count in another file."""
    from pyspark.sql import functions as f

    file = f.concat(f.lit("readings/"), f.regexp_extract(f.input_file_name(), "[^/]+$", 0))
    standing = texts.select("article", file.alias("file")).distinct()
    first = standing.groupBy("article").agg(f.min("file").alias("first"), f.count("*").alias("files")).where("files > 1")
    others = standing.join(first, "article").where("file <> first").groupBy("file").agg(f.collect_list("article").alias("elsewhere"))
    rows = [(number, line["path"], line["file"], line["sha256"]) for number, line in enumerate(lines)]
    return session.createDataFrame(rows, "number int, path string, file string, sha256 string").join(others, "file", "left")


def _articles(row, out):
    """The articles of a file, each once in the archive. Checks the file first."""
    seen = set(row["elsewhere"] or ())
    with pyarrow.parquet.ParquetFile(archive.checked(row, out)) as file:
        for batch in file.iter_batches(256, columns=_TEXTS):
            fresh = []
            for article in batch.column("article").to_pylist():
                fresh.append(article is not None and article not in seen)
                seen.add(article)
            yield batch.filter(pyarrow.array(fresh, pyarrow.bool_()))


def _words(files, count, out):
    """In how many articles each word stands, but for those that stand in one and bring nothing together."""
    from pyspark.sql import functions as f

    def counted(batches):
        for row in _rows(batches):
            yield pyarrow.record_batch(_rapporteur.words(_stream(_articles(row, out))))

    words = _apart(files, count).mapInArrow(counted, _WORDS)
    return words.groupBy("word").agg(f.sum("articles").cast("int").alias("articles")).where("articles > 1")


def _pairs(files, count, out, shares):
    """Articles that share enough keys of one kind to be compared."""
    from pyspark.sql import functions as f

    path = str(out / "words")

    def keyed(batches):
        telling = _rapporteur.Telling(pyarrow.parquet.read_table(path))
        for row in _rows(batches):
            articles = _articles(row, out)
            while some := list(itertools.islice(articles, BATCHES)):
                yield pyarrow.record_batch(telling.keys(_stream(some), shares))

    def met(batches):
        yield pyarrow.record_batch(_rapporteur.pairs(_stream(batches)))

    cells = _apart(files, count).mapInArrow(keyed, _CELLS).repartition(2 * shares, "kind", "share")
    shared = cells.mapInArrow(met, _PAIRS).groupBy("kind", "a", "b").agg(f.sum("keys").alias("keys"))
    return shared.where(f.col("keys") >= _rapporteur.ENOUGH).select("a", "b").distinct()


def _side_by_side(pairs, texts, shares):
    """What is found of each pair. A share of them travels with the articles that it names."""

    def judged(batches):
        yield pyarrow.record_batch(_rapporteur.compare(_stream(batches)))

    pairs = pairs.selectExpr(f"cast(pmod(hash(a), {shares}) as int) as share", "a", "b")
    named = pairs.selectExpr("share", "a as mark").union(pairs.selectExpr("share", "b as mark")).distinct()
    nobody, nothing = "cast(null as long) as {}", "cast(null as string) as {}"
    articles = texts.join(named, "mark").selectExpr("share", "article_json", "text", nobody.format("a"), nobody.format("b"))
    rows = articles.union(pairs.selectExpr("share", nothing.format("article_json"), nothing.format("text"), "a", "b"))
    return rows.repartition(shares, "share").mapInArrow(judged, "compared string")


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
