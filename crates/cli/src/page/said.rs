//! What was said, and what follows from it: conditions, commitments, positions.

use record::{Commitment, Condition, Position, Statement};

use super::{Row, Sheet};
use view::told::{condition_line, quoted, requires_line, said_line, source_line, weight};
use view::{Opened, names};

impl Row for Statement {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let words = quoted(self.evidence.words());
        sheet.entry(2, &format!("{}: {words}", self.act.as_str()), &self.id.0);
        sheet.line(4, &source_line(self, opened));
        if let Some(requires) = &self.requires {
            sheet.line(4, &requires_line(requires));
        }
    }
}

impl Row for Condition {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let who = names::parties(&opened.tools, &self.set_by);
        let who = if who.is_empty() { "unknown".to_owned() } else { who };
        sheet.entry(2, &format!("{who}: {}", condition_line(self)), &self.id.0);
        if !self.awaits.is_empty() {
            let whose = names::parties(&opened.tools, &self.awaits);
            sheet.line(4, &format!("the next move is {whose}’s"));
        }
        if !self.blocks.is_empty() {
            let blocks = self.blocks.iter().map(|key| names::issue(&opened.tools, key));
            sheet.line(4, &format!("blocks {}", blocks.collect::<Vec<_>>().join("; ")));
        }
        sheet.line(4, &weight(self.statements.len(), self.origins));
        if let Some(said) =
            opened.record.statements.iter().find(|s| self.statements.contains(&s.id))
        {
            sheet.entry(4, &said_line(said, opened), &said.id.0);
        }
    }
}

impl Row for Commitment {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let who = names::parties(&opened.tools, &self.by);
        let who = if who.is_empty() { "unknown".to_owned() } else { who };
        sheet.entry(2, &format!("{who}: {}", quoted(&self.action)), &self.id.0);
        let mut state = exporter::commitment_state(self.state).to_owned();
        if let Some(due) = &self.due {
            state.push_str(&format!(", due {}", names::days(due.from, due.last())));
        }
        sheet.line(4, &format!("{state}; {}", weight(self.statements.len(), self.origins)));
        if let Some(why) = &self.why {
            sheet.line(4, why);
        }
    }
}

impl Row for Position {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let issue = names::issue(&opened.tools, &self.issue);
        let party = opened.tools.party_name(&self.party);
        sheet.entry(2, &format!("{party} on {issue}"), &self.issue);
        for step in &self.steps {
            let day = step.reported.map_or_else(|| "undated".to_owned(), names::day);
            let said = opened.record.statements.iter().find(|s| s.id == step.statement);
            let words = said.map(|s| quoted(s.evidence.words())).unwrap_or_default();
            let line = format!("{day}: {}: {words}", step.act.as_str());
            sheet.entry(4, &line, &step.statement.0);
        }
    }
}
