//! Actor phrases to codes: who a phrase names, alone or where it stands.

use std::panic::{AssertUnwindSafe, catch_unwind};

use extractor::CodedActor;
use jiff::civil::Date;
use text::{Article, Problem, Span};

use crate::{Tools, code, problems};

/// A phrase whose actor is asked for.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Its words.
    pub text: String,
    /// The day on which offices are held.
    pub date: Option<Date>,
    /// The passage that it stands in, if that is given.
    pub context: Option<String>,
    /// Where in the passage; where its words first stand in it, if that is not given.
    pub span: Option<Span>,
}

/// Who it is; `None` for a thing, or for a name that no table holds.
pub fn actor(mention: &Mention, tools: &Tools) -> Result<Option<CodedActor>, Problem> {
    let found = || {
        let place = mention.place();
        let text = mention.context.as_ref().filter(|_| place.is_some()).unwrap_or(&mention.text);
        let mut article = Article::of_paragraphs(text);
        article.published = mention.date.map(code::given);
        let (annotated, _) = tools.annotator.annotate(&article, &tools.lexicon);
        tools.coder.actor(&annotated, place, &tools.lexicon)
    };
    catch_unwind(AssertUnwindSafe(found))
        .map_err(|panic| problems::failed("annotator or coder", &*panic))
}

impl Mention {
    /// The span in the passage, if it is one.
    fn place(&self) -> Option<Span> {
        let context = self.context.as_deref()?;
        let said =
            self.span.filter(|span| span.slice(context).is_some_and(|words| !words.is_empty()));
        let found = || {
            let (within, words) = (context.to_ascii_lowercase(), self.text.to_ascii_lowercase());
            let start = context.find(&self.text).or_else(|| within.find(&words))?;
            Span::from_range(start..start + self.text.len())
        };
        said.or_else(found)
    }
}
