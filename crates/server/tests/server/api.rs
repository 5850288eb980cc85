//! The API is asked everything that its own description allows, and much that it does not: every answer is one that is described, with a
//! body of the shape that is described, and none is a failure of the server.

use serde_json::Value;

use crate::desk::{Desk, form};
use crate::http::{Reply, send};
use crate::payload::{self, escaped};
use crate::schema::misfit;

/// Requests to each operation, beside those with one parameter alone.
const ROUNDS: usize = 40;

/// Numbers that are the same at every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).unwrap_or_default()
    }

    fn one<'a>(&mut self, of: &'a [String]) -> &'a str {
        &of[self.below(of.len())]
    }

    /// Letters of any script, signs and controls.
    fn words(&mut self) -> String {
        let length = self.below(40);
        let letter = |dice: &mut Dice| {
            let most = [0x80, 0x800, 0x1_0000, 0x11_0000][dice.below(4)];
            u32::try_from(dice.below(most)).ok().and_then(char::from_u32).unwrap_or('\u{fffd}')
        };
        (0..length).map(|_| letter(self)).collect()
    }
}

/// What a parameter is given: values that fit its schema and values that do not.
struct Values {
    fitting: Vec<String>,
    odd: Vec<String>,
}

fn owned(values: &[&str]) -> Vec<String> {
    values.iter().map(|value| (*value).to_owned()).collect()
}

fn values(schema: &Value, known: &[String]) -> Values {
    let text = schema.to_string();
    if text.contains("\"date\"") {
        let fitting = owned(&["2023-05-10", "0001-01-01", "9999-12-31", "2024-02-29", ""]);
        let odd = owned(&[
            "2023-02-29",
            "10/05/2023",
            "20230510",
            "-000001-01-01",
            "2023-05-10T00:00Z",
            "May",
            "\0",
            "٢٠٢٣-٠٥-١٠",
        ]);
        Values { fitting, odd }
    } else if text.contains("\"integer\"") {
        let fitting = owned(&["1", "2", "7", "100", "1000", "1000000000", ""]);
        let odd = owned(&[
            "0",
            "-1",
            "+1",
            "1.5",
            "1e3",
            "0x10",
            "1000000001",
            "18446744073709551616",
            "NaN",
            " 1",
            "١",
        ]);
        Values { fitting, odd }
    } else {
        let fitting = known.iter().cloned().chain(payload::all()).collect();
        Values { fitting, odd: vec!["x".repeat(2_001), "é".repeat(1_001)] }
    }
}

/// One operation of the description.
struct Operation<'a> {
    root: &'a Value,
    path: &'a str,
    told: &'a Value,
}

impl Operation<'_> {
    fn parameters(&self, place: &str) -> Vec<(&str, &Value)> {
        let all = self.told["parameters"].as_array().into_iter().flatten();
        let here = all.filter(|one| one["in"] == place);
        here.filter_map(|one| Some((one["name"].as_str()?, &one["schema"]))).collect()
    }

    /// The answer is one of those that are described.
    fn check(&self, asked: &str, reply: &Reply) {
        let answer = &self.told["responses"][reply.status.to_string()];
        assert!(
            answer.is_object(),
            "{asked}: {} is not described: {}",
            reply.status,
            reply.body.get(..300).unwrap_or_default()
        );
        assert!(reply.status < 500 || reply.status == 503, "{asked}: {}", reply.status);
        let kind = reply
            .header("content-type")
            .and_then(|kind| kind.split(';').next())
            .unwrap_or_default();
        let content = &answer["content"][kind];
        assert!(content.is_object(), "{asked}: {} as “{kind}” is not described", reply.status);
        if kind == "application/json" {
            let wrong = misfit(self.root, &content["schema"], &reply.json());
            assert_eq!(wrong, None, "{asked}: {}", reply.status);
        }
    }
}

fn operations<'a>(root: &'a Value, method: &str) -> Vec<Operation<'a>> {
    let paths = root["paths"].as_object().into_iter().flatten();
    let of = |(path, methods): (&'a String, &'a Value)| {
        Some(Operation { root, path, told: methods.get(method)? })
    };
    paths.filter_map(of).collect()
}

/// Ids of rows, names of documents, codes and words that the record has.
fn known(desk: &Desk) -> Vec<String> {
    let mut known = owned(&["TUR", "SYR", "held", "withdrawal", "R.", "no", ""]);
    for (path, list, field) in [
        ("/meetings.json", "meetings", "id"),
        ("/documents.json", "documents", "name"),
        ("/statements.json", "statements", "id"),
        ("/commitments.json", "commitments", "id"),
    ] {
        let told = desk.get(path).json()[list].as_array().cloned().unwrap_or_default();
        assert!(!told.is_empty(), "{path} has rows");
        known.extend(told.iter().filter_map(|row| row[field].as_str().map(str::to_owned)).take(5));
    }
    known
}

#[test]
fn every_answer_of_a_page_is_one_that_is_described() {
    let desk = Desk::of_example();
    let (root, known) = (desk.get("/openapi.json").json(), known(&desk));
    let all = operations(&root, "get");
    assert!(all.len() >= server::PAGES.len(), "{} operations", all.len());
    for operation in all {
        let mut dice = Dice(0x5eed_0001);
        let parameters = operation.parameters("query");
        for round in 0..ROUNDS {
            let id = if round % 3 == 0 { dice.words() } else { dice.one(&known).to_owned() };
            // Without an id it is another address.
            let id = if id.is_empty() { "m" } else { &id };
            let path = operation.path.replace("{id}", &escaped(id));
            let mut query = Vec::new();
            for (name, schema) in &parameters {
                let values = values(schema, &known);
                let value = match dice.below(6) {
                    0 => dice.words(),
                    1 => dice.one(&values.odd).to_owned(),
                    2 | 3 => dice.one(&values.fitting).to_owned(),
                    _ => continue,
                };
                query.push(format!("{name}={}", escaped(&value)));
            }
            let asked = format!("{path}?{}", query.join("&"));
            operation.check(&asked, &desk.get(&asked));
        }
    }
}

#[test]
fn a_value_that_fits_is_taken_and_one_that_does_not_is_refused() {
    let desk = Desk::of_example();
    let root = desk.get("/openapi.json").json();
    for operation in operations(&root, "get").iter().filter(|one| !one.path.contains("{id}")) {
        for (name, schema) in operation.parameters("query") {
            let (values, is_words) = (values(schema, &[]), schema["type"] == "string");
            for value in values.fitting.iter().filter(|_| !is_words) {
                let asked = format!("{}?{name}={}", operation.path, escaped(value));
                let reply = desk.get(&asked);
                operation.check(&asked, &reply);
                assert_eq!(reply.status, 200, "{asked} fits");
            }
            for value in &values.odd {
                let asked = format!("{}?{name}={}", operation.path, escaped(value));
                let reply = desk.get(&asked);
                operation.check(&asked, &reply);
                assert_eq!(reply.status, 400, "{asked} does not fit");
            }
        }
        let asked = format!("{}?nothing=1", operation.path);
        assert_eq!(desk.get(&asked).status, 400, "{asked}: no such parameter");
    }
}

#[test]
fn every_answer_to_a_verdict_is_one_that_is_described() {
    let desk = Desk::of_example();
    let (root, known) = (desk.get("/openapi.json").json(), known(&desk));
    let host = desk.address.to_string();
    let kinds = [
        "application/x-www-form-urlencoded",
        "application/json",
        "text/plain",
        "",
        "multipart/form-data",
    ];
    for operation in operations(&root, "post") {
        let content =
            &operation.told["requestBody"]["content"]["application/x-www-form-urlencoded"];
        let fields = content["schema"]["properties"].as_object().cloned().unwrap_or_default();
        assert!(fields.len() > 5, "{}", operation.path);
        let mut dice = Dice(0x5eed_0002);
        for round in 0..ROUNDS * 5 {
            let mut sent: Vec<(&str, String)> = Vec::new();
            for (name, schema) in &fields {
                let choices: Vec<String> = schema["enum"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(|one| one.as_str().map(str::to_owned))
                    .collect();
                let value = match (name.as_str(), dice.below(5)) {
                    ("token", 0) => dice.words(),
                    ("token", _) => desk.token.clone(),
                    (_, 0) => dice.words(),
                    (_, 1) => continue,
                    (_, 2) if !choices.is_empty() => dice.one(&choices).to_owned(),
                    _ => dice.one(&known).to_owned(),
                };
                sent.push((name, value));
            }
            let sent: Vec<(&str, &str)> =
                sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let kind = if round % 5 == 0 { kinds[dice.below(kinds.len())] } else { kinds[0] };
            let headers = [("Host", host.as_str()), ("Content-Type", kind)];
            let reply = send(desk.address, "POST", operation.path, &headers, &form(&sent)).unwrap();
            operation.check(&format!("{} {kind} {sent:?}", operation.path), &reply);
        }
    }
}

#[test]
fn a_method_that_is_not_described_is_refused_with_those_that_are() {
    let desk = Desk::of_example();
    let root = desk.get("/openapi.json").json();
    let host = desk.address.to_string();
    for operation in operations(&root, "get") {
        let path = operation.path.replace("{id}", "m-1");
        for method in ["POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "PROPFIND"] {
            let reply = send(desk.address, method, &path, &[("Host", &host)], "").unwrap();
            assert_eq!(reply.status, 405, "{method} {path}");
            assert!(
                reply.header("allow").is_some_and(|allow| allow.contains("GET")),
                "{method} {path}"
            );
        }
    }
}
