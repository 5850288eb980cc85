//! What a page is, and the list of all pages.

use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Serde, ValueKind};
use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

use crate::ask::{Ask, Param};
use crate::audit::Audit;
use crate::pages;
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;
use crate::snapshots::Snapshots;
use crate::token::Scope;
use crate::tool::Tool;

/// One page: where it is, what it answers, what it can be asked.
pub struct Page {
    /// The name of its template and its key in the navigation.
    pub name: &'static str,
    /// Its address; `.json` behind it gives the same as JSON.
    pub path: &'static str,
    /// In the navigation and over the page.
    pub title: &'static str,
    /// The question that it answers, in one line.
    pub about: &'static str,
    /// Where it stands in the navigation.
    pub group: Group,
    /// What it can be asked.
    pub asks: &'static [Param],
    /// The shape of its JSON.
    pub shape: fn() -> Schema,
    /// For a page that assistants ask for too: how it is told to them.
    pub tool: Option<Tool>,
    /// From a snapshot to what is shown.
    pub show: fn(&View<'_>) -> Result<Shown, Refusal>,
}

/// Another address of the first page, so that it has one for its JSON.
pub const FIRST: &str = "/changes";

impl Page {
    /// Where its JSON is: "/meetings/{id}.json".
    pub fn json_path(&self) -> String {
        format!("{}.json", if self.path == "/" { FIRST } else { self.path })
    }
}

/// Where a page stands in the navigation.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// What happened.
    Talks,
    /// Who wants and promised what.
    Words,
    /// Who tells it.
    Sources,
    /// Looking after the record.
    Desk,
    /// Looking after the server.
    Server,
    /// Reached by links alone.
    Hidden,
}

impl Group {
    /// What whoever sees its pages has to be allowed.
    pub fn needs(self) -> Scope {
        match self {
            Group::Talks | Group::Words | Group::Sources | Group::Desk | Group::Hidden => {
                Scope::Read
            }
            Group::Server => Scope::Admin,
        }
    }
}

/// What a page is made from.
pub struct View<'a> {
    /// The record’s file, with the record of other days.
    pub snapshots: &'a Arc<Snapshots>,
    /// The record.
    pub snapshot: &'a Snapshot,
    /// The question.
    pub ask: &'a Ask,
    /// For a page about one row: its id, as it stands in the address.
    pub id: Option<&'a str>,
    /// What the server noted, where there is a server.
    pub audit: Option<&'a Audit>,
}

/// What a page shows.
pub struct Shown {
    /// The same for people and for programs, as templates take it: that is the dearer of the two.
    pub data: Value,
    /// What is drawn, for the template alone: it follows from the data.
    pub drawn: Value,
    /// Over the page, where it is not the page's own title.
    pub heading: Option<String>,
}

impl Shown {
    /// A page without a drawing.
    pub fn of(data: impl Serialize) -> Result<Shown, Refusal> {
        let data = Value::from(Serde(data));
        match data.kind() {
            ValueKind::Invalid => Err(Refusal::Failed(format!("{data:?}"))),
            _ => Ok(Shown { data, drawn: Value::UNDEFINED, heading: None }),
        }
    }

    /// The data for programs.
    pub fn json(&self) -> Result<serde_json::Value, Refusal> {
        serde_json::to_value(&self.data).map_err(|e| Refusal::Failed(e.to_string()))
    }

    /// With a drawing.
    pub fn drawn(self, drawing: impl Serialize) -> Shown {
        Shown { drawn: Value::from(Serde(drawing)), ..self }
    }

    /// Under a heading of its own.
    pub fn headed(self, heading: String) -> Shown {
        Shown { heading: Some(heading), ..self }
    }
}

/// The shape of a page's JSON.
pub fn shape<T: JsonSchema>() -> Schema {
    schema_for!(T)
}

/// All pages, in the order of the navigation.
pub const PAGES: &[Page] = &[
    pages::changes::PAGE,
    pages::timeline::PAGE,
    pages::meetings::PAGE,
    pages::meeting::PAGE,
    pages::processes::PAGE,
    pages::network::PAGE,
    pages::map::PAGE,
    pages::statements::PAGE,
    pages::positions::PAGE,
    pages::conditions::PAGE,
    pages::commitments::PAGE,
    pages::matrix::PAGE,
    pages::differences::PAGE,
    pages::attribution::PAGE,
    pages::sources::PAGE,
    pages::documents::PAGE,
    pages::document::PAGE,
    pages::actors::PAGE,
    pages::review::PAGE,
    pages::search::PAGE,
    pages::run::PAGE,
    pages::audit::PAGE,
    pages::evidence::PAGE,
];
