//! A checked statement as a claim of its own tier.

use record::{
    ActorKind, ActorMention, Attribution, Certainty, Claim, Content, Dependence, Evidence, Manner,
    Modality, Phrase, Polarity, Source, SpeechAct, StatementMention, Tier, Tool, Undertaking,
    Voice,
};
use text::{AnnotatedArticle, Span};

use crate::answer::Kind;
use crate::check::{Checked, Desk};
use crate::prompt;

/// The tool of a model: its name is told wherever the tool of a claim is.
pub fn tool(model: &str) -> Tool {
    let name = format!("language-model/{model}");
    Tool { name, version: prompt::VERSION, tier: Tier::LanguageModel }
}

/// The claim. `None` only if a span is not of the article, which checking has made sure of.
pub fn of(checked: &Checked, desk: &Desk, model: &str) -> Option<Claim> {
    let doc = desk.doc;
    let evidence = Evidence::cut(&doc.article, checked.quote)?;
    let speaker = speaker(doc, checked);
    let manner = manner(doc, checked.quote);
    let voice = Voice { source: Source::Named(speaker.clone()), cue: None, manner };
    let phrase =
        |span: Option<Span>| Some(Phrase { evidence: Evidence::cut(&doc.article, span?)? });
    let (what, depends_on) = (phrase(checked.what), phrase(checked.depends_on));
    let undertakes = what.clone().filter(|_| checked.kind == Kind::Commitment);
    let content = Content::Statement(StatementMention {
        act: act(checked.kind),
        issues: issues(desk, checked.quote),
        verbatim: manner == Manner::Verbatim,
        undertakes: undertakes.map(|action| Undertaking {
            by: speaker.parties.clone(),
            action,
            due: None,
        }),
        requires: what.zip(depends_on).map(|(what, depends_on)| Dependence {
            what,
            depends_on,
            unless: false,
            awaits: Vec::new(),
        }),
        speaker,
    });
    let said = (page(doc).citing(voice), certainty(checked.kind));
    Some(Claim::new(doc.article.id, content, said, (evidence, tool(model))))
}

fn act(kind: Kind) -> SpeechAct {
    match kind {
        Kind::Demand => SpeechAct::Demand,
        Kind::Condition => SpeechAct::Precondition,
        Kind::Commitment => SpeechAct::Commitment,
        Kind::Offer => SpeechAct::Offer,
        Kind::Denial => SpeechAct::Denial,
    }
}

/// Never certain: that the words mean this is what the model says.
fn certainty(kind: Kind) -> Certainty {
    let polarity = match kind {
        Kind::Denial => Polarity::Denied,
        Kind::Demand | Kind::Condition | Kind::Commitment | Kind::Offer => Polarity::Affirmed,
    };
    Certainty { polarity, modality: Modality::Probable }
}

fn speaker(doc: &AnnotatedArticle, checked: &Checked) -> ActorMention {
    let words = doc.words(checked.speaker).to_owned();
    let is_one = checked.person.is_some() || checked.office.is_some();
    ActorMention {
        span: checked.speaker,
        words,
        kind: if is_one { ActorKind::Person } else { ActorKind::Body },
        parties: vec![checked.party.clone()],
        person: checked.person.clone(),
        office: checked.office.clone(),
        level: None,
    }
}

/// As rules do: the outlet, and the agency that it credits.
fn page(doc: &AnnotatedArticle) -> Attribution {
    let article = &doc.article;
    let outlet = article.outlet.clone().unwrap_or_else(|| article.name.clone());
    let credited = article.credits.first().filter(|name| **name != outlet).cloned();
    let attribution = Attribution::outlet(outlet);
    match credited {
        None => attribution,
        Some(name) => {
            let source = Source::Outlet { name };
            attribution.citing(Voice { source, cue: None, manner: Manner::Paraphrase })
        }
    }
}

fn manner(doc: &AnnotatedArticle, quote: Span) -> Manner {
    let quoted = |test: fn(Span, Span) -> bool| {
        doc.quotations.iter().any(|quotation| test(quotation.outer, quote))
    };
    match (quoted(Span::contains), quoted(Span::overlaps)) {
        (true, _) => Manner::Verbatim,
        (false, true) => Manner::Mixed,
        (false, false) => Manner::Paraphrase,
    }
}

/// What the words are about, by the tables.
fn issues(desk: &Desk, quote: Span) -> Vec<String> {
    let tokens = desk.doc.tokens.iter().filter(|token| quote.contains(token.span));
    let forms: Vec<&str> = tokens.map(|token| desk.doc.words(token.span)).collect();
    let mut issues = Vec::new();
    for hit in desk.tools.lexicon.issues().find(&forms) {
        let issue = hit.issue.to_owned();
        if !issues.contains(&issue) {
            issues.push(issue);
        }
    }
    issues
}
