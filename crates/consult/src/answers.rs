//! Answers that were given, kept beside the record: one JSON object a line, only ever added to.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use text::Digest;

/// The longest line that is read.
const LONGEST: usize = 1 << 20;

/// One answer as it is kept.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// Names the question: the model, the task, the passage.
    pub question: Digest,
    /// Which model.
    pub model: String,
    /// What it answered, word for word.
    pub content: String,
    /// Tokens of the question, as the endpoint counts them.
    pub asked_tokens: u64,
    /// Tokens of the answer.
    pub answered_tokens: u64,
    /// How long it took.
    pub milliseconds: u64,
}

/// All answers of a file, and the file if it is added to.
#[derive(Default)]
pub struct Answers {
    known: BTreeMap<Digest, Given>,
    file: Option<File>,
}

impl Answers {
    /// Those in a file, only to be read.
    pub fn recorded(path: &Path) -> io::Result<Answers> {
        Ok(Answers { known: load(File::open(path)?)?, file: None })
    }

    /// Those in a file that new ones are added to; the file is made if there is none.
    pub fn kept(path: &Path) -> io::Result<Answers> {
        let mut file = OpenOptions::new().read(true).append(true).create(true).open(path)?;
        let known = load(file.try_clone()?)?;
        end_line(&mut file)?;
        Ok(Answers { known, file: Some(file) })
    }

    /// The answer to a question, if it was given before. Of several the last.
    pub(crate) fn of(&self, question: Digest) -> Option<&Given> {
        self.known.get(&question)
    }

    /// Keeps one more, on the disk before anything follows from it.
    pub(crate) fn add(&mut self, given: Given) -> io::Result<()> {
        if let Some(file) = &mut self.file {
            let mut line = serde_json::to_string(&given)?;
            line.push('\n');
            file.write_all(line.as_bytes())?;
            file.sync_data()?;
        }
        self.known.insert(given.question, given);
        Ok(())
    }
}

/// So that the next line does not go on with one that broke off.
fn end_line(file: &mut File) -> io::Result<()> {
    let mut last = [b'\n'];
    if file.metadata()?.len() > 0 {
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
    }
    if last == [b'\n'] { Ok(()) } else { file.write_all(b"\n") }
}

/// Lines that are no answers, as one that broke off when the power went, are passed over: their questions are asked again.
fn load(file: File) -> io::Result<BTreeMap<Digest, Given>> {
    let mut known = BTreeMap::new();
    for line in BufReader::new(file).split(b'\n') {
        let line = line?;
        let given = (line.len() <= LONGEST).then(|| serde_json::from_slice::<Given>(&line).ok());
        if let Some(given) = given.flatten() {
            known.insert(given.question, given);
        }
    }
    Ok(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(word: &str) -> Given {
        let question = Digest::of(&[word.as_bytes()]);
        let (model, content) = ("m".to_owned(), format!("{word}\n"));
        Given { question, model, content, asked_tokens: 1, answered_tokens: 2, milliseconds: 3 }
    }

    #[test]
    fn what_is_added_is_there_when_the_file_is_opened_again() -> io::Result<()> {
        let path = std::env::temp_dir().join(format!("rapporteur-answers-{}", std::process::id()));
        let _ = std::fs::remove_file(&path);
        let mut answers = Answers::kept(&path)?;
        answers.add(given("a"))?;
        answers.add(given("b"))?;
        std::fs::write(
            &path,
            [std::fs::read(&path)?, b"{\"question\": broken off".to_vec()].concat(),
        )?;
        Answers::kept(&path)?.add(given("c"))?;
        let again = Answers::recorded(&path)?;
        assert_eq!(again.of(given("a").question), Some(&given("a")));
        assert_eq!(again.known.len(), 3, "a line that broke off takes no other with it");
        std::fs::remove_file(&path)
    }
}
