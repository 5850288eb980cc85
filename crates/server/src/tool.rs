//! A page as assistants are told of it, and what each answer to one is made of.

use std::sync::Arc;

use schemars::Schema;
use serde_json::Value;
use view::Opened;

use crate::ask::{AS_OF, Ask, FOCUS, PAGE, Param, ROWS_PARAM};
use crate::page::{PAGES, Page, View};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;
use crate::snapshots::Snapshots;

/// A page that assistants ask for as a tool.
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    /// What they call it.
    pub name: &'static str,
    /// When to ask for it and what it gives.
    pub about: &'static str,
    /// Where in the answer the ids of rows stand whose words belong to it: `/meetings/*/id`.
    pub grounds: &'static [&'static str],
}

/// A page with how it is told to assistants.
#[derive(Clone, Copy)]
pub struct Offer {
    /// How it is told.
    pub tool: Tool,
    page: &'static Page,
}

/// What a page gave, and the record that it was made from.
pub struct Told {
    /// The same as the page's JSON.
    pub data: Value,
    snapshot: Arc<Snapshot>,
}

/// All pages that assistants can ask for, in the order of the list.
pub fn offers() -> impl Iterator<Item = Offer> {
    PAGES.iter().filter_map(|page| Some(Offer { tool: page.tool?, page }))
}

impl Offer {
    /// Its name for people.
    pub fn title(&self) -> &'static str {
        self.page.title
    }

    /// True if it is about one row, whose id has to be named.
    pub fn is_of_one(&self) -> bool {
        self.page.path.contains("{id}")
    }

    /// What it can be asked, without what only a browser shows.
    pub fn asks(&self) -> Vec<Param> {
        self.page.asks.iter().copied().filter(|param| *param != FOCUS).collect()
    }

    /// True if its rows come in pages.
    pub fn is_paged(&self) -> bool {
        self.page.asks.contains(&PAGE) && self.page.asks.contains(&ROWS_PARAM)
    }

    /// The shape of its data.
    pub fn shape(&self) -> Schema {
        (self.page.shape)()
    }

    /// What the page says.
    pub fn answer(
        &self,
        snapshots: &Arc<Snapshots>,
        id: Option<&str>,
        asked: Vec<(String, String)>,
    ) -> Result<Told, Refusal> {
        let ask = Ask::of(asked, &self.asks())?;
        let snapshot = snapshots.at(ask.day(AS_OF))?;
        let view = View { snapshots, snapshot: &snapshot, ask: &ask, id, audit: None };
        let data = (self.page.show)(&view)?.json()?;
        Ok(Told { data, snapshot })
    }
}

impl Told {
    /// The record behind it.
    pub fn opened(&self) -> &Opened {
        &self.snapshot.opened
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tool_has_a_name_of_its_own_and_takes_a_day() {
        let mut names: Vec<_> = offers().map(|offer| offer.tool.name).collect();
        assert!(offers().all(|offer| offer.asks().contains(&AS_OF)), "{names:?}");
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), offers().count());
    }
}
