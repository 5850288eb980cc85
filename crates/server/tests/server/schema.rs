//! Whether a value has the shape that the API's description says: the part of JSON Schema that the description uses.

use serde_json::{Map, Value, json};

/// What does not fit, and where; `None` if all does. `root` is where links lead to.
pub fn misfit(root: &Value, schema: &Value, value: &Value) -> Option<String> {
    let Value::Object(rules) = schema else {
        return (schema == &Value::Bool(false)).then(|| "nothing fits “false”".to_owned());
    };
    rules.iter().find_map(|(rule, wanted)| broken(root, rules, (rule, wanted), value))
}

fn broken(
    root: &Value,
    rules: &Map<String, Value>,
    (rule, wanted): (&str, &Value),
    value: &Value,
) -> Option<String> {
    let list = || wanted.as_array().into_iter().flatten();
    let fits = |schema: &&Value| misfit(root, schema, value).is_none();
    let says = |holds: bool| (!holds).then(|| format!("{rule} {wanted}: {value}"));
    match rule {
        "$ref" => {
            let link = wanted.as_str()?.strip_prefix('#')?;
            let Some(schema) = root.pointer(link) else {
                return Some(format!("{link} leads nowhere"));
            };
            misfit(root, schema, value)
        }
        "type" => says(
            wanted == &json!(kind(value))
                || list().any(|one| is_of(one, value))
                || is_of(wanted, value),
        ),
        "enum" => says(list().any(|one| one == value)),
        "const" => says(wanted == value),
        "anyOf" => says(list().any(|schema| fits(&schema))),
        "oneOf" => says(list().filter(fits).count() == 1),
        "allOf" => list().find_map(|schema| misfit(root, schema, value)),
        "minimum" => says(value.as_f64().is_none_or(|number| Some(number) >= wanted.as_f64())),
        "maximum" => says(value.as_f64().is_none_or(|number| Some(number) <= wanted.as_f64())),
        "required" => {
            let held = value.as_object()?;
            says(list().filter_map(Value::as_str).all(|name| held.contains_key(name)))
        }
        "properties" => {
            let (held, wanted) = (value.as_object()?, wanted.as_object()?);
            let named = |(name, schema): (&String, &Value)| {
                misfit(root, schema, held.get(name)?).map(|why| format!("{name}: {why}"))
            };
            wanted.iter().find_map(named)
        }
        "additionalProperties" => {
            let (held, known) =
                (value.as_object()?, rules.get("properties").and_then(Value::as_object));
            let others = held
                .iter()
                .filter(|(name, _)| known.is_none_or(|known| !known.contains_key(*name)));
            others.map(|(_, value)| value).find_map(|value| misfit(root, wanted, value))
        }
        "items" => value.as_array()?.iter().find_map(|one| misfit(root, wanted, one)),
        "minItems" => {
            says(value.as_array().is_none_or(|all| Some(all.len() as u64) >= wanted.as_u64()))
        }
        "maxItems" => {
            says(value.as_array().is_none_or(|all| Some(all.len() as u64) <= wanted.as_u64()))
        }
        "title" | "description" | "format" | "default" | "examples" | "$schema" => None,
        _ => Some(format!("{rule} is not a rule that this test reads")),
    }
}

fn is_of(wanted: &Value, value: &Value) -> bool {
    match wanted.as_str() {
        Some("number") => value.is_number(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some(wanted) => wanted == kind(value),
        None => false,
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

#[test]
fn what_does_not_fit_is_told() {
    let root = json!({ "named": { "type": ["string", "null"] } });
    let schema = json!({ "type": "object", "required": ["a"], "properties": {
        "a": { "$ref": "#/named" }, "b": { "type": "array", "items": { "type": "integer", "minimum": 1 } } } });
    for fitting in [json!({ "a": "x" }), json!({ "a": null, "b": [1, 2] })] {
        assert_eq!(misfit(&root, &schema, &fitting), None, "{fitting}");
    }
    for not in [
        json!([]),
        json!({}),
        json!({ "a": 1 }),
        json!({ "a": "", "b": [0] }),
        json!({ "a": "", "b": [1.5] }),
    ] {
        assert!(misfit(&root, &schema, &not).is_some(), "{not}");
    }
}
