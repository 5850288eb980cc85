"""Opens every export by a reader of its format. Usage: readers.py FOLDER

FOLDER holds one folder a record, with a file or folder a format. A reader that is not
installed is named as skipped; anything that a reader refuses is a failure.
"""

import importlib
import json
import sys
import zipfile
from pathlib import Path

MEETINGS = 3
TABLES = 16


def csv(path):
    import pandas

    book = pandas.read_csv(path / "codebook.csv", keep_default_na=False)
    for table, columns in book.groupby("table"):
        frame = pandas.read_csv(path / f"{table}.csv")
        assert list(frame.columns) == list(columns["column"]), table
        for name in frame.select_dtypes(["object", "string"]):
            for cell in frame[name].dropna().astype(str):
                assert not cell.startswith(("=", "+", "-", "@")), (table, name)
    assert len(pandas.read_csv(path / "meetings.csv")) == MEETINGS
    packed = zipfile.ZipFile(path.with_suffix(".zip"))
    assert packed.testzip() is None
    assert len(packed.namelist()) == len(list(path.iterdir())) == TABLES + 1


def columns(number, header):
    def check(path):
        import pandas

        header_row = 0 if header else None
        frame = pandas.read_csv(path, sep="\t", header=header_row, dtype=str)
        assert frame.shape[1] == number, frame.shape
        assert len(frame) in (2, 3), frame.shape

    return check


def parquet(path):
    import pyarrow.parquet

    book = pyarrow.parquet.read_table(path / "codebook.parquet").to_pandas()
    for table, columns in book.groupby("table"):
        frame = pyarrow.parquet.read_table(path / f"{table}.parquet")
        assert frame.column_names == list(columns["column"]), table
    meetings = pyarrow.parquet.read_table(path / "meetings.parquet").to_pylist()
    assert [str(row["first_day"]) for row in meetings] == ["2024-03-04", "2024-04-01", "None"]
    assert [row["reports"] for row in meetings] == [1, 1, 1]
    said = pyarrow.parquet.read_table(path / "statements.parquet").to_pylist()
    assert said[0]["verbatim"] is False
    assert said[0]["quote"]


def graph(read):
    def check(path):
        import networkx

        found = getattr(networkx, read)(path)
        assert len(found.nodes) in (4, 5), len(found.nodes)
        assert all("weight" in data for _, _, data in found.edges(data=True))
        assert all(data["kind"] in ("party", "person") for _, data in found.nodes(data=True))

    return check


def gexf(path):
    import networkx

    # networkx knows GEXF 1.2; the parts used here are the same in 1.3.
    text = path.read_text().replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
    other = path.with_suffix(".old")
    other.write_text(text.replace('version="1.3"', 'version="1.2"'))
    graph("read_gexf")(other)


def ics(path):
    import icalendar

    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    events = calendar.walk("VEVENT")
    assert [str(event["STATUS"]) for event in events] == ["CONFIRMED", "TENTATIVE"]
    held = events[0]
    assert str(held.decoded("DTSTART")) == "2024-03-04"
    assert not any(event.errors for event in events)


def xlsx(path):
    import openpyxl

    book = openpyxl.load_workbook(path.open("rb"))
    assert len(book.sheetnames) == TABLES, book.sheetnames
    assert book["meetings"].max_row == MEETINGS + 1
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row), sheet.title


def docx(path):
    import docx as reader

    document = reader.Document(path.open("rb"))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert "Meetings" in headings, headings
    notes = zipfile.ZipFile(path).read("word/footnotes.xml").decode()
    assert notes.count("<w:footnote ") == 4, "two of Word's own, and one a claim"


def jsonld(path):
    import rdflib

    found = rdflib.Graph().parse(data=path.read_text(), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    meetings = set(found.subjects(rdflib.RDF.type, schema.Event))
    assert len(meetings) == MEETINGS
    assert all(found.value(meeting, schema.eventStatus) for meeting in meetings)


def webannotation(path):
    from pyld import jsonld as reader

    # The vocabulary's own address is not fetched: what is used of it stands here.
    vocabulary = {"@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type"}
    page = json.loads(path.read_text())
    page["@context"] = vocabulary
    expanded = reader.expand(page)
    items = expanded[0]["http://www.w3.org/ns/oa#items"]
    assert len(items) == len(page["items"]) > 0


def prov(path):
    page = json.loads(path.read_text())
    entities = set(page["entity"])
    for relation in page["wasDerivedFrom"].values():
        assert set(relation.values()) <= entities
    importlib.import_module("prov.model").ProvDocument.deserialize(str(path), format="json")


def ftm(path):
    from followthemoney import model

    kinds = []
    for line in path.read_text().splitlines():
        given = json.loads(line)
        entity = model.get_proxy(given)
        entity.schema.validate(given)
        for name, values in given["properties"].items():
            assert entity.schema.get(name) is not None, name
            kept = entity.get(name)
            assert len(kept) == len(set(values)), (name, values, kept)
        kinds.append(entity.schema.name)
    assert kinds.count("Event") == MEETINGS


def loads(path):
    json.loads(path.read_text())


def lines(path):
    for line in path.read_text().splitlines():
        json.loads(line)


def markdown(path):
    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark", {"html": True}).render(path.read_text())
    assert "<script" not in page and "<img" not in page
    assert page.count("<h2>") >= 6


def html(path):
    from lxml import html as reader

    page = reader.fromstring(path.read_bytes())
    assert not page.xpath("//script | //img | //iframe | //@onerror")
    for link in page.xpath("//sup/a/@href"):
        assert page.xpath(f"//*[@id='{link[1:]}']"), link


def mermaid(path):
    first, *rest = path.read_text().splitlines()
    assert first == "flowchart LR"
    assert all(line.startswith("  side_") for line in rest)


READERS = {
    "csv": ("pandas", csv),
    "gdelt": ("pandas", columns(61, False)),
    "icews": ("pandas", columns(20, True)),
    "polecat": ("pandas", columns(40, True)),
    "phoenix": ("pandas", columns(26, False)),
    "parquet": ("pyarrow", parquet),
    "graphml": ("networkx", graph("read_graphml")),
    "gexf": ("networkx", gexf),
    "mermaid": ("json", mermaid),
    "ics": ("icalendar", ics),
    "xlsx": ("openpyxl", xlsx),
    "docx": ("docx", docx),
    "jsonld": ("rdflib", jsonld),
    "webannotation": ("pyld", webannotation),
    "prov": ("prov", prov),
    "ftm": ("followthemoney", ftm),
    "markdown": ("markdown_it", markdown),
    "html": ("lxml", html),
    "json": ("json", loads),
    "jsonl": ("json", lines),
    "geojson": ("json", loads),
    "timelinejs": ("json", loads),
}


def main():
    failures = []
    for path in sorted(Path(sys.argv[1]).glob("*/*")):
        if path.suffix:
            continue
        module, check = READERS[path.name]
        plain = path.parent.name == "plain"
        try:
            importlib.import_module(module)
        except ImportError:
            if plain:
                print(f"skipped: {path.name} ({module} is not installed)")
            continue
        try:
            check(path)
        except Exception as failure:
            failures.append(f"{path.parent.name}/{path.name}: {failure!r:.500}")
        else:
            if plain:
                print(f"read: {path.name} by {module}")
    if failures:
        sys.exit("\n".join(failures))


main()
