//! What each tool says that it gives is what it gives, in a size that a client can take.

use boon::{Compiler, Schemas};
use serde_json::{Value, json};

use crate::client::{Client, Place};

/// The largest answer, in bytes: what stands in `mcp/src/answer.rs`.
const LARGEST: usize = 60_000;

/// Each tool's name and the shape of its answers.
fn tools(client: &mut Client) -> Vec<(String, Value)> {
    let list = client.ask("tools/list", json!({}));
    let tools = list["result"]["tools"].as_array().unwrap().clone();
    let told =
        |tool: Value| (tool["name"].as_str().unwrap().to_owned(), tool["outputSchema"].clone());
    tools.into_iter().map(told).collect()
}

fn assert_fits(tool: &str, shape: &Value, result: &Value) {
    assert_eq!(result["isError"], false, "{tool}: {result}");
    let answer = &result["structuredContent"];
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("https://tool.example/", shape.clone()).unwrap();
    let schema = compiler.compile("https://tool.example/", &mut schemas).unwrap();
    if let Err(error) = schemas.validate(answer, schema) {
        panic!("{tool}: {error}");
    }
    assert!(answer.to_string().len() <= LARGEST, "{tool} is too large");
}

/// Arguments for each tool: without a wish, and with one.
fn arguments(client: &mut Client, tool: &str) -> Vec<Value> {
    let meetings = client.call("meetings", &json!({}));
    let meeting = &meetings["structuredContent"]["answer"]["meetings"][0]["id"];
    match tool {
        "meeting" | "explain" if meeting.is_null() => Vec::new(),
        "meeting" | "explain" => vec![json!({ "id": meeting })],
        "search" => vec![json!({}), json!({ "q": "troops" })],
        "positions" => vec![json!({}), json!({ "party": "SYR", "issue": "troop-withdrawal" })],
        "actors" => vec![json!({}), json!({ "rows": 1 })],
        _ => vec![json!({}), json!({ "rows": 1 }), json!({ "rows": 100, "as_of": "2023-01-05" })],
    }
}

#[test]
fn every_answer_has_the_shape_that_is_announced() {
    let empty = Place::new("empty");
    std::fs::create_dir(empty.path().join("none")).unwrap();
    for place in [Place::of_example("shapes"), empty.read("none".as_ref())] {
        let mut client = place.serve().greet();
        for (tool, shape) in tools(&mut client) {
            for arguments in arguments(&mut client, &tool) {
                let result = client.call(&tool, &arguments);
                assert_fits(&tool, &shape, &result);
            }
        }
    }
}

#[test]
fn rows_have_their_words_and_the_words_stand_in_their_sentence() {
    let place = Place::of_example("words");
    let mut client = place.serve().greet();
    for (tool, list) in [
        ("meetings", "/answer/meetings"),
        ("statements", "/answer/statements"),
        ("commitments", "/answer/commitments"),
        ("conditions", "/answer/conditions"),
        ("disagreements", "/answer/differences"),
        ("search", "/answer/claims"),
    ] {
        let result = client
            .call(tool, &json!(if tool == "search" { json!({ "q": "Syria" }) } else { json!({}) }));
        let answer = &result["structuredContent"];
        let rows = answer.pointer(list).and_then(Value::as_array).unwrap();
        let quotes = answer["quotes"].as_array().unwrap();
        assert!(!rows.is_empty(), "{tool}");
        for row in rows {
            assert!(
                quotes.iter().any(|quote| quote["row"] == row["id"]),
                "{tool}: {row} has no words"
            );
        }
        for quote in quotes {
            let [words, sentence] =
                ["quote", "sentence"].map(|field| quote[field].as_str().unwrap());
            assert!(!words.is_empty() && sentence.contains(words), "{tool}: {quote}");
            let length = quote["end"].as_u64().unwrap() - quote["start"].as_u64().unwrap();
            assert_eq!(length, words.len() as u64, "{tool}: {quote}");
        }
    }
}

#[test]
fn pages_of_rows_follow_each_other_and_end() {
    let place = Place::of_example("paging");
    let mut client = place.serve().greet();
    let (mut arguments, mut seen) = (json!({ "rows": 2 }), Vec::new());
    loop {
        let result = client.call("statements", &arguments);
        let answer = &result["structuredContent"];
        let rows = answer["answer"]["statements"].as_array().unwrap();
        seen.extend(rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()));
        arguments = answer["next"].clone();
        if arguments.is_null() {
            assert_eq!(answer["answer"]["extent"]["all"], seen.len());
            break;
        }
    }
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all, "no row comes twice");
}
