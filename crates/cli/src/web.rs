//! Addresses to an archive that the reader can read.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use fetch::{Memory, Reach, Run, Terms, fetch};
use pipeline::Input;

use crate::args::Fetching;
use crate::command::{Before, Found, Keep};
use crate::output::Screen;

/// Fetches addresses, keeps what was received, and hands it on to be read.
pub fn fetched(
    urls: &[String],
    how: &Fetching,
    (keep, screen): (Keep, &Screen),
    to: &mut Found,
) -> anyhow::Result<()> {
    let terms = terms(how);
    let lasting = matches!(keep, Keep::Archive { .. });
    let mut kept = Kept::open(how, keep)?;
    let run = Run { terms: &terms, memory: &mut kept.memory, archive: &mut kept.archive };
    let outcome = fetch(urls, run, |url| screen.progress(&format!("fetching {url}")));
    screen.progress("");
    let name = kept.name(urls);
    let outcome = outcome.with_context(|| format!("cannot write to {name}"))?;
    to.unread += outcome.unread;
    to.odd.extend(outcome.refused.into_iter().map(|one| (one.url, one.problem)));
    if outcome.kept > 0 {
        to.inputs.push(Input::Held { name, bytes: std::mem::take(&mut kept.archive.held) });
    }
    to.memory = Some(Box::new(move || kept.remember()));
    if lasting { Ok(()) } else { to.remember() }
}

fn terms(how: &Fetching) -> Terms {
    Terms {
        reach: if how.allow_private { Reach::Private } else { Reach::Public },
        pages: how.max_pages,
        contact: how.contact.clone(),
        ..Terms::default()
    }
}

/// What is kept of a run.
struct Kept {
    file: Option<PathBuf>,
    memory: Memory,
    archive: Both,
}

/// What is written, for the reader and for good.
#[derive(Default)]
struct Both {
    held: Vec<u8>,
    file: Option<File>,
}

impl Write for Both {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(file) = &mut self.file {
            file.write_all(bytes)?;
        }
        self.held.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), File::flush)
    }
}

impl Kept {
    fn open(how: &Fetching, keep: Keep) -> anyhow::Result<Kept> {
        let (beside, before) = match keep {
            Keep::Nothing => (None, Before::New),
            Keep::Archive { file, before } => (Some(file), before),
        };
        let Some(file) = how.warc.clone().or(beside) else {
            return Ok(Kept { file: None, memory: Memory::default(), archive: Both::default() });
        };
        let known = before == Before::Known && file.exists();
        let memory = if known { remembered(&file)? } else { Memory::default() };
        let archive = Both { held: Vec::new(), file: Some(end_of(&file)?) };
        Ok(Kept { file: Some(file), memory, archive })
    }

    /// What the archive is called; the address itself where no file is kept.
    fn name(&self, urls: &[String]) -> String {
        match (&self.file, urls) {
            (Some(file), _) => file.to_string_lossy().into_owned(),
            (None, [url]) => url.clone(),
            (None, _) => "web".to_owned(),
        }
    }

    fn remember(&self) -> anyhow::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let memory = memory_of(file);
        let cannot = || format!("cannot write {}", memory.display());
        self.memory.save(&memory).with_context(cannot)
    }
}

/// Where it is noted what an archive holds: `talks.warc.gz.json` beside `talks.warc.gz`.
fn memory_of(archive: &Path) -> PathBuf {
    let mut name = archive.as_os_str().to_owned();
    name.push(".json");
    PathBuf::from(name)
}

fn remembered(archive: &Path) -> anyhow::Result<Memory> {
    let file = memory_of(archive);
    let advice = || format!("cannot read {}; delete it to fetch all anew", file.display());
    Memory::load(&file).with_context(advice)
}

/// The end of an archive, to write on; of a new one if there is none.
fn end_of(path: &Path) -> anyhow::Result<File> {
    let cannot = || format!("cannot write {}; name another file with --warc", path.display());
    let open = OpenOptions::new().read(true).append(true).create(true).open(path);
    let file = open.with_context(cannot)?;
    let mut start = Vec::new();
    (&file).take(2).read_to_end(&mut start).with_context(cannot)?;
    if !start.is_empty() && start != [0x1f, 0x8b] {
        bail!("{} is no packed archive; name another file with --warc", path.display());
    }
    Ok(file)
}
