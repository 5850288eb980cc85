//! The API's own description, from the list of pages.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use crate::ask::{MOST, Param, ParamKind};
use crate::page::{PAGES, Page};
use crate::review;

/// OpenAPI 3.1, made once.
pub fn document() -> &'static Value {
    static DOCUMENT: LazyLock<Value> = LazyLock::new(made);
    &DOCUMENT
}

fn made() -> Value {
    let mut schemas = Map::new();
    let mut paths: Map<String, Value> =
        PAGES.iter().map(|page| (page.json_path(), path(page, &mut schemas))).collect();
    paths.insert("/review".to_owned(), verdict());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Rapporteur",
            "version": pipeline::Tools::version(),
            "description": "The record of a negotiation. Every page of the server gives the same as JSON under its address with `.json`.",
        },
        "paths": paths,
        "components": { "schemas": schemas },
    })
}

fn path(page: &Page, schemas: &mut Map<String, Value>) -> Value {
    let of_path = page.path.contains("{id}").then(|| {
        json!({ "name": "id", "in": "path", "required": true, "schema": { "type": "string", "minLength": 1 },
                "description": "the row’s id, or the beginning of it that only it has" })
    });
    let parameters: Vec<_> = of_path.into_iter().chain(page.asks.iter().map(parameter)).collect();
    json!({ "get": {
        "operationId": page.name,
        "summary": page.title,
        "description": page.about,
        "parameters": parameters,
        "responses": {
            "200": { "description": page.title,
                     "content": { "application/json": { "schema": shape(page, schemas) } } },
            "400": refusal("the question cannot be understood"),
            "401": refusal("a token is needed, and that is none"),
            "403": refusal("not by that name, or not with that token"),
            "404": refusal("nothing is there"),
            "429": refusal("too many requests; Retry-After tells when to come again"),
            "503": refusal("too much is asked just now; Retry-After tells when to come again"),
        },
    } })
}

/// A page's shape; the shapes within are moved to where an OpenAPI document has them, each under the page's name, for two pages may
/// use one word for two things.
fn shape(page: &Page, schemas: &mut Map<String, Value>) -> Value {
    let mut whole = (page.shape)().to_value();
    if let Some(Value::Object(within)) = whole.as_object_mut().and_then(|map| map.remove("$defs")) {
        for (name, mut one) in within {
            relink(&mut one, page.name);
            schemas.insert(format!("{}.{name}", page.name), one);
        }
    }
    relink(&mut whole, page.name);
    whole
}

fn relink(value: &mut Value, page: &str) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(link)) = map.get_mut("$ref") {
                *link = link.replace("#/$defs/", &format!("#/components/schemas/{page}."));
            }
            map.values_mut().for_each(|one| relink(one, page));
        }
        Value::Array(list) => list.iter_mut().for_each(|one| relink(one, page)),
        _ => {}
    }
}

/// An empty value is one that is not given, as forms of browsers send it.
fn parameter(param: &Param) -> Value {
    let empty = json!({ "type": "string", "maxLength": 0 });
    let schema = match param.kind {
        ParamKind::Day => json!({ "anyOf": [{ "type": "string", "format": "date" }, empty] }),
        ParamKind::Number => {
            json!({ "anyOf": [{ "type": "integer", "minimum": 1, "maximum": MOST }, empty] })
        }
        ParamKind::Words => json!({ "type": "string" }),
    };
    json!({ "name": param.name, "in": "query", "description": param.about, "schema": schema })
}

fn refusal(description: &str) -> Value {
    json!({ "description": description, "content": { "application/json": { "schema": {
        "type": "object", "properties": { "error": { "type": "string" } }, "required": ["error"] } } } })
}

/// How a verdict is sent.
fn verdict() -> Value {
    let text = |about: &str| json!({ "type": "string", "maxLength": review::LONGEST, "description": about });
    let verdicts = json!({ "type": "string",
        "enum": ["accept", "reject", "correct", "withdraw", "same", "different"] });
    let fields = json!({
        "id": text("the row or claim"),
        "verdict": verdicts,
        "by": text("who judges"),
        "other": text("the other row, for `same` and `different`"),
        "field": text("which field, for `correct`"),
        "value": text("what it should have been read as, for `correct`"),
        "why": text("why"),
        "next": text("the path of this server to go on to"),
        "token": text("the token, for those who do not give it as `Authorization: Bearer`"),
    });
    let said = |description: &str| {
        json!({ "description": description, "content": {
            "text/html": { "schema": { "type": "string" } }, "text/plain": { "schema": { "type": "string" } } } })
    };
    json!({ "post": {
        "operationId": "judge",
        "summary": "A verdict",
        "description": "Adds a person’s verdict on a row or claim to the record",
        "requestBody": { "required": true, "content": { "application/x-www-form-urlencoded": { "schema": {
            "type": "object", "properties": fields, "required": ["id", "verdict", "by"] } } } },
        "responses": {
            "303": said("kept; go on to the place that is named"),
            "400": said("the verdict cannot be understood"),
            "401": said("a token is needed, and that is none"),
            "403": said("not from there, or not with that token"),
            "404": said("nothing is there to judge"),
            "413": said("longer than is read"),
            "415": said("not a form"),
            "422": said("a field is missing"),
            "429": said("too many requests; Retry-After tells when to come again"),
            "503": said("too much is asked just now; Retry-After tells when to come again"),
        },
    } })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                found.extend(map.get("$ref").and_then(Value::as_str).map(str::to_owned));
                map.values().for_each(|one| links(one, found));
            }
            Value::Array(list) => list.iter().for_each(|one| links(one, found)),
            _ => {}
        }
    }

    #[test]
    fn every_link_within_the_description_leads_somewhere() {
        let document = document();
        let mut found = Vec::new();
        links(&document, &mut found);
        assert!(found.len() > 50, "only {} links", found.len());
        for link in found {
            let at = link.strip_prefix('#').and_then(|path| document.pointer(path));
            assert!(at.is_some(), "{link}");
        }
    }
}
