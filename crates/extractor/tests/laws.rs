//! What holds for the claims of every text, however odd.

mod article;

use article::Page;
use proptest::prelude::*;
use record::{Claim, Content, Evidence};
use text::{BlockKind, Span};

/// Words of talks, so that rules meet, beside anything that Unicode has.
fn block() -> impl Strategy<Value = (BlockKind, String)> {
    let word = prop::sample::select(vec![
        "Oman",
        "Yerevan",
        "Iran's",
        "foreign minister",
        "Badr Albusaidi",
        "he",
        "they",
        "their",
        "the two sides",
        "met",
        "with",
        "held talks",
        "hosted",
        "in Muscat",
        "on Tuesday",
        "by phone",
        "said",
        "that",
        "demanded",
        "to",
        "for",
        "was attended by",
        "only after",
        "according to",
        "unless",
        "if",
        "without",
        "until",
        "has tied",
        "as a condition for",
        "agreed to",
        "it was agreed that",
        "proposed",
        "will",
        "denied",
        "citing",
        "was quoted as saying",
        "by Reuters",
        "talks",
        "between",
        "and",
        "the",
        "postponed",
        "withdraw",
        "troops",
        "phone call",
        "\"",
        "”",
        "“",
        "’",
        "(",
        ",",
        ",",
        ".",
        ".",
        "?",
        "—",
        "é",
        "中文",
        "🙂",
        "\n",
    ]);
    let news = prop::collection::vec(word, 0..30).prop_map(|words| words.join(" "));
    let kind =
        prop::sample::select(vec![BlockKind::Paragraph, BlockKind::Headline, BlockKind::Caption]);
    (kind, prop_oneof![4 => news, 1 => any::<String>()])
}

fn blocks() -> impl Strategy<Value = Vec<(BlockKind, String)>> {
    prop::collection::vec(block(), 0..4)
}

/// Every stretch of the article that a claim rests on: spans with the words they hold.
fn grounds(claim: &Claim) -> Vec<(Span, String)> {
    let cut = |e: &Evidence| (e.span(), e.words().to_owned());
    let mut all: Vec<_> = claim.evidence.iter().map(cut).collect();
    let voices = claim.attribution.voices().iter().filter_map(|v| v.source.actor());
    all.extend(voices.map(|actor| (actor.span, actor.words.clone())));
    match &claim.content {
        Content::Meeting(meeting) => {
            all.extend(meeting.participants.iter().map(|p| (p.actor.span, p.actor.words.clone())));
            all.extend(meeting.time.iter().chain(&meeting.told).map(|time| cut(&time.evidence)));
        }
        Content::Statement(statement) => {
            all.push((statement.speaker.span, statement.speaker.words.clone()));
            let requires = statement.requires.iter();
            let phrases = requires.flat_map(|r| [&r.what, &r.depends_on]);
            let phrases = phrases.chain(statement.undertakes.iter().map(|u| &u.action));
            all.extend(phrases.map(|phrase| cut(&phrase.evidence)));
        }
        Content::Event(event) => all.extend(event.time.iter().map(|time| cut(&time.evidence))),
        Content::Outcome(outcome) => {
            all.push(cut(&outcome.promise.evidence));
            let deed = outcome.deed.iter();
            let times = deed.clone().flat_map(|deed| &deed.time).map(|time| cut(&time.evidence));
            let phrases = deed.flat_map(|deed| [&deed.verb].into_iter().chain(&deed.thing));
            all.extend(phrases.map(|phrase| cut(&phrase.evidence)).chain(times));
        }
    }
    all
}

/// Spans whose words are not kept beside them.
fn marks(claim: &Claim) -> Vec<Span> {
    let cues = claim.attribution.voices().iter().filter_map(|v| v.cue);
    match &claim.content {
        Content::Meeting(meeting) => {
            let issues = meeting.issues.iter().map(|issue| issue.span);
            cues.chain(issues).chain(meeting.place.iter().map(|place| place.span)).collect()
        }
        Content::Statement(_) | Content::Event(_) | Content::Outcome(_) => cues.collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn claims_rest_on_the_words(blocks in blocks()) {
        let (doc, claims) = article::read(&article::article(&Page::default(), &blocks));
        let text = &doc.article.text;
        for claim in &claims {
            prop_assert!(!claim.evidence.is_empty());
            prop_assert!(!claim.attribution.voices().is_empty());
            for (span, words) in grounds(claim) {
                prop_assert_eq!(span.slice(text), Some(words.as_str()));
            }
            prop_assert!(marks(claim).iter().all(|span| span.slice(text).is_some_and(|words| !words.is_empty())));
        }
    }

    #[test]
    fn the_same_article_gives_the_same_claims(blocks in blocks()) {
        let article = article::article(&Page::default(), &blocks);
        prop_assert_eq!(article::read(&article).1, article::read(&article).1);
    }

    #[test]
    fn any_paragraph_is_read(words in any::<String>()) {
        let blocks = [(BlockKind::Paragraph, words)];
        article::read(&article::article(&Page::default(), &blocks));
    }

    #[test]
    fn attributions_have_a_cue_and_a_content(blocks in blocks()) {
        for line in article::attributions(&article::article(&Page::default(), &blocks)) {
            let mut parts = line.split(" | ").skip(2);
            prop_assert!(parts.all(|words| !words.is_empty()), "{line}");
        }
    }
}

/// The laws above hold of nothing if nothing is read.
#[test]
fn the_words_above_make_claims() {
    let words = "Oman's foreign minister met Iran's foreign minister in Muscat on Tuesday. \
                 Oman demanded that Iran withdraw its troops.";
    let (_, claims) = article::read(&article::article(
        &Page::default(),
        &[(BlockKind::Paragraph, words.to_owned())],
    ));
    let kept = |claim: &Claim| matches!(claim.content, Content::Meeting(_));
    assert!(claims.iter().any(kept) && !claims.iter().all(kept), "{claims:#?}");
}
