//! Checking that all that was kept is still what it was.

use std::collections::BTreeMap;
use std::fmt;

use record::{Claim, Judgement};
use serde_json::Value;
use text::{Article, Span};

use crate::reading::{HASHED, outcome, row_hash};
use crate::{Result, Store, sha256};

/// Something that is no longer what it was.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Mismatch {
    /// Of which row.
    pub row: RowName,
    /// What does not hold.
    pub fault: Fault,
}

/// A table and the id of a row in it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RowName {
    /// The table.
    pub table: &'static str,
    /// The row's id.
    pub id: String,
}

/// What does not hold of a row.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Fault {
    /// The row is not in the form in which it was written.
    Unreadable(String),
    /// The text does not have the hash that was kept with it.
    Hash,
    /// The row does not have the hash that was kept with it.
    RowHash,
    /// The claims and problems of a reading are not those that were kept.
    Outcome,
    /// The content does not have the id under which it was kept.
    Id,
    /// The article is not in the record.
    NoArticle,
    /// The words do not stand where the row says.
    Words {
        /// The words.
        words: String,
        /// Where they should stand.
        span: Span,
    },
    /// The file itself is damaged.
    File(String),
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let RowName { table, id } = &self.row;
        write!(f, "{table} {id}: {}", self.fault)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Unreadable(why) => write!(f, "the row does not read back ({why})"),
            Fault::Hash => f.write_str("the text does not have the hash that was kept with it"),
            Fault::RowHash => f.write_str("the row does not have the hash that was kept with it"),
            Fault::Outcome => f.write_str("its claims and problems are not those that were kept"),
            Fault::Id => f.write_str("the content does not have the id under which it was kept"),
            Fault::NoArticle => f.write_str("its article is not in the record"),
            Fault::Words { words, span } => {
                write!(f, "bytes {}..{} do not say “{words}”", span.start(), span.end())
            }
            Fault::File(why) => write!(f, "the file is damaged ({why})"),
        }
    }
}

/// What a check of the whole record found.
#[derive(Clone, Debug, Default)]
pub struct Verification {
    /// How many articles were checked.
    pub articles: usize,
    /// How many claims were checked.
    pub claims: usize,
    /// How many stretches of words were looked up.
    pub quotes: usize,
    /// What does not hold.
    pub mismatches: Vec<Mismatch>,
}

impl Verification {
    fn note(&mut self, table: &'static str, id: &str, fault: Fault) {
        self.mismatches.push(Mismatch { row: RowName { table, id: id.to_owned() }, fault });
    }
}

impl Store {
    /// Checks each text and row against its hash, each id against its content, each quote against its text.
    pub fn verify(&self) -> Result<Verification> {
        let mut found = Verification::default();
        self.verify_file(&mut found)?;
        let texts = self.verify_articles(&mut found)?;
        self.verify_claims(&texts, &mut found)?;
        self.verify_readings(&mut found)?;
        self.verify_judgements(&mut found)?;
        self.verify_rows(&mut found)?;
        Ok(found)
    }

    fn verify_file(&self, found: &mut Verification) -> Result<()> {
        for fault in self.backend.damage().map_err(self.failed())? {
            found.note("file", "-", Fault::File(fault));
        }
        Ok(())
    }

    fn verify_articles(&self, found: &mut Verification) -> Result<BTreeMap<String, String>> {
        let mut texts = BTreeMap::new();
        let sql = "SELECT id, json, text, text_sha256 FROM articles ORDER BY id";
        self.each(sql, &[], |[id, json, text, hash]| {
            found.articles += 1;
            if sha256(&text) != hash {
                found.note("articles", &id, Fault::Hash);
            }
            if let Some(fault) = article_fault(&id, &json, &text) {
                found.note("articles", &id, fault);
            }
            texts.insert(id, text);
        })?;
        Ok(texts)
    }

    fn verify_claims(
        &self,
        texts: &BTreeMap<String, String>,
        found: &mut Verification,
    ) -> Result<()> {
        let sql = "SELECT id, article, json FROM claims ORDER BY id";
        self.each(sql, &[], |[id, article, json]| {
            found.claims += 1;
            if let Some(fault) = claim_fault(&id, &article, &json) {
                found.note("claims", &id, fault);
            }
            let Some(text) = texts.get(&article) else {
                return found.note("claims", &id, Fault::NoArticle);
            };
            for (span, words) in quotes(&json) {
                found.quotes += 1;
                if span.slice(text) != Some(words.as_str()) {
                    found.note("claims", &id, Fault::Words { words, span });
                }
            }
        })
    }

    /// What came of each reading, as it is now, has the name that was kept with it.
    fn verify_readings(&self, found: &mut Verification) -> Result<()> {
        let claims = "SELECT CAST(reading AS TEXT), '\"' || claim || '\"' FROM reading_claims
            ORDER BY reading, claim";
        let problems =
            "SELECT CAST(reading AS TEXT), CAST(json AS TEXT) FROM problems ORDER BY reading, place";
        let (claims, problems) = (self.listed(claims)?, self.listed(problems)?);
        let none = String::new();
        let sql = "SELECT CAST(number AS TEXT), outcome FROM readings ORDER BY number";
        self.each(sql, &[], |[number, kept]| {
            let of = |lists: &BTreeMap<String, String>| {
                format!("[{}]", lists.get(&number).unwrap_or(&none))
            };
            if outcome(&of(&claims), &of(&problems)) != kept {
                found.note("readings", &number, Fault::Outcome);
            }
        })?;
        let gaps = "SELECT CAST(reading AS TEXT) FROM problems GROUP BY reading
            HAVING min(place) <> 0 OR max(place) <> count(*) - 1 ORDER BY reading";
        self.each(gaps, &[], |[number]| found.note("readings", &number, Fault::Outcome))
    }

    /// The second cells of rows, joined by commas, by their first.
    fn listed(&self, sql: &str) -> Result<BTreeMap<String, String>> {
        let mut lists: BTreeMap<String, String> = BTreeMap::new();
        self.each(sql, &[], |[of, cell]| {
            let list = lists.entry(of).or_default();
            if !list.is_empty() {
                list.push(',');
            }
            list.push_str(&cell);
        })?;
        Ok(lists)
    }

    fn verify_judgements(&self, found: &mut Verification) -> Result<()> {
        let sql = "SELECT id, json FROM judgements ORDER BY id";
        self.each(sql, &[], |[id, json]| match serde_json::from_str::<Judgement>(&json) {
            Err(why) => found.note("judgements", &id, Fault::Unreadable(why.to_string())),
            Ok(judgement) if judgement.id().to_string() != id => {
                found.note("judgements", &id, Fault::Id);
            }
            Ok(_) => {}
        })
    }

    /// Each row against the hash of its cells; records of the first layout have none.
    fn verify_rows(&self, found: &mut Verification) -> Result<()> {
        if !self.backend.has_row_hashes().map_err(self.failed())? {
            return Ok(());
        }
        for (table, cells) in HASHED {
            let [first, second, third] = cells;
            let sql = format!(
                "SELECT {first}, {second}, CAST({third} AS TEXT), row_sha256 FROM {table} ORDER BY 1"
            );
            self.each(&sql, &[], |[first, second, third, hash]| {
                if row_hash([&first, &second, &third]) != hash {
                    found.note(table, &first, Fault::RowHash);
                }
            })?;
        }
        Ok(())
    }
}

fn article_fault(id: &str, json: &str, text: &str) -> Option<Fault> {
    let article: Article = match serde_json::from_str(json) {
        Ok(article) => article,
        Err(why) => return Some(Fault::Unreadable(why.to_string())),
    };
    let published = article.published.as_ref();
    let made = Article::identify(article.capture, &article.name, text, published);
    let same = made == article.id && made.0.to_string() == id;
    (!same).then_some(Fault::Id)
}

fn claim_fault(id: &str, article: &str, json: &str) -> Option<Fault> {
    let claim: Claim = match serde_json::from_str(json) {
        Ok(claim) => claim,
        Err(why) => return Some(Fault::Unreadable(why.to_string())),
    };
    let Some(shown) = claim.evidence.first().cloned() else {
        return Some(Fault::Unreadable("no evidence".to_owned()));
    };
    let said = (claim.attribution.clone(), claim.certainty);
    let read = (shown, claim.tool.clone());
    let made = Claim::new(claim.article, claim.content.clone(), said, read);
    let same = made.id == claim.id && made.id.0.to_string() == id;
    (!same || claim.article.0.to_string() != article).then_some(Fault::Id)
}

/// Every stretch of words in a claim that says where it stands: the evidence, and within the content
/// actors, times and terms.
fn quotes(json: &str) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    let mut open: Vec<Value> = serde_json::from_str(json).into_iter().collect();
    while let Some(value) = open.pop() {
        found.extend(quote(&value));
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(fields) => open.extend(fields.into_iter().map(|(_, field)| field)),
            _ => {}
        }
    }
    found
}

fn quote(value: &Value) -> Option<(Span, String)> {
    let words = value.get("words")?.as_str()?;
    let span = value.get("span")?;
    let end = |name: &str| span.get(name).and_then(Value::as_u64).and_then(|n| n.try_into().ok());
    Some((Span::new(end("start")?, end("end")?)?, words.to_owned()))
}
