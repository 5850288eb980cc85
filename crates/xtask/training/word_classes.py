"""Writes crates/annotator/src/metonymy/word-classes.tsv.

    python word_classes.py WORDNET VECTORS tokens.conllu > word-classes.tsv

WORDNET is the folder of WordNet 3.0's files (data.noun, index.noun, data.verb, index.verb); VECTORS the `vocab` folder
of a spaCy pipeline with word vectors (numpy and spaCy are needed to read it); tokens.conllu the open texts as
`rapporteur annotate` gives them. A word is kept if the texts have it three times.
"""

import collections
import re
import sys

import numpy
import srsly
from spacy.strings import get_string_id

NARROW, WIDE = 600, 100


def kinds(folder, part):
    """Lemma to the lexicographer's file of its first sense."""
    files = {}
    for line in open(f"{folder}/data.{part}"):
        if line[0] != " ":
            offset, kind = line.split(" ", 2)[:2]
            files[offset] = int(kind)
    first = {}
    for line in open(f"{folder}/index.{part}"):
        columns = line.split()
        if line[0] != " " and "_" not in columns[0]:
            first[columns[0]] = files[columns[-int(columns[2])]]
    return first


def clusters(points, count):
    """Spherical k-means from a fixed seed."""
    centres = points[numpy.random.default_rng(0).choice(len(points), count, replace=False)]
    for _ in range(25):
        nearest = numpy.argmax(points @ centres.T, 1)
        for number in range(count):
            members = points[nearest == number]
            if len(members):
                centres[number] = members.mean(0)
                centres[number] /= numpy.linalg.norm(centres[number]) + 1e-9
    return nearest, centres


def company(folder, words):
    """Word to its wide and narrow cluster."""
    vectors, rows = numpy.load(f"{folder}/vectors"), srsly.read_msgpack(f"{folder}/key2row")
    row = {word: rows.get(get_string_id(word), -1) for word in words}
    used = sorted({at for at in row.values() if at >= 0})
    points = vectors[used].astype("float32")
    points -= points.mean(0)
    points /= numpy.linalg.norm(points, axis=1, keepdims=True) + 1e-9
    narrow, centres = clusters(points, NARROW)
    wide, _ = clusters(centres, WIDE)
    place = {at: number for number, at in enumerate(used)}
    found = {word: narrow[place[at]] for word, at in row.items() if at >= 0}
    return {word: (wide[number], number) for word, number in found.items()}


def main(wordnet, vectors, tokens):
    counts = collections.Counter()
    for line in open(tokens):
        columns = line.split("\t")
        if len(columns) > 4 and columns[3] in ("NOUN", "VERB", "ADJ", "ADV", "ADP", "AUX"):
            counts.update({columns[1].lower(), columns[2].lower()})
    plain = re.compile(r"[a-z]+(-[a-z]+)*")
    words = [w for w, n in counts.items() if n >= 3 and len(w) > 1 and plain.fullmatch(w)]
    nouns, verbs, near = kinds(wordnet, "noun"), kinds(wordnet, "verb"), company(vectors, words)
    print("word", "noun", "verb", "wide", "narrow", sep="\t")
    for word in sorted(words):
        row = (nouns.get(word, ""), verbs.get(word, ""), *near.get(word, ("", "")))
        if any(value != "" for value in row):
            print(word, *row, sep="\t")


main(*sys.argv[1:])
