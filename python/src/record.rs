//! A record in Python.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use exporter::{Cell, Draft, Extent, Format, Kind, Material, xml};
use jiff::civil::Date;
use pipeline::{Kept, Tools};
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use store::{Location, Store};
use view::{HitOut, Names, Opened, VerificationOut, record_file};

use crate::apart::apart;
use crate::asked::{day, shipped};
use crate::comparing::Comparison;
use crate::dossier::Dossier;
use crate::explanation::Explanation;
use crate::fault::Fault;
use crate::reading::Reading;
use crate::table::Table;
use crate::verification::Verification;

/// Where a record is kept.
pub enum Place {
    /// At this path or address, which is opened when it is needed.
    Kept(PathBuf),
    /// Nowhere but here.
    Memory(Mutex<Store>),
}

impl Place {
    /// Of a store that was made at a path, or at none.
    pub fn of(path: Option<&Path>, store: Store) -> Place {
        match path {
            Some(path) => Place::Kept(path.to_owned()),
            None => Place::Memory(Mutex::new(store)),
        }
    }

    fn with<T>(&self, use_it: impl FnOnce(&Store) -> Result<T, Fault>) -> Result<T, Fault> {
        match self {
            Place::Kept(path) => use_it(&Store::open(record_file(path)?)?),
            Place::Memory(store) => use_it(&store.lock().unwrap_or_else(PoisonError::into_inner)),
        }
    }

    fn name(&self) -> String {
        match self {
            Place::Kept(path) => Location::from(path).to_string(),
            Place::Memory(_) => "not kept".to_owned(),
        }
    }
}

/// A record: what follows from all pages that were read into it.
#[pyclass(frozen, module = "rapporteur")]
pub struct Record {
    place: Arc<Place>,
    opened: Opened,
    day: Option<Date>,
    tables: OnceLock<Vec<Table>>,
    reading: Option<Py<Reading>>,
}

impl Record {
    /// The record kept there, as it could be known at the end of a day or now.
    pub fn open(
        py: Python<'_>,
        place: impl Into<Arc<Place>>,
        tools: Arc<Tools>,
        day: Option<Date>,
    ) -> PyResult<Record> {
        let place = place.into();
        Record::opened(py, place, day, |store| Ok(Opened::of(store, day, tools.clone())?))
    }

    /// The record kept there, where the texts of its articles were compared elsewhere.
    fn compared(py: Python<'_>, place: Arc<Place>, comparison: &Comparison) -> PyResult<Record> {
        Record::opened(py, place, None, |store| {
            let kept = Kept::load(store)?;
            let compared = comparison.of(&kept.articles)?;
            Ok(Opened::compared(kept, &compared, shipped()))
        })
    }

    fn opened(
        py: Python<'_>,
        place: Arc<Place>,
        day: Option<Date>,
        open: impl Fn(&Store) -> Result<Opened, Fault> + Send + Sync,
    ) -> PyResult<Record> {
        let opened = apart(py, |_| place.with(&open))?;
        Ok(Record { place, opened, day, tables: OnceLock::new(), reading: None })
    }

    /// The same, with what came of reading.
    pub fn after(self, py: Python<'_>, reading: Reading) -> PyResult<Record> {
        Ok(Record { reading: Some(Py::new(py, reading)?), ..self })
    }

    /// All tables. Two threads that ask at once make them twice and keep one.
    fn all(&self, py: Python<'_>) -> PyResult<&[Table]> {
        if self.tables.get().is_none() {
            let made = apart(py, |_| self.made(Extent::Quotes))?;
            // Equal to those that another thread may have put there.
            let _ = self.tables.set(made);
        }
        Ok(self.tables.get().map(Vec::as_slice).unwrap_or_default())
    }

    fn made(&self, extent: Extent) -> Result<Vec<Table>, Fault> {
        let sheets = exporter::described_tables(&self.material(extent));
        sheets.into_iter().map(Table::of).collect()
    }

    fn material(&self, extent: Extent) -> Material<'_> {
        let Opened { record, index, kept, .. } = &self.opened;
        Material::of(record, index, &kept.articles, extent)
    }

    fn written(&self, format: &str, extent: Extent) -> Result<exporter::Output, Fault> {
        let format: Format = format.parse().map_err(Fault::Usage)?;
        Ok(format.write(&self.material(extent)).output)
    }
}

fn extent(full_text: bool) -> Extent {
    if full_text { Extent::FullText } else { Extent::Quotes }
}

fn missing(name: &str, tables: &[Table]) -> Fault {
    let names: Vec<_> = tables.iter().map(Table::title).collect();
    Fault::NotFound(format!("no table is called “{name}”; there are {}", names.join(", ")))
}

#[pymethods]
impl Record {
    /// The file that it is kept in; `None` if it is in none.
    #[getter]
    fn path(&self) -> Option<&Path> {
        match &*self.place {
            Place::Kept(path) => Location::from(path).file().and(Some(path)),
            Place::Memory(_) => None,
        }
    }

    /// What came of reading, if `rapporteur.read` made this.
    #[getter]
    fn reading(&self) -> Option<&Py<Reading>> {
        self.reading.as_ref()
    }

    /// The names of its tables, as `rapporteur export --format parquet` names the files.
    #[getter]
    fn tables(&self, py: Python<'_>) -> PyResult<Vec<&'static str>> {
        Ok(self.all(py)?.iter().map(Table::title).collect())
    }

    fn _ipython_key_completions_(&self, py: Python<'_>) -> PyResult<Vec<&'static str>> {
        self.tables(py)
    }

    fn __getitem__(&self, py: Python<'_>, name: &str) -> PyResult<Table> {
        let tables = self.all(py)?;
        let found = tables.iter().find(|table| table.title() == name);
        Ok(found.cloned().ok_or_else(|| missing(name, tables))?)
    }

    /// A table by its name, as `record[name]`; with `full_text`, `documents` has each article's text in its column `text`.
    #[pyo3(signature = (name, *, full_text=false))]
    fn table(&self, py: Python<'_>, name: &str, full_text: bool) -> PyResult<Table> {
        if !full_text {
            return self.__getitem__(py, name);
        }
        let tables = apart(py, |_| self.made(Extent::FullText))?;
        let found = tables.iter().find(|table| table.title() == name);
        Ok(found.cloned().ok_or_else(|| missing(name, &tables))?)
    }

    /// The same record as it could be known at the end of a day: a `datetime.date` or YYYY-MM-DD.
    fn as_of(&self, py: Python<'_>, last: &Bound<'_, PyAny>) -> PyResult<Record> {
        Record::open(py, self.place.clone(), self.opened.tools.clone(), day(Some(last))?)
    }

    /// Everything behind one row: its claims in their exact words, whose they are, what read them, what would
    /// change it. `id` is the id of a row of any table, or the beginning of one.
    fn explain(&self, py: Python<'_>, id: &str) -> PyResult<Explanation> {
        apart(py, |_| {
            let target = view::target(&self.opened, id).map_err(|u| Fault::NotFound(u.0))?;
            Explanation::of(&view::explanation(&self.opened, target, id))
        })
    }

    /// Claims, then articles, that hold all these words, best first, at most `limit` of each; a table of `kind`,
    /// `id`, `document` and `excerpt`.
    #[pyo3(signature = (words, limit=20))]
    fn search(&self, py: Python<'_>, words: &str, limit: u32) -> PyResult<Table> {
        apart(py, |_| {
            let hits = self.place.with(|store| Ok(store.search(words, limit)?))?;
            let names = Names::of(&self.opened.kept);
            let told: Vec<HitOut<'_>> = hits.iter().map(|hit| names.tell(hit)).collect();
            Table::of(found(&told))
        })
    }

    /// All of it for reading, with a footnote for every claim.
    #[pyo3(signature = (*, full_text=false))]
    fn dossier(&self, py: Python<'_>, full_text: bool) -> PyResult<Dossier> {
        apart(py, |_| {
            let in_format = |format: Format| {
                format.write(&self.material(extent(full_text))).output.into_bytes()
            };
            Ok(Dossier::of(&in_format(Format::Markdown), &in_format(Format::Html)))
        })
    }

    /// The record in one of the formats of `rapporteur export`. Without a path its bytes, several files packed as zip;
    /// with a path they are written there, several as a folder.
    #[pyo3(signature = (format, path=None, *, full_text=false))]
    fn export<'py>(
        &self,
        py: Python<'py>,
        format: &str,
        path: Option<PathBuf>,
        full_text: bool,
    ) -> PyResult<Option<Bound<'py, PyBytes>>> {
        let bytes = apart(py, |_| {
            let output = self.written(format, extent(full_text))?;
            match &path {
                Some(path) => Ok(view::write(path, output).map(|()| None)?),
                None => Ok(Some(output.into_bytes())),
            }
        })?;
        Ok(bytes.map(|bytes| PyBytes::new(py, &bytes)))
    }

    /// Looks whether everything is still what it was: ids, hashes, and every quote in its article.
    fn verify(&self, py: Python<'_>) -> PyResult<Verification> {
        apart(py, |_| {
            self.place.with(|store| Ok(Verification::of(&VerificationOut::of(&store.verify()?))))
        })
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let filled = self.all(py)?.iter().filter(|table| table.title() != "codebook");
        let filled: Vec<_> = filled
            .filter(|table| table.rows() > 0)
            .map(|table| format!("{} {}", table.rows(), table.title()))
            .collect();
        let day = self.day.map(|day| format!(" as of {day}")).unwrap_or_default();
        Ok(format!("<rapporteur.Record {}{day}: {}>", self.place.name(), filled.join(", ")))
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let row = |table: &Table| {
            let (name, rows, about) = (table.title(), table.rows(), table.row_is());
            format!("<tr><td>{}</td><td>{rows}</td><td>{}</td></tr>", xml(name), xml(about))
        };
        let rows: String = self.all(py)?.iter().map(row).collect();
        let day = self.day.map(|day| format!(" as of {day}")).unwrap_or_default();
        let head = "<thead><tr><th>table</th><th>rows</th><th>a row is</th></tr></thead>";
        let caption = format!("<caption>record {}{day}</caption>", xml(&self.place.name()));
        Ok(format!("<table>{caption}{head}<tbody>{rows}</tbody></table>"))
    }
}

/// What a search found.
fn found(hits: &[HitOut<'_>]) -> exporter::Sheet {
    Draft::new("found", "a claim or an article that holds the words", hits)
        .column("kind", Kind::Text, "claim or article", |hit| hit.kind)
        .column("id", Kind::Text, "its id; SHA-256", |hit| hit.id)
        .column("document", Kind::Text, "id in documents", |hit| Cell::from(hit.document.as_str()))
        .column("excerpt", Kind::Text, "the words around, those found between « and »", |hit| {
            hit.excerpt
        })
        .done()
}

/// Opens the record in a file, as it could be known at the end of a day or now.
///
/// `as_of` is a `datetime.date` or YYYY-MM-DD. `compared` is what `rapporteur.spark.compare` gave for all that is in the
/// record: its texts are then not compared again. It is refused if it is of other articles, and beside `as_of`, which
/// leaves some out. Nothing is written.
#[pyfunction]
#[pyo3(signature = (path, as_of=None, *, compared=None))]
pub fn open(
    py: Python<'_>,
    path: PathBuf,
    as_of: Option<&Bound<'_, PyAny>>,
    compared: Option<Comparison>,
) -> PyResult<Record> {
    let (place, day) = (Arc::new(Place::Kept(path)), day(as_of)?);
    match (compared, day) {
        (None, day) => Record::open(py, place, shipped(), day),
        (Some(compared), None) => Record::compared(py, place, &compared),
        (Some(_), Some(_)) => {
            Err(Fault::Usage("compared is of all articles, so not of those as of a day".to_owned())
                .into())
        }
    }
}
