//! What was learned: the tables behind tags, trees, labels, names and lemmas.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use crate::deprel::DEPRELS;
use crate::lemma::{Lemmas, read_text};
use crate::parser::Move;
use crate::table::{Table, read_varint, varint};
use crate::tagger::Tagset;

/// Opens every model file; the number changes with the features.
const MAGIC: &[u8] = b"rapporteur-model-1\n";

/// The model that comes with the program: see `models/MODEL_CARD.md`.
static SHIPPED: &[u8] = include_bytes!("../models/english.model");

/// Everything the annotator learned from text.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    pub(crate) tagset: Tagset,
    pub(crate) tagger: Table,
    pub(crate) parser: Table,
    pub(crate) labeller: Table,
    pub(crate) names: Table,
    pub(crate) lemmas: Lemmas,
}

impl Model {
    /// The model for English that comes with the program.
    pub fn shipped() -> Model {
        Model::read(SHIPPED).unwrap_or_else(Model::blank)
    }

    /// Reads what [`Model::write`] wrote; `None` for anything else.
    pub fn read(bytes: &[u8]) -> Option<Model> {
        let packed = bytes.strip_prefix(MAGIC)?;
        let mut unpacked = Vec::new();
        DeflateDecoder::new(packed).read_to_end(&mut unpacked).ok()?;
        let bytes = &mut unpacked.as_slice();
        let count = read_varint(bytes)?;
        let names = (0..count).map(|_| read_text(bytes)).collect::<Option<Vec<_>>>()?;
        let model = Model {
            tagset: Tagset::new(names)?,
            tagger: Table::read(bytes)?,
            parser: Table::read(bytes)?,
            labeller: Table::read(bytes)?,
            names: Table::read(bytes)?,
            lemmas: Lemmas::read(bytes)?,
        };
        model.fits().then_some(model)
    }

    /// The model as bytes: the same model, the same bytes.
    pub fn write(&self) -> Vec<u8> {
        let mut plain = Vec::new();
        varint(self.tagset.names().len() as u64, &mut plain);
        for name in self.tagset.names() {
            varint(name.len() as u64, &mut plain);
            plain.extend_from_slice(name.as_bytes());
        }
        for table in [&self.tagger, &self.parser, &self.labeller, &self.names] {
            table.write(&mut plain);
        }
        self.lemmas.write(&mut plain);
        pack(&plain)
    }

    /// True if each table has a class for each thing it tells apart.
    fn fits(&self) -> bool {
        self.tagger.width() == self.tagset.names().len()
            && self.parser.width() == Move::ALL.len()
            && self.labeller.width() == DEPRELS.len()
            && self.names.width() == crate::names::LABELS
    }

    /// Knows nothing: every word is an `X`.
    pub fn blank() -> Model {
        let empty = |width: usize| Table::blank(width);
        Model {
            tagset: Tagset::unknown(),
            tagger: empty(1),
            parser: empty(Move::ALL.len()),
            labeller: empty(DEPRELS.len()),
            names: empty(crate::names::LABELS),
            lemmas: Lemmas::default(),
        }
    }
}

/// Writing to memory cannot fail; were it to, the file is empty and reading refuses it.
fn pack(plain: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(MAGIC.to_vec(), Compression::best());
    encoder.write_all(plain).and_then(|()| encoder.finish()).unwrap_or_default()
}
