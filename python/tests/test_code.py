"""The event coder, over lists and over the arrays of any library."""

import datetime
import json

import pandas
import polars
import pyarrow
import pytest

import rapporteur

SENTENCES = [
    "Turkey praised Iran.",
    "The weather was fine.",
    None,
    "Russia’s foreign minister met his Iranian counterpart in Tehran on Monday.",
    "Israel shelled positions in Syria, and France condemned the attack.",
]


def test_events_are_those_of_the_command(run):
    lines = [json.dumps({"id": n, "text": s, "date": "2023-05-03"}) for n, s in enumerate(SENTENCES) if s]
    answers = run("code", "--json", given="\n".join(lines).encode())
    theirs = []
    for answer in map(json.loads, answers.splitlines()):
        for event in answer["events"]:
            contexts = "; ".join(event.pop("contexts")) or None
            theirs.append({"sentence": answer["id"], **event, "contexts": contexts, "problem": None})
    ours = rapporteur.code_sentences(SENTENCES, "2023-05-03").to_pylist()
    for event in ours:
        event["date"] = event["date"].isoformat()
        event["goldstein"] = round(event["goldstein"], 3)
    for event in theirs:
        event["goldstein"] = round(event["goldstein"], 3)
    assert ours == theirs and len({event["sentence"] for event in ours}) >= 3


def test_offsets_are_bytes():
    for event in rapporteur.code_sentences(SENTENCES).to_pylist():
        words = SENTENCES[event["sentence"]].encode()[event["start"] : event["end"]]
        assert words.decode() == event["quote"]


@pytest.mark.parametrize(
    "given",
    [
        tuple(SENTENCES),
        (sentence for sentence in SENTENCES),
        pyarrow.array(SENTENCES),
        pyarrow.array(SENTENCES, pyarrow.large_string()),
        pyarrow.array(SENTENCES, pyarrow.string_view()),
        pyarrow.array(SENTENCES).dictionary_encode(),
        pyarrow.chunked_array([SENTENCES[:2], SENTENCES[2:]]),
        polars.Series(SENTENCES),
        pandas.Series(SENTENCES, dtype="string"),
        pandas.Series(SENTENCES, dtype=pandas.ArrowDtype(pyarrow.string())),
    ],
    ids=lambda given: type(given).__module__,
)
def test_any_strings_will_do(given):
    assert rapporteur.code_sentences(given).to_pylist() == rapporteur.code_sentences(SENTENCES).to_pylist()


def test_days_are_one_for_all_or_one_each():
    day = datetime.date(2023, 5, 3)
    one = rapporteur.code_sentences(SENTENCES, day, jobs=1).to_pylist()
    each = rapporteur.code_sentences(SENTENCES, [day] * 5).to_pylist()
    assert one == each and all(event["date"] == day for event in one)
    some = rapporteur.code_sentences(SENTENCES[:1] * 2, [day, None]).to_pylist()
    assert [event["date"] for event in some] == [day, None]


def test_what_makes_no_sense_is_said():
    with pytest.raises(rapporteur.UsageError, match="list of sentences"):
        rapporteur.code_sentences("Turkey praised Iran.")
    with pytest.raises(rapporteur.UsageError, match="not of Int64"):
        rapporteur.code_sentences(pyarrow.array([1, 2]))
    with pytest.raises(rapporteur.UsageError, match="2 days for 1 sentence"):
        rapporteur.code_sentences(SENTENCES[:1], ["2023-05-03", "2023-05-04"])
    assert len(rapporteur.code_sentences([])) == 0
