//! What stands behind a row, in Python: words for people, a page for notebooks, a dict for programs.

use exporter::{plain, xml};
use pyo3::prelude::*;
use view::told::chain;
use view::{ClaimOut, JudgementOut};

use crate::fault::Fault;

/// A row's grounds, told three ways.
#[pyclass(frozen, module = "rapporteur")]
pub struct Explanation {
    /// The row, as it was asked for.
    #[pyo3(get)]
    id: String,
    /// `meeting`, `statement`, `claim`, …
    #[pyo3(get)]
    kind: String,
    text: String,
    html: String,
    json: String,
}

impl Explanation {
    /// Of a row's grounds.
    pub fn of(grounds: &view::Explanation<'_>) -> Result<Explanation, Fault> {
        let json = serde_json::to_string(grounds).map_err(|e| Fault::Program(e.to_string()))?;
        Ok(Explanation {
            id: grounds.id.to_owned(),
            kind: grounds.kind.to_owned(),
            text: text(grounds),
            html: html(grounds),
            json,
        })
    }
}

#[pymethods]
impl Explanation {
    /// As `rapporteur explain --json` prints it; `start` and `end` are bytes of the article's text in UTF-8.
    fn as_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.call_method1("loads", (&self.json,))
    }

    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> String {
        format!("<rapporteur.Explanation of {} {}>", self.kind, self.id)
    }

    fn _repr_html_(&self) -> &str {
        &self.html
    }
}

/// Lists of lines that stand under a heading each.
fn lists(grounds: &view::Explanation<'_>) -> [(&'static str, Vec<String>); 3] {
    let judgements = grounds.judgements.iter().map(JudgementOut::line).collect();
    [
        ("Why these days", grounds.dated_by.to_vec()),
        ("Why these belong together or apart", judgements),
        ("What would change it", grounds.would_change.clone()),
    ]
}

/// Where a claim stands, whose it is, what read it.
fn told(claim: &ClaimOut) -> [String; 2] {
    let (voices, start, end) = (chain(&claim.voices), claim.start, claim.end);
    [
        format!("{voices}; bytes {start}..{end}"),
        format!("{}; read by {}", claim.certainty, claim.tool),
    ]
}

fn text(grounds: &view::Explanation<'_>) -> String {
    let mut lines = vec![format!("{} {}", grounds.kind, grounds.id)];
    for claim in &grounds.claims {
        let ClaimOut { source, before, quote, after, .. } = claim;
        lines.push(format!("  {source}  [{}]", claim.short()));
        lines.push(format!("    {before}«{quote}»{after}"));
        lines.extend(told(claim).map(|line| format!("    {line}")));
    }
    for (heading, list) in lists(grounds).into_iter().filter(|(_, list)| !list.is_empty()) {
        lines.push(heading.to_owned());
        lines.extend(list.into_iter().map(|line| format!("  {line}")));
    }
    plain(&lines.join("\n"))
}

/// Words of others stand in `bdi`, so that they turn nothing round but themselves.
fn html(grounds: &view::Explanation<'_>) -> String {
    let claims: String = grounds.claims.iter().map(claim).collect();
    let lists = lists(grounds).into_iter().filter(|(_, list)| !list.is_empty());
    let lists: String = lists
        .map(|(heading, list)| {
            let items = list.iter().map(|line| format!("<li><bdi>{}</bdi></li>", xml(line)));
            format!("<p><b>{heading}</b></p><ul>{}</ul>", items.collect::<String>())
        })
        .collect();
    let (kind, id) = (xml(grounds.kind), xml(grounds.id));
    format!("<div><p><b>{kind}</b> <code>{id}</code></p><ol>{claims}</ol>{lists}</div>")
}

fn claim(claim: &ClaimOut) -> String {
    let [standing, reading] = told(claim);
    format!(
        "<li><p><bdi>{}</bdi> <code>{}</code></p>\
         <blockquote dir=\"auto\">{}<mark>{}</mark>{}</blockquote>\
         <p><small><bdi>{}</bdi><br><bdi>{}</bdi></small></p></li>",
        xml(&claim.source),
        xml(claim.short()),
        xml(&claim.before),
        xml(&claim.quote),
        xml(&claim.after),
        xml(&standing),
        xml(&reading),
    )
}
