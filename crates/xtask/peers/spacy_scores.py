"""Our annotator beside spaCy pipelines: names, who did what, pace, start and memory in one table.

    python spacy_scores.py --xtask target/release/xtask --peer sm=FOLDER --peer md=FOLDER \
        --names SET... --roles KEYS PAGE... --roles KEYS PAGE... --text TEXT

FOLDER is an unpacked spaCy 3 pipeline, SET a file of words with BIO or IO labels, KEYS and PAGE what
`cargo xtask score roles` takes (a folder of pages or one page). Everything runs on one
thread; pace and start are CPU time, so that other work on the machine does not count.

Kinds of names: PERSON is PER, ORG is ORG, GPE, LOC and FAC are LOC; NORP and the rest are left out. In
the sets, politicians and persons are PER, parties and organisations ORG, countries and locations LOC;
elections, events and miscellany are left out. "the" before a name and a possessive behind it are
trimmed on both sides. A name is right if it has the same words and kind.

spaCy is given the words of a set as they are cut there, a sentence a document. Ours reads the sentences
as print has them and cuts them itself. Roles are read from running text by both.
"""
import argparse
import os
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict

for name in ("OMP", "BLIS", "OPENBLAS", "MKL"):
    os.environ[f"{name}_NUM_THREADS"] = "1"

import spacy  # noqa: E402
from spacy.tokens import Doc  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
PASSES = 3
STARTS = 3
KINDS = {
    "PER": "PER", "person": "PER", "politician": "PER", "PERSON": "PER",
    "ORG": "ORG", "organisation": "ORG", "politicalparty": "ORG",
    "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "country": "LOC", "location": "LOC",
}
REACH = 90  # tokens after the start of a sentence, as in `cargo xtask score roles`


# ---- names ----

def sentences(path):
    """Words and labels of each sentence."""
    rows = []
    with open(path, encoding="utf-8") as file:
        for line in [*file, "\n"]:
            line = line.rstrip("\n")
            columns = re.split("[\t ]", line)
            if not line:
                if rows:
                    yield [word for word, _ in rows], [label for _, label in rows]
                rows = []
            elif line.startswith("#") and " = " in line or line.startswith("-DOCSTART-"):
                continue
            elif len(columns) >= 3 and columns[0].isdigit():
                rows.append((columns[1], columns[2]))
            elif len(columns) == 2:
                rows.append((columns[0], columns[1]))


def trimmed(words, start, end, kind):
    if end - start > 1 and words[start].lower() == "the":
        start += 1
    if end - start > 1 and words[end - 1] in ("'s", "’s", "'", "’"):
        end -= 1
    return start, end, kind


def gold_names(words, labels):
    found, last = [], None
    for at, label in enumerate(labels):
        begins, _, kind = label.partition("-")
        if kind in KINDS and begins == "I" and last == kind:
            found[-1][1] = at + 1
        elif kind in KINDS:
            found.append([at, at + 1, KINDS[kind]])
        last = kind if kind in KINDS else None
    return {trimmed(words, *name) for name in found}


def score_names(nlp, path):
    """F1 in all and by kind."""
    gold = list(sentences(path))
    docs = nlp.pipe(Doc(nlp.vocab, words=words) for words, _ in gold)
    wanted, made, right = Counter(), Counter(), Counter()
    for (words, labels), doc in zip(gold, docs):
        truth = gold_names(words, labels)
        ours = {trimmed(words, e.start, e.end, KINDS[e.label_]) for e in doc.ents if e.label_ in KINDS}
        for names, tally in ((truth, wanted), (ours, made), (truth & ours, right)):
            tally.update(kind for _, _, kind in names)
            tally.update("all" for _ in names)
    return {k: 200 * right[k] / max(1, wanted[k] + made[k]) for k in ("all", "PER", "ORG", "LOC")}


# ---- who did what ----

SUBJECTS, OBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"}, {"dobj"}


def fillers(verb, kind):
    children = list(verb.children)
    if kind == "a":
        return [p for agent in children if agent.dep_ == "agent" for p in agent.children if p.dep_ == "pobj"]
    labels = SUBJECTS if kind == "s" else OBJECTS
    own = [child for child in children if child.dep_ in labels]
    while not own and kind == "s" and verb.dep_ == "conj":
        verb = verb.head
        own = [child for child in verb.children if child.dep_ in labels]
    return own


def find_verb(spec, tokens):
    words, _, nth = spec.partition("#")
    words = words.split(",")
    hits = [token for token in tokens if token.text in words]
    if len(words) > 1:
        return next((t for t in hits if any(c.dep_ in SUBJECTS for c in t.children)), None)
    nth = int(nth or 1) - 1
    return hits[nth] if nth < len(hits) else None


def pages(path):
    files = [os.path.join(path, name) for name in sorted(os.listdir(path))] if os.path.isdir(path) else [path]
    for file in files:
        with open(file, encoding="utf-8") as page:
            yield page.read()


def place(start, texts, nth):
    """The nth place where a sentence starts: page and offset."""
    hits = [(page, m.start()) for page, text in enumerate(texts) for m in re.finditer(re.escape(start), text)
            if m.start() == 0 or text[m.start() - 1].isspace()]
    return hits[nth] if nth < len(hits) else None


def paragraph_tokens(nlp, text, at, cache):
    """Tokens from an offset to the end of its paragraph."""
    begin = text.rfind("\n\n", 0, at) + 2 if "\n\n" in text[:at] else 0
    end = text.find("\n\n", at)
    paragraph = text[begin:end if end >= 0 else len(text)]
    doc = cache.setdefault(paragraph, None) or nlp(paragraph)
    cache[paragraph] = doc
    return [token for token in doc if token.idx >= at - begin][:REACH]


def score_roles(nlp, keys_path, pages_path, tell):
    with open(keys_path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    head = next((l[len("# names: "):] for l in lines if l.startswith("# names: ")), "")
    names = {k: v.split(" ") for k, v in (item.split(" = ") for item in head.split("; ") if " = " in item)}
    texts, seen, cache = list(pages(pages_path)), defaultdict(int), {}
    asked = right = 0
    for line in lines:
        if not line or line.startswith("#"):
            continue
        start, *items = line.split("|")
        hit = place(start, texts, seen[start])
        seen[start] += 1
        if hit is None:
            tell(f"not found: {start}")
            continue
        tokens = paragraph_tokens(nlp, texts[hit[0]], hit[1], cache)
        for item in items:
            spec, *slots = item.split(" ")
            verb = find_verb(spec, tokens)
            for slot in slots:
                kind, _, wanted = slot.partition(":")
                wanted = [w for key in wanted.split(",") for w in names.get(key, [key])]
                found = [f.text for f in fillers(verb, kind)] if verb is not None else []
                good = any(f in wanted or any(p in wanted for p in f.split("-")) for f in found)
                asked, right = asked + 1, right + good
                if not good:
                    tell(f"{start}… {item} → {kind}: {found}")
    return right, asked


# ---- pace, start, memory ----

def timed(command):
    """What a command printed, its CPU seconds, wall seconds and peak memory in MB."""
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    printed = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return printed, usage.ru_utime + usage.ru_stime, time.monotonic() - begun, usage.ru_maxrss / 1024


def pace(command):
    """Tokens a CPU second, CPU and wall milliseconds to the first token, peak MB. Best of several."""
    starts = [timed(command("0")) for _ in range(STARTS)]
    cpu, wall = min(s[1] for s in starts), min(s[2] for s in starts)
    works = [timed(command(str(PASSES))) for _ in range(2)]
    tokens = int(works[0][0]) * PASSES
    return tokens / (min(w[1] for w in works) - cpu), 1000 * cpu, 1000 * wall, min(w[3] for w in works)


# ---- the table ----

def ours(arguments, tell):
    """The column of our own annotator."""
    column = {}
    out = timed([arguments.xtask, "score", "names", *arguments.names])[0]
    for path, line in zip(arguments.names, out.splitlines()):
        column[label(path)] = float(re.search(r"F1 ([\d.]+)", line)[1])
        for kind, found in zip(("PER", "ORG", "LOC"), re.findall(r"(?:Person|Organization|Place) ([\d.]+)", line)):
            column[f"{label(path)} {kind}"] = float(found)
    for keys, page in arguments.roles:
        out = timed([arguments.xtask, "score", "roles", keys, page])[0]
        right, asked = map(int, re.search(r"(\d+) of (\d+) right", out).groups())
        column[os.path.basename(keys)] = f"{right}/{asked} {right / asked:.3f}"
    return column | measures(pace(lambda n: [arguments.xtask, "pace", arguments.text, "--passes", n]))


def theirs(folder, arguments, tell):
    """The column of a spaCy pipeline."""
    nlp, column = spacy.load(folder), {}
    for path in arguments.names:
        for kind, f1 in score_names(nlp, path).items():
            column[label(path) if kind == "all" else f"{label(path)} {kind}"] = f1
    for keys, page in arguments.roles:
        right, asked = score_roles(nlp, keys, page, tell)
        column[os.path.basename(keys)] = f"{right}/{asked} {right / asked:.3f}"
    script = os.path.join(HERE, "spacy_pace.py")
    return column | measures(pace(lambda n: [sys.executable, script, folder, arguments.text, n]))


def measures(figures):
    tokens, cpu, wall, memory = figures
    return {"tokens/s, one core": f"{tokens:,.0f}", "start, CPU ms": f"{cpu:,.0f}",
            "start, wall ms": f"{wall:,.0f}", "peak memory, MB": f"{memory:,.0f}"}


def label(path):
    learned = any(part in path for part in ("wikigold", "politics_train"))
    return os.path.basename(path) + ("*" if learned else "")


def show(columns):
    rows = list(next(iter(columns.values())))
    print("| | " + " | ".join(columns) + " |\n|" + "---|" * (len(columns) + 1))
    for row in rows:
        cells = (c.get(row, "") for c in columns.values())
        print(f"| {row} | " + " | ".join(f"{c:.1f}" if isinstance(c, float) else c for c in cells) + " |")
    print("\n* our model learned from this set")


def main():
    parser = argparse.ArgumentParser(description="our annotator beside spaCy")
    parser.add_argument("--xtask", required=True, help="a release build of xtask")
    parser.add_argument("--peer", action="append", required=True, help="NAME=FOLDER of a spaCy pipeline")
    parser.add_argument("--names", nargs="*", default=[])
    parser.add_argument("--roles", nargs=2, action="append", default=[])
    parser.add_argument("--text", required=True, help="running text for the pace")
    parser.add_argument("--misses", action="store_true", help="print spaCy's wrong roles, too")
    arguments = parser.parse_args()
    tell = (lambda line: print(line, file=sys.stderr)) if arguments.misses else (lambda line: None)
    columns = {"ours": ours(arguments, tell)}
    for peer in arguments.peer:
        name, _, folder = peer.partition("=")
        columns[f"spaCy {name}"] = theirs(folder, arguments, tell)
    show(columns)


if __name__ == "__main__":
    main()
