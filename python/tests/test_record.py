"""A record made, opened and asked."""

import faulthandler
import json
import os
import signal
import threading

import pytest

import rapporteur


def test_reading_tells_what_came_of_it(record, pages):
    reading = record.reading
    assert (reading.files, reading.unread, reading.articles) == (14, 0, 14)
    assert reading.new_articles == 14 and reading.new_claims == reading.claims > 50
    again = rapporteur.read(pages, record.path)
    assert (again.reading.new_articles, again.reading.new_claims) == (0, 0)
    assert again["meetings"].to_pylist() == record["meetings"].to_pylist()


def test_a_record_is_the_one_that_the_command_makes(record, run, pages, tmp_path):
    run("read", pages, "--record", tmp_path / "talks.db", "--json")
    theirs = run("export", "--record", tmp_path / "talks.db", "--format", "json")
    assert record.export("json") == theirs


def test_it_need_not_be_kept(record, pages):
    passing = rapporteur.read(sorted(pages.iterdir()), jobs=1)
    assert passing.path is None
    assert passing.export("json") == rapporteur.read(pages, jobs=3).export("json")
    assert len(passing.search("Astana")) > 0 and passing.verify()
    assert len(passing.as_of("2023-04-28")["documents"]) == 9


def test_a_record_opens_as_of_a_day(record):
    then = rapporteur.open(record.path, as_of="2023-04-28")
    assert len(then["documents"]) < len(record["documents"])
    assert then["meetings"].to_pylist() == record.as_of("2023-04-28")["meetings"].to_pylist()
    assert "2023-04-28" in repr(then) and then.reading is None


@pytest.mark.parametrize("kind", ["json", "jsonl", "polecat", "markdown", "html", "ics", "prov"])
def test_exports_are_those_of_the_command(record, run, kind):
    assert record.export(kind) == run("export", "--record", record.path, "--format", kind)


def test_an_export_goes_into_files(record, tmp_path):
    assert record.export("csv", tmp_path / "csv") is None
    assert len(list((tmp_path / "csv").iterdir())) == 17
    record.export("csv", tmp_path / "all.zip", full_text=True)
    assert (tmp_path / "all.zip").read_bytes()[:2] == b"PK"
    with pytest.raises(rapporteur.UsageError, match="no format is called"):
        record.export("word")


def test_an_explanation_is_the_one_of_the_command(record, run):
    for table in ("meetings", "statements", "commitments", "documents"):
        for row in record[table].to_pylist()[::6]:
            ours = record.explain(row["id"])
            theirs = run("explain", row["id"], "--record", record.path, "--json")
            assert ours.as_dict() == json.loads(theirs)


def test_an_explanation_marks_the_exact_words(record):
    said = next(row for row in record["statements"].to_pylist() if "&" not in row["quote"])
    told = record.explain(said["id"])
    claim = told.as_dict()["claims"][0]
    assert (told.kind, told.id) == ("statement", said["id"])
    assert claim["quote"] == said["quote"]
    assert f"«{said['quote']}»" in str(told)
    page = told._repr_html_()
    assert page.count("<mark>") == 1
    assert said["quote"].replace("'", "&#39;").replace('"', "&quot;") in page


def test_a_search_finds_what_the_command_finds(record, run):
    ours = record.search("withdrawal", limit=3).to_pylist()
    theirs = run("search", "withdrawal", "--limit", 3, "--record", record.path, "--json")
    assert ours == json.loads(theirs) and ours
    assert len(record.search("nobodysaidthis")) == 0


def test_a_dossier_is_text_and_a_page(record):
    dossier = record.dossier()
    assert str(dossier).encode() == record.export("markdown")
    assert dossier.html.encode() == record.export("html")
    assert dossier._repr_html_().startswith("<iframe sandbox srcdoc=")


def test_a_record_is_verified(record, pages, tmp_path):
    found = record.verify()
    assert found and found.articles == 14 and found.mismatches == []
    rapporteur.read(pages, tmp_path / "a.db")
    bent = (tmp_path / "a.db").read_bytes().replace(b"troops", b"troups")
    (tmp_path / "a.db").write_bytes(bent)
    assert not rapporteur.open(tmp_path / "a.db").verify()


def test_articles_are_those_of_the_command(run, pages):
    ours = [article.as_dict() for article in rapporteur.articles(pages)]
    lines = run("article", pages, "--json").splitlines()
    assert ours == [json.loads(line) for line in lines]
    first = next(rapporteur.articles(pages))
    assert first.outlet == ours[0]["outlet"] and first.text == ours[0]["text"]
    assert first.published == "2022-12-28" and "Strait Wire" in repr(first)


def test_articles_come_as_far_as_they_are_taken(endless):
    path, writer = endless
    flow = rapporteur.articles(path, jobs=2)
    assert [next(flow).id for _ in range(300)] == [f"n{at}" for at in range(300)]
    del flow
    writer.join(timeout=60)
    assert not writer.is_alive(), "the source is read on though nobody takes what comes of it"


def test_what_is_not_there_is_said(record, tmp_path):
    with pytest.raises(FileNotFoundError, match="no record at") as missing:
        rapporteur.open(tmp_path / "none.db")
    assert isinstance(missing.value, rapporteur.MissingRecordError)
    with pytest.raises(rapporteur.RecordError, match="is a folder"):
        rapporteur.open(tmp_path)
    (tmp_path / "page.html").write_text("<p>not a record, and longer than a header of one" * 9)
    with pytest.raises(rapporteur.RecordError, match="is not a record"):
        rapporteur.open(tmp_path / "page.html")
    with pytest.raises(KeyError, match="there are meetings, participants"):
        record["meeting"]
    with pytest.raises(rapporteur.NotFoundError, match="nothing in the record has an id"):
        record.explain("m-zz")
    with pytest.raises(ValueError, match="is no day"):
        record.as_of("last week")
    with pytest.raises(rapporteur.UsageError, match="jobs must be 1 or more"):
        rapporteur.read(tmp_path, jobs=0)
    with pytest.raises(TypeError):
        rapporteur.read(7)


def test_what_cannot_be_read_is_a_warning_and_a_row(tmp_path, pages):
    with pytest.warns(rapporteur.RapporteurWarning, match="1 of 2 files could not be read"):
        record = rapporteur.read([tmp_path / "none.html", next(pages.iterdir())])
    assert [row["code"] for row in record["problems"].to_pylist()].count("P001") == 1
    assert record.reading.problems["P001"] == 1 and len(record["documents"]) == 1
    with pytest.warns(rapporteur.RapporteurWarning, match="P001"):
        assert list(rapporteur.articles(tmp_path / "none.html")) == []
    with pytest.warns(rapporteur.RapporteurWarning, match="no files there"):
        rapporteur.read(tmp_path)


def test_a_panic_is_an_exception():
    with pytest.raises(rapporteur.InternalError, match="please report it: a bad day"):
        rapporteur._rapporteur._panic("a bad day")
    caught = []

    def fail():
        try:
            rapporteur._rapporteur._panic("elsewhere")
        except rapporteur.InternalError as error:
            caught.append(error)

    threads = [threading.Thread(target=fail) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(caught) == 4


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="skipped: no named pipes here")
def test_another_thread_can_write_what_is_read(tmp_path):
    path = tmp_path / "rows.jsonl"
    os.mkfifo(path)
    rows = "".join(f'{{"id": "n{at}", "text": "Turkey praised Iran, {at}."}}\n' for at in range(50))
    writer = threading.Thread(target=path.write_text, args=[rows])
    faulthandler.dump_traceback_later(60, exit=True)  # were the lock held, neither would end
    writer.start()
    assert len(rapporteur.read(path)["documents"]) == 50
    writer.join()
    faulthandler.cancel_dump_traceback_later()


def test_threads_read_side_by_side(pages):
    records = []
    work = [threading.Thread(target=lambda: records.append(rapporteur.read(pages))) for _ in range(3)]
    [thread.start() for thread in work]
    [thread.join() for thread in work]
    assert len({record.export("json") for record in records}) == 1 and len(records) == 3


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_an_interrupt_ends_the_reading(rows, tmp_path):
    text = "The foreign ministers of Turkey and Iran met in Ankara on 3 May 2023. " * 20
    many = rows({"id": str(n), "text": f"{n} {text}"} for n in range(20_000))
    kept = tmp_path / "kept.db"

    def interrupt():
        while not kept.exists():
            pass
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=interrupt).start()
    with pytest.raises(KeyboardInterrupt):
        rapporteur.read(many, kept)
    assert len(rapporteur.open(kept)["documents"]) < 20_000
