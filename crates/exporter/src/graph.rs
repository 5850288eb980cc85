//! Who meets whom: parties and persons, and the meetings between each two.

use std::collections::{BTreeMap, BTreeSet};

use record::{Meeting, Part, Status};

use crate::material::Material;
use crate::plain::{clip, line};

/// Longer labels are cut.
const LONGEST_LABEL: usize = 120;

/// Nodes and edges, each in a fixed order.
pub struct Graph {
    /// Those who meet.
    pub nodes: Vec<Node>,
    /// Each two who meet, once.
    pub edges: Vec<Edge>,
}

/// Someone who meets.
pub struct Node {
    /// `n0`.
    pub id: String,
    /// What they are called.
    pub label: String,
    /// `party` or `person`.
    pub kind: &'static str,
    /// The party's code; of a person, whom they stand for.
    pub party: String,
}

/// Two who meet.
pub struct Edge {
    /// The node that stands first.
    pub from: String,
    /// The other.
    pub to: String,
    /// Independent origins that report their meetings: the weight.
    pub origins: usize,
    /// Meetings and calls that took place.
    pub held: usize,
    /// Meetings that are announced or put off.
    pub planned: usize,
    /// The meetings' ids.
    pub meetings: Vec<String>,
}

/// A party, or a person of a party.
type Key<'a> = (&'a str, Option<&'a str>);

/// The graph of all meetings but those called off. Observers and mere hosts do not meet.
pub fn graph(material: &Material<'_>) -> Graph {
    let mut pairs: BTreeMap<(Key<'_>, Key<'_>), Vec<&Meeting>> = BTreeMap::new();
    let mut keys: BTreeSet<Key<'_>> = BTreeSet::new();
    let meetings = material.record.meetings.iter();
    for meeting in meetings.filter(|meeting| meeting.status != Status::Cancelled) {
        let present = present(meeting);
        keys.extend(&present);
        for pair in two_by_two(&present) {
            pairs.entry(pair).or_default().push(meeting);
        }
    }
    let ids: BTreeMap<Key<'_>, String> =
        keys.iter().enumerate().map(|(at, key)| (*key, format!("n{at}"))).collect();
    let edges = pairs.iter().map(|((a, b), meetings)| edge(&ids[a], &ids[b], meetings)).collect();
    Graph { nodes: ids.iter().map(|(key, id)| node(*key, id, material)).collect(), edges }
}

fn present(meeting: &Meeting) -> BTreeSet<Key<'_>> {
    let sides = meeting.participants.iter();
    let sides = sides.filter(|one| matches!(one.part, Part::Party | Part::Mediator));
    sides
        .flat_map(|p| [(p.party.0.as_str(), None), (p.party.0.as_str(), p.person.as_deref())])
        .collect()
}

/// Parties with parties and persons with persons, of two sides.
fn two_by_two<'a>(present: &BTreeSet<Key<'a>>) -> Vec<(Key<'a>, Key<'a>)> {
    let mut pairs = Vec::new();
    for one in present {
        let others = present.range(one..).filter(|other| other.0 != one.0);
        let others = others.filter(|other| other.1.is_some() == one.1.is_some());
        pairs.extend(others.map(|other| (*one, *other)));
    }
    pairs
}

fn node(key: Key<'_>, id: &str, material: &Material<'_>) -> Node {
    let party = record::Party(key.0.to_owned());
    let label = key.1.unwrap_or_else(|| material.index.party(&party));
    let kind = if key.1.is_some() { "person" } else { "party" };
    Node { id: id.to_owned(), label: clip(&line(label), LONGEST_LABEL), kind, party: party.0 }
}

fn edge(from: &str, to: &str, meetings: &[&Meeting]) -> Edge {
    let took_place = |m: &&&Meeting| matches!(m.status, Status::Held | Status::Contact);
    let held = meetings.iter().filter(took_place).count();
    Edge {
        from: from.to_owned(),
        to: to.to_owned(),
        origins: meetings.iter().map(|meeting| meeting.origins).sum(),
        held,
        planned: meetings.len() - held,
        meetings: meetings.iter().map(|meeting| meeting.id.0.clone()).collect(),
    }
}
