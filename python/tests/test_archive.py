"""An archive read file by file, and in steps, gives the record that one reading of it gives."""

import json

import pyarrow
import pytest

import rapporteur
from rapporteur import archive


@pytest.fixture(scope="module")
def sources(tmp_path_factory, pages):
    """The example in three files of rows, one page in two of them, and a file that is not there."""
    folder = tmp_path_factory.mktemp("sources")
    articles = [(page.stem, article) for page in sorted(pages.iterdir()) for article in rapporteur.articles(page)]
    for number in range(3):
        rows = [
            json.dumps({"id": name, "text": article.text, "title": article.title, "url": f"https://example.org/{name}"})
            for at, (name, article) in enumerate(articles)
            if at % 3 == number
        ]
        (folder / f"{number}.jsonl").write_text("\n".join(rows))
    return [*(str(folder / f"{number}.jsonl") for number in range(3)), str(folder / "none.jsonl")]


@pytest.fixture(scope="module")
def expected(sources, tmp_path_factory):
    with pytest.warns(rapporteur.RapporteurWarning):
        return rapporteur.read(sources, tmp_path_factory.mktemp("expected") / "talks.db").export("json")


def test_a_second_run_reads_nothing_and_the_record_is_the_same(sources, expected, tmp_path):
    first = archive.gather(sources, tmp_path, jobs=2)
    files = {file: file.stat().st_mtime_ns for file in (tmp_path / "readings").iterdir()}
    assert archive.gather(reversed(sources), tmp_path) == first[::-1]
    assert files == {file: file.stat().st_mtime_ns for file in (tmp_path / "readings").iterdir()}
    archive.keep(tmp_path, tmp_path / "talks.db")
    assert rapporteur.open(tmp_path / "talks.db").export("json") == expected


def test_a_file_that_was_changed_is_found_out(sources, tmp_path):
    line, *_ = archive.gather(sources, tmp_path)
    file = tmp_path / line["file"]
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(rapporteur.UsageError, match="is not what was read"):
        archive.keep(tmp_path, tmp_path / "talks.db")


def test_a_run_that_was_broken_off_goes_on(sources, expected, tmp_path):
    archive.gather(sources[:2], tmp_path)
    (tmp_path / "readings" / "half.part").write_bytes(b"half a file")
    (tmp_path / "manifest" / "half.part").write_text("{")
    archive.gather(sources, tmp_path)
    archive.keep(tmp_path, tmp_path / "talks.db")
    assert rapporteur.open(tmp_path / "talks.db").export("json") == expected


@pytest.fixture(scope="module")
def session():
    """Spark on this machine, where it is installed."""
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    settings = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "4", "spark.driver.bindAddress": "127.0.0.1"}
    builder = sql.SparkSession.builder.master("local[2]")
    session = builder.config(map=settings).getOrCreate()
    yield session
    session.stop()


def test_spark_makes_the_same_record(session, sources, expected, tmp_path):
    from rapporteur import spark

    lines = spark.gather(session, sources, tmp_path / "out")
    assert [line["path"] for line in lines] == sources
    compared = spark.compare(session, tmp_path / "out", shares=3)
    assert compared, "the example has reprints"
    archive.keep(tmp_path / "out", tmp_path / "talks.db")
    record = rapporteur.open(tmp_path / "talks.db", compared=compared)
    assert record.export("json") == expected
    assert rapporteur.open(tmp_path / "talks.db", compared=[]).export("json") != expected
    spark.write_tables(record, tmp_path / "tables")
    meetings = pyarrow.parquet.read_table(tmp_path / "tables" / "meetings.parquet")
    assert meetings.equals(pyarrow.table(record["meetings"]))


def test_spark_refuses_a_path_that_is_named_twice(session, sources, tmp_path):
    from rapporteur import spark

    with pytest.raises(rapporteur.UsageError, match="named twice"):
        spark.gather(session, [*sources, sources[0]], tmp_path)
