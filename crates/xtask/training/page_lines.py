#!/usr/bin/env python3
"""Train the models that tell the lines of an article from the rest of its page.

usage: page_lines.py ROWS GOLD SEGMENTS OUT

ROWS      what `cargo xtask page-rows PAGES ROWS` wrote: ROWS.jsonl (one page a line: path, lines, columns) and ROWS.f32
          (little-endian, one row of columns for each line)
GOLD      {page stem: text}: pages with their whole text, from openly licensed collections (WCXB, CC-BY-4.0)
SEGMENTS  {page stem: {"with": [...], "without": [...]}}: text that must and must not be kept (trafilatura's own
          evaluation, Apache-2.0); pages in neither are labelled by vote alone (htmldate's evaluation, Apache-2.0)
OUT       crates/reader/data/page.trees

A page without its whole text is labelled by a vote of five extractions: trafilatura as it comes (.30), for precision
(.25) and for recall (.10), resiliparse (.20), readability (.15); segments overrule the vote. Then twice: a model of lines
is fitted on two thirds of the pages and applied to the rest; a second one also sees what the first says of the lines
around; its out-of-fold chances are averaged with the votes for the next round. The article-extraction benchmark is
measured with the result and takes no part in it. Needs numpy, lightgbm, trafilatura, resiliparse and readability-lxml;
used only when the shipped model is made anew.
"""
import json
import re
import struct
import sys

import lightgbm
import lxml.html
import numpy as np
import trafilatura
from readability import Document
from resiliparse.extract.html2text import extract_plain_text

WORD = re.compile(r"\w+")
FOLDS, ROUNDS, TREES = 3, 2, 150
PARAMETERS = dict(objective="cross_entropy", learning_rate=.08, num_leaves=28, min_data_in_leaf=40, feature_fraction=.5,
                  bagging_fraction=.8, bagging_freq=1, lambda_l2=5, verbose=-1, max_bin=63, seed=3)
# Columns of a row, as crates/reader/src/html/features.rs writes them.
WORDS, FORM, SORT, TWEET = 0, 7, 8, 79
LINKED, BESIDE, RUNNING = 4, (3, 4, 5, 6), 10
REACH, BEYOND, FAR, LINE = 4, -.1, 30, 7


def votes(html):
    """Each extractor's text and the weight of its vote."""
    yield .30, trafilatura.extract(html, include_comments=False)
    yield .25, trafilatura.extract(html, include_comments=False, favor_precision=True)
    yield .10, trafilatura.extract(html, include_comments=False, favor_recall=True)
    yield .20, extract_plain_text(html, main_content=True, links=False, alt_texts=False)
    yield .15, "\n".join(lxml.html.fromstring(Document(html).summary()).itertext())


def overlap(lines, text):
    """For each line the share of its words in fours that the text has; short lines whole or not at all."""
    words = WORD.findall(text or "")
    fours, run = {tuple(words[i:i + 4]) for i in range(len(words) - 3)}, " " + " ".join(words).lower() + " "
    shares = []
    for line in lines:
        own = WORD.findall(line)
        if len(own) < 4:
            shares.append(float(" " + " ".join(own).lower() + " " in run))
        else:
            shares.append(np.mean([tuple(own[i:i + 4]) in fours for i in range(len(own) - 3)]))
    return np.array(shares)


def voted(page, rows):
    """Labels of a page by vote. Bylines, dates, captions and bare links are not text; posts in a story are."""
    html = open(page["path"], "rb").read().decode("utf-8", "replace")
    label = np.zeros(len(rows))
    for weight, text in votes(html):
        label += weight * overlap(page["lines"], text)
    label[np.isin(rows[:, SORT], BESIDE)] = 0
    label[(rows[:, FORM] == LINKED) & (label < .75)] = 0
    before = 0.
    for at, row in enumerate(rows):
        if row[TWEET] < 4 and before > .5:
            label[at] = max(label[at], before)
        elif row[SORT] >= RUNNING:
            before = label[at]
    return label


def label(page, rows, gold, segments):
    """A page's labels, its weight, and which labels are certain."""
    stem = page["path"].split("/")[-1].rsplit(".html", 1)[0]
    if stem in gold:
        return overlap(page["lines"], gold[stem]), 2., np.ones(len(rows), bool)
    labels, sure = voted(page, rows), np.zeros(len(rows), bool)
    asked = segments.get(stem)
    for kind, value in (("with", 1.), ("without", 0.)):
        for segment in (asked or {}).get(kind, []):
            for at, line in enumerate(page["lines"]):
                if segment in line and (value or len(segment) > .3 * len(line)):
                    labels[at], sure[at] = value, True
    return labels, 1. if asked else .6, sure


def weights(rows, labels, page_weight, sure):
    """Lines weigh by their words as part of the article, so that every page counts alike."""
    words = np.expm1(rows[:, WORDS])
    weight = page_weight * (words + 1.5) / max(30, (words * (labels > .5)).sum())
    weight[sure & (page_weight < 2)] *= 3
    return 100 * np.minimum(weight, .5)


def context(first, words):
    """What the first model says around each line; crates/reader/src/html/judge.rs has the same."""
    n, kept = len(first), words * first
    padded = np.concatenate([[BEYOND] * REACH, first, [BEYOND] * REACH])
    total, before = kept.sum(), np.cumsum(kept) - kept
    after = total - before - kept
    columns = [first] + [padded[REACH + d:REACH + d + n] for d in range(-REACH, REACH + 1) if d]
    columns += [before / (total + 1), after / (total + 1), np.log1p(before), np.log1p(after)]
    columns += [np.full(n, np.log1p(total)), np.full(n, total / (words.sum() + 1))]
    for order in (range(n), range(n - 1, -1, -1)):
        since, column = FAR, np.zeros(n)
        for at in order:
            column[at] = since
            since = 0 if first[at] > .5 and words[at] > LINE else min(since + 1, FAR)
        columns.append(column)
    return np.stack(columns, 1)


def thinned(rows, labels, random):
    """Most bare links are beyond doubt: a quarter of them stands for all."""
    sure = (rows[:, FORM] == LINKED) & (labels < .1)
    return ~(sure & (random.rand(len(rows)) < .75)), np.where(sure, 3., 1.)


def fit(pages, rows, labels, weight, random):
    table = np.concatenate([rows[p] for p in pages])
    target, weigh = np.concatenate([labels[p] for p in pages]), np.concatenate([weight[p] for p in pages])
    keep, factor = thinned(table, target, random)
    data = lightgbm.Dataset(table[keep], target[keep], weight=(weigh * factor)[keep])
    return lightgbm.train(PARAMETERS, data, TREES)


def out_of_fold(rows, labels, weight, fold, random):
    chances = [None] * len(rows)
    for number in range(FOLDS):
        model = fit([p for p in range(len(rows)) if fold[p] != number], rows, labels, weight, random)
        for page in np.flatnonzero(fold == number):
            chances[page] = model.predict(rows[page])
    return chances


def joined(rows, first):
    return [np.concatenate([r, context(f, np.rint(np.expm1(r[:, WORDS])))], 1) for r, f in zip(rows, first)]


def packed(model):
    """The model's bytes, as crates/reader/src/trees.rs reads them."""
    trees = model.dump_model()["tree_info"]
    out = struct.pack("<H", len(trees))
    for tree in trees:
        splits, leaves = [], []

        def place(node):
            if "leaf_value" in node:
                leaves.append(node["leaf_value"])
                return -len(leaves)
            at = len(splits)
            splits.append(None)
            splits[at] = (node["split_feature"], node["threshold"], place(node["left_child"]), place(node["right_child"]))
            return at

        place(tree["tree_structure"])
        out += struct.pack("<H", len(splits)) + b"".join(struct.pack("<Bfhh", *split) for split in splits)
        out += b"".join(struct.pack("<f", leaf) for leaf in leaves)
    return out


def main(rows_path, gold_path, segments_path, out_path):
    gold, segments = json.load(open(gold_path)), json.load(open(segments_path))
    pages = [json.loads(line) for line in open(rows_path + ".jsonl")]
    pages = [page for page in pages if page["lines"]]
    table = np.fromfile(rows_path + ".f32", dtype="<f4").reshape(-1, pages[0]["columns"])
    rows = np.split(table, np.cumsum([len(page["lines"]) for page in pages])[:-1])
    told = [label(page, r, gold, segments) for page, r in zip(pages, rows)]
    labels = [labels for labels, _, _ in told]
    weight = [weights(r, *t) for r, t in zip(rows, told)]
    random = np.random.RandomState(7)
    fold = random.randint(0, FOLDS, len(pages))
    for turn in range(ROUNDS + 1):
        first = out_of_fold(rows, labels, weight, fold, random)
        both = joined(rows, first)
        if turn == ROUNDS:
            break
        second = out_of_fold(both, labels, weight, fold, random)
        for at, (_, page_weight, sure) in enumerate(told):
            own = np.clip((second[at] - .25) / .5, 0, 1)
            labels[at] = np.where(sure | (page_weight == 2), labels[at], .5 * told[at][0] + .5 * own)
    everything = range(len(pages))
    lines, around = fit(everything, rows, labels, weight, random), fit(everything, both, labels, weight, random)
    open(out_path, "wb").write(packed(lines) + packed(around))


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
