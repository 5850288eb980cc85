//! What the fields of a row are called: by us, by common extractors, by people who made a table.

use serde_json::{Map, Value};

use crate::Entry;

/// A role a line: its name, then the names under which it goes, best first. A dot leads into an
/// object. From the output of trafilatura, newspaper, news-please, fundus, Media Cloud, GDELT,
/// Event Registry, NewsAPI, The Guardian's API, JSON Feed, and from tables in the wild.
const FIELDS: &str = include_str!("../../data/fields.txt");

/// What a field says of an article.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Role {
    /// What it is called.
    Id,
    /// Its address.
    Url,
    /// Who publishes it.
    Outlet,
    /// Its headline.
    Title,
    /// Who wrote it.
    Byline,
    /// When it was published.
    Published,
    /// When it was last changed.
    Modified,
    /// The language it is in.
    Language,
    /// Its text.
    Text,
    /// Its page, as it was fetched.
    Html,
    /// Rows within the row.
    Rows,
}

impl Role {
    /// The names on its line of the table.
    fn names(self) -> impl Iterator<Item = &'static str> {
        FIELDS.lines().nth(self as usize).unwrap_or_default().split(' ').skip(1)
    }
}

/// A row: its fields under names in lower case, with underscores for blanks.
#[derive(Clone, Debug, Default)]
pub struct Row(Map<String, Value>);

impl Row {
    /// A row of these fields. Of two with one name the first counts.
    pub fn new(fields: impl IntoIterator<Item = (String, Value)>) -> Row {
        let mut row = Map::new();
        for (name, value) in fields {
            row.entry(normal(&name)).or_insert(value);
        }
        Row(row)
    }

    /// What the row says in a role: the first of its fields that holds words.
    pub fn words(&self, role: Role) -> Option<String> {
        role.names().find_map(|name| words(self.value(name)?))
    }

    /// The objects within this row that are rows themselves.
    pub fn rows(&self) -> Option<&Vec<Value>> {
        let lists = Role::Rows.names().filter_map(|name| self.value(name)?.as_array());
        lists.into_iter().find(|list| list.first().is_some_and(Value::is_object))
    }

    /// True if it carries an article's text.
    pub fn has_text(&self) -> bool {
        self.words(Role::Text).is_some() || self.words(Role::Html).is_some()
    }

    /// The page that it names.
    pub fn entry(&self) -> Option<Entry> {
        let page = Entry::page(self.words(Role::Url)?)?;
        let (title, outlet) = (self.words(Role::Title), self.words(Role::Outlet));
        Some(Entry { title, outlet, published: self.words(Role::Published), ..page })
    }

    /// The value at a name, or at a way into objects.
    fn value(&self, name: &str) -> Option<&Value> {
        let mut steps = name.split('.');
        let first = self.0.get(steps.next()?)?;
        steps.try_fold(first, |value, step| get(value.as_object()?, step))
    }
}

/// Within an object, names are compared without case.
fn get<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    object
        .get(name)
        .or_else(|| object.iter().find(|(key, _)| normal(key) == name).map(|(_, value)| value))
}

/// True for a name that some role goes under.
pub(crate) fn is_known(name: &str) -> bool {
    let name = normal(name);
    let roles = FIELDS.lines().filter(|line| !line.starts_with("rows "));
    !name.is_empty()
        && roles.into_iter().any(|line| line.split(' ').skip(1).any(|known| known == name))
}

fn normal(name: &str) -> String {
    let name = name.trim().trim_start_matches('\u{feff}').trim_matches('"');
    name.replace(' ', "_").to_lowercase()
}

/// A string, a number, or a list of strings or of objects with a name.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()).filter(|text| !is_void(text)),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(list) => {
            let names: Vec<&str> =
                list.iter().filter_map(name).filter(|name| !is_void(name)).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
}

fn name(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.get("name")?.as_str())
}

/// What tables write where they have nothing to say.
fn is_void(text: &str) -> bool {
    let text = text.trim();
    ["", "nan", "none", "null", "nat", "n/a", "[]", "-", "<na>"]
        .iter()
        .any(|void| text.eq_ignore_ascii_case(void))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn row(value: Value) -> Row {
        let Value::Object(fields) = value else { panic!("an object") };
        Row::new(fields)
    }

    #[test]
    fn each_role_has_its_line() {
        let roles = [
            (Role::Id, "id"),
            (Role::Outlet, "outlet"),
            (Role::Published, "published"),
            (Role::Html, "html"),
            (Role::Rows, "rows"),
        ];
        for (role, name) in roles {
            assert!(FIELDS.lines().nth(role as usize).unwrap().starts_with(name), "{name}");
        }
        assert_eq!(FIELDS.lines().count(), Role::Rows as usize + 1);
    }

    #[test]
    fn the_same_is_called_by_many_names() {
        for (fields, role, expected) in [
            (json!({"Title": "Talks", "title_page": "x"}), Role::Title, Some("Talks")),
            (
                json!({"source": {"id": null, "name": "Example Courier"}}),
                Role::Outlet,
                Some("Example Courier"),
            ),
            (
                json!({"authors": [{"name": "Jane Doe"}, {"name": "A. Roe"}]}),
                Role::Byline,
                Some("Jane Doe, A. Roe"),
            ),
            (json!({"Publish Date": "2021-03-04"}), Role::Published, Some("2021-03-04")),
            (
                json!({"date": "nan", "publish_date": "2021-03-04"}),
                Role::Published,
                Some("2021-03-04"),
            ),
            (json!({"text": "", "maintext": "They met."}), Role::Text, Some("They met.")),
            (json!({"fields": {"bodyText": "They met."}}), Role::Text, Some("They met.")),
            (json!({"author": null}), Role::Byline, None),
        ] {
            assert_eq!(row(fields.clone()).words(role).as_deref(), expected, "{fields}");
        }
    }

    #[test]
    fn rows_stand_within_rows() {
        assert_eq!(
            row(json!({"articles": {"results": [{"a": 1}], "pages": 1}})).rows().map(Vec::len),
            Some(1)
        );
        assert_eq!(row(json!({"articles": ["a"]})).rows().map(Vec::len), None);
    }
}
