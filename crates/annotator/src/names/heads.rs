//! Nouns that say what a name is of: "Party" makes a body of the words before it, "River" a place.

use text::EntityKind;

/// Bodies that act.
const BODIES: &[&str] = &[
    "academy",
    "administration",
    "agency",
    "airlines",
    "airways",
    "alliance",
    "army",
    "assembly",
    "association",
    "authority",
    "bank",
    "bloc",
    "board",
    "brigade",
    "brigades",
    "bureau",
    "chamber",
    "church",
    "club",
    "coalition",
    "college",
    "command",
    "commission",
    "committee",
    "company",
    "confederation",
    "congress",
    "corp",
    "corporation",
    "corps",
    "council",
    "court",
    "democrats",
    "department",
    "directorate",
    "federation",
    "force",
    "forces",
    "foundation",
    "front",
    "fund",
    "greens",
    "group",
    "guard",
    "guards",
    "herald",
    "inc",
    "institute",
    "journal",
    "league",
    "legion",
    "llc",
    "ltd",
    "militia",
    "ministry",
    "movement",
    "navy",
    "network",
    "observatory",
    "organisation",
    "organization",
    "parliament",
    "party",
    "plc",
    "police",
    "press",
    "radio",
    "secretariat",
    "senate",
    "society",
    "socialists",
    "television",
    "times",
    "treasury",
    "tribunal",
    "tribune",
    "union",
    "university",
];

/// Places behind their names: "Suez Canal".
const PLACES: &[&str] = &[
    "airport",
    "avenue",
    "basin",
    "bay",
    "beach",
    "boulevard",
    "bridge",
    "canal",
    "county",
    "desert",
    "district",
    "governorate",
    "gulf",
    "heights",
    "hills",
    "island",
    "islands",
    "lake",
    "mountain",
    "mountains",
    "oblast",
    "ocean",
    "palace",
    "park",
    "peninsula",
    "plateau",
    "prefecture",
    "province",
    "river",
    "road",
    "sea",
    "square",
    "strait",
    "street",
    "valley",
];

/// Places before "of" and their names: "Gulf of Aden".
const PLACES_OF: &[&str] = &["bay", "gulf", "isle", "sea", "strait", "straits"];

/// Bodies of which a state has one, so that the noun alone is a name.
const UNIQUE: &[&str] = &["congress", "parliament", "senate", "treasury"];

/// True for a noun that names nothing alone: "the Party".
pub(super) fn is_bare(words: &[&str]) -> bool {
    let [word] = words else { return false };
    kind_of(word).is_some() && !UNIQUE.iter().any(|w| w.eq_ignore_ascii_case(word))
}

/// Of what the capitalised word is the name's noun, if it is one.
pub(super) fn kind_of(word: &str) -> Option<EntityKind> {
    let is_in = |list: &[&str]| list.iter().any(|w| w.eq_ignore_ascii_case(word));
    match word {
        _ if is_in(BODIES) => Some(EntityKind::Organization),
        _ if is_in(PLACES) => Some(EntityKind::Location),
        _ => None,
    }
}

/// True if the word's name follows behind "of".
pub(super) fn takes_of(word: &str, kind: EntityKind) -> bool {
    match kind {
        EntityKind::Organization => true,
        _ => PLACES_OF.iter().any(|w| w.eq_ignore_ascii_case(word)),
    }
}
