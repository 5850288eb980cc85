//! The words of an article and where they stand.
//!
//! Conventions, here for the whole project:
//!
//! * A position is a **byte** of [`Article::text`], `u32`, half-open, in a [`Span`].
//! * Tokens are counted from the start of the article by [`TokenIndex`].
//! * Times are civil: a day as the page's readers would name it, no zone.
//! * Absent means *not said*. It is never a default.
//! * Collections are in text order unless their doc says otherwise.
//! * Ids come from content: the same reading of the same bytes has the same id on every machine.

mod annotated;
mod article;
mod id;
mod inflection;
mod problem;
mod role;
mod span;
mod time;

pub use annotated::{
    AnnotatedArticle, EntityKind, EntityMention, Likelihood, Quotation, Sentence, Token,
    TokenIndex, TokenRange, Upos,
};
pub use article::{Article, Aside, Block, BlockKind, DateBasis, Modified, Published};
pub use id::{ArticleId, CaptureId, Digest, hex};
pub use inflection::{Case, Inflection};
pub use problem::{Code, Problem, ProblemKind, Severity};
pub use role::Role;
pub use span::Span;
pub use time::{Anchor, End, Grain, TimeExpression, TimexKind, When};
