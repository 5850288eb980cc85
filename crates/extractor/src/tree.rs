//! The parse as rules walk it: children, clauses, subjects, prepositions.

use text::{AnnotatedArticle, Role, Sentence, Span, TokenIndex, TokenRange, Upos};

/// A parsed article with the arrows turned round: from a head to what hangs on it.
pub(crate) struct Tree<'a> {
    /// The article.
    pub doc: &'a AnnotatedArticle,
    children: Vec<Vec<TokenIndex>>,
    sentence_of: Vec<usize>,
}

impl<'a> Tree<'a> {
    /// Of an article.
    pub fn new(doc: &'a AnnotatedArticle) -> Tree<'a> {
        let mut children = vec![Vec::new(); doc.tokens.len()];
        for (i, token) in doc.tokens.iter().enumerate() {
            let head = token.head.and_then(|h| children.get_mut(h.at()));
            if let (Some(list), Ok(i)) = (head, u32::try_from(i)) {
                list.push(TokenIndex(i));
            }
        }
        let mut sentence_of = vec![0; doc.tokens.len()];
        for (n, sentence) in doc.sentences.iter().enumerate() {
            sentence_of[sentence.tokens.range()].fill(n);
        }
        Tree { doc, children, sentence_of }
    }

    /// The lemma of a token; in another language the English word that is its gloss.
    pub fn lemma(&self, token: TokenIndex) -> &'a str {
        self.doc.tokens[token.at()].word()
    }

    /// The words of a token; in another language its gloss.
    pub fn form(&self, token: TokenIndex) -> &'a str {
        self.doc.known_as(token)
    }

    /// The tag of a token.
    pub fn upos(&self, token: TokenIndex) -> Upos {
        self.doc.tokens[token.at()].upos
    }

    /// What a token does for its head.
    pub fn role(&self, token: TokenIndex) -> Role {
        self.doc.tokens[token.at()].role
    }

    /// The head of a token.
    pub fn head(&self, token: TokenIndex) -> Option<TokenIndex> {
        self.doc.tokens[token.at()].head
    }

    /// What hangs on a token, in order.
    pub fn children(&self, token: TokenIndex) -> &[TokenIndex] {
        &self.children[token.at()]
    }

    /// The first child in a role.
    pub fn child(&self, token: TokenIndex, role: Role) -> Option<TokenIndex> {
        self.children(token).iter().copied().find(|c| self.role(*c) == role)
    }

    /// All children in a role.
    pub fn children_in(
        &self,
        token: TokenIndex,
        role: Role,
    ) -> impl Iterator<Item = TokenIndex> + '_ {
        self.children(token).iter().copied().filter(move |c| self.role(*c) == role)
    }

    /// The number of the sentence that holds a token.
    pub fn sentence_index(&self, token: TokenIndex) -> usize {
        self.sentence_of[token.at()]
    }

    /// The sentence that holds a token.
    pub fn sentence(&self, token: TokenIndex) -> Sentence {
        self.doc.sentences[self.sentence_index(token)]
    }

    /// The tokens of a sentence.
    pub fn tokens(&self, sentence: Sentence) -> impl Iterator<Item = TokenIndex> + use<> {
        (sentence.tokens.start.0..sentence.tokens.end.0).map(TokenIndex)
    }

    /// All tokens below one, itself included, from the first to the last.
    pub fn subtree(&self, token: TokenIndex) -> TokenRange {
        let (mut first, mut last) = (token, token);
        let mut waiting = vec![token];
        while let Some(t) = waiting.pop() {
            (first, last) = (first.min(t), last.max(t));
            waiting.extend(self.children(t));
        }
        TokenRange { start: first, end: TokenIndex(last.0 + 1) }
    }

    /// The bytes of tokens, without punctuation and conjunctions at either end.
    pub fn trimmed(&self, tokens: TokenRange) -> Option<Span> {
        let idle = |t: &u32| {
            let t = TokenIndex(*t);
            self.upos(t) == Upos::PUNCT && !is_quote(self.form(t)) || self.upos(t) == Upos::CCONJ
        };
        let first = (tokens.start.0..tokens.end.0).find(|t| !idle(t))?;
        let last = (first..tokens.end.0).rev().find(|t| !idle(t))?;
        Some(self.bytes(TokenRange { start: TokenIndex(first), end: TokenIndex(last + 1) }))
    }

    /// The bytes of tokens. The range must not be empty.
    pub fn bytes(&self, tokens: TokenRange) -> Span {
        let first = self.doc.tokens[tokens.start.at()].span;
        let last = self.doc.tokens[tokens.end.at().max(tokens.start.at() + 1) - 1].span;
        first.cover(last)
    }

    /// The prepositions of a nominal, in lower case: "in", "along with"; without one, what its case says.
    pub fn preposition(&self, nominal: TokenIndex) -> String {
        let mut words = Vec::new();
        for case in self.children_in(nominal, Role::Case) {
            if self.form(case).starts_with(['\'', '’']) {
                continue;
            }
            words.push(self.form(case).to_lowercase());
            words.extend(self.children(case).iter().map(|c| self.form(*c).to_lowercase()));
        }
        let case = self.doc.tokens[nominal.at()].inflection.case.filter(|_| words.is_empty());
        words.extend(case.map(|case| case.preposition().to_owned()));
        words.join(" ")
    }

    /// What stands right behind a phrase as its postposition or ending says, or the case of its last word.
    /// English has neither.
    pub fn postposition(&self, tokens: TokenRange) -> Option<&'a str> {
        let last = tokens.end.0.checked_sub(1).map(TokenIndex)?;
        let behind = (tokens.end < self.sentence(last).tokens.end)
            .then(|| self.doc.tokens[tokens.end.at()].gloss.as_deref())
            .flatten()
            .filter(|gloss| POSTPOSITIONS.contains(gloss));
        let case = || self.doc.tokens[last.at()].inflection.case.map(text::Case::preposition);
        behind.or_else(case)
    }

    /// The nominals that hang on a word by this preposition.
    pub fn by_preposition(&self, token: TokenIndex, wanted: &[&str]) -> Vec<TokenIndex> {
        let nominal = |c: &TokenIndex| {
            matches!(self.role(*c), Role::Oblique | Role::NounModifier | Role::Agent)
                && wanted.contains(&self.preposition(*c).as_str())
        };
        self.children(token).iter().copied().filter(nominal).collect()
    }

    /// The subject of a verb, its own or the one it shares.
    ///
    /// "who met" has the noun before the pronoun; "agreed to meet" the subject of "agreed";
    /// "sent X to meet" has X; a conjoined verb that of the first.
    pub fn subject(&self, verb: TokenIndex) -> Option<TokenIndex> {
        let mut verb = verb;
        for _ in 0..8 {
            if let Some(own) = self.own_subject(verb) {
                return Some(own);
            }
            let head = self.head(verb)?;
            match self.role(verb) {
                Role::RelativeClause | Role::NounClause => return Some(head),
                Role::OpenComplement | Role::AdverbialClause => {
                    if let Some(object) = self.controller(verb, head) {
                        return Some(object);
                    }
                    verb = head;
                }
                Role::Conjunct | Role::Complement => verb = head,
                _ => return None,
            }
        }
        None
    }

    fn own_subject(&self, verb: TokenIndex) -> Option<TokenIndex> {
        let own = self.children(verb).iter().copied().find(|c| self.role(*c).is_subject())?;
        let relative = matches!(self.form(own).to_lowercase().as_str(), "who" | "which" | "that");
        if relative && matches!(self.role(verb), Role::RelativeClause | Role::NounClause) {
            return self.head(verb);
        }
        Some(own)
    }

    /// "dispatched X to meet Y", "praised X for meeting Y": X, the object between the two verbs.
    fn controller(&self, verb: TokenIndex, head: TokenIndex) -> Option<TokenIndex> {
        let object = self.child(head, Role::Object).or(self.child(head, Role::IndirectObject))?;
        let marked = |marks: &[&str]| {
            self.children_in(verb, Role::Mark).any(|m| marks.contains(&self.form(m)))
        };
        let named = matches!(self.upos(object), Upos::PROPN | Upos::PRON);
        let acts = self.is_infinitive(verb) && sends(self.lemma(head))
            || self.form(verb).ends_with("ing")
                && (marked(&["of", "from"]) || named && marked(&["for", "in"]));
        (acts && head < object && object < verb).then_some(object)
    }

    /// The "to" of "to withdraw".
    pub fn infinitive_mark(&self, verb: TokenIndex) -> Option<TokenIndex> {
        self.children_in(verb, Role::Mark).find(|m| self.form(*m).eq_ignore_ascii_case("to"))
    }

    /// "to withdraw".
    pub fn is_infinitive(&self, verb: TokenIndex) -> bool {
        self.infinitive_mark(verb).is_some()
    }

    /// "not", "never", "no longer" on a word; "no" on its first object, its subject or what is put before it: "no official
    /// has", "at no point did".
    pub fn is_negated(&self, token: TokenIndex) -> bool {
        let no_longer = |c: TokenIndex| {
            self.form(c) == "longer" && self.children(c).iter().any(|n| self.form(*n) == "no")
        };
        self.doc.tokens[token.at()].inflection.negated
            || self.children_in(token, Role::Negation).next().is_some()
            || self.children_in(token, Role::Adverb).any(no_longer)
            || self.children(token).iter().any(|c| *c < token && self.is_none(*c))
            || self.child(token, Role::Object).is_some_and(|object| {
                self.children(object).iter().any(|c| {
                    self.role(*c) == Role::Negation || self.form(*c).eq_ignore_ascii_case("no")
                })
            })
    }

    /// "nobody", "no official", "at no point" before a verb.
    fn is_none(&self, nominal: TokenIndex) -> bool {
        let no = |c: &TokenIndex| self.form(*c).eq_ignore_ascii_case("no");
        let nobody =
            matches!(self.form(nominal).to_lowercase().as_str(), "nobody" | "none" | "neither");
        let taken = self.role(nominal).is_subject() || self.role(nominal) == Role::Oblique;
        taken && (nobody || self.children(nominal).iter().any(no))
    }

    /// The modal of a verb: "will", "may". A future ending is "will".
    pub fn modal(&self, verb: TokenIndex) -> Option<String> {
        let own = self.child(verb, Role::Modal).map(|m| self.lemma(m).to_lowercase());
        let future = self.doc.tokens[verb.at()].inflection.future;
        own.or_else(|| future.then(|| "will".to_owned()))
    }

    /// The auxiliaries of a verb, in lower case.
    pub fn auxiliaries(&self, verb: TokenIndex) -> Vec<String> {
        let aux = |c: &TokenIndex| matches!(self.role(*c), Role::Auxiliary | Role::Copula);
        self.children(verb)
            .iter()
            .copied()
            .filter(aux)
            .map(|c| self.form(c).to_lowercase())
            .collect()
    }

    /// True if an adverb or adjective of this lemma hangs on the word.
    pub fn has_modifier(&self, token: TokenIndex, lemmas: &[&str]) -> bool {
        self.children(token).iter().any(|c| {
            lemmas.contains(&self.form(*c).to_lowercase().as_str())
                && matches!(
                    self.role(*c),
                    Role::Adverb | Role::AdjectiveModifier | Role::Compound | Role::NounClause
                )
        })
    }

    /// A verb itself; of any other word the clause it belongs to.
    pub fn verb_at(&self, token: TokenIndex) -> TokenIndex {
        if self.upos(token) == Upos::VERB { token } else { self.clause_of(token) }
    }

    /// The nearest clause head above a token: the verb or predicate it belongs to.
    pub fn clause_of(&self, token: TokenIndex) -> TokenIndex {
        let mut at = token;
        for _ in 0..64 {
            let verbal = matches!(self.upos(at), Upos::VERB | Upos::AUX);
            let (Some(head), false) = (self.head(at), verbal && at != token) else { return at };
            at = head;
        }
        at
    }
}

/// Verbs that set somebody else in motion: "dispatched X to …".
fn sends(lemma: &str) -> bool {
    matches!(
        lemma,
        "dispatch"
            | "send"
            | "ask"
            | "instruct"
            | "order"
            | "invite"
            | "tell"
            | "urge"
            | "appoint"
            | "task"
            | "press"
            | "push"
            | "force"
            | "allow"
            | "want"
            | "expect"
            | "authorise"
            | "authorize"
            | "direct"
            | "persuade"
            | "call"
    )
}

/// Glosses of postpositions and endings.
const POSTPOSITIONS: &[&str] =
    &["with", "in", "to", "from", "of", "'s", "between", "by", "for", "at", "after", "before"];

/// True for a quotation mark standing as a token.
pub(crate) fn is_quote(form: &str) -> bool {
    matches!(form, "\"" | "“" | "”" | "``" | "''" | "«" | "»" | "'" | "‘" | "’")
}
