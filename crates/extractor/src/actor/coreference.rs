//! What points back: "the ministry", "he", "the two countries", "the North".
//!
//! Each pointer takes the nearest earlier actor that fits; where nothing fits it stays
//! without a party, and rules that need one stay silent.

use lexicon::{Lexicon, OfficeHolder};
use record::{ActorKind, Party};
use text::{Role, TokenIndex, TokenRange, Upos};

use super::kinds::{Actor, OfficeHeld, Reference};
use crate::tree::Tree;

/// How many sentences back a pronoun may look.
const PRONOUN_REACH: usize = 3;

/// How many sentences back a definite office may look.
const OFFICE_REACH: usize = 40;

/// Resolves pointers among `found`, and adds pronouns and groups that stand as subjects or objects.
pub(crate) fn resolve(tree: &Tree, lexicon: &Lexicon, found: Vec<Actor>) -> Vec<Actor> {
    let mut waiting = found.into_iter().peekable();
    let mut done: Vec<Actor> = Vec::new();
    for n in 0..tree.doc.tokens.len() {
        let token = TokenIndex(n as u32);
        while waiting
            .next_if(|a| a.start() == n && done.last().is_some_and(|d| d.end() > n))
            .is_some()
        {}
        if let Some(actor) = waiting.next_if(|a| a.start() == n) {
            let resolved = office(tree, &done, actor);
            done.push(resolved);
        } else if done.last().is_none_or(|a| a.end() <= n)
            && waiting.peek().is_none_or(|a| a.start() > n)
        {
            let taken = waiting.peek().map(Actor::start);
            done.extend(
                pronoun(tree, lexicon, &done, token).or_else(|| statement(tree, &done, token)),
            );
            if done.last().is_none_or(|a| a.end() <= n) {
                done.extend(group(tree, &done, token, taken));
            }
        }
    }
    done
}

/// "the Turkish leader": the person of that party and rank whom the article has named.
fn named_before(tree: &Tree, done: &[Actor], actor: Actor) -> Actor {
    let actor = specific(tree, done, actor);
    let single = actor.person.is_none() && !actor.plural && actor.parties.len() == 1;
    if !single || actor.kind != ActorKind::Person {
        return actor;
    }
    let same =
        |a: &&Actor| a.person.is_some() && a.parties == actor.parties && a.level() == actor.level();
    let person = near(tree, done, actor.tokens.start, OFFICE_REACH).find(same);
    match person.and_then(|a| a.person.clone()) {
        Some(name) => Actor { person: Some(name), ..actor },
        None => actor,
    }
}

/// "the Turkish and Syrian ministers" after "defence ministers": of that office.
fn specific(tree: &Tree, done: &[Actor], actor: Actor) -> Actor {
    let plain = |a: &Actor| {
        a.offices.first().is_some_and(|o| matches!(o.title.as_str(), "minister" | "counterpart"))
    };
    if !plain(&actor) {
        return actor;
    }
    let fits = |a: &&Actor| {
        let held = a
            .offices
            .first()
            .is_some_and(|o| o.title.ends_with(" minister") && !o.title.starts_with("prime"));
        let counterpart = actor.offices[0].title == "counterpart";
        let rank = a.offices.first().is_some_and(|o| o.holder == OfficeHolder::Person);
        counterpart && rank && a.parties != actor.parties
            || held && actor.parties.iter().all(|p| a.parties.contains(p) || a.parties.len() == 1)
    };
    match near(tree, done, actor.tokens.start, OFFICE_REACH).find(fits) {
        Some(earlier) => Actor { offices: earlier.offices.clone(), ..actor },
        None => actor,
    }
}

/// "foreign ministers of the four countries", "the countries' deputy ministers".
fn of_group(tree: &Tree, done: &[Actor], actor: &Actor) -> Option<Actor> {
    let behind = tree.form(TokenIndex(actor.tokens.end.0 - 1));
    let sentence = tree.sentence(actor.tokens.start).tokens;
    let link = actor.tokens.end;
    let linked = link < sentence.end && matches!(tree.form(link), "of" | "from" | "for");
    if !behind.is_empty() && linked {
        let noun = (link.0 + 1..(link.0 + 6).min(sentence.end.0))
            .map(TokenIndex)
            .find(|t| is_group_noun(tree, *t))?;
        let count = determined(tree, noun).map(|(_, count)| count).or(each(tree, noun))?;
        let parties = last_set(tree, done, noun, count)?;
        let tokens = TokenRange { start: actor.tokens.start, end: TokenIndex(noun.0 + 1) };
        return Some(Actor {
            tokens,
            parties,
            reference: Reference::GroupAnaphor,
            ..actor.clone()
        });
    }
    let owner = done.last().filter(|o| o.reference == Reference::GroupAnaphor);
    let owned = owner.filter(|o| actor.start().checked_sub(o.end()).is_some_and(|gap| gap <= 1));
    let parties = match owned {
        Some(owner) => owner.parties.clone(),
        None if actor.reference == Reference::Anaphor => {
            last_set(tree, done, actor.tokens.start, actor.count)?
        }
        None => return None,
    };
    Some(Actor { parties, reference: Reference::GroupAnaphor, ..actor.clone() })
}

/// "each country": a number is not said.
fn each(tree: &Tree, noun: TokenIndex) -> Option<Option<u16>> {
    let before = TokenIndex(noun.0.checked_sub(1)?);
    matches!(tree.form(before), "each" | "both").then_some(None)
}

fn is_group_noun(tree: &Tree, token: TokenIndex) -> bool {
    const NOUNS: [&str; 9] = [
        "country",
        "nation",
        "side",
        "party",
        "neighbour",
        "neighbor",
        "state",
        "capital",
        "government",
    ];
    NOUNS.contains(&tree.lemma(token).to_lowercase().as_str())
}

fn near<'a>(
    tree: &'a Tree,
    done: &'a [Actor],
    at: TokenIndex,
    reach: usize,
) -> impl Iterator<Item = &'a Actor> {
    let here = tree.sentence_index(at);
    done.iter().rev().take_while(move |a| tree.sentence_index(a.tokens.start) + reach >= here)
}

/// "the ministry", "the minister", "the president": the last with that office.
fn office(tree: &Tree, done: &[Actor], actor: Actor) -> Actor {
    if actor.plural && actor.parties.is_empty() {
        let grouped = of_group(tree, done, &actor).unwrap_or(actor);
        return specific(tree, done, grouped);
    }
    if actor.reference != Reference::Anaphor {
        return named_before(tree, done, actor);
    }
    let wanted = actor.offices[0].clone();
    let owners = owners(tree, done, &actor);
    let owned = |a: &Actor| owners.is_empty() || owners == a.parties;
    let fits = |a: &&Actor| {
        a.parties.len() == 1
            && owned(a)
            && a.offices.iter().any(|o| o.holder == wanted.holder && same_office(o, &wanted))
    };
    match near(tree, done, actor.tokens.start, OFFICE_REACH).find(fits) {
        Some(earlier) => Actor {
            parties: earlier.parties.clone(),
            person: if actor.plural { None } else { earlier.person.clone() },
            offices: earlier.offices.clone(),
            ..actor
        },
        None if owners.len() == 1 => Actor { parties: owners, ..actor },
        None => actor,
    }
}

/// Whose office it is, as the sentence before it says: "Egypt will help, *its* foreign ministry said", "Putin and *his*
/// minister". None where nobody is the subject; all where several are.
fn owners(tree: &Tree, done: &[Actor], actor: &Actor) -> Vec<Party> {
    let kind = match tree.form(actor.tokens.start).to_lowercase().as_str() {
        "its" => ActorKind::State,
        "his" | "her" => ActorKind::Person,
        _ => return Vec::new(),
    };
    let here = near(tree, done, actor.tokens.start, 0);
    let subjects = here.filter(|a| a.kind == kind && stands_as_subject(tree, a));
    let mut parties: Vec<Party> = subjects.flat_map(|a| &a.parties).cloned().collect();
    parties.sort();
    parties.dedup();
    parties
}

/// "the statement said": those whose statement it is, the last bodies that spoke.
fn statement(tree: &Tree, done: &[Actor], token: TokenIndex) -> Option<Actor> {
    let noun = matches!(tree.lemma(token), "statement" | "communique" | "readout");
    let spoken = tree.role(token) == Role::Subject
        && tree
            .head(token)
            .is_some_and(|v| matches!(tree.lemma(v), "say" | "add" | "read" | "note"));
    let owned = tree.child(token, Role::Possessive).is_some();
    if !noun || !spoken || owned {
        return None;
    }
    let body =
        |a: &&Actor| a.kind == ActorKind::Body && !a.parties.is_empty() && !a.plural_people();
    let earlier = near(tree, done, token, PRONOUN_REACH).find(body)?;
    let antecedent = earlier.antecedent.or(Some(earlier.tokens));
    Some(Actor { tokens: one(token), reference: Reference::Anaphor, antecedent, ..earlier.clone() })
}

/// "he", "she": the last person, a subject before others. "it" before a verb: the last body.
fn pronoun(tree: &Tree, lexicon: &Lexicon, done: &[Actor], token: TokenIndex) -> Option<Actor> {
    if tree.upos(token) != Upos::PRON {
        return None;
    }
    let form = tree.form(token).to_lowercase();
    let person = matches!(form.as_str(), "he" | "she" | "him");
    let thing = form == "it" && tree.role(token) == Role::Subject;
    if !(person || thing) {
        return None;
    }
    let outside = !quoted(tree, token);
    let fits = |a: &&Actor| {
        if outside && quoted(tree, a.tokens.start) {
            return false;
        }
        if person {
            a.kind == ActorKind::Person && !a.plural
        } else {
            speaks_as_body(a)
                && !(tree.head(token).is_some_and(|v| tree.lemma(v) == "add")
                    && a.kind == ActorKind::State)
        }
    };
    let subject = |a: &&Actor| stands_as_subject(tree, a);
    let sentence = tree.sentence_index(token);
    let speaks = !person
        && tree
            .head(token)
            .is_some_and(|v| matches!(tree.lemma(v), "say" | "add" | "state" | "note"));
    let apart = |a: &&Actor| {
        let before = tree.sentence_index(a.tokens.start) < sentence;
        before || !speaks && !is_spoken_of(tree, a, token)
    };
    let nearest = || {
        near(tree, done, token, PRONOUN_REACH)
            .filter(fits)
            .filter(apart)
            .find(subject)
            .or_else(|| near(tree, done, token, 1).filter(apart).find(fits))
    };
    let earlier = if let Some(above) = subject_above(tree, done, token).filter(|a| fits(a)) {
        above
    } else if speaks {
        body_before(tree, done, token, &fits)?
    } else {
        let earlier = nearest()?;
        let goes_on = person && says(tree, lexicon, token);
        goes_on
            .then(|| speaker_of(tree, lexicon, done, earlier, &fits))
            .flatten()
            .unwrap_or(earlier)
    };
    let antecedent = earlier.antecedent.or(Some(earlier.tokens));
    Some(Actor {
        tokens: one(token),
        reference: Reference::Anaphor,
        place: false,
        antecedent,
        ..earlier.clone()
    })
}

/// "Iran lied when it said that …": who does what the pronoun's clause is joined to.
fn subject_above<'a>(tree: &Tree, done: &'a [Actor], subject: TokenIndex) -> Option<&'a Actor> {
    let joined = |t: &TokenIndex| {
        *t < subject && matches!(tree.form(*t), "when" | "as" | "because" | "after" | "although")
    };
    let clause = tree.head(subject).filter(|v| tree.role(*v) == Role::AdverbialClause)?;
    tree.children(clause).iter().find(|t| joined(t))?;
    let above = tree.subject(tree.head(clause)?).filter(|above| *above < subject)?;
    done.iter().rev().find(|actor| actor.holds(above))
}

/// "B was not serious, he said": who is named in what is said does not say it.
fn is_spoken_of(tree: &Tree, actor: &Actor, subject: TokenIndex) -> bool {
    let Some(verb) = tree.head(subject).filter(|v| actor.tokens.start < *v) else { return false };
    let said = tree.children_in(verb, Role::Complement);
    let within = |c: TokenIndex| tree.subtree(c).contains(actor.tokens.start);
    tree.role(verb) == Role::Parataxis || said.into_iter().any(within)
}

/// True where somebody goes on speaking: "he demanded", "she said".
fn says(tree: &Tree, lexicon: &Lexicon, subject: TokenIndex) -> bool {
    let verb = tree.head(subject).filter(|_| tree.role(subject) == Role::Subject);
    verb.is_some_and(|verb| lexicon.cue(tree.lemma(verb)).is_some())
}

/// Of "A said that B was not serious. He demanded …": A, who spoke, not B of whom A spoke.
fn speaker_of<'a>(
    tree: &Tree,
    lexicon: &Lexicon,
    done: &'a [Actor],
    named: &Actor,
    fits: &dyn Fn(&&Actor) -> bool,
) -> Option<&'a Actor> {
    let sentence = tree.sentence_index(named.tokens.start);
    let verb = |a: &Actor| {
        (a.tokens.start.0..a.tokens.end.0)
            .map(TokenIndex)
            .find_map(|t| tree.role(t).is_subject().then(|| tree.head(t)).flatten())
    };
    let told = verb(named)?;
    let here = done.iter().rev().filter(|a| tree.sentence_index(a.tokens.start) == sentence);
    let speaks = |a: &&Actor| {
        verb(a).is_some_and(|said| {
            let cue = said != told && lexicon.cue(tree.lemma(said)).is_some();
            cue && tree.children_in(said, Role::Complement).any(|c| tree.subtree(c).contains(told))
        })
    };
    here.filter(fits).find(speaks)
}

/// "the president" for a president, "the leader" for any head of state, "the ministry" for any ministry.
fn same_office(held: &OfficeHeld, wanted: &OfficeHeld) -> bool {
    let any = matches!(wanted.title.as_str(), "leader" | "ruler" | "dictator" | "strongman");
    held.title.contains(wanted.title.as_str()) || any && held.level == wanted.level
}

/// "it added": the last body of the nearest earlier sentence that has one, its subject first.
fn body_before<'a>(
    tree: &Tree,
    done: &'a [Actor],
    at: TokenIndex,
    fits: &dyn Fn(&&Actor) -> bool,
) -> Option<&'a Actor> {
    let here = tree.sentence_index(at);
    (1..=PRONOUN_REACH).filter_map(|back| here.checked_sub(back)).find_map(|n| {
        let own = || done.iter().rev().filter(|a| tree.sentence_index(a.tokens.start) == n);
        let subject = own().filter(fits).find(|a| stands_as_subject(tree, a));
        subject.or_else(|| own().find(fits))
    })
}

fn quoted(tree: &Tree, token: TokenIndex) -> bool {
    let at = tree.doc.tokens[token.at()].span;
    let quotations = &tree.doc.quotations;
    let after = quotations.partition_point(|q| q.inner.end() < at.end());
    quotations.get(after).is_some_and(|q| q.inner.contains(at))
}

fn speaks_as_body(actor: &Actor) -> bool {
    matches!(actor.kind, ActorKind::Body | ActorKind::Outlet | ActorKind::Organization)
        && actor.parties.len() < 2
        || actor.kind == ActorKind::State
}

fn stands_as_subject(tree: &Tree, actor: &Actor) -> bool {
    (actor.tokens.start.0..actor.tokens.end.0).any(|t| tree.role(TokenIndex(t)).is_subject())
}

/// "all four countries", "the two sides", "the parties", "both nations": the last such set.
fn group(tree: &Tree, done: &[Actor], token: TokenIndex, taken: Option<usize>) -> Option<Actor> {
    let plural = tree.form(token).to_lowercase().ends_with('s');
    if !(plural && is_group_noun(tree, token)) {
        return None;
    }
    let (start, count) = determined(tree, token)?;
    let overlaps =
        done.last().is_some_and(|a| a.end() > start.at()) || taken.is_some_and(|t| t <= token.at());
    let parties = last_set(tree, done, token, count)?;
    (!overlaps).then(|| Actor {
        parties,
        reference: Reference::GroupAnaphor,
        plural: true,
        count,
        ..Actor::named(TokenRange { start, end: TokenIndex(token.0 + 1) }, ActorKind::State)
    })
}

/// Where "the four", "all four", "both" begins before a noun, and the number.
fn determined(tree: &Tree, noun: TokenIndex) -> Option<(TokenIndex, Option<u16>)> {
    let (mut start, mut count, mut definite) = (noun, None, false);
    while start.0 > 0 {
        let before = TokenIndex(start.0 - 1);
        match tree.form(before).to_lowercase().as_str() {
            "the" | "all" | "these" | "those" => definite = true,
            "both" | "two" => (count, definite) = (Some(2), true),
            "three" => (count, definite) = (Some(3), true),
            "four" => (count, definite) = (Some(4), true),
            "five" => (count, definite) = (Some(5), true),
            "neighbouring" | "neighboring" | "warring" | "rival" => {}
            _ => break,
        }
        start = before;
    }
    (definite && tree.sentence_index(start) == tree.sentence_index(noun)).then_some((start, count))
}

/// The parties of the latest phrase or list with that many; without a number, of the fullest one, for
/// "the countries" are all that the article has at one table.
fn last_set(tree: &Tree, done: &[Actor], at: TokenIndex, count: Option<u16>) -> Option<Vec<Party>> {
    let mut fullest: Option<Vec<Party>> = None;
    let mut end = done.len();
    while end > 0 {
        let start = super::list::around(tree, done, end - 1).start;
        let reach = tree.sentence_index(done[start].tokens.start) + OFFICE_REACH;
        if reach < tree.sentence_index(at) {
            break;
        }
        let parties = super::parties_of(&done[start..end]);
        if count.is_some_and(|n| usize::from(n) == parties.len()) {
            return Some(parties);
        }
        if parties.len() > fullest.as_ref().map_or(1, Vec::len) {
            fullest = Some(parties);
        }
        end = start;
    }
    fullest.filter(|_| count.is_none())
}

fn one(token: TokenIndex) -> TokenRange {
    TokenRange { start: token, end: TokenIndex(token.0 + 1) }
}
