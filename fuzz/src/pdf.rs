//! PDF documents: any bytes behind the mark, or a page whose drawing is anything.

use crate::ground::chosen;
use crate::{quiet, reading};

/// The first byte chooses. The library gives up on some documents by a panic, which the reader takes for an answer.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let document = match choice & 1 {
        0 => [b"%PDF-1.4\n", rest].concat(),
        _ => page(rest),
    };
    quiet::within(|| reading::check(&document, "a.pdf"));
}

/// A document of one page with this drawing, its places told rightly.
pub fn page(drawing: &[u8]) -> Vec<u8> {
    let stream =
        [format!("<</Length {}>>\nstream\n", drawing.len()).as_bytes(), drawing, b"\nendstream"]
            .concat();
    let objects: [&[u8]; 5] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        &stream,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ];
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n", at + 1).bytes());
        out.extend(*object);
        out.extend(b"\nendobj\n");
    }
    let table = out.len();
    out.extend(b"xref\n0 6\n0000000000 65535 f \n");
    places.iter().for_each(|place| out.extend(format!("{place:010} 00000 n \n").bytes()));
    out.extend(format!("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").bytes());
    out
}
