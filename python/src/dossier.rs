//! A dossier in Python: Markdown as text, a page in a notebook.

use exporter::xml;
use pyo3::prelude::*;

/// All of a record for reading, a footnote for every claim.
#[pyclass(frozen, get_all, module = "rapporteur")]
pub struct Dossier {
    /// As `rapporteur export --format markdown` writes it.
    markdown: String,
    /// As `rapporteur export --format html` writes it: a page that needs nothing else.
    html: String,
}

impl Dossier {
    /// Of the exporter's two.
    pub fn of(markdown: &[u8], html: &[u8]) -> Dossier {
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        Dossier { markdown: text(markdown), html: text(html) }
    }
}

#[pymethods]
impl Dossier {
    fn __str__(&self) -> &str {
        &self.markdown
    }

    fn __repr__(&self) -> String {
        format!("<rapporteur.Dossier: {} lines>", self.markdown.lines().count())
    }

    /// In a frame of its own, where nothing runs and no style reaches the notebook.
    fn _repr_html_(&self) -> String {
        let style = "width:100%;height:36em;border:1px solid #d0d7de";
        format!("<iframe sandbox srcdoc=\"{}\" style=\"{style}\"></iframe>", xml(&self.html))
    }
}
