"""A pipeline as one builds it from well-known parts, to be timed beside `rapporteur read`.

    python pipeline_pace.py PIPELINE FOLDER RECORD.db

Trafilatura takes the text and the date out of each page, a spaCy pipeline tags, parses and names, a few rules
on its trees note statements and meetings, and SQLite keeps them, a page a transaction's part. One thread.
Prints pages, words and rows.
"""
import os
import sqlite3
import sys
from pathlib import Path

for name in ("OMP", "BLIS", "OPENBLAS", "MKL"):
    os.environ[f"{name}_NUM_THREADS"] = "1"

import spacy  # noqa: E402
import trafilatura  # noqa: E402

SAYING = {"say", "tell", "announce", "state", "declare", "warn", "demand", "urge", "deny", "promise", "reject"}
MEETING = {"meet", "talk", "hold", "host", "confer", "negotiate"}
PARTIES = {"GPE", "NORP", "PERSON", "ORG"}


def party(token):
    """The name that a word is the head of, if it may act."""
    inside = [entity for entity in token.doc.ents if entity.start <= token.i < entity.end]
    inside += [entity for entity in token.doc.ents if entity.root.head == token]
    return next((entity.text for entity in inside if entity.label_ in PARTIES), None)


def rows(doc):
    """Who says what, and who meets whom."""
    for verb in doc:
        if verb.pos_ != "VERB":
            continue
        subjects = [party(child) for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
        subject = next((name for name in subjects if name), None)
        if subject is None:
            continue
        if verb.lemma_ in SAYING:
            said = [child for child in verb.children if child.dep_ in ("ccomp", "xcomp", "dobj")]
            yield from (("statement", subject, span_of(child), verb.sent.text) for child in said)
        elif verb.lemma_ in MEETING:
            beside = [child for child in verb.children if child.dep_ == "dobj"]
            beside += [inner for child in verb.children if child.dep_ == "prep" for inner in child.children]
            others = [party(child) for child in beside]
            yield from (("meeting", subject, other, verb.sent.text) for other in others if other)


def span_of(token):
    """The words below one."""
    below = list(token.subtree)
    return token.doc[below[0].i : below[-1].i + 1].text


def texts(folder):
    """Text and what is known of it, of each page that has any."""
    for path in sorted(Path(folder).iterdir()):
        page = trafilatura.bare_extraction(path.read_bytes(), with_metadata=True)
        if page is not None and page.text and (page.language or "en").startswith("en"):
            yield page.text, (path.name, page.date, page.title)


def main(pipeline, folder, record):
    nlp = spacy.load(pipeline)
    kept = sqlite3.connect(record)
    kept.execute("CREATE TABLE claims (page, published, title, kind, who, what, words)")
    pages = words = count = 0
    for doc, page in nlp.pipe(texts(folder), as_tuples=True):
        found = [(*page, *row) for row in rows(doc)]
        kept.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?)", found)
        pages, words, count = pages + 1, words + len(doc), count + len(found)
    kept.commit()
    print(pages, "pages", words, "words", count, "rows")


if __name__ == "__main__":
    main(*sys.argv[1:])
