#!/usr/bin/env python3
"""Label tokenised text with a spaCy teacher and write Universal Dependencies.

usage: silver.py MODEL TOKENS.conllu > SILVER.conllu

TOKENS.conllu is `rapporteur annotate` output: only FORM and SpaceAfter are read, so that the silver has the tokens that
the parser will meet. The teacher's ClearNLP-style labels are rewritten as UD: prepositions and copulas become dependents,
coordination hangs on its first member, names are flat, marks attach as UD's guidelines say. Needs spaCy 3.8; used only
when the shipped model is made anew.
"""
import gzip
import os
import re
import sys

ARTICLES = {"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "ur", "bin", "ibn", "abu"}
RENAME = {"nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "dobj": "obj", "auxpass": "aux:pass", "neg": "advmod",
          "poss": "nmod:poss", "prt": "compound:prt", "preconj": "cc:preconj", "predet": "det:predet", "intj": "discourse",
          "quantmod": "advmod", "meta": "dep", "attr": "xcomp", "acomp": "xcomp", "oprd": "xcomp", "possessive": "case",
          "ROOT": "root", "num": "nummod", "subtok": "dep", "": "dep"}
FIXED = {("according", "to"), ("because", "of"), ("due", "to"), ("instead", "of"), ("such", "as"), ("rather", "than")}
ENTITY = {"PERSON": "PER", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "FAC": "FAC"}
BARE = {"let", "make", "help", "have", "see", "watch", "hear"}
PAIRS = {"(": ")", "[": "]", "“": "”", "‘": "’", "\"": "\"", "«": "»"}
NAME_ADJECTIVES = {"new", "united", "prime", "foreign", "national", "international", "north", "south", "east", "west",
                   "northern", "southern", "eastern", "western", "central", "great", "saudi", "vice", "deputy", "general",
                   "human", "islamic", "democratic", "republican", "federal", "european", "african", "american", "supreme",
                   "high", "free", "middle", "royal", "grand", "chief", "social", "public", "global", "medical", "native"}


class Sentence:
    """A sentence whose tree is rewritten in place; `head[i] == i` marks the root."""

    def __init__(self, doc):
        self.form = [t.text for t in doc]
        self.low = [t.lower_ for t in doc]
        self.lemma = [t.lemma_ for t in doc]
        self.pos = [t.pos_ for t in doc]
        self.tag = [t.tag_ for t in doc]
        self.head = [t.head.i for t in doc]
        self.dep = ["compound" if t.dep_ == "nmod" else t.dep_ for t in doc]
        self.name = [f"{t.ent_iob_}-{ENTITY[t.ent_type_]}" if t.ent_type_ in ENTITY else "O" for t in doc]
        self.person = [(e.start, e.end) for e in doc.ents if e.label_ == "PERSON"]
        self.n = len(doc)

    def children(self, i):
        return [c for c in range(self.n) if self.head[c] == i and c != i]

    def replace(self, old, new, keep=()):
        """`new` takes the place of `old`: its head, its label, its children but for those in `keep`."""
        root = self.head[old] == old
        head, label = self.head[old], self.dep[old]
        for c in self.children(old):
            if c != new and c not in keep:
                self.head[c] = new
        self.head[new], self.dep[new] = (new if root else head), label
        self.head[old] = new

    def verbal(self, i):
        return self.pos[i] in ("VERB", "AUX", "ADJ", "ADV") or self.dep[i] == "ROOT" and self.pos[i] not in ("NOUN", "PROPN", "PRON")


def prepositions(s):
    """prep + pobj becomes obl or nmod with a case; prep + pcomp a clause with a mark. Innermost first."""
    order = sorted(range(s.n), key=lambda i: -depth(s, i))
    for p in order:
        if s.dep[p] not in ("prep", "agent", "dative", "conj", "pcomp", "advcl") and s.pos[p] not in ("ADP", "SCONJ"):
            continue
        kids = s.children(p)
        objects = [c for c in kids if s.dep[c] == "pobj"]
        clauses = [c for c in kids if s.dep[c] == "pcomp"]
        nested = [c for c in kids if s.dep[c] in ("obl", "nmod") and s.dep[p] in ("prep", "agent")]
        if s.dep[p] not in ("prep", "agent", "dative") and not objects:
            continue
        if objects or nested:
            nominal(s, p, (objects or nested)[0])
        elif clauses:
            clause(s, p, clauses[0])
        elif s.dep[p] in ("prep", "agent", "dative"):
            s.dep[p] = "advmod" if s.dep[p] != "dative" or s.pos[p] == "ADP" else "iobj"


def nominal(s, p, o):
    was, up = s.dep[p], s.head[p]
    for first, second in FIXED:
        inner = next((c for c in s.children(o) if s.dep[c] == "case" and s.low[c] == second), None)
        if s.low[p] == first and inner is not None:
            s.head[inner], s.dep[inner] = p, "fixed"
    fixed = [c for c in s.children(p) if s.dep[c] == "fixed"]
    root = s.head[p] == p
    s.replace(p, o, keep=fixed)
    s.dep[p] = "case"
    if was in ("prep", "dative"):
        s.dep[o] = "obl" if s.verbal(up) else "nmod"
    elif was == "agent":
        s.dep[o] = "obl:agent"
    elif root:
        s.dep[o] = "ROOT"


def clause(s, p, c):
    was, up = s.dep[p], s.head[p]
    s.replace(p, c)
    if s.pos[c] in ("ADV", "ADP"):
        s.dep[p], s.dep[c] = "case", "advmod"
        return
    s.dep[p] = "mark"
    if was in ("prep", "agent", "dative"):
        s.dep[c] = "advcl" if s.verbal(up) else "acl"


def depth(s, i):
    d = 0
    while s.head[i] != i and d < s.n:
        i, d = s.head[i], d + 1
    return d


def copulas(s):
    for b in sorted(range(s.n), key=lambda i: -depth(s, i)):
        if s.lemma[b] != "be" or s.dep[b] in ("aux", "auxpass") or s.pos[b] not in ("AUX", "VERB"):
            continue
        kids = s.children(b)
        if any(s.dep[c] == "expl" and s.low[c] == "there" for c in kids):
            s.pos[b] = "VERB"
            for c in kids:
                if s.dep[c] == "attr":
                    s.dep[c] = "nsubj"
            continue
        predicate = [c for c in kids if s.dep[c] in ("attr", "acomp")] or \
            [c for c in kids if c > b and s.dep[c] == "obl"][:1] or \
            [c for c in kids if c > b and s.dep[c] in ("ccomp", "xcomp")][:1]
        subjects = [c for c in kids if s.dep[c].startswith(("nsubj", "csubj"))]
        if not predicate or not subjects and s.dep[b] == "ROOT" and s.dep[predicate[0]] in ("obl", "ccomp", "xcomp"):
            continue
        p = predicate[0]
        if s.dep[p] in ("ccomp", "xcomp"):
            for c in subjects:
                s.dep[c] = "nsubj:outer"
        s.replace(b, p)
        s.dep[b], s.pos[b] = "cop", "AUX"


def raised_objects(s):
    """"want him to go": him is the object of want, go its open complement."""
    for v in range(s.n):
        kids = s.children(v)
        infinitive = any(s.dep[c] == "aux" and s.tag[c] == "TO" for c in kids)
        bare = s.tag[v] == "VB" and s.lemma[s.head[v]] in BARE and not any(s.tag[c] == "MD" or s.dep[c] == "mark" for c in kids)
        if s.dep[v] != "ccomp" or not (infinitive or bare):
            continue
        for c in s.children(v):
            if s.dep[c] == "nsubj" and c < v:
                s.head[c], s.dep[c] = s.head[v], "obj"
        s.dep[v] = "xcomp"


def coordination(s):
    parent, label = list(s.head), list(s.dep)
    for i in range(s.n):
        if label[i] == "cc":
            after = [c for c in range(i + 1, s.n) if parent[c] == parent[i] and label[c] == "conj"]
            if after:
                s.head[i] = after[0]
    for i in range(s.n):
        h = parent[i]
        if label[i] == "conj":
            while label[h] == "conj" and parent[h] != h:
                h = parent[h]
            s.head[i] = h


def names(s):
    for start, end in s.person:
        while end > start and (s.low[end - 1] in ("'s", "’s") or s.pos[end - 1] == "PUNCT"):
            end -= 1
        inside = range(start, end)
        tops = [i for i in inside if s.head[i] not in inside or s.head[i] == i]
        if end - start < 2 or len(tops) != 1 or tops[0] != end - 1:
            continue
        first, last = start, end - 1
        titles = [c for c in s.children(last) if c < first and s.dep[c] in ("compound", "nmod", "amod") and s.pos[c] in ("NOUN", "PROPN")]
        s.replace(last, first)
        for i in inside:
            if i != first:
                s.head[i], s.dep[i] = first, "punct" if s.pos[i] == "PUNCT" else "flat"
        for c in titles:
            s.dep[c] = "nmod:desc"
    for i in range(s.n):
        h = s.head[i]
        if s.dep[i] == "compound" and s.name[h] == "B-PER" and i < h and s.name[i] == "O" and s.pos[i] in ("NOUN", "PROPN"):
            s.dep[i] = "nmod:desc"


def money(s):
    for i in range(s.n):
        h = s.head[i]
        if s.tag[i] == "$" and s.pos[h] == "NUM" and h != i:
            s.replace(h, i)
            s.dep[h] = "nummod"


def rename(s):
    for i in range(s.n):
        d, h = s.dep[i], s.head[i]
        if d == "aux" and s.tag[i] == "TO":
            s.dep[i] = "mark"
        elif d == "relcl":
            kids = s.children(i)
            infinitive = s.tag[i] == "VB" and any(s.tag[c] == "TO" for c in kids)
            relative = any(s.tag[c] in ("WDT", "WP", "WP$", "WRB") for c in kids)
            s.dep[i] = "acl" if infinitive and not relative else "acl:relcl"
        elif d == "npadvmod":
            s.dep[i] = "obl:unmarked" if s.verbal(h) else "nmod:unmarked"
        elif d == "dative":
            s.dep[i] = "iobj"
        elif d in ("pobj", "pcomp"):
            s.dep[i] = "obl" if s.verbal(h) else "nmod"
        elif d in ("prep", "agent"):
            s.dep[i] = "case" if s.children(i) == [] else "obl"
        else:
            s.dep[i] = RENAME.get(d, d)


def tags(s):
    for i in range(s.n):
        if s.tag[i] == "WRB":
            s.pos[i] = "ADV"
            s.dep[i] = "advmod" if s.dep[i] == "mark" else s.dep[i]
        elif s.dep[i] == "det" and s.pos[i] == "PRON":
            s.pos[i] = "DET"
        elif s.dep[i] == "nummod" and len(s.form[i]) == 4 and s.pos[s.head[i]] == "PROPN" and i > s.head[i]:
            s.dep[i] = "nmod:unmarked"
        elif s.dep[i] == "mark" and s.tag[i] == "IN":
            s.pos[i] = "SCONJ"
        elif s.dep[i] == "case" and s.pos[i] == "SCONJ":
            s.pos[i] = "ADP"
        elif s.tag[i] in ("NNP",) and s.low[i] in NAME_ADJECTIVES and s.dep[i] in ("compound", "amod"):
            s.pos[i], s.dep[i] = "ADJ", "amod"
        if s.form[i] == "%":
            s.pos[i] = "SYM"


def punctuation(s):
    """Pairs hang on what they enclose, other marks on the highest word that they set off."""
    marks = [i for i in range(s.n) if s.pos[i] == "PUNCT" and not s.children(i)]
    mark_set = set(marks)
    root = next(i for i in range(s.n) if s.head[i] == i)
    done, open_at = set(), {}
    for i in marks:
        opener = next((o for o, c in PAIRS.items() if c == s.form[i] and o in open_at), None)
        if opener is not None:
            start = open_at.pop(opener)
            tops = [k for k in range(start + 1, i) if k not in mark_set and not (start < s.head[k] < i and s.head[k] != k)]
            if len(tops) == 1:
                for m in (start, i):
                    s.head[m], s.dep[m] = tops[0], "punct"
                    done.add(m)
        elif s.form[i] in PAIRS:
            open_at[s.form[i]] = i
    for i in marks:
        if i in done or i == root:
            continue
        s.dep[i] = "punct"
        left = next((k for k in range(i - 1, -1, -1) if k not in mark_set), None)
        right = next((k for k in range(i + 1, s.n) if k not in mark_set), None)
        if right is None or left is None:
            s.head[i] = root
            continue
        while s.head[left] != left and s.head[left] < i:
            left = s.head[left]
        while s.head[right] != right and s.head[right] > i:
            right = s.head[right]
        s.head[i] = right if s.head[left] == left else left


def is_tree(s):
    roots = [i for i in range(s.n) if s.head[i] == i]
    return len(roots) == 1 and all(depth(s, i) < s.n for i in range(s.n))


def convert(doc):
    s = Sentence(doc)
    for step in (prepositions, copulas, raised_objects, coordination, money, names, rename, tags, punctuation):
        step(s)
        if not is_tree(s):
            return None
    for i in range(s.n):
        if s.head[i] == i:
            s.dep[i] = "root"
        elif s.dep[i] == "root":
            s.dep[i] = "dep"
    return s


def read(path):
    opener = gzip.open if path.endswith(".gz") else open
    rows = []
    for line in opener(path, "rt", encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            c = line.rstrip("\n").split("\t")
            rows.append((c[1], "SpaceAfter=No" not in c[9]))
        elif not line.strip() and rows:
            yield rows
            rows = []


def teachable(rows):
    text = "".join(form for form, _ in rows)
    latin = len(re.findall(r"[A-Za-zÀ-ſ]", text))
    return 3 <= len(rows) <= 90 and latin * 2 > len(text) and not text.startswith(("((", "Image:"))


def pieces(rows):
    """Cuts "al-Khoury" in three as the teacher has it."""
    out = []
    for form, space in rows:
        before, _, after = form.partition("-")
        if before.lower() in ARTICLES and after[:1].isupper():
            out += [(before, False), ("-", False), (after, space)]
        else:
            out.append((form, space))
    return out


def main():
    import spacy
    from spacy.tokens import Doc
    nlp = spacy.load(sys.argv[1])
    docs = []
    for rows in filter(teachable, read(sys.argv[2])):
        rows = pieces(rows)
        starts = [True] + [False] * (len(rows) - 1)
        docs.append(Doc(nlp.vocab, [r[0] for r in rows], [r[1] for r in rows], sent_starts=starts))
    kept = 0
    for doc in nlp.pipe(docs, batch_size=256):
        s = convert(doc)
        if s is None:
            continue
        kept += 1
        for i in range(s.n):
            misc = f"Name={s.name[i]}" + ("" if doc[i].whitespace_ else "|SpaceAfter=No")
            head = 0 if s.head[i] == i else s.head[i] + 1
            print(i + 1, s.form[i], s.lemma[i], s.pos[i], s.tag[i], "_", head, s.dep[i], "_", misc, sep="\t")
        print()
    print(f"{kept} of {len(docs)} sentences", file=sys.stderr)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
