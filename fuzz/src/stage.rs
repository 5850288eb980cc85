//! The stages' tools, made once.

use std::sync::{Arc, LazyLock};

use annotator::{Annotator, Model};
use extractor::EventCoder;
use lexicon::Lexicon;
use pipeline::{Limits, Tools};

/// The tables and the network that come with the program.
pub fn tools() -> &'static Arc<Tools> {
    static TOOLS: LazyLock<Arc<Tools>> = LazyLock::new(|| Arc::new(Tools::shipped()));
    &TOOLS
}

/// The same with a network that knows nothing: what is done before and after it, a hundred times as fast.
pub fn blank_tools() -> &'static Arc<Tools> {
    static TOOLS: LazyLock<Arc<Tools>> = LazyLock::new(|| {
        Arc::new(Tools {
            lexicon: Lexicon::shipped(),
            annotator: LazyLock::new(|| Annotator::new(Model::blank())),
            coder: LazyLock::new(EventCoder::shipped),
            packs: Vec::new(),
            limits: Limits::default(),
            today: None,
        })
    });
    &TOOLS
}
