//! What the extractor sees on the way to its claims, for people who write rules.

use lexicon::Lexicon;
use text::{AnnotatedArticle, TokenIndex};

use crate::reading::Reading;
use crate::voice;

/// Sentence by sentence: the roles, the actors and the speeches.
pub fn trace(doc: &AnnotatedArticle, lexicon: &Lexicon) -> String {
    let reading = Reading::new(doc, lexicon);
    let speeches = voice::speeches(&reading);
    let mut out = String::new();
    for (n, sentence) in doc.sentences.iter().enumerate() {
        out += &format!("# {}\n", doc.words(sentence.span));
        for token in reading.tree.tokens(*sentence) {
            out += &word(&reading, token);
        }
        out += "\n";
        for actor in reading.actors.within(sentence.tokens.start.at(), sentence.tokens.end.at()) {
            let mention = actor.mention(doc);
            out += &format!(
                "  A [{}] {:?} {:?} {:?} {:?} {:?}\n",
                mention.words,
                mention.kind,
                mention.parties,
                mention.person,
                mention.office,
                actor.reference
            );
        }
        for speech in speeches.iter().filter(|s| reading.tree.sentence_index(s.tokens.start) == n) {
            let names = speech.attribution(&reading).names().join(" < ");
            let cue = reading.tree.form(speech.cue);
            out += &format!("  S {names} |{cue}| {}\n", doc.words(speech.content));
        }
    }
    out
}

fn word(reading: &Reading, token: TokenIndex) -> String {
    let tree = &reading.tree;
    let head = tree.head(token).map_or("-", |h| tree.form(h));
    format!("{}/{:?}:{:?}>{head} ", tree.form(token), tree.upos(token), tree.role(token))
}
