#!/usr/bin/env python3
"""Train the models that tell the lines of an article from the rest of a text that has lost its HTML.

usage: text_lines.py flatten PAGES FLAT
       text_lines.py train ROWS PAGES ARTICLES GOLD SEGMENTS OUT

flatten writes each HTML page of the folder PAGES as texts in the folder FLAT, as corpora are made: Resiliparse's main
text and its text of the whole page, and for some pages the same without blank lines, without bullets, without both, and
with a blank line after each. `cargo xtask text-rows FLAT ROWS` then gives their rows.

ROWS      ROWS.jsonl (one text a line: path, lines, columns) and ROWS.f32, as for page_lines.py
ARTICLES  what `rapporteur article PAGES --json` wrote: the reader's own view of the same pages with their HTML
GOLD      {page stem: text}, SEGMENTS {page stem: {"with": [...], "without": [...]}}: as for page_lines.py
OUT       crates/reader/data/text.trees

A page without its whole text is labelled by a vote: the reader's article (.50), trafilatura for precision (.20), as it
comes (.15) and for recall (.05), readability (.10); segments overrule the vote. The rest is as in page_lines.py, in one
round, with pages and not texts in the folds. The article-extraction benchmark takes no part in it.
"""
import json
import pathlib
import random
import re
import sys
import zlib

import lightgbm
import lxml.html
import numpy as np
import trafilatura
from readability import Document
from resiliparse.extract.html2text import extract_plain_text

from page_lines import joined, overlap, packed

FOLDS, TREES = 2, 140
PARAMETERS = dict(objective="cross_entropy", learning_rate=.08, num_leaves=24, min_data_in_leaf=60, feature_fraction=.5,
                  bagging_fraction=.7, bagging_freq=1, lambda_l2=5, verbose=-1, max_bin=63, seed=3)
# Columns of a row, as crates/reader/src/plain/features.rs writes them.
WORDS, SORT = 0, 5
BESIDE = (3, 4, 5, 6)
# Ways to lose more than the tags: the share of texts they are tried on, and what they do.
BULLET = re.compile(r"(?m)^[ \t]*(•[ \t]*)?")
WAYS = {"tight": (.25, lambda t: re.sub(r"\n\s*\n", "\n", t)),
        "bare": (.20, lambda t: BULLET.sub("", t)),
        "both": (.10, lambda t: re.sub(r"\n\s*\n", "\n", BULLET.sub("", t))),
        "wide": (.10, lambda t: re.sub(r"\n+", "\n\n", t))}
SHORTEST = 150


def read(path):
    return pathlib.Path(path).read_bytes().decode("utf-8", "replace")


def flatten(pages, flat):
    chance = random.Random(5)
    for page in sorted(pathlib.Path(pages).glob("*.html")):
        for name, main in (("main", True), ("full", False)):
            text = extract_plain_text(read(page), main_content=main, links=False, alt_texts=False)
            if len(text) < SHORTEST:
                continue
            write = lambda way, text: (pathlib.Path(flat) / f"{page.stem}.{name}.{way}.txt").write_text(text)
            write("whole", text)
            number = chance.random()
            for way, (share, lose) in WAYS.items():
                if 0 <= number < share:
                    write(way, lose(text))
                number -= share


def votes(html, article):
    """Each extractor's text and the weight of its vote."""
    yield .50, article
    yield .20, trafilatura.extract(html, include_comments=False, favor_precision=True)
    yield .15, trafilatura.extract(html, include_comments=False)
    yield .05, trafilatura.extract(html, include_comments=False, favor_recall=True)
    yield .10, "\n".join(lxml.html.fromstring(Document(html).summary()).itertext())


def told(stem, pages, articles, gold, segments):
    """What a page's lines are measured against: texts with the weights of their votes, certain segments, its weight."""
    if stem in gold:
        return [(1., gold[stem])], {}, 2.
    cast = [(weight, text) for weight, text in votes(read(f"{pages}/{stem}.html"), articles.get(stem)) if text]
    total = sum(weight for weight, _ in cast) or 1.
    weight = (1. if stem in segments else .6) * (1. if stem in articles else .2)
    return [(weight / total, text) for weight, text in cast], segments.get(stem, {}), weight


def labelled(lines, rows, cast, certain, page_weight):
    """Labels of a text's lines, and their weights: every page counts alike."""
    label = sum((weight * overlap(lines, text) for weight, text in cast), np.zeros(len(lines)))
    label[np.isin(rows[:, SORT], BESIDE)] = 0
    sure = np.zeros(len(lines), bool)
    for kind, value in (("with", 1.), ("without", 0.)):
        for segment in certain.get(kind, []):
            for at, line in enumerate(lines):
                if segment in line and (value or len(segment) > .3 * len(line)):
                    label[at], sure[at] = value, True
    words = np.expm1(rows[:, WORDS])
    weight = page_weight * (words + 1.5) / max(30, (words * (label > .5)).sum())
    return label, 100 * np.minimum(np.where(sure, 2 * weight, weight), .5)


def thinned(rows, labels, chance):
    """Most short lines are beyond doubt: an eighth of them stands for all, at double weight."""
    easy = (rows[:, WORDS] < np.log1p(4.5)) & (labels < .1)
    return ~(easy & (chance.rand(len(rows)) < .88)), np.where(easy, 2., 1.)


def fit(texts, rows, labels, weights):
    table, target, weigh = (np.concatenate([column[t] for t in texts]) for column in (rows, labels, weights))
    keep, factor = thinned(table, target, np.random.RandomState(7))
    data = lightgbm.Dataset(table[keep], target[keep], weight=(weigh * factor)[keep])
    return lightgbm.train(PARAMETERS, data, TREES)


def train(rows_path, pages, articles_path, gold_path, segments_path, out_path):
    gold, segments = json.load(open(gold_path)), json.load(open(segments_path))
    articles = {}
    for article in map(json.loads, open(articles_path)):
        stem = pathlib.Path(article["path"]).stem
        articles[stem] = articles.get(stem, "") + "\n\n" + article["text"]
    texts = [text for text in map(json.loads, open(rows_path + ".jsonl")) if text["lines"]]
    table = np.fromfile(rows_path + ".f32", dtype="<f4").reshape(-1, texts[0]["columns"])
    rows = np.split(table, np.cumsum([len(text["lines"]) for text in texts])[:-1])
    labels, weights, folds, known = [], [], [], {}
    for text, row in zip(texts, rows):
        stem, _, way = pathlib.Path(text["path"]).name.removesuffix(".txt").rsplit(".", 2)
        if stem not in known:
            known = {stem: told(stem, pages, articles, gold, segments)}
        cast, certain, page_weight = known[stem]
        label, weight = labelled(text["lines"], row, cast, certain, page_weight * (1. if way == "whole" else .5))
        labels.append(label)
        weights.append(weight)
        folds.append(zlib.crc32(stem.encode()) % FOLDS)
    first = [None] * len(rows)
    for fold in range(FOLDS):
        model = fit([t for t in range(len(rows)) if folds[t] != fold], rows, labels, weights)
        for at in np.flatnonzero(np.array(folds) == fold):
            first[at] = model.predict(rows[at])
    everything = range(len(rows))
    lines, around = fit(everything, rows, labels, weights), fit(everything, joined(rows, first), labels, weights)
    open(out_path, "wb").write(packed(lines) + packed(around))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["flatten", pages, flat]:
            flatten(pages, flat)
        case ["train", *paths] if len(paths) == 6:
            train(*paths)
        case _:
            sys.exit(__doc__)
