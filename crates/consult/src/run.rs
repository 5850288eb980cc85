//! A run over articles: what is asked, what is taken, what is kept.

use std::io;

use pipeline::{Reading, Tools, annotate};
use record::{Claim, Content, Tier};
use text::{AnnotatedArticle, Article, Digest, Problem, Span};

use crate::answer::{self, Offered};
use crate::answers::{Answers, Given};
use crate::check::Desk;
use crate::endpoint::{Bearing, Endpoint, Failure};
use crate::prompt::Words;
use crate::{Passage, Report, claim, passages, problems};

/// Passages without an answer, one after another, after which no more are asked.
const GIVES_UP: usize = 3;

/// Where answers come from.
pub struct Sources<'a> {
    /// What was answered before.
    pub answers: &'a mut Answers,
    /// Who is asked otherwise; nobody for a run without a network.
    pub endpoint: Option<&'a Endpoint>,
}

/// A run.
pub struct Run<'a> {
    /// Which model, as the endpoint calls it.
    pub model: &'a str,
    /// States, people, offices, the annotator.
    pub tools: &'a Tools,
    /// Passages that are asked at most; answers that are recorded do not count.
    pub most: usize,
    /// Where answers come from.
    pub sources: Sources<'a>,
    /// So far.
    pub report: Report,
    failed: usize,
}

/// What has become of one article.
pub struct Consulted {
    /// The article with the rules' claims and the model's; `None` if nothing about it is new.
    pub reading: Option<Reading>,
}

impl<'a> Run<'a> {
    /// One that begins.
    pub fn new(model: &'a str, tools: &'a Tools, sources: Sources<'a>) -> Run<'a> {
        let (most, report, failed) = (usize::MAX, Report::default(), 0);
        Run { model, tools, most, sources, report, failed }
    }

    /// Consults the model on one article that the rules have read. Only the file of answers can fail.
    pub fn consult(
        &mut self,
        article: &Article,
        claims: &[Claim],
        odd: &[Problem],
    ) -> io::Result<Consulted> {
        self.report.articles += 1;
        let tools = self.tools;
        let Some(doc) = annotate(article, tools).0.filter(|_| is_english(article)) else {
            return Ok(Consulted { reading: None });
        };
        let rules: Vec<Claim> = claims.iter().filter(|c| !self.is_own(c)).cloned().collect();
        self.report.by_rules += rules.iter().filter(|c| is_statement(c)).count();
        let desk = Desk { doc: &doc, tools };
        let mut new = Findings::default();
        for passage in passages(&doc, &tools.lexicon, &rules) {
            self.report.passages += 1;
            match self.answer(&doc, &passage)? {
                Ok(content) => self.take(&content, &passage, &desk, &mut new),
                Err(silence) => {
                    self.report.unanswered += 1;
                    new.claims.extend(self.earlier(claims, passage.sentence));
                    new.problems.extend(silence.problem(odd, passage.sentence));
                }
            }
        }
        Ok(Consulted { reading: new.reading(article, (claims, &rules), odd) })
    }

    /// What one answer to one passage gives: the claims that stand in it, and why the rest does not.
    pub fn read(
        &mut self,
        answer: &str,
        passage: &Passage,
        doc: &AnnotatedArticle,
    ) -> (Vec<Claim>, Vec<Problem>) {
        let (desk, mut new) = (Desk { doc, tools: self.tools }, Findings::default());
        self.take(answer, passage, &desk, &mut new);
        (new.claims, new.problems)
    }

    /// What this model said before.
    fn is_own(&self, claim: &Claim) -> bool {
        claim.tool.tier == Tier::LanguageModel && claim.tool.name == claim::tool(self.model).name
    }

    /// What stands of it, where it cannot be asked now.
    fn earlier(&self, claims: &[Claim], sentence: Span) -> Vec<Claim> {
        let own = claims.iter().filter(|claim| self.is_own(claim));
        own.filter(|claim| sentence.contains(claim.shown().span())).cloned().collect()
    }

    /// The words of an answer, recorded or new; else why there is none.
    fn answer(
        &mut self,
        doc: &AnnotatedArticle,
        passage: &Passage,
    ) -> io::Result<Result<String, Silence>> {
        let words = Words::of(doc, passage);
        let question = words.name(self.model);
        if let Some(given) = self.sources.answers.of(question).cloned() {
            self.report.recorded += 1;
            return Ok(Ok(self.cost(&given)));
        }
        let Some(endpoint) = self.sources.endpoint else {
            return Ok(Err(Silence::NotAsked));
        };
        if self.report.stopped.is_some() || self.report.asked >= self.most {
            return Ok(Err(Silence::NotAsked));
        }
        self.report.asked += 1;
        let answer = nonce().and_then(|nonce| endpoint.ask(&words.request(self.model, &nonce)));
        match answer {
            Ok(reply) => {
                self.failed = 0;
                let given = Given {
                    question,
                    model: self.model.to_owned(),
                    content: reply.content,
                    asked_tokens: reply.asked_tokens,
                    answered_tokens: reply.answered_tokens,
                    milliseconds: reply.milliseconds,
                };
                let content = self.cost(&given);
                self.sources.answers.add(given)?;
                Ok(Ok(content))
            }
            Err(failure) => Ok(Err(Silence::NoAnswer(self.note(failure)))),
        }
    }

    fn cost(&mut self, given: &Given) -> String {
        self.report.asked_tokens += given.asked_tokens;
        self.report.answered_tokens += given.answered_tokens;
        self.report.milliseconds += given.milliseconds;
        given.content.clone()
    }

    /// After a failure that is everyone's, or several one after another, nobody is asked any more.
    fn note(&mut self, failure: Failure) -> String {
        self.failed += 1;
        if failure.bearing == Bearing::All || self.failed >= GIVES_UP {
            self.report.stopped = Some(failure.why.clone());
        }
        failure.why
    }

    /// What of an answer stands in the passage.
    fn take(&mut self, content: &str, passage: &Passage, desk: &Desk, new: &mut Findings) {
        let offered: Vec<Offered> = match answer::read(content) {
            Ok(offered) => offered,
            Err(why) => {
                let odd = problems::NO_SHAPE.found(why).at(passage.sentence);
                return self.drop(odd, new);
            }
        };
        for one in offered {
            self.report.offered += 1;
            match desk.check(&one, passage) {
                Err(odd) => self.drop(odd, new),
                Ok(checked) => {
                    let made = claim::of(&checked, desk, self.model);
                    let fresh = made.filter(|made| !new.claims.iter().any(|c| c.id == made.id));
                    self.report.accepted += usize::from(fresh.is_some());
                    fresh.iter().for_each(|claim| self.gain(claim));
                    new.claims.extend(fresh);
                }
            }
        }
    }

    fn gain(&mut self, claim: &Claim) {
        if let Content::Statement(said) = &claim.content {
            *self.report.gained.entry(said.act.as_str().to_owned()).or_default() += 1;
        }
    }

    fn drop(&mut self, odd: Problem, new: &mut Findings) {
        *self.report.dropped.entry(odd.code.0.clone()).or_default() += 1;
        new.problems.push(odd);
    }
}

/// Why there is nothing to take.
enum Silence {
    /// The endpoint gave no answer, and why.
    NoAnswer(String),
    /// It was not asked, as nobody is there or enough was asked.
    NotAsked,
}

impl Silence {
    /// What is noted of the sentence: that there was no answer; else what was noted before.
    fn problem(self, odd: &[Problem], sentence: Span) -> Vec<Problem> {
        let before = |problem: &&Problem| is_ours(problem) && problem.span == Some(sentence);
        match self {
            Silence::NoAnswer(why) => vec![problems::NO_ANSWER.found(why).at(sentence)],
            Silence::NotAsked => odd.iter().filter(before).cloned().collect(),
        }
    }
}

fn is_ours(problem: &Problem) -> bool {
    problem.code.0.starts_with('L')
}

/// What is new of an article.
#[derive(Default)]
struct Findings {
    claims: Vec<Claim>,
    problems: Vec<Problem>,
}

impl Findings {
    /// As a reading of the article, beside what was read before; `None` if it would be the same again.
    fn reading(
        self,
        article: &Article,
        (before, rules): (&[Claim], &[Claim]),
        odd: &[Problem],
    ) -> Option<Reading> {
        let earlier = odd.iter().filter(|problem| !is_ours(problem));
        let problems: Vec<Problem> = earlier.cloned().chain(self.problems).collect();
        let claims: Vec<Claim> = rules.iter().cloned().chain(self.claims).collect();
        let is_same = names(before) == names(&claims) && odd == problems;
        (!is_same).then(|| Reading { article: article.clone(), claims, problems })
    }
}

fn names(claims: &[Claim]) -> Vec<record::ClaimId> {
    let mut names: Vec<_> = claims.iter().map(|claim| claim.id).collect();
    names.sort_unstable();
    names
}

fn is_statement(claim: &Claim) -> bool {
    matches!(claim.content, Content::Statement(_))
}

/// The task is told in English, and only of English the rules know what they left.
fn is_english(article: &Article) -> bool {
    matches!(article.language.split('-').next(), Some("en" | "und"))
}

/// A word that nobody can have written before.
fn nonce() -> Result<String, Failure> {
    let mut bytes = [0; 16];
    let none = |_| Failure { why: "no random numbers".to_owned(), bearing: Bearing::All };
    getrandom::fill(&mut bytes).map_err(none)?;
    Ok(Digest::of(&[&bytes]).to_string()[..32].to_owned())
}
