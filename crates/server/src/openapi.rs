//! The API's own description, from the list of pages.

use serde_json::{Map, Value, json};

use crate::ask::{Param, ParamKind};
use crate::page::{PAGES, Page};

/// OpenAPI 3.1.
pub fn document() -> Value {
    let paths = PAGES.iter().map(|page| (page.json_path(), path(page)));
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Rapporteur",
            "version": pipeline::Tools::version(),
            "description": "The record of a negotiation. Every page of the server gives the same as JSON under its address with `.json`.",
        },
        "paths": paths.collect::<Map<_, _>>(),
    })
}

fn path(page: &Page) -> Value {
    let of_path = page.path.contains("{id}").then(|| {
        json!({ "name": "id", "in": "path", "required": true, "schema": { "type": "string" },
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
                     "content": { "application/json": { "schema": (page.shape)() } } },
            "400": refusal("the question cannot be understood"),
            "401": refusal("a token is needed, and that is none"),
            "403": refusal("not by that name, or not with that token"),
            "404": refusal("nothing is there"),
            "429": refusal("too many requests; Retry-After tells when to come again"),
            "503": refusal("too much is asked just now; Retry-After tells when to come again"),
        },
    } })
}

fn parameter(param: &Param) -> Value {
    let schema = match param.kind {
        ParamKind::Day => json!({ "type": "string", "format": "date" }),
        ParamKind::Number => json!({ "type": "integer", "minimum": 1 }),
        ParamKind::Words => json!({ "type": "string" }),
    };
    json!({ "name": param.name, "in": "query", "description": param.about, "schema": schema })
}

fn refusal(description: &str) -> Value {
    json!({ "description": description, "content": { "application/json": { "schema": {
        "type": "object", "properties": { "error": { "type": "string" } }, "required": ["error"] } } } })
}
