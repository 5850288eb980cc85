//! What a word does in its clause: the only view of a parse that rules have.

/// What a token does for its head.
///
/// The annotator makes roles from whatever label scheme its parser was trained on, so that models
/// and languages are interchangeable. Heads are content words: in "met in Moscow" the head of
/// "Moscow" is "met" (an [`Role::Oblique`]) and the head of "in" is "Moscow" (a [`Role::Case`]);
/// in "is ready" the head of "is" is "ready" (a [`Role::Copula`]).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Role {
    /// The head of the sentence.
    Root,
    /// Who does it: "**Turkey** demands".
    Subject,
    /// Whom it is done to, in the passive: "**Assad** was invited".
    PassiveSubject,
    /// A clause as subject: "**normalising** ties requires".
    ClausalSubject,
    /// Whom or what: "held **talks**".
    Object,
    /// To whom, without a preposition: "told **reporters**".
    IndirectObject,
    /// By whom, in the passive: "was quoted by **SANA**".
    Agent,
    /// A nominal with a preposition or used as an adverb: "in **Moscow**", "on **Tuesday**", "**Tuesday**".
    Oblique,
    /// A finite clause as complement: "said that it **was** postponed".
    Complement,
    /// A clause whose subject stands outside: "agreed to **meet**".
    OpenComplement,
    /// "after Turkey **agrees**", "**marking** the first", "citing the **ministry**"'s verb.
    AdverbialClause,
    /// "**which** Ankara says is a wing": a clause on a noun with a relative pronoun or its gap.
    RelativeClause,
    /// Any other clause on a noun: "the need to **fight**", "troops **stationed** there".
    NounClause,
    /// A noun with a preposition on a noun: "withdrawal of **troops**".
    NounModifier,
    /// "**Turkey**'s minister", "**his** trip".
    Possessive,
    /// "the **constructive** talks"
    AdjectiveModifier,
    /// "**later** said"
    Adverb,
    /// "did **not** meet", "**never** met", "**no** talks"
    Negation,
    /// "**may** meet", "**will** meet", "**could**"
    Modal,
    /// "**has** met", "**was** quoted"
    Auxiliary,
    /// "**is** ready"
    Copula,
    /// "**in** Moscow", "Turkey **'s**"
    Case,
    /// "**after** Turkey agrees", "**that** it", "**to** meet"
    Mark,
    /// A further member of a coordination: head is the first member.
    Conjunct,
    /// "**and**"
    Coordinator,
    /// "Faisal Mekdad, the foreign **minister**"
    Apposition,
    /// A further word of one name: "Faisal **Mekdad**".
    Flat,
    /// "**defence** minister"
    Compound,
    /// "pull **out**"
    Particle,
    /// "**the**", "**all**"
    Determiner,
    /// "**four** countries"
    Number,
    /// Loosely joined clauses: "Mekdad **said**" in the midst of a quotation.
    Parataxis,
    /// "**there** had been"
    Expletive,
    /// Marks.
    Punctuation,
    /// What no rule needs.
    Other,
}

impl Role {
    /// True for the three kinds of subject.
    pub fn is_subject(self) -> bool {
        matches!(self, Role::Subject | Role::PassiveSubject | Role::ClausalSubject)
    }

    /// True for clauses that hang on a verb or noun.
    pub fn is_clause(self) -> bool {
        use Role::*;
        matches!(
            self,
            ClausalSubject
                | Complement
                | OpenComplement
                | AdverbialClause
                | RelativeClause
                | NounClause
                | Parataxis
        )
    }
}
