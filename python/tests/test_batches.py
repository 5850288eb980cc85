"""A record made from batches is the record that `read` makes."""

import gzip
import io
import multiprocessing

import polars
import pyarrow
import pyarrow.parquet
import pytest

import rapporteur
from rapporteur import batches


@pytest.fixture(scope="module")
def sources(tmp_path_factory, pages):
    """The example, an archive that breaks off, a page that is none, and a path without a file."""
    folder = tmp_path_factory.mktemp("sources")
    (folder / "broken.warc.gz").write_bytes(gzip.compress(b"WARC/1.0\r\nContent-Length: 9")[:30])
    (folder / "nothing.html").write_bytes(b"<html></html>")
    return [*sorted(pages.iterdir()), folder / "broken.warc.gz", folder / "nothing.html", folder / "none.html"]


@pytest.fixture(scope="module")
def expected(sources, tmp_path_factory):
    path = tmp_path_factory.mktemp("expected") / "talks.db"
    with pytest.warns(rapporteur.RapporteurWarning):
        return rapporteur.read(sources, path).export("json")


def gathered(sources):
    return [pyarrow.record_batch(batch) for source in sources for batch in batches.gather_files(source)]


def test_rows_say_what_came_of_each_source(sources):
    rows = pyarrow.Table.from_batches(gathered(sources)).to_pylist()
    read = [row for row in rows if row["status"] == "read"]
    odd = [row for row in rows if row["status"] == "odd"]
    assert len(read) == 14 and len(odd) == len(rows) - 14 >= 2
    for row in read:
        assert len(row["article"]) == 64 and row["text"] and row["content"] is None
        assert any(f'"article":"{row["article"]}"' in claim for claim in row["claims_json"]) or not row["claims_json"]
    for row in odd:
        assert row["article"] is None and len(row["content"]) == 64 and row["claims_json"] == []
        assert len(row["problems_json"]) == 1 and row["path"]
    assert '"code":"P001"' in odd[-1]["problems_json"][0]


def test_columns_are_told_beforehand(pages):
    schema = pyarrow.schema(batches.schema())
    assert schema.names[:3] == ["article", "article_json", "text"]
    for batch in batches.gather_files(pages):
        assert pyarrow.record_batch(batch).schema.equals(schema)
        assert pyarrow.schema(batch).equals(schema)


def turned(rows):
    """Backwards, twice, in batches of one row, as other libraries have them."""
    table = pyarrow.Table.from_batches(rows)
    single = [table.slice(at, 1) for at in reversed(range(len(table)))]
    return single + single[:5]


def parquet(rows):
    """By way of a file, with a column more."""
    table, file = pyarrow.Table.from_batches(rows), io.BytesIO()
    pyarrow.parquet.write_table(table.append_column("more", pyarrow.nulls(len(table))), file)
    return pyarrow.parquet.read_table(file)


@pytest.mark.parametrize(
    "way",
    [
        lambda rows: rows,
        turned,
        lambda rows: iter(rows[::-1]),
        lambda rows: pyarrow.RecordBatchReader.from_batches(rows[0].schema, rows),
        lambda rows: polars.DataFrame(pyarrow.Table.from_batches(rows)),
        parquet,
    ],
    ids=["list", "turned", "iterator", "reader", "polars", "parquet"],
)
def test_a_record_from_batches_is_the_record(sources, expected, tmp_path, way):
    reading = batches.keep(way(gathered(sources)), tmp_path / "talks.db")
    assert reading.new_articles == 14
    record = rapporteur.open(tmp_path / "talks.db")
    assert record.export("json") == expected
    assert record.verify()
    again = batches.keep(batches.gather_files(sources), tmp_path / "talks.db")
    assert (again.new_articles, again.new_claims) == (0, 0)
    assert rapporteur.open(tmp_path / "talks.db").export("json") == expected


def test_batches_are_small_and_come_in_order(rows):
    path = rows({"id": f"n{at}", "text": f"Turkey praised Iran on day {at}."} for at in range(600))
    for jobs in (1, 3):
        sizes, names = [], []
        for batch in batches.gather_files(path, jobs=jobs):
            sizes.append(len(batch))
            names += [row["article_json"] for row in pyarrow.record_batch(batch).to_pylist()]
        assert sizes == [256, 256, 88]
        assert all(f'"name":"n{at}"' in name for at, name in enumerate(names))


def test_a_source_without_end_is_read_as_far_as_it_is_taken(endless):
    path, writer = endless
    flow = batches.gather_files(path)
    assert [len(next(flow)) for _ in range(3)] == [256, 256, 256]
    del flow
    writer.join(timeout=60)
    assert not writer.is_alive(), "the source is read on though nobody takes what comes of it"


def test_rows_that_do_not_read_back_are_refused(pages, tmp_path):
    table = pyarrow.Table.from_batches(gathered([pages]))

    def bent(column, value):
        at = table.column_names.index(column)
        kind = table.schema.field(column)
        return table.set_column(at, kind, pyarrow.array([value] * len(table), kind.type))

    for column, value, why in [
        ("tools", "0.0.0", "was read by version 0.0.0"),
        ("article", "0" * 64, "is not the id of article_json"),
        ("article_json", "{", "article_json does not read back"),
        ("claims_json", ["{}"], "claims_json does not read back"),
        ("text", None, "text does not read back: it is missing"),
        ("status", "fine", "status does not read back"),
    ]:
        with pytest.raises(rapporteur.UsageError, match=why):
            batches.keep(bent(column, value), tmp_path / "bent.db")
    with pytest.raises(rapporteur.UsageError, match="no column text"):
        batches.keep(table.drop_columns(["text"]), tmp_path / "bent.db")
    assert len(rapporteur.open(tmp_path / "bent.db")["documents"]) == 0


def test_an_iterator_that_fails_is_heard(pages, tmp_path):
    def broken():
        yield from gathered([pages])
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        batches.keep(broken(), tmp_path / "talks.db")


def gather_in_child(path):
    return [pyarrow.record_batch(batch) for batch in batches.gather_files(path)]


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="skipped: no fork")
def test_a_process_that_was_forked_reads_as_its_parent(pages):
    ours = gather_in_child(pages)
    with multiprocessing.get_context("fork").Pool(2) as children:
        assert children.map(gather_in_child, [pages, pages]) == [ours, ours]
