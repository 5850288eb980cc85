"""Frames are what the command exports, whoever takes them."""

import datetime

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.csv
import pyarrow.parquet
import pytest

import rapporteur

TABLES = [
    "meetings", "participants", "reports", "statements", "commitments", "conditions", "events",
    "positions", "processes", "deadlocks", "documents", "lineage", "problems", "disagreements",
    "timeline", "codebook",
]  # fmt: skip


@pytest.fixture(scope="session")
def exported(record, run, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    for kind in ("parquet", "csv"):
        run("export", "--record", record.path, "--format", kind, "-o", folder / kind)
    return folder


def test_all_tables_are_there(record):
    assert record.tables == TABLES
    assert record._ipython_key_completions_() == TABLES
    assert {"meetings", "statements", "events"} <= {n for n in TABLES if len(record[n]) > 0}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_the_parquet_that_the_command_writes(record, exported, name):
    ours = pyarrow.table(record[name])
    theirs = pyarrow.parquet.read_table(exported / "parquet" / f"{name}.parquet")
    assert ours.schema.equals(theirs.schema)
    assert ours.equals(theirs)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_the_csv_that_the_command_writes(record, exported, name):
    ours = pyarrow.table(record[name])
    path = exported / "csv" / f"{name}.csv"
    options = pyarrow.csv.ConvertOptions(
        column_types=ours.schema, strings_can_be_null=True, quoted_strings_can_be_null=False
    )
    parse = pyarrow.csv.ParseOptions(newlines_in_values=True)
    theirs = pyarrow.csv.read_csv(path, convert_options=options, parse_options=parse).to_pylist()
    led = [{key: unled(value) for key, value in row.items()} for row in theirs]
    assert blank(led) == blank(ours.to_pylist())


def unled(value):
    """Without the sign that keeps a spreadsheet from taking words for a formula."""
    formula = isinstance(value, str) and value[:1] == "'" and value[1:2] in tuple("=+-@\t\r\n")
    return value[1:] if formula else value


def blank(rows):
    """CSV does not tell no words from an empty one."""
    return [{key: value or None if value == "" else value for key, value in row.items()} for row in rows]


@pytest.mark.parametrize("name", TABLES)
def test_every_library_takes_a_table_as_it_is(record, name):
    frame = record[name]
    arrow = pyarrow.table(frame)
    assert arrow.num_rows == len(frame) and arrow.column_names == frame.columns
    assert polars.DataFrame(frame).to_dicts() == arrow.to_pylist()
    assert pyarrow.table(duckdb.sql("select * from frame")).to_pylist() == arrow.to_pylist()
    assert frame.to_pylist() == arrow.to_pylist()
    assert frame.to_pandas().shape == (len(frame), len(frame.columns))


def test_pandas_keeps_days_numbers_and_gaps(record):
    frame = record["meetings"].to_pandas()
    assert frame["first_day"].dtype.kind == "M"
    assert frame["reports"].dtype == pandas.Int64Dtype()
    statements = record["statements"].to_pandas()
    assert statements["verbatim"].dtype == pandas.BooleanDtype()
    assert statements["start"].min() >= 0


def test_days_are_days(record):
    first = [row["first_day"] for row in record["meetings"].to_pylist() if row["first_day"]]
    assert first and all(type(day) is datetime.date for day in first)


def test_columns_say_what_they_hold(record):
    schema = pyarrow.schema(record["events"])
    book = {
        (row["table"], row["column"]): row["description"] for row in record["codebook"].to_pylist()
    }
    for field in schema:
        assert field.metadata[b"description"].decode() == book["events", field.name]
    assert schema.field("status").metadata[b"values"] == b"past; future; negated; hypothetical"
    assert schema.field("contexts").metadata[b"separator"] == b"; "


def test_a_schema_that_is_asked_for_is_given(record):
    wanted = pyarrow.schema([pyarrow.field(f.name, f.type) for f in pyarrow.schema(record["timeline"])])
    wanted = wanted.set(0, pyarrow.field(wanted.names[0], pyarrow.large_string()))
    assert pyarrow.table(record["timeline"], schema=wanted).schema.field(0).type == "large_string"


def test_texts_come_when_asked_for(record):
    quiet = record["documents"].to_pylist()
    told = record.table("documents", full_text=True).to_pylist()
    assert all(row["text"] is None for row in quiet)
    assert all(len(row["text"]) > 100 for row in told)
    assert [row["id"] for row in quiet] == [row["id"] for row in told]


def test_a_page_cannot_write_into_the_notebook(rows):
    told = '<img src=x onerror="alert(1)"> Turkey and Iran met in Ankara on Monday.'
    turned = "<b>\u202eThe foreign ministers of Turkey and Iran met in Ankara on 3 May 2023.</b>"
    article = {"id": "<i>x", "title": told, "text": turned, "outlet": "<script>", "date": "2023-05-04"}
    record = rapporteur.read(rows([article]))
    shown = [record[name]._repr_html_() for name in record.tables] + [record._repr_html_()]
    shown += [record.explain(m["id"])._repr_html_() for m in record["meetings"].to_pylist()]
    shown.append(record.dossier()._repr_html_())
    assert len(record["meetings"]) == 1
    assert "&lt;script&gt;" in record["documents"]._repr_html_()
    for page in shown:
        assert not any(sign in page for sign in ("<img", "<script", "<i>", "<b>\ufffd", "\u202e"))


def test_a_long_table_is_cut_in_a_notebook(record):
    codebook = record["codebook"]
    assert codebook._repr_html_().count("<tr>") == 21
    assert f"{len(codebook) - 20} more rows" in codebook._repr_html_()
