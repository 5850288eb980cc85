//! The pages' frames, embedded. Everything that is put into one is escaped.

use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use crate::ask::{escaped, segment};
use crate::drawing::measure::clipped;

/// Each template by name.
const TEMPLATES: &[(&str, &str)] = &[
    ("layout.html", include_str!("../templates/layout.html")),
    ("macros.html", include_str!("../templates/macros.html")),
    ("pane.html", include_str!("../templates/pane.html")),
    ("refusal.html", include_str!("../templates/refusal.html")),
    ("meetings.html", include_str!("../templates/meetings.html")),
    ("meeting.html", include_str!("../templates/meeting.html")),
    ("drawing.html", include_str!("../templates/drawing.html")),
    ("network.html", include_str!("../templates/network.html")),
    ("map.html", include_str!("../templates/map.html")),
    ("conditions.html", include_str!("../templates/conditions.html")),
    ("positions.html", include_str!("../templates/positions.html")),
    ("processes.html", include_str!("../templates/processes.html")),
    ("timeline.html", include_str!("../templates/timeline.html")),
    ("reading.html", include_str!("../templates/reading.html")),
    ("changes.html", include_str!("../templates/changes.html")),
    ("statements.html", include_str!("../templates/statements.html")),
    ("commitments.html", include_str!("../templates/commitments.html")),
    ("matrix.html", include_str!("../templates/matrix.html")),
    ("differences.html", include_str!("../templates/differences.html")),
    ("attribution.html", include_str!("../templates/attribution.html")),
    ("sources.html", include_str!("../templates/sources.html")),
    ("documents.html", include_str!("../templates/documents.html")),
    ("document.html", include_str!("../templates/document.html")),
    ("actors.html", include_str!("../templates/actors.html")),
    ("search.html", include_str!("../templates/search.html")),
    ("run.html", include_str!("../templates/run.html")),
    ("review.html", include_str!("../templates/review.html")),
    ("audit.html", include_str!("../templates/audit.html")),
    ("evidence.html", include_str!("../templates/evidence.html")),
];

/// An environment that holds them all.
pub fn all() -> anyhow::Result<Environment<'static>> {
    let mut all = Environment::new();
    all.set_auto_escape_callback(|_| AutoEscape::Html);
    all.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    all.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    all.add_filter("address", |value: String| escaped(&value));
    all.add_filter("segment", |value: String| segment(&value));
    all.add_filter("clipped", |value: String, most: usize| clipped(&value, most));
    all.add_filter("spaced", |value: String| value.replace('_', " "));
    for (name, source) in TEMPLATES {
        all.add_template(name, source)?;
    }
    Ok(all)
}
