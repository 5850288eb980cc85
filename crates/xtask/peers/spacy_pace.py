"""spaCy at work and nothing else, for whoever holds the watch: the same contract as `cargo xtask pace`.

    python spacy_pace.py PIPELINE TEXT PASSES

Loads a pipeline, reads the paragraphs of TEXT (an empty line between) that often on one thread, and
prints the tokens of one pass.
"""
import os
import sys

for name in ("OMP", "BLIS", "OPENBLAS", "MKL"):
    os.environ[f"{name}_NUM_THREADS"] = "1"

import spacy  # noqa: E402


def main(pipeline, text, passes):
    nlp = spacy.load(pipeline)
    with open(text, encoding="utf-8") as file:
        paragraphs = file.read().split("\n\n")
    tokens = 0
    for _ in range(int(passes)):
        tokens = sum(len(doc) for doc in nlp.pipe(paragraphs))
    print(tokens)


if __name__ == "__main__":
    main(*sys.argv[1:])
