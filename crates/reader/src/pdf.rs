//! PDF by its text layer: with the feature `pdf`, which few need and which brings a large library.

use text::Problem;

use crate::draft::Draft;
use crate::problems;

/// Reads the text layer.
#[cfg(feature = "pdf")]
pub(crate) fn read(bytes: &[u8]) -> Result<Draft, Problem> {
    use crate::page_date::Order;
    use crate::{plain, wrapped};

    // The library gives up on some files by a panic.
    let extract = || pdf_extract::extract_text_from_mem(bytes);
    let text = match std::panic::catch_unwind(extract) {
        Ok(Ok(text)) => text,
        _ => return Err(problems::UNSUPPORTED.found("this is a PDF that cannot be read")),
    };
    match text.trim().is_empty() {
        true => {
            Err(problems::UNSUPPORTED
                .found("this is a PDF without a text layer: pictures of pages"))
        }
        false => {
            let text = wrapped::unwrap(&text);
            Ok(plain::read(&text, plain::Known { title: None, order: Order::Unknown }))
        }
    }
}

/// Says that it is not read.
#[cfg(not(feature = "pdf"))]
pub(crate) fn read(_: &[u8]) -> Result<Draft, Problem> {
    Err(problems::UNSUPPORTED
        .found("this is a PDF; save its text with `pdftotext`, or build with the feature `pdf`"))
}
