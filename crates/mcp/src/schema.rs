//! What a tool takes and gives, as JSON Schema.

use rmcp::model::JsonObject;
use schemars::schema_for;
use serde_json::{Map, Value, json};
use server::{Offer, Param, ParamKind};

use crate::answer::Answer;
use crate::argument::{MOST_ROWS, ROWS};
use crate::fit::is_address;

/// What a tool takes.
pub fn input(offer: &Offer) -> JsonObject {
    let id = json!({ "type": "string", "minLength": 1,
        "description": "the row’s id, or the beginning of it that only it has" });
    let of_path = offer.is_of_one().then(|| ("id".to_owned(), id));
    let asks = offer.asks();
    let asks = asks.iter().map(|param| (param.name.to_owned(), parameter(param)));
    let required: &[&str] = if offer.is_of_one() { &["id"] } else { &[] };
    object(json!({
        "type": "object",
        "properties": of_path.into_iter().chain(asks).collect::<Map<_, _>>(),
        "required": required,
        "additionalProperties": false,
    }))
}

fn parameter(param: &Param) -> Value {
    let about = param.about;
    match (param.name, param.kind) {
        ("rows", _) => {
            let about = format!("how many rows an answer has, {ROWS} unless asked otherwise");
            json!({ "type": "integer", "minimum": 1, "maximum": MOST_ROWS, "description": about })
        }
        (_, ParamKind::Day) => json!({ "type": "string", "format": "date", "description": about }),
        (_, ParamKind::Number) => json!({ "type": "integer", "minimum": 1, "description": about }),
        (_, ParamKind::Words) => json!({ "type": "string", "description": about }),
    }
}

/// What a tool gives: the page's own shape within that of an answer.
pub fn output(offer: &Offer) -> JsonObject {
    let mut whole = object(schema_for!(Answer).to_value());
    let mut page = object(offer.shape().to_value());
    let inner = page.remove("$defs").map(object).unwrap_or_default();
    page.remove("$schema");
    if let Some(Value::Object(definitions)) = whole.get_mut("$defs") {
        definitions.extend(inner);
    }
    if let Some(Value::Object(properties)) = whole.get_mut("properties") {
        properties.insert("answer".to_owned(), Value::Object(page));
    }
    let mut whole = Value::Object(whole);
    without_addresses(&mut whole);
    object(whole)
}

/// Leaves out what the answers leave out.
fn without_addresses(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if let Some(Value::Object(properties)) = fields.get_mut("properties") {
                properties.retain(|name, _| !is_address(name));
            }
            if let Some(Value::Array(required)) = fields.get_mut("required") {
                required.retain(|name| !name.as_str().is_some_and(is_address));
            }
            fields.values_mut().for_each(without_addresses);
        }
        Value::Array(items) => items.iter_mut().for_each(without_addresses),
        _ => {}
    }
}

fn object(value: Value) -> JsonObject {
    match value {
        Value::Object(fields) => fields,
        _ => JsonObject::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use server::offers;

    #[test]
    fn no_page_has_a_shape_that_an_answer_has_under_the_same_name() {
        let own = schema_for!(Answer).to_value();
        for offer in offers() {
            let page = offer.shape().to_value();
            let names = page["$defs"].as_object().into_iter().flatten().map(|(name, _)| name);
            for name in names {
                assert!(own["$defs"].get(name).is_none(), "{}: {name}", offer.tool.name);
            }
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        for offer in offers() {
            let schema = Value::Object(output(&offer));
            let text = schema.to_string();
            let refs = text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next());
            for name in refs {
                assert!(schema.pointer(name).is_some(), "{}: {name}", offer.tool.name);
            }
        }
    }
}
