//! What was learned: the network behind tags, trees and names, and the rules of lemmas.

use crate::bytes::{put, read_varint, take_text, varint};
use crate::deprel::DEPRELS;
use crate::lemma::Lemmas;
use crate::names::LABELS;
use crate::net::{Net, Packed};
use crate::tagger::Tagset;

/// Opens every model file; the number changes with the network.
const MAGIC: &[u8] = b"rapporteur-model-2\n";

/// The model that comes with the program: see `models/MODEL_CARD.md`.
static SHIPPED: &[u8] = include_bytes!("../models/english.model");

/// Everything the annotator learned from text.
#[derive(Clone, Debug)]
pub struct Model {
    pub(crate) tagset: Tagset,
    pub(crate) net: Net<Packed>,
    pub(crate) lemmas: Lemmas,
}

impl Model {
    /// The model for English that comes with the program.
    ///
    /// # Panics
    ///
    /// If the program was built with a damaged model.
    pub fn shipped() -> Model {
        Model::read(SHIPPED).expect("the model that the program was built with is damaged")
    }

    /// Reads what [`Model::write`] wrote; `None` for anything else.
    pub fn read(bytes: &[u8]) -> Option<Model> {
        let bytes = &mut bytes.strip_prefix(MAGIC)?;
        let count = read_varint(bytes)?;
        let names = (0..count).map(|_| take_text(bytes)).collect::<Option<Vec<_>>>()?;
        let model = Model {
            tagset: Tagset::new(names)?,
            net: Net::read_file(bytes)?,
            lemmas: Lemmas::read(bytes)?,
        };
        model.fits().then_some(model)
    }

    /// The model as bytes: the same model, the same bytes.
    pub fn write(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        varint(self.tagset.names().len() as u64, &mut out);
        self.tagset.names().iter().for_each(|name| put(name.as_bytes(), &mut out));
        self.net.write(&mut out);
        self.lemmas.write(&mut out);
        out
    }

    /// True if the network tells apart what there is to tell apart.
    fn fits(&self) -> bool {
        let sizes = self.net.sizes;
        (sizes.tags, sizes.labels, sizes.names)
            == (self.tagset.names().len(), DEPRELS.len(), LABELS)
    }

    /// Knows nothing: every word is an `X`.
    pub fn blank() -> Model {
        Model {
            tagset: Tagset::unknown(),
            net: Net::blank(DEPRELS.len(), LABELS),
            lemmas: Lemmas::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_model_reads_and_writes_to_the_byte() {
        assert!(Model::shipped().write() == SHIPPED);
    }

    #[test]
    fn damaged_bytes_are_refused() {
        assert!(Model::read(&SHIPPED[..SHIPPED.len() / 2]).is_none());
        assert!(Model::read(&SHIPPED[1..]).is_none());
    }
}
