#!/usr/bin/env python3
"""Write the vectors of a spaCy pipeline as the table that `cargo xtask train` reads.

usage: vectors.py MODEL OUT.txt

MODEL is a pipeline whose vectors are free for every use: the medium English one has vectors that its makers learned and
gave away (CC0). They are brought to 64 numbers by their principal components and stored as whole numbers, 32 to the unit.
The first line says how many numbers a vector has; then a vector a line; a blank line; a word and the place of its vector
a line, words in lower case first.
"""
import sys

import numpy as np
import spacy

WIDTH = 64
SCALE = 32
LONGEST = 25


def main(model, out):
    vectors = spacy.load(model, exclude=["tagger", "parser", "ner", "lemmatizer", "attribute_ruler", "senter"]).vocab
    strings, table = vectors.strings, vectors.vectors
    rows = np.asarray(table.data)
    rows = rows - rows.mean(0)
    _, _, axes = np.linalg.svd(rows, full_matrices=False)
    rows = rows @ axes[:WIDTH].T
    rows = np.clip(np.rint(rows / rows.std() * SCALE), -127, 127).astype(int)
    words = {strings[key]: int(row) for key, row in table.key2row.items() if key in strings}
    plain = lambda word: word and word.isprintable() and len(word) < LONGEST and not any(map(str.isspace, word))
    with open(out, "w", encoding="utf-8") as file:
        file.write(f"{WIDTH}\n")
        file.writelines(" ".join(map(str, row)) + "\n" for row in rows)
        file.write("\n")
        for word in sorted(filter(plain, words), key=lambda word: word != word.lower()):
            file.write(f"{word} {words[word]}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
